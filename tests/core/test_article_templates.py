"""The templates of articles: whole, tidy, and each asks what a tin must answer."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.core.article_templates import read_templates, templates
from desktop_app.core.manuscripts.markup import plain_text
from desktop_app.core.manuscripts.spelling import doubtful

WHOLE = '[[templates]]\nkey = "a"\nname = "Tin"\nlead = "[Ai?]"\nbody = "[Gì?]"\n'


def test_the_five_kinds_are_offered_in_their_order() -> None:
    assert [one.key for one in templates()] == ["news", "good-example", "notice", "event", "conference"]


def test_a_tin_asks_its_five_questions() -> None:
    news = templates()[0]
    asked = news.lead + plain_text(news.body)
    assert all(question in asked for question in ("Ai?", "Việc gì?", "Khi nào?", "Ở đâu?", "Kết quả?"))


@pytest.mark.parametrize("template", templates(), ids=lambda one: one.key)
def test_no_template_brings_a_slip_onto_the_sheet(template: object) -> None:
    assert doubtful(f"{template.name}\n{template.lead}\n{plain_text(template.body)}") == []  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "spoilt",
    [
        WHOLE.replace('name = "Tin"\n', ""),
        WHOLE.replace('"Tin"', '" "'),
        WHOLE.replace('"Tin"', "5"),
        WHOLE + 'colour = "red"\n',
        WHOLE.replace('"[Gì?]"', '"Một dòng\\n\\n\\n\\nrồi **dở"'),
        WHOLE + WHOLE,
    ],
    ids=["missing", "empty", "no text", "unknown", "untidy", "twice"],
)
def test_a_spoilt_file_is_noticed_when_it_is_read(tmp_path: Path, spoilt: str) -> None:
    file = tmp_path / "templates.toml"
    file.write_text(WHOLE, encoding="utf-8")
    assert len(read_templates(file)) == 1
    file.write_text(spoilt, encoding="utf-8")
    with pytest.raises((ValueError, TypeError)):
        read_templates(file)
