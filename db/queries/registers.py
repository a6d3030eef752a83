"""Registers as they stand: the numbers taken in a year, where some are missing, and where one was used twice."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import NamedTuple

from db.connection import database


class EntryRow(NamedTuple):
    """A number of a register; without ``report_id`` it was used on paper, outside this program."""

    id: str
    number: int
    kind: str
    day: date | None
    about: str
    report_id: str
    period: str
    edition: int
    report_state: str
    by_name: str


class Oddities(NamedTuple):
    """What an inspector would ask about: numbers nobody used, used twice, and given to an earlier day than the last."""

    gaps: tuple[int, ...]
    doubles: tuple[int, ...]
    backwards: tuple[int, ...]


_ENTRIES = """
SELECT register_entry.id, register_entry.number, register_entry.kind, day, about, coalesce(report.id, ''),
  coalesce(report.period, ''), coalesce(report.edition, 0), coalesce(report.state, ''), by_name
FROM register_entry LEFT JOIN report ON report.id = report_id
WHERE register = ? AND year = ? AND register_entry.deleted_at IS NULL
  AND register_entry.state = 'used' ORDER BY register_entry.number DESC, register_entry.id DESC
"""
_FIRST = """
SELECT first FROM register_start WHERE register = ? AND year = ? AND deleted_at IS NULL ORDER BY id DESC LIMIT 1
"""


def entries(register: str, year: int) -> list[EntryRow]:
    """The numbers used in a register, the highest first."""
    rows = database.execute_sql(_ENTRIES, (register, year)).fetchall()
    return [EntryRow._make((*row[:3], _day(row[3]), *row[4:])) for row in rows]


def oddities(register: str, year: int) -> Oddities:
    """Gaps, doubles and days that run backwards in a register."""
    used = entries(register, year)[::-1]
    counted = Counter(row.number for row in used)
    numbers = range(min([_first(register, year), *counted]), max(counted, default=0))
    gaps = tuple(number for number in numbers if number not in counted)
    doubles = tuple(number for number, times in sorted(counted.items()) if times > 1)
    return Oddities(gaps, doubles, tuple(_backwards(used)))


def _backwards(used: list[EntryRow]) -> list[int]:
    found, latest = [], date.min
    for row in used:
        if row.day and row.day < latest:
            found.append(row.number)
        latest = max(latest, row.day or latest)
    return found


def register_years() -> list[int]:
    """Years in which any number was taken or any register began, the newest first."""
    rows = database.execute_sql(
        "SELECT year FROM register_entry WHERE deleted_at IS NULL UNION SELECT year FROM register_start "
        "WHERE deleted_at IS NULL AND register <> 'all' ORDER BY year DESC"
    ).fetchall()
    return [year for (year,) in rows]


def _first(register: str, year: int) -> int:
    row = database.execute_sql(_FIRST, (register, year)).fetchone()
    return int(row[0]) if row else 1


def _day(value: object) -> date | None:
    return date.fromisoformat(str(value)[:10]) if value else None
