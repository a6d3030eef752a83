"""Headings of a plan: "I. MỤC ĐÍCH, YÊU CẦU", "Phần II", "1. Nội dung", "- Mục đích" where numbers were lost."""

from __future__ import annotations

import re
from typing import NamedTuple

from desktop_app.core.plans.draft import ClauseKind
from desktop_app.core.plans.lines import BULLET, Line, is_ended, squashed

PART, ROMAN, ARABIC, DOUBLE, LETTER, NONE = range(6)
"""The ranks of headings, highest first, as Decree 30/2020/NĐ-CP, appendix I, orders them."""

_ORDINAL = "nhất|hai|ba|tư|bốn|năm"
_MARKS = (
    (PART, re.compile(rf"\s*(?:phần|chương)\s+(?:thứ\s+)?([ivx]+|\d{{1,2}}|{_ORDINAL})\b\s*[.:)–-]?\s*", re.I)),
    (ROMAN, re.compile(r"\s*([IVX]+)(?:\s*[.):/–-]\s*|\s+)")),
    (DOUBLE, re.compile(r"\s*(\d{1,2}(?:\.\d{1,2}){1,2})[.)]?\s+(?=\D)")),
    (ARABIC, re.compile(r"\s*(\d{1,2})\s*[.)/:]\s*(?=\D)")),
    (LETTER, re.compile(r"\s*([a-eđghA-EĐGH])\s*[.)]\s*(?=\S)")),
)  # fmt: skip

_KINDS: tuple[tuple[str, ClauseKind], ...] = (
    ("mucdich", "purpose"),
    ("muctieu", "purpose"),
    ("yeucau", "requirement"),
    ("chitieu", "requirement"),
    ("noidung", "content"),
    ("chude", "content"),
    ("nhiemvu", "content"),
    ("kenh", "channel"),
    ("hinhthuc", "channel"),
    ("phuongthuc", "channel"),
    ("tochucthuchien", "responsibility"),
    ("phancong", "responsibility"),
    ("trachnhiem", "responsibility"),
)
_ALONE = {
    *("mucdich", "muctieu", "yeucau", "mucdichyeucau", "mucdichvayeucau", "muctieuyeucau"),
    *("noidung", "noidungtruyenthong", "noidungthuchien", "nhiemvu", "chude", "chudetruyenthong"),
    *("kenhtruyenthong", "cackenhtruyenthong", "hinhthuctruyenthong", "hinhthuc", "noidungvahinhthuctruyenthong"),
    *("noidungtruyenthongvakenhtruyenthong", "noidungvakenhtruyenthong", "noidungkenhtruyenthong"),
    *("tochucthuchien", "phancongnhiemvu", "phancongthuchien", "trachnhiemthuchien", "chitieu"),
}  # fmt: skip
_MOST_WORDS = 16


class Heading(NamedTuple):
    """A heading: its rank, its printed number or "", its words, its kind if known, and text on the same line."""

    line: int
    rank: int
    label: str
    title: str
    kind: ClauseKind | None
    rest: str = ""


def heading_of(line: Line) -> Heading | None:
    """The heading on ``line``: with a number and few words, or known words standing alone. None for a sentence."""
    marked = _marked(line)
    if marked is None:
        return _alone(line.number, _unbulleted(line.text))
    rank, label, words = marked
    title, rest = _title_and_rest(words)
    kind = kind_of(title)
    if not title or len(title.split()) > _MOST_WORDS or (is_ended(title) and not title.isupper()):
        return None
    return Heading(line.number, rank, label, title, kind, rest)


def kind_of(title: str) -> ClauseKind | None:
    """What a heading's words promise; None for words we do not know."""
    words = squashed(title)
    for lead in ("cac", "motso", "ve"):
        words = words.removeprefix(lead)
    return next((kind for start, kind in _KINDS if words.startswith(start)), None)


def is_known_alone(title: str) -> bool:
    """Words that are a heading even without a number."""
    return squashed(title) in _ALONE


def _marked(line: Line) -> tuple[int, str, str] | None:
    for rank, pattern in _MARKS:
        found = pattern.match(line.text)
        words = " ".join(line.text[found.end() :].split()) if found else ""
        if found and (rank != ROMAN or _follows_roman(found[0], words)):
            return rank, _label(found[1]), words
    return None


def _follows_roman(mark: str, words: str) -> bool:
    """ "I. Mục đích" and "I MỤC ĐÍCH", but neither "V/v" nor "X quang"."""
    signed = mark.rstrip()[-1] in ".):/–-"
    return words[:1].isupper() and (signed or words[:2].isupper())


def _label(printed: str) -> str:
    words = {"nhất": "I", "hai": "II", "ba": "III", "tư": "IV", "bốn": "IV", "năm": "V"}
    return words.get(printed.lower(), printed)


def _title_and_rest(words: str) -> tuple[str, str]:
    title, colon, rest = words.partition(":")
    if colon and (is_known_alone(title) or not rest.strip()):
        return title.strip(), rest.strip()
    return words, ""


def _unbulleted(text: str) -> str:
    found = BULLET.match(text)
    return " ".join(text[found.end() if found else 0 :].split())


def _alone(number: int, words: str) -> Heading | None:
    title, rest = _title_and_rest(words)
    if not is_known_alone(title.rstrip(".")):
        return None
    return Heading(number, NONE, "", title, kind_of(title), rest)
