"""Records that an older program kept, drawn anew: it read less of the segments than this one counts by."""

from __future__ import annotations

from collections.abc import Iterator

from db.office.engine import Office
from db.office.errors import SchoolRefused
from desktop_app.core.office.arrivals import Event, SegmentName, look_at
from desktop_app.core.office.projecting import project
from desktop_app.core.sync.errors import StoreMissing
from desktop_app.core.sync.store import Store


def to_be_drawn_anew(office: Office) -> set[str]:
    """The schools whose records are an older program's."""
    return {row[0] for row in office.rows("SELECT school_id FROM redraw")}


def draw_anew(store: Store, office: Office, school_id: str) -> bool:
    """Merge a school's records from all its segments that are in.

    False, and all stays as it was until the next run, where another program has the school or the store lacks a
    segment: a PC of the school puts it there again.
    """
    with office.claim(school_id) as ours:
        if not ours:
            return False
        try:
            events = list(_events(store, office, school_id))
            with office.transaction():
                office.run("DELETE FROM record WHERE school_id = ?", school_id)
                project(office, school_id, events)
                office.run("DELETE FROM redraw WHERE school_id = ?", school_id)
        except (StoreMissing, SchoolRefused):
            return False
    return True


def _events(store: Store, office: Office, school_id: str) -> Iterator[Event]:
    """Every event that is in. Raises StoreMissing."""
    question = "SELECT school_id, device, epoch, seq, sha FROM segment WHERE school_id = ?"
    for row in office.rows(question, school_id):
        name = SegmentName(*row)
        arrival = look_at(name, store.get(name.key))
        if not arrival.sound:
            raise StoreMissing(host=store.address, key=name.key)
        yield from arrival.events
