"""The times a school looks back on: the month, a term, the school year, the calendar year."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from desktop_app.core.errors import UserError
from desktop_app.core.i18n import N_
from desktop_app.core.periods import Month, NotAMonth, months_between

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


class MonthSpan(NamedTuple):
    """A time a paper is written on, by its key, and its months: 2024-05, 2024/Q2, 2024-2025/I, 2024-2025, 2024."""

    key: str
    first: Month
    last: Month

    def months(self) -> list[Month]:
        """Every month of it."""
        return months_between(self.first, self.last)

    def days(self, starts_on: int = 1) -> tuple[date, date]:
        """First and last day of its reporting months."""
        return self.first.first_day(starts_on), self.last.last_day(starts_on)


class NotAPeriod(UserError):
    message = N_("“{text}” is not a time that can be reported on.")
    hint = N_(
        "Write 2024-05 for a month, 2024/Q2 for a quarter, 2024-2025/I or /II for a term, 2024-2025 or 2024 for a year."
    )


def span_called(key: str) -> MonthSpan:
    """The time named by ``key``. A month belongs to the term that holds its last day. Raises NotAPeriod."""
    if quarter := re.fullmatch(r"(\d{4})/Q([1-4])", key.strip()):
        first = Month(int(quarter[1]), int(quarter[2]) * 3 - 2)
        return MonthSpan(key.strip(), first, first.shifted(2))
    year = re.fullmatch(r"(\d{4})(?:-(\d{4})(?:/(I{1,2}))?)?", key.strip())
    if year is None:
        try:
            month = Month.parse(key)
        except NotAMonth:
            raise NotAPeriod(text=key) from None
        return MonthSpan(str(month), month, month)
    begins, ends, term = int(year[1]), year[2], year[3]
    if ends is None:
        return MonthSpan(year[1], Month(begins, 1), Month(begins, 12))
    if int(ends) != begins + 1:
        raise NotAPeriod(text=key)
    opening = Month(begins, YEAR_BEGINS[0])
    if term is None:
        return MonthSpan(key.strip(), opening, Month(begins + 1, 7))
    if term == "I":
        return MonthSpan(key.strip(), opening, Month(begins + 1, TERM_ENDS[0]).shifted(-1))
    return MonthSpan(key.strip(), Month(begins + 1, TERM_BEGINS[0]), Month(begins + 1, CLASSES_END[0]))


def terms_within(first: date, last: date) -> list[MonthSpan]:
    """The terms that touch these days, in their order."""
    years = range(first.year - 1, last.year + 1)
    terms = [span_called(f"{year}-{year + 1}/{term}") for year in years for term in ("I", "II")]
    return [term for term in terms if term.days()[0] <= last and first <= term.days()[1]]


def quarters_within(first: date, last: date) -> list[MonthSpan]:
    """The quarters that touch these days, in their order."""
    years = range(first.year, last.year + 1)
    quarters = [span_called(f"{year}/Q{number}") for year in years for number in range(1, 5)]
    return [quarter for quarter in quarters if quarter.days()[0] <= last and first <= quarter.days()[1]]


def school_years_within(first: date, last: date) -> list[MonthSpan]:
    """The school years that touch these days, in their order."""
    years = [span_called(f"{year}-{year + 1}") for year in range(first.year - 1, last.year + 1)]
    return [year for year in years if year.days()[0] <= last and first <= year.days()[1]]
