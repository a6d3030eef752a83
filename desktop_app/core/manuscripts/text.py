"""Plain text as it comes: from Zalo, Notepad or an old PC, in Unicode or not."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from db.text import nfc
from desktop_app.core.manuscripts import manuscript
from desktop_app.core.manuscripts.old_fonts import guess
from desktop_app.core.manuscripts.passages import BULLET, Draft, Passage, Run

_BY_MARK = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CHAT_MARK = re.compile(r"^\s*\[[\d:/.,\- APMapm]{5,24}\]\s*(?:[^:\n]{1,60}:\s*)?")
_CHAT_PICTURE = re.compile(r"^\s*\[(?:hình ảnh|hình|ảnh|photo|image|picture|video|sticker)\]\s*$", re.I)
_NUMBERED = re.compile(r"\s*(?:\d{1,2}(?:\.\d{1,2})*|[IVX]{1,5}|[a-zđ])[.)]\s")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1e\x7f]")
_DAMAGE_BEARABLE = 0.1
"""Letters lost to accented letters read, above which UTF-8 is no longer believed."""

WIDEST_PAGE = 110
"""Signs. A longer line was broken by nobody."""
FULL_LINE = 0.75
"""Share of the widest line from which a line fills the page."""
SURE_AFTER = 3
"""Lines going on in small letters before a text is taken for broken at the edge."""


def read_text(path: Path) -> Draft:
    """The passages of a text file, one a line: a message has no other paragraphs (but see _without_wraps)."""
    return draft_of(decoded(path.read_bytes()))


def draft_of(text: str) -> Draft:
    """The passages of a pasted text, the marks of a chat (time, name, "[Photo]") taken out."""
    lines = [line for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n") if line.strip()]
    said = _without_wraps(list(_without_chat(lines)))
    draft = Draft([Passage((Run(line),)) for line in said])
    draft.pictures_left_out = sum(_CHAT_PICTURE.match(_CHAT_MARK.sub("", line)) is not None for line in lines)
    if any(_CHAT_MARK.match(line) for line in lines):
        draft.notes.append(manuscript.removed_chat_marks())
    if lost := text.count("\ufffd"):
        draft.notes.append(manuscript.unreadable_letters(lost))
    return draft


def _without_chat(lines: list[str]) -> Iterator[str]:
    for line in lines:
        said = _CHAT_MARK.sub("", line, count=1)
        if said.strip() and not _CHAT_PICTURE.match(said):
            yield said


def _without_wraps(lines: list[str]) -> list[str]:
    """Lines broken at the edge of a page made whole again, where the whole text was broken so."""
    width = max(map(len, lines), default=0)
    broken = sum(_runs_on(line, after, width) and after.lstrip()[0].islower() for line, after in pairwise(lines))
    if width > WIDEST_PAGE or broken < SURE_AFTER:
        return lines
    whole = lines[:1]
    for line, after in pairwise(lines):
        if _runs_on(line, after, width):
            whole[-1] = f"{whole[-1].rstrip()} {after.strip()}"
        else:
            whole.append(after)
    return whole


def _runs_on(line: str, after: str, width: int) -> bool:
    """A line that fills the page, ends no sentence, and no item, heading or number begins below it."""
    full = len(line.rstrip()) >= FULL_LINE * width and not line.rstrip().endswith((".", ":", ";", "!", "?", "…"))
    return full and not line.isupper() and not BULLET.match(after) and not _NUMBERED.match(after)


def decoded(raw: bytes) -> str:
    """``raw`` as text: by its mark, else UTF-8, UTF-16, an old font's codes (kept), Vietnamese Windows."""
    marked = next((encoding for mark, encoding in _BY_MARK if raw.startswith(mark)), None)
    if encoding := marked or _utf16_by_zeros(raw):
        return raw.decode(encoding, errors="replace").removeprefix("\ufeff")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return _decoded_otherwise(raw)


def _decoded_otherwise(raw: bytes) -> str:
    damaged = raw.decode("utf-8", errors="replace")
    lost = damaged.count("\ufffd")
    if lost <= _DAMAGE_BEARABLE * (sum(not sign.isascii() for sign in damaged) - lost):
        return damaged
    codes = raw.decode("latin-1")
    return codes if guess(codes) else nfc(raw.decode("cp1258", errors="replace"))


def _utf16_by_zeros(raw: bytes) -> str | None:
    """UTF-16 without a mark: a third of its high bytes are zero (spaces, plain letters), hardly a low one."""
    first, second = raw[0::2].count(0), raw[1::2].count(0)
    few, many = sorted((first, second))
    if few * 20 > many or many * 6 < max(1, len(raw)):
        return None
    return "utf-16-le" if second > first else "utf-16-be"


def is_text(raw: bytes) -> bool:
    """Whether the first bytes of a file are text at all: hardly a control code in them."""
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return True
    text = decoded(raw)
    return "\x00" not in text and len(_CONTROL.findall(text)) * 200 <= len(text)
