"""What an empty sheet may begin with: the questions an article answers, to be written over."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from functools import cache
from pathlib import Path
from typing import NamedTuple

from db.text import nfc
from desktop_app.core.manuscripts import markup
from desktop_app.core.paths import ASSETS

SHIPPED = ASSETS / "templates" / "article-templates.toml"


_QUESTION = re.compile(r"\[[^\]\n]*\?[^\]\n]*\]")


class Template(NamedTuple):
    """A kind of article. ``lead`` and ``body`` hold questions between brackets; ``body`` is markup."""

    key: str
    name: str
    lead: str
    body: str


@cache
def templates() -> list[Template]:
    """The templates in the order they are offered (assets/templates/article-templates.toml)."""
    return read_templates(SHIPPED)


def questions_left(text: str) -> int:
    """How many questions of a template still stand in ``text`` (words or markup) where an answer should."""
    return sum(question in text for question in _questions())


@cache
def _questions() -> frozenset[str]:
    asked = "\n".join(f"{one.lead}\n{one.body}" for one in templates())
    return frozenset(_QUESTION.findall(asked))


def read_templates(file: Path) -> list[Template]:
    """The templates in ``file``. Raises ValueError or TypeError for what is missing, unknown, empty or untidy."""
    with file.open("rb") as opened:
        written = tomllib.load(opened)["templates"]
    found = [_checked(Template(**one)) for one in written]
    twice = [key for key, count in Counter(one.key for one in found).items() if count > 1]
    if twice:
        raise ValueError(f"{file.name}: {twice} stand more than once")
    return found


def _checked(template: Template) -> Template:
    for field, value in template._asdict().items():
        if not isinstance(value, str) or not value.strip():
            raise ValueError(f"template {template.key!r} has no {field}")
    tidy = template._replace(lead=nfc(template.lead.strip()), name=nfc(template.name), body=nfc(template.body.strip()))
    if markup.compose(markup.paragraphs(tidy.body)) != tidy.body:
        raise ValueError(f"the body of template {template.key!r} is no tidy markup")
    return tidy
