"""The approved words of an article as each place wants them: a website's form, a Facebook post, a Zalo message."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from html import escape
from pathlib import Path
from typing import NamedTuple

from desktop_app.core.articles import article_of, head_revision
from desktop_app.core.distribution_rules import NotApprovedYet
from desktop_app.core.distributions import approved_revision
from desktop_app.core.i18n import N_, in_vietnamese
from desktop_app.core.manuscripts.laid_out import html_of
from desktop_app.core.manuscripts.markup import Block, paragraphs
from desktop_app.core.paths import ASSETS

SHIPPED = ASSETS / "templates" / "sharing.toml"
SHAPES = {
    "web_text": N_("For a website, as plain text"),
    "web_html": N_("For a website, as HTML"),
    "facebook": N_("For Facebook"),
    "zalo": N_("For a Zalo message"),
    "zalo_oa": N_("For a Zalo Official Account"),
}
_SENTENCE_END = re.compile(r"[.!?…][”\"')\]]*(?=\s|$)|\n")
_FORBIDDEN_IN_TAG = re.compile(r"\W")


class Limits(NamedTuple):
    """What a place takes: at most so many characters (0: any), of which so many are seen at once (0: all)."""

    most: int = 0
    seen: int = 0
    capitals: bool = False


class ApprovedWords(NamedTuple):
    """The text the principal approved. ``newer`` says that newer words exist, which are not in it."""

    title: str
    lead: str
    body: str
    revision: int
    newer: bool


class Copied(NamedTuple):
    """Words for the clipboard; ``length`` counts them as the networks do, ``cut`` says that the end is missing."""

    words: str
    length: int
    limits: Limits
    cut: bool = False


@cache
def limits(shape: str, file: Path = SHIPPED) -> Limits:
    """The numbers of a place (assets/templates/sharing.toml)."""
    return Limits(**tomllib.loads(file.read_text(encoding="utf-8"))[shape])


def approved_words(article_id: str) -> ApprovedWords:
    """The newest approved text of an article, never the draft. Raises NotApprovedYet."""
    article = article_of(article_id)
    text, head = approved_revision(article_id), head_revision(article)
    if text is None:
        raise NotApprovedYet(title=article.title)
    newer = head is not None and head.number > text.number and head.sha256 != text.sha256
    return ApprovedWords(text.title, text.lead, text.body, text.number, newer)


def copied(shape: str, words: ApprovedWords, *, address: str = "", hashtags: str = "") -> Copied:
    """``words`` for one of SHAPES; ``address`` is where a text that had to be cut can be read on."""
    allowed = limits(shape)
    if shape == "web_html":
        return _whole(_html(words), allowed)
    title = words.title.upper() if allowed.capitals else words.title
    text = "\n\n".join(part for part in (title.strip(), words.lead.strip(), _plain(words.body)) if part)
    tags = _tags(hashtags) if shape == "facebook" else ""
    tail = f"\n\n{tags}" if tags else ""
    if allowed.most and length(text + tail) > allowed.most:
        read_on = in_vietnamese("Read on: {address}").format(address=address) if address else ""
        tail = "".join(f"\n\n{part}" for part in (read_on, tags) if part)
        return _whole(_shortened(text, allowed.most - length(tail)) + tail, allowed, cut=True)
    return _whole(text + tail, allowed)


def _whole(words: str, allowed: Limits, *, cut: bool = False) -> Copied:
    return Copied(words, length(words), allowed, cut)


def length(words: str) -> int:
    """Characters as browsers and phones count them (UTF-16)."""
    return len(words.encode("utf-16-le")) // 2


def _plain(body: str) -> str:
    """The body with a blank line between paragraphs; the lines of a list stand together."""
    written: list[str] = []
    before = ""
    for block in (block for block in paragraphs(body) if block.kind != "picture"):
        written += ["\n" if before == block.kind == "item" else "\n\n", _line(block)]
        before = block.kind
    return "".join(written[1:])


def _line(block: Block) -> str:
    return f"• {block.text}" if block.kind == "item" else block.text


def _html(words: ApprovedWords) -> str:
    blocks = [block for block in paragraphs(words.body) if block.kind != "picture"]
    head = f"<h2>{escape(words.title)}</h2>"
    lead = f"<p><strong>{escape(words.lead)}</strong></p>" if words.lead.strip() else ""
    body = html_of(blocks, (), lambda photos: "", heading="h3")
    return "\n".join(part for part in (head, lead, body) if part)


def _tags(hashtags: str) -> str:
    """Hashtags as typed, each with its sign, without what would end it."""
    names = (_FORBIDDEN_IN_TAG.sub("", name) for name in hashtags.replace(",", " ").split())
    return " ".join(f"#{name}" for name in names if name)


def _shortened(text: str, most: int) -> str:
    """``text`` up to the last sentence that fits, else up to the last word."""
    most = max(most, 0)
    room = text[:most]
    while length(room) > most:
        room = room[:-1]
    ends = [found.end() for found in _SENTENCE_END.finditer(room)]
    whole = text[: ends[-1]].rstrip() if ends else ""
    return whole if len(whole) > most // 2 else room[: most - 1].rsplit(None, 1)[0].rstrip() + "…"
