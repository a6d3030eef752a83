"""The office's database, whichever engine keeps it: the few words that the rooms above need."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from typing import Any

from db.office.errors import OfficeIsNewer
from db.office.schema import FORMAT, INDEXES, RECORDS_SINCE, TABLES, Table, definition

Row = tuple[Any, ...]


class Office(ABC):
    """An open database. Statements write ``?`` for a value; nothing is kept outside ``transaction``."""

    address: str
    """Where it is, without its password."""

    text = "text"
    tail = ""

    def bring_up(self) -> None:
        """Make what is not there yet. Raises OfficeIsNewer."""
        self.run("CREATE TABLE IF NOT EXISTS office (format bigint NOT NULL)")
        formats = [row[0] for row in self.rows("SELECT format FROM office")]
        if any(number > FORMAT for number in formats):
            raise OfficeIsNewer(self.address)
        if FORMAT in formats:
            return
        for table in TABLES:
            self.run(definition(table, self.text, self.tail))
        for index in INDEXES:
            self.run(index)
        if any(number < RECORDS_SINCE for number in formats):
            self.run("INSERT INTO redraw SELECT DISTINCT school_id FROM segment WHERE true ON CONFLICT DO NOTHING")
        self.run("DELETE FROM office")
        self.run("INSERT INTO office VALUES (?)", FORMAT)

    @abstractmethod
    def rows(self, question: str, *facts: object) -> list[Row]:
        """All rows of an answer."""

    @abstractmethod
    def run(self, statement: str, *facts: object) -> None:
        """Do one statement."""

    @abstractmethod
    def note(self, statement: str, *facts: object) -> None:
        """Do one statement by itself, without waiting for the disk: where a power cut undoes it, it is done again."""

    @abstractmethod
    def add(self, table: Table, rows: Sequence[Row]) -> None:
        """Put in rows that are not there yet, in the order of the table's columns."""

    @abstractmethod
    def put(self, table: Table, rows: Sequence[Row]) -> None:
        """Put in rows, in place of those with the same key."""

    @abstractmethod
    def take_out(self, table: Table, keys: Sequence[Row]) -> None:
        """Delete the rows with these keys."""

    @abstractmethod
    def claim(self, school_id: str) -> AbstractContextManager[bool]:
        """Whether this school is ours until the end of the block; no, where another program is at it now."""

    @abstractmethod
    def transaction(self) -> AbstractContextManager[None]:
        """All or nothing. Raises SchoolRefused where the database does not take a value."""

    @abstractmethod
    def size(self) -> int:
        """Bytes on the disk, indexes and all."""

    @abstractmethod
    def close(self) -> None:
        """Let go of the file or the line."""


def where(columns: Iterable[str]) -> str:
    """``a = ? AND b = ?``."""
    return " AND ".join(f"{name} = ?" for name in columns)


def replacing(table: Table) -> str:
    """What an INSERT does with a key that is there: the new columns win."""
    news = ", ".join(f"{name} = excluded.{name}" for name in table.columns)
    return f"ON CONFLICT ({', '.join(table.key)}) DO UPDATE SET {news}"
