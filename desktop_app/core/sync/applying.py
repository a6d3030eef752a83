"""The work of other PCs comes in: heard segment by segment, then shown; a kill in between loses and doubles nothing."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from db import database, rows
from db.journal import PRESENCE
from db.models import SyncBadLine, SyncPeer, SyncSegment
from desktop_app.core.jobs import Progress
from desktop_app.core.sync import disputes
from desktop_app.core.sync.brake import Removals
from desktop_app.core.sync.disputes import USED
from desktop_app.core.sync.knowledge import GONE, Knowledge, Row
from desktop_app.core.sync.sealing import take_down
from desktop_app.core.sync.segments import BadLine, Segment, Whose, event_of
from desktop_app.core.sync.showing import BRAKE, NEW, PARENT, REFUSED, UNKNOWN, Showing, held, hold

TOGETHER = 300
"""Records shown in one transaction: a person who saves meanwhile waits a moment, not a minute."""


@contextmanager
def others_work(by_name: str) -> Iterator[Knowledge]:
    """One transaction for what was not done here; first of all what was done here so far becomes events."""
    with database.atomic():
        knowledge = Knowledge()
        take_down(knowledge, by_name)
        disputes.count(knowledge, knowledge.keep())
        rows.capture(False)
        rows.references_wait()
        yield knowledge
        disputes.count(knowledge, knowledge.keep())
        rows.capture(True)


def take_in(segment: Segment, whose: Whose, seq: int, by_name: str) -> int:
    """Hear a segment's events; returns how many were new. A bad line is kept aside and does not stop the others."""
    heard = 0
    with others_work(by_name) as knowledge:
        for place, line in enumerate(segment.lines):
            try:
                event = event_of(line)
                new = knowledge.hear(event, whose, seq, line)
            except BadLine as error:
                _put_aside(whose, seq, place, str(error), line)
                continue
            if new:
                heard += 1
                _to_be_shown((event.table, event.row))
        arrived = {**whose._asdict(), "seq": seq, "header": segment.header, "state": "whole", "why": ""}
        SyncSegment.insert(**arrived).on_conflict_replace().execute()
        if segment.pc:
            SyncPeer.insert(device=whose.device, name=segment.pc).on_conflict_replace().execute()
    return heard


def _put_aside(whose: Whose, seq: int, place: int, why: str, line: str) -> None:
    bad = {**whose._asdict(), "seq": seq, "place": place, "why": why, "line": line}
    SyncBadLine.insert(**bad).on_conflict_replace().execute()


def _to_be_shown(row: Row) -> None:
    """A removal that waits for a person goes on waiting. What sync_row still says is what people see until then."""
    database.execute_sql(
        "INSERT INTO sync_held (table_name, row_id, why, facts, shown) VALUES (?, ?, ?, '', coalesce("
        "(SELECT registers FROM sync_row WHERE table_name = ? AND row_id = ?), '')) "
        "ON CONFLICT DO UPDATE SET why = excluded.why, facts = '', "
        "shown = CASE shown WHEN '' THEN excluded.shown ELSE shown END WHERE why <> ?",
        (*row, NEW, *row, BRAKE),
    )


# ---------------------------------------------------------------- shown


class Shown(NamedTuple):
    """``changed``: the records that look otherwise now."""

    changed: frozenset[Row]


def show_waiting(by_name: str, progress: Progress) -> Shown:
    """Show whatever was heard and is not shown yet, TOGETHER at a time; what cannot be shown stays held."""
    with others_work(by_name) as knowledge:
        _brake(knowledge)
        waiting = _deletions_last(knowledge, held(NEW))
    changed: set[Row] = set()
    for start in range(0, len(waiting), TOGETHER):
        progress.step(start, len(waiting))
        changed |= _show(waiting[start : start + TOGETHER], by_name)
    return Shown(frozenset(changed | _try_again(by_name)))


def _brake(knowledge: Knowledge) -> None:
    removals, going = Removals(knowledge), []
    for row in held(NEW):
        if row[0] in rows.shapes() and knowledge.presence(row) is not None and _is_shown(row):
            removals.add(row)
            going.append(row)
    if removals.too_many():
        for row in going:
            hold(row, BRAKE)


def _is_shown(row: Row) -> bool:
    found = rows.read(*row)
    return found is not None and found[PRESENCE] is None


def _deletions_last(knowledge: Knowledge, waiting: list[Row]) -> list[Row]:
    going = [row for row in waiting if row[0] in rows.shapes() and knowledge.presence(row) == GONE]
    gone = set(going)
    return [*(row for row in waiting if row not in gone), *reversed(going)]


def _show(wanted: list[Row], by_name: str) -> set[Row]:
    with others_work(by_name) as knowledge:
        showing = Showing(knowledge)
        showing.show_all(wanted)
    return showing.changed


def _try_again(by_name: str) -> set[Row]:
    """What was held may have its whole by now, or be used no more; again until nothing moves."""
    changed: set[Row] = set()
    before: list[Row] = []
    while (waiting := held(PARENT, USED, REFUSED, UNKNOWN, NEW)) and waiting != before:
        before = waiting
        changed |= _show(waiting, by_name)
    return changed
