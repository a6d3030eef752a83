"""An office of tens of schools: one file, no server."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from db.office.engine import Office, Row, replacing, where
from db.office.errors import NoOfficeDatabase, SchoolRefused
from db.office.schema import Table
from db.write_ahead import keep_write_ahead

BUSY_SECONDS = 60.0
DURABLE, IN_ORDER = "PRAGMA synchronous = full", "PRAGMA synchronous = normal"


class SqliteOffice(Office):
    """The file at ``path``, made if new. Several programs take turns by the file's own lock."""

    tail = " WITHOUT ROWID"

    def __init__(self, path: Path) -> None:
        self.address = str(path)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._file = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)
            keep_write_ahead(self._file, BUSY_SECONDS)
            self._file.execute(DURABLE)
            with self.transaction():
                self.bring_up()
        except (OSError, sqlite3.Error) as error:
            raise NoOfficeDatabase(str(error)) from error

    def rows(self, question: str, *facts: object) -> list[Row]:
        return self._file.execute(question, facts).fetchall()

    def run(self, statement: str, *facts: object) -> None:
        self._file.execute(statement, facts)

    def note(self, statement: str, *facts: object) -> None:
        self._file.execute(IN_ORDER)
        try:
            self._file.execute(statement, facts)
        finally:
            self._file.execute(DURABLE)

    def add(self, table: Table, rows: Sequence[Row]) -> None:
        marks = ", ".join("?" * len(table.all))
        self._file.executemany(f"INSERT INTO {table.name} VALUES ({marks})", rows)

    def put(self, table: Table, rows: Sequence[Row]) -> None:
        marks = ", ".join("?" * len(table.all))
        self._file.executemany(f"INSERT INTO {table.name} VALUES ({marks}) {replacing(table)}", rows)

    def take_out(self, table: Table, keys: Sequence[Row]) -> None:
        self._file.executemany(f"DELETE FROM {table.name} WHERE {where(table.key)}", keys)

    @contextmanager
    def claim(self, school_id: str) -> Iterator[bool]:
        """Always ours: two readers of one school do the work twice, and the file keeps it once."""
        yield True

    @contextmanager
    def transaction(self) -> Iterator[None]:
        self._file.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException as error:
            self._file.execute("ROLLBACK")
            if isinstance(error, (sqlite3.IntegrityError, sqlite3.DataError, OverflowError, UnicodeError)):
                raise SchoolRefused(str(error)) from error
            if isinstance(error, sqlite3.OperationalError):  # no room, or another program holds it too long
                raise NoOfficeDatabase(str(error)) from error
            raise
        self._file.execute("COMMIT")

    def size(self) -> int:
        pages, page = self.rows("PRAGMA page_count")[0][0], self.rows("PRAGMA page_size")[0][0]
        return int(pages * page)

    def close(self) -> None:
        self._file.close()
