"""Twins at the office: what two PCs of a school both made, such as the same photo, is counted once.

By the very rule the PCs join them by (core.sync.twins), so an office counts what the school itself shows. Records
stay as they came, each by itself; they are joined anew whenever lines are drawn.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cache

from db import rows
from db.journal import PRESENCE
from db.rows import Link
from desktop_app.core.office.counting import Rows
from desktop_app.core.office.records import FIELDS, INSTANT, Fields, read_fields
from desktop_app.core.sync.knowledge import Row
from desktop_app.core.sync.twins import filled_up, names, presence_of

StandIns = dict[Row, str]
"""Of records that are not shown: the id of the one that is shown for them."""


def joined(tables: Mapping[str, Rows]) -> dict[str, Rows]:
    """A school's rows as its PCs show them: of twins the first born, and references lead to what is shown."""
    shown, instead = dict(tables), StandIns()
    for table in sorted(tables, key=lambda name: rows.shapes()[name].place):  # wholes before their parts
        if rows.may_have_twins(table):
            shown[table] = _first_born(table, _led(shown, table, instead), instead)
        shown[table] = _led(shown, table, instead)  # records of one table may refer to each other
    return shown


def _first_born(table: str, standing: Rows, instead: StandIns) -> Rows:
    """The rows without those that a twin stands for; ``instead`` learns which."""
    shown = dict(standing)
    for first, *others in _classes(table, standing):
        shown[first] = _words_of_all(table, [standing[id_] for id_ in (first, *others)])
        for other in others:
            del shown[other]
            instead[table, other] = first
    return shown


def _classes(table: str, standing: Rows) -> list[list[str]]:
    """The ids of rows with one name, first born first; a row of which only a part has come yet has no name."""
    found: dict[object, list[str]] = defaultdict(list)
    for id_, fields in standing.items():
        for name in names(table, fields):
            if fields.keys() >= {*name[0]}:
                found[name].append(id_)
    return [sorted(ids) for ids in found.values() if len(ids) > 1]


def _words_of_all(table: str, told: list[Fields]) -> Fields:
    words = filled_up(told, _said_by_nobody(table))
    return words | {PRESENCE: presence_of([fields.get(PRESENCE) for fields in told])}


@cache
def _said_by_nobody(table: str) -> Fields:
    """What the columns hold by themselves. An instant is nobody's: it is the moment a record was made."""
    told = {name: value for name, value in rows.defaults(table).items() if FIELDS[table].get(name) != INSTANT}
    return read_fields(table, told)


# ---------------------------------------------------------------- references


def _led(shown: Mapping[str, Rows], table: str, instead: StandIns) -> Rows:
    """The rows of ``table``, their references led to what is shown, or nowhere where it may be missing and is."""
    led = shown[table]
    for link in _links(table):
        targets = {id_: _target(link, fields, shown[link.parent], instead) for id_, fields in led.items()}
        led = {id_: {**fields, link.column: targets[id_]} for id_, fields in led.items()}
    return led


def _target(link: Link, fields: Fields, parents: Rows, instead: StandIns) -> str | None:
    told = fields.get(link.column)
    id_ = instead.get((link.parent, str(told)), str(told)) if told else None
    return None if link.loose and id_ not in parents else id_


@cache
def _links(table: str) -> tuple[Link, ...]:
    """The references an office keeps to records that may have twins."""
    links = (link for link in rows.shapes()[table].links if link.column in FIELDS[table] and link.parent in FIELDS)
    return tuple(link for link in links if rows.may_have_twins(link.parent))
