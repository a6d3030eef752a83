"""Dates as people write them: 07/5/2024, 5.9.26, ngày 12 tháng 3 năm 2024; and years, năm học 2023-2024."""

from __future__ import annotations

import re
from datetime import date

_DATE = re.compile(
    r"(?<![\d/])(\d{1,2})\s*([/.-])\s*(\d{1,2})\s*\2\s*(\d{4}|\d{2})(?!\d)"
    r"|ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})",
    re.IGNORECASE,
)
_SCHOOL_YEAR = re.compile(r"năm\s+học:?\s+(\d{4})\s*[-–/]\s*(\d{4})", re.IGNORECASE)
_SPAN = re.compile(r"giai\s+đoạn\s+\d{4}\s*[-–]\s*\d{4}", re.IGNORECASE)
_YEAR = re.compile(r"năm\s+(\d{4})(?!\s*[-–/]\s*\d{4})", re.IGNORECASE)
_SHORT_YEARS = 2000


def dates_in(text: str) -> list[date]:
    """Every real date in ``text``, in order; 31/02/2024 is none."""
    found = (_date_of(match) for match in _DATE.finditer(text))
    return [day for day in found if day is not None]


def first_date(text: str) -> date | None:
    """The first date of ``text``."""
    return next(iter(dates_in(text)), None)


def _date_of(match: re.Match[str]) -> date | None:
    day, _sign, month, year, *spelled = match.groups()
    if day is None:
        day, month, year = spelled
    full = int(year) if len(year) == 4 else _SHORT_YEARS + int(year)
    try:
        return date(full, int(month), int(day))
    except ValueError:
        return None


def school_year_in(text: str) -> str:
    """ "2023-2024" from "năm học 2023 – 2024", or ""."""
    found = _SCHOOL_YEAR.search(text)
    return f"{found[1]}-{found[2]}" if found else ""


def year_in(text: str) -> str:
    """ "năm 2024" or "giai đoạn 2021-2025" as printed, or ""."""
    found = _SPAN.search(text) or _YEAR.search(text)
    return " ".join(found[0].split()) if found else ""


def first_year(label: str) -> int | None:
    """The first year a label names: 2023 of "2023-2024"."""
    found = re.search(r"\d{4}", label)
    return int(found[0]) if found else None
