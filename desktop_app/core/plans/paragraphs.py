"""Paragraphs put together again from lines that wrap, from stray blank lines and from page breaks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from desktop_app.core.plans.lines import Line, is_ended, rejoined, without_bullet

_POINT = re.compile(r"\s*(?:\d{1,2}[.)]|[a-zđ]\))\s*(?=[^\W\d])")
_PAGE_NUMBER = re.compile(r"(?:trang\s+)?[-–]?\s*\d{1,3}\s*(?:/\s*\d{1,3})?\s*[-–]?", re.IGNORECASE)
_SHORT = 0.75
"""A line shorter than this part of the widest one did not end for want of room."""
_WRAPS_BELOW = 120
"""Signs. Text with longer lines is not wrapped: there each line is a paragraph."""


class Paragraph(NamedTuple):
    """One paragraph: the line it begins on, its words, and whether a dash or dot stood before it."""

    line: int
    text: str
    bulleted: bool = False


def paragraphs_of(lines: Sequence[Line]) -> list[Paragraph]:
    """The paragraphs of ``lines``; page numbers alone on a line are left out."""
    kept = [line for line in lines if not is_page_number(line)]
    width = max((len(line.text.rstrip()) for line in kept), default=0)
    groups: list[list[Line]] = []
    for line in kept:
        if groups and not _begins(line, groups[-1], width):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [_paragraph(group) for group in groups]


def is_page_number(line: Line) -> bool:
    """A number that stands alone between pages."""
    return line.after_blank and _PAGE_NUMBER.fullmatch(line.bare) is not None


def _begins(line: Line, before: Sequence[Line], width: int) -> bool:
    last = before[-1].text.rstrip()
    if without_bullet(line.text)[1]:
        return True
    if line.starts_low:
        return False
    short = len(last) < _SHORT * width or width > _WRAPS_BELOW
    if is_ended(last):
        return line.after_blank or short or _POINT.match(line.text) is not None
    return line.after_blank and short


def _paragraph(group: Sequence[Line]) -> Paragraph:
    first, bulleted = without_bullet(group[0].text)
    return Paragraph(group[0].number, rejoined([first, *(line.text for line in group[1:])]), bulleted)
