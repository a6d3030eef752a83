"""A class list as it is pasted from Excel or typed: a pupil a line, with the day of birth and the guardian."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from db.text import fold, nfc
from desktop_app.core.consent import ConsentGiven

HEADINGS = ("ho va ten", "ho ten", "ten hoc sinh", "hoc sinh", "stt")
"""A first line that begins so is the table's head (folded)."""
_CELLS = re.compile(r"\t|;|\|")
_DAY = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})|(\d{4})-(\d{1,2})-(\d{1,2})")
_NUMBER = re.compile(r"\d{1,3}[.)]?")


class Pupil(NamedTuple):
    """One line: the name, the day of birth where one is given, the guardian's name ("" where none is)."""

    name: str
    born: date | None = None
    guardian: str = ""


class ClassList(NamedTuple):
    """The pupils in their order, each once; ``odd`` are lines that name nobody or a day that does not exist."""

    pupils: tuple[Pupil, ...]
    odd: tuple[str, ...]


def read_class_list(text: str) -> ClassList:
    """Read pasted lines; cells stand apart by tabs, semicolons or bars, a leading number is the line's own."""
    pupils: dict[tuple[str, date | None], Pupil] = {}
    odd: list[str] = []
    for line in nfc(text).splitlines():
        cells = [cell.strip() for cell in _CELLS.split(line) if cell.strip()]
        if not cells or fold(cells[0]).startswith(HEADINGS):
            continue
        pupil = _pupil(cells)
        if pupil is None:
            odd.append(line.strip())
        else:
            pupils.setdefault((fold(pupil.name), pupil.born), pupil)
    return ClassList(tuple(pupils.values()), tuple(odd))


def _pupil(cells: list[str]) -> Pupil | None:
    if len(cells) > 1 and _NUMBER.fullmatch(cells[0]):
        cells = cells[1:]
    days = [cell for cell in cells if _DAY.fullmatch(cell)]
    words = [cell for cell in cells if cell not in days and any(sign.isalpha() for sign in cell)]
    born = _day(days[0]) if days else None
    if not words or (days and born is None):
        return None
    return Pupil(words[0], born, words[1] if len(words) > 1 else "")


def _day(cell: str) -> date | None:
    """The day in a cell, day first as it is written here; None for one that does not exist or lies ahead."""
    found = _DAY.fullmatch(cell)
    assert found is not None, "only cells that fit are asked"
    day, month, year, other_year, other_month, other_day = found.groups()
    try:
        born = date(int(year or other_year), int(month or other_month), int(day or other_day))
    except ValueError:
        return None
    return born if born <= date.today() else None


def consents_for(pupils: tuple[Pupil, ...], all_alike: ConsentGiven) -> list[ConsentGiven]:
    """A consent for each pupil; class, channels, days and ticks are those of ``all_alike``."""
    return [
        ConsentGiven(
            subject=pupil.name,
            guardian_name=pupil.guardian or all_alike.guardian_name,
            guardian_ok=all_alike.guardian_ok,
            child_ok=all_alike.child_ok,
            channels=all_alike.channels,
            given_on=all_alike.given_on,
            birth_date=pupil.born,
            class_name=all_alike.class_name,
            expires_on=all_alike.expires_on,
            form_place=all_alike.form_place,
        )
        for pupil in pupils
    ]
