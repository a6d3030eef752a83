"""What stands before a plan's first heading: its number and day, its title, its basis, its school."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from desktop_app.core.plans.basis import documents_in, is_basis
from desktop_app.core.plans.dates import first_date, school_year_in
from desktop_app.core.plans.draft import BasisDocument
from desktop_app.core.plans.lines import Line, plain, rejoined, squashed
from desktop_app.core.plans.paragraphs import paragraphs_of

_OWN_NUMBER = re.compile(r"số\s*:?\s*(\d+[a-z]?\s*/\s*KH[\w.&-]*)", re.IGNORECASE)
_KIND_LINE = re.compile(r"\s*kế\s*hoạch\b\s*", re.IGNORECASE)
_SCHOOL = re.compile(
    r"\b(trường\s+(?:(?!\btrường\b).)+?)\s+(?:xây dựng|ban hành|triển khai|lập|thực hiện|đề ra|tổ chức)\b",
    re.IGNORECASE,
)
_CLOSING_SCHOOL = re.compile(r"\bcủa\s+(?:nhà\s+)?(trường\s+.+?)\s*[./]*$", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=[.;])\s+(?=[^\W\d_a-z])")
_COLUMNS = re.compile(r"\s{3,}|\t+|\s*\|\s*")
_RULE = re.compile(r"[\s*_=.o0–-]+")
_LETTERHEAD = (
    "cong hoa xa hoi",
    "doc lap",
    "uy ban",
    "ubnd",
    "phong giao duc",
    "phong gd",
    "so giao duc",
    "so gd",
    "so:",
    "so :",
)


@dataclass
class Preamble:
    """What was found, and the lines that say something else."""

    title: str = ""
    own_number: str | None = None
    own_date: date | None = None
    school: str = ""
    school_year: str = ""
    basis: list[BasisDocument] = field(default_factory=list)
    left_over: list[Line] = field(default_factory=list)


def preamble_of(lines: Sequence[Line]) -> Preamble:
    """Read the lines before the first heading."""
    found = Preamble()
    begin = next((place for place, line in enumerate(lines) if _is_kind_line(line)), None)
    if begin is None:
        _read_body(lines, found)
        return found
    _read_letterhead(lines[:begin], found)
    end = begin + 1
    while end < len(lines) and not _ends_title(lines[end], begun=end > begin + 1 or not _is_bare_kind(lines[begin])):
        end += 1
    found.title = rejoined(
        [_KIND_LINE.sub("", lines[begin].text, count=1), *(line.text for line in lines[begin + 1 : end])]
    )
    _read_body(lines[end:], found)
    found.school_year = found.school_year or school_year_in(found.title)
    return found


def school_in_closing(text: str) -> str:
    """The school named in "Trên đây là Kế hoạch … của trường …./."."""
    found = _CLOSING_SCHOOL.search(text)
    return _capitalised(found[1]) if found else ""


def _is_kind_line(line: Line) -> bool:
    return squashed(line.text).startswith("kehoach") and line.bare.split()[0].isupper()


def _is_bare_kind(line: Line) -> bool:
    return squashed(line.text) == "kehoach"


def _ends_title(line: Line, *, begun: bool) -> bool:
    if _RULE.fullmatch(line.text) or is_basis(line.bare):
        return True
    return begun and (line.after_blank or _SCHOOL.match(line.bare) is not None)


def _read_letterhead(lines: Sequence[Line], found: Preamble) -> None:
    for line in lines:
        for cell in filter(None, (part.strip() for part in _COLUMNS.split(line.text))):
            _read_letterhead_cell(cell, line, found)


def _read_letterhead_cell(cell: str, line: Line, found: Preamble) -> None:
    number = _OWN_NUMBER.search(cell)
    if number:
        found.own_number = "".join(number[1].split())
    words = plain(cell)
    if "ngay" in words and "thang" in words:
        found.own_date = first_date(cell)
    elif words.startswith("truong "):
        found.school = cell
    elif not (number or _RULE.fullmatch(cell) or words.startswith(_LETTERHEAD)):
        found.left_over.append(line)


def _read_body(lines: Sequence[Line], found: Preamble) -> None:
    for paragraph in paragraphs_of(lines):
        known = False
        for sentence in _SENTENCE.split(paragraph.text):
            known |= _read_sentence(sentence, paragraph.line, found)
        if not known and not _RULE.fullmatch(paragraph.text):
            found.left_over.append(Line(paragraph.line, paragraph.text))


def _read_sentence(sentence: str, line: int, found: Preamble) -> bool:
    found.school_year = found.school_year or school_year_in(sentence)
    school = _SCHOOL.search(sentence)
    if is_basis(sentence):
        found.basis.extend(documents_in(sentence, line))
        return True
    if school and "kế hoạch" in sentence.lower():
        found.school = _capitalised(" ".join(school[1].split()).rstrip(" ,"))
        return True
    return False


def _capitalised(words: str) -> str:
    return words[:1].upper() + words[1:]
