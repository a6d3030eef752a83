"""The times a school looks back on: the month, a term, the school year, the calendar year."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from desktop_app.core.periods import Month

MONTH, FIRST_TERM, SECOND_TERM, SCHOOL_YEAR, YEAR, EVERYTHING = (
    "month",
    "first_term",
    "second_term",
    "school_year",
    "year",
    "everything",
)
YEAR_BEGINS, TERM_ENDS, TERM_BEGINS, CLASSES_END = (8, 1), (1, 15), (1, 16), (5, 31)
"""Month and day: pupils gather in August, the first term ends in the middle of January, classes end by 31 May.

The exact days are set anew each year (Khung kế hoạch thời gian năm học); the window lets them be changed.
"""


class Span(NamedTuple):
    """A time with its first and last day; None is open."""

    name: str
    first: date | None
    last: date | None


def spans(month: Month, starts_on: int = 1) -> list[Span]:
    """The times that hold ``month``, the shortest first; a month may begin on another day than the 1st."""
    begins = month.year if month.number >= YEAR_BEGINS[0] else month.year - 1
    opening = date(begins, *YEAR_BEGINS)
    return [
        Span(MONTH, *month.days(starts_on)),
        Span(FIRST_TERM, opening, date(begins + 1, *TERM_ENDS)),
        Span(SECOND_TERM, date(begins + 1, *TERM_BEGINS), date(begins + 1, *CLASSES_END)),
        Span(SCHOOL_YEAR, opening, date(begins + 1, 7, 31)),
        Span(YEAR, date(month.year, 1, 1), date(month.year, 12, 31)),
        Span(EVERYTHING, None, None),
    ]
