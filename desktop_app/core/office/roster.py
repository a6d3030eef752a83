"""The list of schools an office waits for: a table saved from a spreadsheet, taken in whole each time."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

from db.office.engine import Office
from db.office.schema import ROSTER
from db.text import fold, nfc
from desktop_app.core.errors import UserError
from desktop_app.core.i18n import N_
from desktop_app.core.office.credentials import is_school
from desktop_app.core.office.records import LONGEST, plain

NAMES = {
    "id": ("id", "ma", "ma truong"),
    "name": ("name", "ten", "ten truong", "truong"),
    "place": ("place", "xa", "dia ban", "xa/phuong"),
    "phone": ("phone", "dien thoai", "so dien thoai", "sdt"),
}
"""What the columns may be called, folded."""
MOST_BYTES = 32 << 20


class RosterUnreadable(UserError):
    message = N_("The list of schools cannot be read: {why}.")
    hint = N_("Save the sheet as CSV (UTF-8) with the columns “Mã trường” and “Tên trường”.")


class NotASchoolsLine(UserError):
    message = N_("Line {line}: “{text}” is not the id of a school.")
    hint = N_("Nothing of the list was taken in. Each school finds its id in its settings.")


def read_roster(file: Path) -> list[tuple[str, str, str, str]]:
    """The schools of a CSV: id, name, place, telephone. Raises RosterUnreadable or NotASchoolsLine."""
    rows = list(_rows(file))
    columns = _columns(rows[0] if rows else [])
    if "id" not in columns or "name" not in columns:
        raise RosterUnreadable(why=file.name)
    schools: dict[str, tuple[str, str, str, str]] = {}
    for number, row in enumerate(rows[1:], start=2):
        id_, name, place, phone = (_cell(row, columns.get(kind)) for kind in NAMES)
        if not is_school(id_.lower()):
            raise NotASchoolsLine(line=number, text=id_)
        schools[id_.lower()] = (id_.lower(), name, place, phone)
    return list(schools.values())


def _rows(file: Path) -> Iterator[list[str]]:
    try:
        text = file.read_bytes()[:MOST_BYTES].decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise RosterUnreadable(why=file.name) from error
    separator = max(";,\t", key=text.partition("\n")[0].count)
    return (row for row in csv.reader(io.StringIO(text), delimiter=separator) if any(row))


def _columns(head: list[str]) -> dict[str, int]:
    called = [fold(word) for word in head]
    return {
        kind: place for kind, names in NAMES.items() for place, word in reversed([*enumerate(called)]) if word in names
    }


def _cell(row: list[str], place: int | None) -> str:
    return plain(nfc(row[place].strip()))[:LONGEST] if place is not None and place < len(row) else ""


def keep_roster(office: Office, schools: list[tuple[str, str, str, str]]) -> int:
    """Make this the list, in place of the one before; answers how many schools. Their work is not touched."""
    with office.transaction():
        before = {row[0] for row in office.rows("SELECT school_id FROM roster")}
        office.put(ROSTER, schools)
        office.take_out(ROSTER, [(id_,) for id_ in sorted(before - {school[0] for school in schools})])
    return len(schools)
