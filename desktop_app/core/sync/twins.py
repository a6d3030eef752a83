"""Twins: two PCs made the same thing, such as a photo with the same bytes. One is shown; neither is forgotten.

Which one, and with which words, follows from the events alone, so every PC comes to the same.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from db import database, rows
from desktop_app.core.sync.knowledge import GONE, Knowledge, Row, rows_standing_for

# ---------------------------------------------------------------- the rule, whoever keeps the records

Name = tuple[tuple[str, ...], tuple[Any, ...]]
"""The columns of a unique key and their values: two records with one name are the same thing."""


def names(table: str, values: Mapping[str, Any]) -> list[Name]:
    """What names a record of which these are the values, its references leading to what is shown."""
    return [(key, tuple(values.get(part) for part in key)) for key in rows.shapes()[table].keys]


def filled_up(told: Sequence[Mapping[str, Any]], empty: Mapping[str, Any]) -> dict[str, Any]:
    """What the first says, filled up by the others where it says nothing or only what nobody said (``empty``)."""
    return {
        field: next((values[field] for values in told if values.get(field) not in (None, empty.get(field))), value)
        for field, value in told[0].items()
    }


def presence_of(told: Sequence[Any]) -> Any:
    """Nothing in the way (None or 0) if one of the living is there; else since when the first is away."""
    return next((away for away in told if not away), told[0])


# ---------------------------------------------------------------- on a PC


def stand_in(row: Row) -> Row:
    """The record that is shown for this one; usually itself."""
    if not rows.may_have_twins(row[0]):
        return row
    found = database.execute_sql("SELECT stands_for FROM sync_row WHERE table_name = ? AND row_id = ?", row).fetchone()
    return (row[0], str(found[0])) if found and found[0] else row


def with_stand_ins(table: str, values: Mapping[str, Any]) -> dict[str, Any]:
    """The values, each reference leading to a record that is shown."""
    told = dict(values)
    for link in rows.shapes()[table].links:
        if told.get(link.column):
            told[link.column] = stand_in((link.parent, told[link.column]))[1]
    return told


class Class(NamedTuple):
    """Records that name the same thing: those that are there, first born first, and those that were deleted."""

    living: list[Row]
    gone: list[Row]


def claim(knowledge: Knowledge, row: Row) -> tuple[Class, set[Row]]:
    """Write down what names this record; returns its twins, itself among them, and those it is a twin of no more."""
    table, id_ = row
    if not rows.may_have_twins(table):
        return _class(knowledge, {row}), set()
    before = _companions(row)
    database.execute_sql("DELETE FROM sync_key WHERE table_name = ? AND row_id = ?", row)
    for key in _keys(knowledge, row):
        database.execute_sql("INSERT OR IGNORE INTO sync_key VALUES (?, ?, ?)", (table, key, id_))
    now = _companions(row)
    return _class(knowledge, {row, *now}), before - now


def _class(knowledge: Knowledge, members: set[Row]) -> Class:
    gone = {member for member in members if knowledge.presence(member) == GONE}
    return Class(sorted(members - gone), sorted(gone))


def living_twins(knowledge: Knowledge, row: Row) -> list[Row]:
    """The twins that are not shown because ``row`` is."""
    return [twin for twin in rows_standing_for(row) if knowledge.presence(twin) != GONE]


def _keys(knowledge: Knowledge, row: Row) -> list[str]:
    return [json.dumps(name) for name in names(row[0], with_stand_ins(row[0], knowledge.values(row)))]


def _companions(row: Row) -> set[Row]:
    found = database.execute_sql(
        "SELECT DISTINCT other.row_id FROM sync_key AS mine JOIN sync_key AS other "
        "ON other.table_name = mine.table_name AND other.key = mine.key "
        "WHERE mine.table_name = ? AND mine.row_id = ? AND other.row_id <> mine.row_id",
        row,
    ).fetchall()
    return {(row[0], str(other)) for (other,) in found}


def settle_places(found: Class) -> list[Row]:
    """Let the first born that is there stand for its twins; returns whose place changed."""
    first = found.living[0][1] if found.living else None
    if not rows.may_have_twins((found.living or found.gone)[0][0]):
        return []
    return [
        member for member in (*found.living, *found.gone) if _set_place(member, first if member[1] != first else None)
    ]


def _set_place(row: Row, stands_for: str | None) -> bool:
    done = database.execute_sql(
        "UPDATE sync_row SET stands_for = ? WHERE table_name = ? AND row_id = ? AND stands_for IS NOT ?",
        (stands_for, *row, stands_for),
    )
    return bool(done.rowcount)


def words_of_all(knowledge: Knowledge, members: list[Row]) -> dict[str, Any]:
    """What the first says, filled up by the others where it says nothing."""
    told = [with_stand_ins(member[0], knowledge.values(member)) for member in members]
    return filled_up(told, rows.defaults(members[0][0]))


def presence_of_all(knowledge: Knowledge, members: list[Row]) -> str | None:
    """There if one of them is there."""
    away: str | None = presence_of([knowledge.presence(member) for member in members])
    return away
