"""Removals that the brake holds: a named person lets them go, or has everything back."""

from __future__ import annotations

import json
from collections import Counter
from typing import NamedTuple

from db import database
from db.journal import PRESENCE
from db.models import SyncEvent, SyncHeld
from desktop_app.core import audit
from desktop_app.core.sync.applying import others_work
from desktop_app.core.sync.device import this_device
from desktop_app.core.sync.knowledge import Row
from desktop_app.core.sync.showing import BRAKE, NEW, Showing, held


class Held(NamedTuple):
    """How many records of which table are to go: ``here`` were removed on this PC, ``elsewhere`` on another."""

    here: dict[str, int]
    elsewhere: dict[str, int]


def held_removals() -> Held:
    """What waits for a named person."""
    return Held(Counter(table for table, _id in _here()), Counter(table for table, _id in held(BRAKE)))


def _here() -> list[Row]:
    found = SyncEvent.select(SyncEvent.table_name, SyncEvent.row_id).where(SyncEvent.braked).distinct()
    return [(event.table_name, event.row_id) for event in found]


def let_them_go(*, by_name: str) -> None:
    """Let all of it be removed, here and everywhere."""
    _log("let removals go", by_name)
    with others_work(by_name) as knowledge:
        waiting = held(BRAKE)
        _release()
        Showing(knowledge).show_all(waiting)


def have_them_back(*, by_name: str) -> None:
    """Have all of it stay, or come back where it was removed here."""
    _log("have removals back", by_name)
    waiting = [*_here(), *held(BRAKE)]
    with others_work(by_name) as knowledge:
        for row in waiting:
            _keep(row)
        _release()
    with others_work(by_name) as knowledge:
        Showing(knowledge).show_all(waiting)


def _release() -> None:
    SyncEvent.update(braked=False).where(SyncEvent.braked).execute()
    SyncHeld.update(why=NEW).where(SyncHeld.why == BRAKE).execute()


def _keep(row: Row) -> None:
    database.execute_sql(
        "INSERT INTO sync_change (table_name, row_id, act, base, fields) VALUES (?, ?, 'settle', 0, ?)",
        (*row, json.dumps({PRESENCE: None})),
    )


def _log(act: str, by_name: str) -> None:
    device = this_device()
    here, elsewhere = held_removals()
    facts = {"here": sum(here.values()), "elsewhere": sum(elsewhere.values())}
    with database.atomic():
        audit.record(act, "school", device.school_id if device else "", by_name, **facts)
