"""Opening the office's database by its address."""

from __future__ import annotations

from pathlib import Path

from db.office.engine import Office
from db.office.errors import NoOfficeDatabase
from db.office.postgres import PostgresOffice
from db.office.sqlite import SqliteOffice

SQLITE = "sqlite:///"
POSTGRES = ("postgresql://", "postgres://")


def open_office(url: str) -> Office:
    """``sqlite:///office.db`` (beside us), ``sqlite:////srv/office.db`` (from the root), ``postgresql://…``.

    Raises NoOfficeDatabase, OfficeIsNewer or PostgresMissing.
    """
    if url.startswith(SQLITE):
        return SqliteOffice(Path(url.removeprefix(SQLITE)))
    if url.startswith(POSTGRES):
        return PostgresOffice(url)
    raise NoOfficeDatabase(url.split("://", maxsplit=1)[0])
