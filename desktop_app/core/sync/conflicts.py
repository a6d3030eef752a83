"""Where PCs said different things of one record: both sides stand beside each other until a person chooses."""

from __future__ import annotations

import json
from typing import Any, NamedTuple

from db import database, rows
from db.journal import PRESENCE, together
from db.models import SyncPeer, SyncRow
from desktop_app.core import audit
from desktop_app.core.errors import UserError
from desktop_app.core.i18n import N_
from desktop_app.core.sync import disputes, twins
from desktop_app.core.sync.applying import others_work
from desktop_app.core.sync.device import this_device
from desktop_app.core.sync.knowledge import GONE, Knowledge, Row, Said, rows_standing_for
from desktop_app.core.sync.showing import Showing
from desktop_app.core.sync.side_words import name_in, side_words


class AlreadySettled(UserError):
    message = N_("This difference is settled already.")
    hint = N_("Press F5 to look again.")


class Side(NamedTuple):
    """What one PC said: ``event`` names it; ``value`` as it lies in the file, ``words`` as a person reads it.

    ``at`` is told by that PC's own clock (UTC).
    """

    event: str
    value: Any
    words: str
    by: str
    at: str
    pc: str


class Disputed(NamedTuple):
    """A field of a record; ``sides`` begins with the one that is shown. ``deleted_at`` is about being there at all."""

    field: str
    sides: list[Side]


class Conflict(NamedTuple):
    """A record on which PCs differ. ``still_used``: deleted on another PC, while something here hangs on it."""

    table: str
    row: str
    title: str
    fields: list[Disputed]
    still_used: bool


def conflicts(*, by_name: str = "") -> list[Conflict]:
    """All of them, grouped by record, in the order of the tables; with what ``by_name`` changed here a moment ago."""
    with others_work(by_name) as knowledge:
        found = SyncRow.select(SyncRow.table_name, SyncRow.row_id).where(SyncRow.disputed > 0)
        return [_conflict(knowledge, (row.table_name, row.row_id)) for row in found]


def choices(conflict: Conflict) -> list[list[Disputed]]:
    """The fields that are chosen as one because they mean something only together, such as a text and its state."""
    found: dict[object, list[Disputed]] = {}
    for disputed in conflict.fields:
        sides = tuple(side.event for side in disputed.sides)
        found.setdefault((together(conflict.table, disputed.field), sides), []).append(disputed)
    return list(found.values())


def how_many() -> int:
    """The number of records in dispute."""
    return int(SyncRow.select().where(SyncRow.disputed > 0).count())


def _conflict(knowledge: Knowledge, row: Row) -> Conflict:
    found = disputes.disputed(knowledge, row)
    fields = [Disputed(field, [_side(head, row[0], field) for head in heads]) for field, heads in found.items()]
    return Conflict(*row, _title(knowledge, row), fields, disputes.is_used(row))


def _side(head: Said, table: str, field: str) -> Side:
    value = head.value(field)
    return Side(head.id, value, side_words(table, field, value), head.by, head.at, _pc(head.device))


def _pc(device: str) -> str:
    me = this_device()
    if me and me.device == device:
        return me.name
    peer = SyncPeer.get_or_none(SyncPeer.device == device)
    return str(peer.name) if peer else device


def _title(knowledge: Knowledge, row: Row) -> str:
    return name_in(knowledge.values(row)) or row[1]


# ---------------------------------------------------------------- a person chooses


def settle(table: str, row_id: str, field: str, event: str, *, by_name: str) -> None:
    """Let what ``event`` says of ``field`` (and of what goes with it) be the record's word, everywhere.

    For ``deleted_at`` of a record that is still used: any event means that it stays. Raises AlreadySettled.
    """
    row = (table, row_id)
    with others_work(by_name) as knowledge:
        for member, act, news in _decided(knowledge, row, field, event):
            _tell(member, act, news)
        rows.capture(True)
        audit.record("settle conflict", table, row_id, by_name, field=field)
        rows.capture(False)
    with others_work(by_name) as knowledge:
        Showing(knowledge).show_all([row, *rows_standing_for(row)])


def _decided(knowledge: Knowledge, row: Row, field: str, event: str) -> list[tuple[Row, str, dict[str, Any]]]:
    """The changes that say so: of whom, which act, which values."""
    if field == PRESENCE and disputes.is_used(row):
        return [(row, "settle", {PRESENCE: None})]
    members = [row, *twins.living_twins(knowledge, row)]
    sides = [head for member in members for head in knowledge.heads(member, field)]
    chosen = next((head for head in sides if head.id == event), None)
    if chosen is None or len(sides) < 2:
        raise AlreadySettled
    if chosen.value(field) == GONE:
        return [(member, "delete", {}) for member in members]
    news = {} if field == PRESENCE else {PRESENCE: knowledge.presence(row)}
    news |= {part: chosen.value(part) for part in together(row[0], field) if part == field or part in chosen.values}
    return [(member, "settle", news) for member in members]


def _tell(row: Row, act: str, news: dict[str, Any]) -> None:
    database.execute_sql(
        "INSERT INTO sync_change (table_name, row_id, act, base, fields) VALUES (?, ?, ?, 0, ?)",
        (*row, act, json.dumps(news, ensure_ascii=False)),
    )
