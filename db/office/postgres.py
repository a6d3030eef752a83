"""An office of a province or a country: PostgreSQL, alone, replicated or spread by school with Citus."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from db.office.engine import Office, Row, replacing
from db.office.errors import NoOfficeDatabase, PostgresMissing, SchoolRefused
from db.office.schema import Table

if TYPE_CHECKING:
    import psycopg

CONNECT_SECONDS = 10
SHAPE_LOCK = 0x10A  # one program at a time makes the tables


class PostgresOffice(Office):
    """A line to the server of ``url``."""

    text = 'text COLLATE "C"'  # ids and days sort by their bytes, as in SQLite

    def __init__(self, url: str) -> None:
        self.address = without_password(url)
        self._line = _connected(url)
        try:
            self._line.execute("SELECT pg_advisory_lock(%s)", (SHAPE_LOCK,))
            self.bring_up()
        finally:
            self._line.execute("SELECT pg_advisory_unlock(%s)", (SHAPE_LOCK,))

    def rows(self, question: str, *facts: object) -> list[Row]:
        with _line_told():
            return self._line.execute(_marked(question), facts).fetchall()

    def run(self, statement: str, *facts: object) -> None:
        with _line_told():
            self._line.execute(_marked(statement), facts)

    def note(self, statement: str, *facts: object) -> None:
        with _line_told(), self._line.pipeline(), self._line.transaction():
            self._line.execute("SET LOCAL synchronous_commit = off")
            self._line.execute(_marked(statement), facts)

    def add(self, table: Table, rows: Sequence[Row]) -> None:
        with self._line.cursor().copy(_sql(f"COPY {table.name} ({', '.join(table.all)}) FROM STDIN")) as copy:
            for row in rows:
                copy.write_row(row)

    def put(self, table: Table, rows: Sequence[Row]) -> None:
        if rows:
            statement = f"INSERT INTO {table.name} SELECT * FROM {_given(table.all)} {replacing(table)}"
            self._line.execute(_sql(statement), [_as_json(table.all, rows)])

    def take_out(self, table: Table, keys: Sequence[Row]) -> None:
        if keys:
            statement = (
                f"DELETE FROM {table.name} WHERE ({', '.join(table.key)}) IN (SELECT * FROM {_given(table.key)})"
            )
            self._line.execute(_sql(statement), [_as_json(table.key, keys)])

    @contextmanager
    def claim(self, school_id: str) -> Iterator[bool]:
        ours = bool(self.rows("SELECT pg_try_advisory_lock(hashtextextended(?, 0))", school_id)[0][0])
        try:
            yield ours
        finally:
            if ours and not self._line.closed:
                self.rows("SELECT pg_advisory_unlock(hashtextextended(?, 0))", school_id)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        import psycopg

        try:
            with _line_told(), self._line.transaction():
                yield
        except (psycopg.DataError, psycopg.IntegrityError, UnicodeError) as error:
            raise SchoolRefused(str(error)) from error

    def size(self) -> int:
        return int(self.rows("SELECT pg_database_size(current_database())")[0][0])

    def close(self) -> None:
        self._line.close()


@contextmanager
def _line_told() -> Iterator[None]:
    """A line that broke, or a server that stopped, told as ours."""
    import psycopg

    try:
        yield
    except psycopg.OperationalError as error:
        raise NoOfficeDatabase(str(error).strip()) from error


def _connected(url: str) -> psycopg.Connection[Row]:
    try:
        import psycopg  # heavy, and needed by offices only
    except ImportError as error:
        raise PostgresMissing from error
    try:
        # Never prepared: a plan made while a table was empty would read all of it for ever after.
        return psycopg.connect(
            url, autocommit=True, prepare_threshold=None, connect_timeout=CONNECT_SECONDS, application_name="loa office"
        )
    except (psycopg.Error, ValueError) as error:
        password = urlsplit(url).password
        why = str(error).replace(password, "***") if password else str(error)
        raise NoOfficeDatabase(why.strip()) from error


def _given(columns: Mapping[str, str]) -> str:
    """Rows handed over as one text: four times as quick as arrays, which are written sign by sign."""
    kinds = ", ".join(f"{name} {kind}" for name, kind in columns.items())
    return f"json_to_recordset(%s::json) AS given ({kinds})"


def _as_json(columns: Mapping[str, str], rows: Sequence[Row]) -> str:
    return json.dumps([dict(zip(columns, row, strict=True)) for row in rows], ensure_ascii=False)


def without_password(url: str) -> str:
    """``postgresql://office@host/db``: fit to be shown and logged."""
    parts = urlsplit(url)
    name = f"{parts.username}@" if parts.username else ""
    host = f"{name}{parts.hostname or ''}{f':{parts.port}' if parts.port else ''}"
    return f"{parts.scheme}://{host}{parts.path}"


def _marked(statement: str) -> Any:
    return _sql(statement.replace("%", "%%").replace("?", "%s"))


def _sql(statement: str) -> Any:
    """psycopg asks for literal text; ours is put together here from names of the schema alone."""
    return statement
