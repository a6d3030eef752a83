"""Any record by the names of its table and columns: for work that comes from other PCs and is the same for all tables.

Names come from the models alone, never from a file or a line; values are always bound.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

import peewee

from db.connection import database
from db.journal import LOCAL_TABLES, columns, name, synced_models
from db.models import MODELS, Record

OWN_QUEUES = LOCAL_TABLES - {"savepoint"}
"""What waits on this PC only does not keep a record; words not saved yet do."""


class Link(NamedTuple):
    """A reference of ``column`` of ``table`` to ``parent``; a ``loose`` one may be let go (ON DELETE SET NULL)."""

    table: str
    column: str
    parent: str
    loose: bool


class Shape(NamedTuple):
    """A table that travels: ``place`` parents first, ``keys`` the columns of which no two records have the same."""

    place: int
    columns: frozenset[str]
    links: tuple[Link, ...]
    keys: tuple[tuple[str, ...], ...]


@cache
def shapes() -> dict[str, Shape]:
    """Every table that travels, by its name."""
    return {table: _shape(place, model) for place, (table, model) in enumerate(synced_models().items())}


def _shape(place: int, model: type[Record]) -> Shape:
    return Shape(place, frozenset(columns(model)), tuple(_links(model)), tuple(_keys(model)))


def _links(model: Any) -> Iterator[Link]:
    for field in model._meta.sorted_fields:
        if isinstance(field, peewee.ForeignKeyField):
            yield Link(name(model), field.column_name, name(field.rel_model), field.on_delete == "SET NULL")


def _keys(model: Any) -> Iterator[tuple[str, ...]]:
    if name(model) == "revision":  # numbered anew instead, see core.sync.numbering
        return
    for field in model._meta.sorted_fields:
        if field.unique:
            yield (field.column_name,)
    for index in model._meta.indexes:
        if isinstance(index, tuple) and index[1]:
            yield tuple(model._meta.fields[part].column_name for part in index[0])


def may_have_twins(table: str) -> bool:
    """Whether two records of the table can name the same thing."""
    return table in shapes() and bool(shapes()[table].keys)


@cache
def is_truth(table: str, column: str) -> bool:
    """Whether a column says yes or no."""
    return isinstance(synced_models()[table]._meta.columns.get(column), peewee.BooleanField)


@cache
def links_to(parent: str) -> tuple[Link, ...]:
    """Every reference that keeps or follows a record of ``parent``, those of savepoints too."""
    tables = [model for model in MODELS if issubclass(model, Record) and name(model) not in OWN_QUEUES]
    return tuple(link for model in tables for link in _links(model) if link.parent == parent)


@cache
def defaults(table: str) -> dict[str, Any]:
    """What the columns hold that nobody spoke of, as they lie in the file; None where there is no default."""
    fields = synced_models()[table]._meta.sorted_fields
    return {field.column_name: _default(field) for field in fields if field.column_name != "id"}


def _default(field: peewee.Field) -> Any:
    value = field.default() if callable(field.default) else field.default
    if value is None:
        return None if field.null else ""
    stored = field.db_value(value)
    return int(stored) if isinstance(stored, bool) else stored


# ---------------------------------------------------------------- reading and writing


def read(table: str, row_id: str) -> dict[str, Any] | None:
    """The record's columns as they lie in the file, or None."""
    names, question = _question(table)
    found = database.execute_sql(question, (row_id,)).fetchone()
    return dict(zip(names, found, strict=True)) if found else None


@cache
def _question(table: str) -> tuple[list[str], str]:
    names = sorted(shapes()[table].columns)
    return names, f"SELECT {', '.join(names)} FROM {table} WHERE id = ?"


def is_there(table: str, row_id: str) -> bool:
    return database.execute_sql(f"SELECT 1 FROM {table} WHERE id = ?", (row_id,)).fetchone() is not None


def count(table: str) -> int:
    return int(database.execute_sql(f"SELECT count(*) FROM {table}").fetchone()[0])


def write(table: str, row_id: str, values: Mapping[str, Any]) -> bool:
    """Make the record say ``values``; a new one gets defaults for the rest. Returns whether anything changed."""
    found = read(table, row_id)
    if found is None:
        _insert(table, {"id": row_id, **_hidden_defaults(table), **values})
        return True
    changed = {column: value for column, value in values.items() if not _same(found[column], value)}
    if changed:
        news = ", ".join(f"{column} = ?" for column in changed)
        database.execute_sql(f"UPDATE {table} SET {news} WHERE id = ?", (*changed.values(), row_id))
    return bool(changed)


def _same(kept: Any, value: Any) -> bool:
    """A real number travels as text and is a number again in its column."""
    if isinstance(kept, float) and isinstance(value, str):
        return repr(kept) == repr(float(value))
    return bool(kept == value) and (kept is None) == (value is None)


def _hidden_defaults(table: str) -> dict[str, Any]:
    return {**defaults(table), "version": 1}


def _insert(table: str, values: Mapping[str, Any]) -> None:
    marks = ", ".join("?" * len(values))
    statement = f"INSERT INTO {table} ({', '.join(values)}) VALUES ({marks})"
    database.execute_sql(statement, tuple(values.values()))


def remove(table: str, row_id: str) -> None:
    database.execute_sql(f"DELETE FROM {table} WHERE id = ?", (row_id,))


def rename(table: str, row_id: str, new_id: str) -> None:
    """Give a record the id of its twin; what refers to it must follow before the transaction ends."""
    database.execute_sql(f"UPDATE {table} SET id = ? WHERE id = ?", (new_id, row_id))
    database.execute_sql("UPDATE search_entry SET record_id = ? WHERE record_id = ?", (new_id, row_id))
    database.execute_sql("UPDATE search_entry SET of_id = ? WHERE of_id = ?", (new_id, row_id))


def referring(table: str, row_id: str) -> list[tuple[Link, str]]:
    """Every record that refers to this one: by which reference, and its id."""
    found = []
    for link in links_to(table):
        rows = database.execute_sql(f"SELECT id FROM {link.table} WHERE {link.column} = ?", (row_id,)).fetchall()
        found += [(link, str(row[0])) for row in rows]
    return found


def lead_elsewhere(link: Link, row_id: str, old_id: str, new_id: str) -> None:
    """Let a record's reference follow; one that says by now what another says already goes, since it is its twin."""
    followed = f"UPDATE OR IGNORE {link.table} SET {link.column} = ? WHERE id = ? AND {link.column} = ?"
    database.execute_sql(followed, (new_id, row_id, old_id))
    database.execute_sql(f"DELETE FROM {link.table} WHERE id = ? AND {link.column} = ?", (row_id, old_id))


def references_wait() -> None:
    """Until this transaction ends a reference may lead nowhere."""
    database.execute_sql("PRAGMA defer_foreign_keys = ON")


Refused = (peewee.IntegrityError, peewee.OperationalError, sqlite3.IntegrityError)
"""What the file raises for a record that its rules do not let in."""


def capture(on: bool) -> None:
    """Whether the file writes changes down; switched within one transaction only (db.journal)."""
    database.execute_sql("UPDATE sync_self SET capturing = ?", (int(on),))
