"""From a school's merged rows to the lines an office reads: months, articles, pictures, opinions, incidents, reports.

Each line follows from the rows alone, so that whoever asks last finds the same lines as whoever asked first.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import NamedTuple

from db.office.engine import Office, Row
from db.office.schema import ARTICLE, INCIDENT, MEDIA, MONTH, OPINION, RECORD, REPORT, SCHOOL, Table
from desktop_app.core.office.arrivals import Event
from desktop_app.core.office.counting import COUNTED_TABLES, Counted, Rows, count, is_material
from desktop_app.core.office.records import FIELDS, Change, Fields, Value, fields_of, merged
from desktop_app.core.office.twins import joined
from desktop_app.core.periods import Month

MOST = 10**9


def project(office: Office, school_id: str, events: Iterable[Event]) -> None:
    """Let these events speak: merge them into the school's rows and bring its lines up to date."""
    changes: dict[tuple[str, str], list[Change]] = defaultdict(list)
    for event in events:
        if event.fields:
            changes[event.table, event.row].append(Change(event.lamport, event.id, event.fields, event.over))
    if changes:
        touched = {table for table, _ in changes}
        _project(office, school_id, _merge(office, school_id, _needed(touched), changes), touched)


def _needed(touched: set[str]) -> list[str]:
    """The tables whose lines have to be drawn anew."""
    return sorted(touched | {*COUNTED_TABLES} if touched & {*COUNTED_TABLES} else touched)


def _merge(
    office: Office, school_id: str, names: list[str], changes: Mapping[tuple[str, str], list[Change]]
) -> dict[str, Rows]:
    marks = ", ".join("?" * len(names))
    question = f"SELECT table_name, row_id, layers FROM record WHERE school_id = ? AND table_name IN ({marks})"
    kept = {(table, row): layers for table, row, layers in office.rows(question, school_id, *names)}
    fresh = {place: merged(kept.get(place, ""), said) for place, said in changes.items()}
    office.put(
        RECORD, [(school_id, *place, row.layers) for place, row in fresh.items() if kept.get(place) != row.layers]
    )
    standing = {place: fields_of(layers) for place, layers in kept.items() if place not in fresh}
    standing |= {place: row.fields for place, row in fresh.items()}
    tables: dict[str, dict[str, Fields]] = {name: {} for name in FIELDS}
    for (table, id_), fields in standing.items():
        if fields is not None:
            tables[table][id_] = fields
    return dict(tables)


def _project(office: Office, school_id: str, kept: Mapping[str, Rows], touched: set[str]) -> None:
    tables = joined(kept)
    if school_id in tables["school"]:
        office.put(SCHOOL, [(school_id, *_school(tables["school"][school_id]))])
    for view in VIEWS:
        if view.table in touched:
            _replace(office, view.lines, school_id, [(id_, *view.line(row)) for id_, row in tables[view.table].items()])
    if touched & {*COUNTED_TABLES}:
        counted = count(tables)
        _replace(office, MONTH, school_id, _month_lines(counted))
        _replace(office, ARTICLE, school_id, _article_lines(tables["article"], counted))
        _replace(office, MEDIA, school_id, _media_lines(tables["media_asset"], counted))


def _replace(office: Office, table: Table, school_id: str, lines: Iterable[Row]) -> None:
    """Make ``lines`` (without the school) all this school has in ``table``, writing only what differs."""
    was = {row[1:] for row in office.rows(f"SELECT * FROM {table.name} WHERE school_id = ?", school_id)}
    now = {*lines}
    gone = {row[0] for row in was} - {row[0] for row in now}
    office.put(table, [(school_id, *row) for row in sorted(now - was)])
    office.take_out(table, [(school_id, id_) for id_ in sorted(gone)])


# ---------------------------------------------------------------- lines


class View(NamedTuple):
    """A table of the school's that becomes lines of ours, one for one; a row in the bin says so or is no line."""

    table: str
    lines: Table
    line: Callable[[Fields], Row]


def _school(row: Fields) -> Row:
    return (*(_text(row, name) for name in ("name", "short_name", "place", "phone")), _number(row, "is_sample"))


def _opinion(row: Fields) -> Row:
    texts = (_month(row, "received_at"), *(_text(row, name) for name in ("source_group", "kind")))
    return (*texts, _state(row), _text(row, "due_on"), _number(row, "is_private"), _number(row, "severity", 1))


def _incident(row: Fields) -> Row:
    return (_month(row, "detected_at"), _state(row), _number(row, "severity", 1), _number(row, "is_misinformation"))


def _report(row: Fields) -> Row:
    texts = (_text(row, "kind"), _text(row, "period"), _state(row), _text(row, "signed_on"))
    return (*texts, _number(row, "edition", 1))


VIEWS = (
    View("opinion_item", OPINION, _opinion),
    View("incident", INCIDENT, _incident),
    View("report", REPORT, _report),
)


def _month_lines(counted: Counted) -> list[Row]:
    return [
        (
            str(page.month),
            page.state,
            first.isoformat(),
            last.isoformat(),
            *(min(number, MOST) for number in (page.articles.have, page.articles.need)),
            *(min(number, MOST) for number in (page.materials.have, page.materials.need)),
        )
        for page, first, last in counted.months
    ]


def _article_lines(rows: Rows, counted: Counted) -> list[Row]:
    return [
        (id_, _text(row, "title"), _state(row), *_when(counted.articles.get(id_)))
        for id_, row in rows.items()
    ]  # fmt: skip


def _when(found: tuple[Month, date] | None) -> tuple[str, str]:
    return (str(found[0]), found[1].isoformat()) if found else ("", "")


def _media_lines(rows: Rows, counted: Counted) -> list[Row]:
    return [
        (id_, _text(row, "kind"), str(counted.materials.get(id_, "")), int(is_material(row)), _number(row, "bytes"))
        for id_, row in rows.items()
        if not row.get("deleted_at")
    ]


def _state(row: Fields) -> str:
    return "deleted" if row.get("deleted_at") else _text(row, "state")


def _month(row: Fields, name: str) -> str:
    return _text(row, name)[:7]


def _text(row: Fields, name: str) -> str:
    return str(row.get(name) or "")


def _number(row: Fields, name: str, otherwise: int = 0) -> int:
    value: Value = row.get(name)
    return value if isinstance(value, int) else otherwise
