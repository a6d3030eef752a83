"""What changed on this PC becomes events, and events become segments: sealed, numbered, never rewritten."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from db import database
from db.ids import new_id
from db.journal import PRESENCE, together
from db.models import SyncEvent, SyncSegment, SyncSelf
from db.opening import MIGRATIONS
from desktop_app import __version__
from desktop_app.core.sync import twins
from desktop_app.core.sync.brake import Removals
from desktop_app.core.sync.device import Device, this_device
from desktop_app.core.sync.knowledge import Knowledge, Row, Said, standing
from desktop_app.core.sync.segments import EVENTS, Event, Header

SETTLED = "settle"
"""A change that a person made with all sides before the eyes: it replaces them all."""


def take_down(knowledge: Knowledge, by_name: str) -> int:
    """Make events of all that the file wrote down; the first act of every transaction here. Returns how many.

    So each event replaces exactly what this PC showed when the change was made.
    """
    device = this_device()
    assert device
    changes = database.execute_sql(
        "SELECT id, table_name, row_id, act, base, fields, at FROM sync_change ORDER BY n"
    ).fetchall()
    removals, told = Removals(knowledge), 0
    for id_, table, row_id, act, base, fields, at in changes:
        row, news = (table, row_id), json.loads(fields)
        removes = (act == "delete" or news.get(PRESENCE) is not None) and _has_left(row)
        for event in _events(knowledge, id_, row, act, news, base=base, by=by_name, at=at):
            knowledge.hear(event, device.whose, None, event.line())
            twins.claim(knowledge, (event.table, event.row))
            told += 1
            if removes:
                removals.add((event.table, event.row), event.id)
    if changes:
        database.execute_sql("DELETE FROM sync_change")
    if removals.too_many():
        for id_ in removals.events:
            database.execute_sql("UPDATE sync_event SET braked = 1 WHERE id = ?", (id_,))
    return told


def _has_left(row: Row) -> bool:
    """Whether anyone else may know the record: what came and went between two segments nobody misses."""
    return (
        SyncEvent.select()
        .where(SyncEvent.table_name == row[0], SyncEvent.row_id == row[1], ~SyncEvent.seq.is_null())
        .exists()
    )


def _events(knowledge: Knowledge, id_: str, row: Row, act: str, told: dict[str, Any], **facts: Any) -> Iterator[Event]:
    """The event of a change; what puts a record away puts its hidden twins away with it."""
    yield _event(knowledge, id_, row, act, told, **facts)
    if act == "delete" or told.get(PRESENCE):
        away = {PRESENCE: told[PRESENCE]} if act != "delete" else {}
        for twin in twins.living_twins(knowledge, row):
            yield _event(knowledge, new_id(), twin, act, away, **facts)


def _event(
    knowledge: Knowledge, id_: str, row: Row, act: str, told: dict[str, Any], *, base: int, by: str, at: str
) -> Event:
    fields = list(told) if act != "delete" else [PRESENCE]
    everything, seen = act != "update", knowledge.heads if act == SETTLED else knowledge.seen
    over = {
        field: ids
        for field in fields
        if (ids := _replaced(row[0], field, seen(row, field), everything, len(fields) == 1))
    }
    return Event(id_, *row, "update" if act == SETTLED else act, base, told, over, by, at, knowledge.next_lamport())


def _replaced(table: str, field: str, heads: list[Said], everything: bool, alone: bool) -> list[str]:
    """What a person at this PC saw of a field's ``heads``, and so replaces. What was hidden stays in dispute.

    ``everything``: all sides were seen; of presence only where it was the question (``alone``), not a by-word.
    """
    if everything and (field != PRESENCE or alone or len(heads) < 2):
        return [head.id for head in heads]
    if field == PRESENCE:
        there = [head.id for head in heads if head.value(field) is None]
        return there or [head.id for head in heads if head.value(field) == standing(heads)]
    group = together(table, field)
    return [head.id for head in heads if all(head.value(part) == heads[0].value(part) for part in group)]


# ---------------------------------------------------------------- segments


def seal() -> int:
    """Put the events that wait into segments of at most EVENTS. Returns how many segments."""
    device = this_device()
    assert device
    waiting = [row[0] for row in database.execute_sql(_WAITING).fetchall()]
    for start in range(0, len(waiting), EVENTS):
        _seal_one(device._replace(seq=device.seq + 1 + start // EVENTS), waiting[start : start + EVENTS])
    return -(-len(waiting) // EVENTS)


_WAITING = "SELECT n FROM sync_event WHERE seq IS NULL AND NOT braked ORDER BY n"


def _seal_one(device: Device, numbers: list[int]) -> None:
    header = Header(device.school_id, *device.whose, device.seq, __version__, schema(), device.name)
    SyncSegment.create(**device.whose._asdict(), seq=device.seq, header=header.line())
    SyncEvent.update(seq=device.seq, **device.whose._asdict()).where(SyncEvent.n.in_(numbers)).execute()
    SyncSelf.update(seq=device.seq).execute()


def schema() -> str:
    """The number of the newest migration: the shape of the records in this program."""
    return max(file.name[:4] for file in MIGRATIONS.glob("[0-9]*.py"))


def sealed_lines(device: str, epoch: str, seq: int) -> tuple[str, list[str]]:
    """A segment's header and its lines, as they were sealed or as they came."""
    header = SyncSegment.get_by_id((device, epoch, seq)).header
    rows = database.execute_sql(
        "SELECT body FROM sync_event WHERE device = ? AND epoch = ? AND seq = ? ORDER BY n", (device, epoch, seq)
    ).fetchall()
    return str(header), [row[0] for row in rows]
