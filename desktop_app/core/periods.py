"""Months and dates as a school says them: a month that knows its days, dates typed and written the Vietnamese way."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import NamedTuple

from desktop_app.core.errors import UserError
from desktop_app.core.i18n import N_

_MONTH = re.compile(r"(\d{4})-(\d{1,2})$|(\d{1,2})[/.-](\d{4})$")
_DATE = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})$")


class NotAMonth(UserError):
    message = N_("“{text}” is not a month.")
    hint = N_("Write it as 2024-05 or 05/2024.")


class NotADate(UserError):
    message = N_("“{text}” is not a date.")
    hint = N_("Write day, month and year, for example 07/05/2024.")


class Month(NamedTuple):
    """One calendar month, written 2024-05. A reporting month may begin on another day: see ``days``."""

    year: int
    number: int

    @classmethod
    def parse(cls, text: str) -> Month:
        """Read 2024-05, 05/2024 or 5.2024. Raises NotAMonth."""
        found = _MONTH.match(text.strip())
        if not found:
            raise NotAMonth(text=text)
        year, number = int(found[1] or found[4]), int(found[2] or found[3])
        if not 1 <= number <= 12 or year < 1900:
            raise NotAMonth(text=text)
        return cls(year, number)

    @classmethod
    def of(cls, day: date, starts_on: int = 1) -> Month:
        """The reporting month that ``day`` falls in; months that start on the 15th are named by their end."""
        month = cls(day.year, day.month)
        return month.shifted(1) if starts_on > 1 and day.day >= starts_on else month

    def __str__(self) -> str:
        return f"{self.year:04d}-{self.number:02d}"

    def label(self) -> str:
        """As people write it: 5/2024."""
        return f"{self.number}/{self.year}"

    def shifted(self, months: int) -> Month:
        """The month so many months later (or earlier)."""
        index = self.year * 12 + self.number - 1 + months
        return Month(index // 12, index % 12 + 1)

    def first_day(self, starts_on: int = 1) -> date:
        """The day the reporting month begins."""
        start = self if starts_on == 1 else self.shifted(-1)
        return date(start.year, start.number, starts_on)

    def last_day(self, starts_on: int = 1) -> date:
        """The day the reporting month ends."""
        return self.shifted(1).first_day(starts_on) - timedelta(days=1)

    def days(self, starts_on: int = 1) -> tuple[date, date]:
        """First and last day of the reporting month."""
        return self.first_day(starts_on), self.last_day(starts_on)


def months_between(first: Month, last: Month) -> list[Month]:
    """Every month from ``first`` to ``last``, both counted."""
    months = []
    while first <= last:
        months.append(first)
        first = first.shifted(1)
    return months


def parse_date(text: str) -> date:
    """Read 7/5/24, 07-05-2024, 7.5.2024 or 2024-05-07. Raises NotADate."""
    cleaned = text.strip()
    found = _DATE.match(cleaned)
    try:
        if not found:
            return date.fromisoformat(cleaned)
        year = int(found[3]) + (2000 if len(found[3]) == 2 else 0)
        return date(year, int(found[2]), int(found[1]))
    except ValueError:
        raise NotADate(text=text) from None


def short_date(day: date | None) -> str:
    """07/05/2024, or nothing for no date."""
    return f"{day:%d/%m/%Y}" if day else ""


def formal_day(day: date) -> tuple[str, str, str]:
    """Day, month, year as documents write them: a 0 only before days below 10 and months 1 and 2.

    Source: Nghị định 30/2020/NĐ-CP, phụ lục I, phần I, mục II, khoản 4b.
    """
    number = f"{day.month:02d}" if day.month < 3 else str(day.month)
    return f"{day.day:02d}", number, str(day.year)
