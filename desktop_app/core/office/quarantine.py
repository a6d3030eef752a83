"""What could not be read: kept raw per event, shown to people, read again as soon as this program can."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from db.office.engine import Office
from db.office.schema import EVENT, QUARANTINE
from desktop_app.core.office.arrivals import Arrival, Event, SegmentName, read_again


class Waiting(NamedTuple):
    """How much of one school waits for what (a key of arrivals.WHY), with one example."""

    school_id: str
    why: str
    lines: int
    detail: str


def put_aside(office: Office, arrivals: Iterable[Arrival]) -> None:
    """Keep what these could not tell."""
    office.put(QUARANTINE, [(*one.name[:4], *line) for one in arrivals for line in one.aside])


def told_anew(office: Office, names: Iterable[SegmentName]) -> None:
    """Forget what was said of segments as a whole: their bytes are right by now."""
    office.take_out(QUARANTINE, [(*name[:4], 0) for name in names])


def readable_now(office: Office, school_id: str) -> list[Event]:
    """Take out of the quarantine what a newer program can read, and note it as arrived."""
    question = "SELECT device, epoch, seq, n, body FROM quarantine WHERE school_id = ? AND n > 0"
    kept = {(device, epoch, seq, n): body for device, epoch, seq, n, body in office.rows(question, school_id)}
    places = list(kept)
    read = list(read_again((place, kept[key]) for place, key in enumerate(places)))
    found = [(places[place], event._replace(n=places[place][3])) for place, event in read]
    office.take_out(QUARANTINE, [(school_id, *key) for key, _ in found])
    office.add(EVENT, [event_line(school_id, *key[:3], event) for key, event in found])
    return [event for _, event in found]


def event_line(school_id: str, device: str, epoch: str, seq: int, event: Event) -> tuple[object, ...]:
    """An event as the office's file keeps it: who changed what when, not what was written."""
    facts = (event.id, event.table, event.row, event.act, event.lamport, event.at, event.by)
    return (school_id, device, epoch, seq, event.n, *facts)


def schools_waiting(office: Office) -> list[str]:
    """The schools that have something in quarantine."""
    return [row[0] for row in office.rows("SELECT DISTINCT school_id FROM quarantine WHERE n > 0 ORDER BY 1")]


def waiting(office: Office, school_ids: Iterable[str] = ()) -> list[Waiting]:
    """What waits, by school and reason; all schools if none is named."""
    rows = office.rows(
        "SELECT school_id, why, count(*), min(detail) FROM quarantine GROUP BY school_id, why ORDER BY school_id, why"
    )
    wanted = {*school_ids}
    return [Waiting(*row) for row in rows if not wanted or row[0] in wanted]
