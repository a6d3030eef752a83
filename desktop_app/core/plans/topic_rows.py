"""How a row of the topics' table looks in flat text: its number, its cells, the table's head."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from desktop_app.core.plans.dashes import STARTERS
from desktop_app.core.plans.lines import Line, squashed

_NUMBER = re.compile(
    r"\s*(?:(?:chủ đề|nội dung|chuyên đề)\s+(?:số\s+)?)?(\d{1,2})(?:\s*[.):/-]\s*|\s+|\s*$)(?=\D|$)", re.IGNORECASE
)
_MONTH = re.compile(r"\s*tháng\s+\d{1,2}(?:\s*/\s*\d{4})?\s*:?\s*", re.IGNORECASE)
_HEAD_WORDS = ("stt", "tt", "sott", "noidung", "chude", "hinhthuc", "sanpham", "ghichu", "thoigian", "nguoithuchien")
_GLUED = re.compile(rf"(?<![.,;:(–-])(?<!nghệ)(?<!nghệ )\s+(?=(?:{'|'.join(STARTERS)})\s)")
_RULE = re.compile(r"[\s|:+=_-]*")


class RowStart(NamedTuple):
    """A line that may begin a topic: its number as printed, and what follows it."""

    number: str
    rest: str


def row_start(line: Line) -> RowStart | None:
    """The number a topic's row begins with: "4 Công bằng…", "4." or "4" alone. None for other lines."""
    found = _NUMBER.match(line.text)
    if not found:
        return None
    rest = line.text[found.end() :].strip()
    opening = rest.lstrip("“\"'(")[:1]
    return RowStart(found[1], rest) if not rest or opening.isupper() else None


def is_month_row(line: Line) -> bool:
    """ "Tháng 9/2024" alone: some plans list their content by month."""
    return _MONTH.fullmatch(line.text) is not None


def is_table_head(line: Line) -> bool:
    """ "Stt Nội dung/Chủ đề Hình thức…", whole or its first word alone."""
    words = squashed(line.text)
    starts = words.removeprefix("so") if words.startswith("sott") else words
    return words in {"stt", "tt", "sott"} or (
        starts.startswith(("stt", "tt")) and ("noidung" in words or "chude" in words)
    )


def is_head_word(line: Line) -> bool:
    """A column's title on a line of its own."""
    words = squashed(line.text)
    return is_table_head(line) or (words.startswith(_HEAD_WORDS) and len(line.bare.split()) <= 7)


def cells_of(line: Line) -> list[str] | None:
    """The cells of a row written with tabs or bars between them; None for a plain line, [] for a drawn rule."""
    text = line.text.strip("\n")
    if "|" in text:
        if _RULE.fullmatch(text):
            return []
        return [cell.strip() for cell in text.strip().removeprefix("|").removesuffix("|").split("|")]
    return [cell.strip() for cell in text.rstrip().split("\t")] if "\t" in text else None


def has_cells(lines: Sequence[Line]) -> bool:
    """The table kept its cells: several lines are cut the same way (one tab alone is only an indent)."""
    return sum(len(cells_of(line) or ()) >= 2 for line in lines) >= 2


def _is_content(words: str) -> bool:
    """Words after a dash are content and no second half of a title ("Văn hóa - Thể thao")."""
    return words.startswith(STARTERS) or (words[:1].isupper() and len(words.split()) >= 8)


def split_glued(text: str) -> tuple[str, str]:
    """Title and content of a row whose cells were glued: "Truyền thông chính sách Thông tin về…"."""
    dash = re.search(r"\s[-–—+•]\s+(?=\S)", text)
    if dash and _is_content(text[dash.end() :]):
        return text[: dash.start()].strip(), text[dash.start() :].strip()
    found = _GLUED.search(text)
    return (text[: found.start()], text[found.end() :]) if found else (text, "")
