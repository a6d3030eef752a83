"""The decree's layout, read once from its data file: paper, sizes, styles, rules and fixed words."""

from __future__ import annotations

import tomllib
from datetime import date
from functools import cache
from typing import Any, Literal, NamedTuple

from desktop_app.core.paths import ASSETS
from desktop_app.core.periods import Month, formal_day

MM = 72 / 25.4
"""Points in a millimetre."""

LAYOUT_FILE = ASSETS / "templates" / "decree-30-2020.toml"

# Blanks wide enough for a pen: a paper gets its number and its day by hand, after the signature.
BLANK_NUMBER = "\u00a0" * 8
BLANK_DAY = "\u00a0" * 5
BLANK_YEAR = "\u00a0" * 8

Face = Literal["regular", "bold", "italic", "bold_italic"]
Range = tuple[float, float]


class Page(NamedTuple):
    """A sheet of paper in millimetres, and the room the decree leaves for each margin."""

    source: str
    width_mm: float
    height_mm: float
    top_mm: float
    bottom_mm: float
    left_mm: float
    right_mm: float
    top_range: Range
    bottom_range: Range
    left_range: Range
    right_range: Range
    number_from_top_mm: float

    @property
    def text_width(self) -> float:
        """Width of the text in points."""
        return (self.width_mm - self.left_mm - self.right_mm) * MM

    @property
    def text_height(self) -> float:
        """Height of the text in points."""
        return (self.height_mm - self.top_mm - self.bottom_mm) * MM


class Text(NamedTuple):
    """How running text stands: first line in mm, gaps in points, lines as multiples of a single line."""

    source: str
    first_line_mm: float
    first_line_range: Range
    paragraph_gap_pt: float
    paragraph_gap_range: Range
    line_spacing: float
    line_spacing_range: Range


class Rules(NamedTuple):
    """Lines under words: how long against the words above them, how thick in points."""

    source: str
    thickness_pt: float
    motto: float
    motto_range: Range
    issuer: float
    issuer_range: Range
    subject: float
    subject_range: Range


class Element(NamedTuple):
    """One part of a document: its size in points, its face, and where the decree says so."""

    source: str
    size: float
    sizes: Range
    face: Face
    upper: bool = False


class Words(NamedTuple):
    """The words the decree fixes letter by letter."""

    source: str
    state_name: str
    motto: str
    number: str
    date: str
    month: str
    addressees: str
    recipients: str
    as_above: str
    on_file: str
    appendix: str
    attached: str
    end: str
    unbroken: tuple[str, ...]


class Kind(NamedTuple):
    """A kind of document: the word over it, its name in a sentence, its letters in a number."""

    source: str
    word: str
    name: str
    symbol: str


class Decree(NamedTuple):
    """Everything a paper takes from the decree."""

    name: str
    page: Page
    text: Text
    rules: Rules
    elements: dict[str, Element]
    words: Words
    kinds: dict[str, Kind]


@cache
def decree() -> Decree:
    """The layout in force, from ``assets/templates``."""
    data = tomllib.loads(LAYOUT_FILE.read_text(encoding="utf-8"))
    return Decree(
        name=data["name"],
        page=Page(**_with_ranges(data["page"])),
        text=Text(**_with_ranges(data["text"])),
        rules=Rules(**_with_ranges(data["rules"])),
        elements={name: Element(**_with_ranges(values)) for name, values in data["elements"].items()},
        words=Words(**_with_ranges(data["words"])),
        kinds={name: Kind(**values) for name, values in data["kinds"].items()},
    )


def document_number(kind: Kind, number: int | None, issuer_short: str) -> str:
    """“05/BC-THMM2”: a leading 0 below 10, a blank for the pen while there is none (mục II, khoản 3c)."""
    written = f"{number:02d}" if number is not None else BLANK_NUMBER
    return f"{written}/{kind.symbol}-{issuer_short}"


def formal_date(day: date | None) -> str:
    """“ngày 05 tháng 02 năm 2024”, or blanks for the pen (mục II, khoản 4b)."""
    number, month, year = formal_day(day) if day else (BLANK_DAY, BLANK_DAY, BLANK_YEAR)
    return decree().words.date.format(day=number, month=month, year=year)


def formal_month(month: Month) -> str:
    """“tháng 5 năm 2024”, “tháng 02 năm 2024”."""
    _, number, year = formal_day(month.first_day())
    return decree().words.month.format(month=number, year=year)


def _with_ranges(values: dict[str, Any]) -> dict[str, Any]:
    return {key: tuple(value) if isinstance(value, list) else value for key, value in values.items()}
