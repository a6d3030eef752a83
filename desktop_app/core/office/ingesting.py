"""Taking in what schools sent: stateless, as often as one likes, by as many programs at once as one likes.

A school is one program's at a time; what is in is never taken in twice; one bad file holds up nobody.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from itertools import islice
from typing import NamedTuple

from db.office.engine import Office
from db.office.errors import SchoolRefused
from db.office.schema import DEVICE, EVENT, SEGMENT
from desktop_app.core.jobs import Progress
from desktop_app.core.office.arrivals import Arrival, Event, PutAside, SegmentName, look_at
from desktop_app.core.office.journals import (
    LARGEST,
    Journal,
    heads_of,
    is_behind,
    schools_in,
    segments_after,
    store_id,
)
from desktop_app.core.office.part import EVERYBODY, Part
from desktop_app.core.office.projecting import project
from desktop_app.core.office.quarantine import event_line, put_aside, readable_now, schools_waiting, told_anew
from desktop_app.core.office.receipts import give_receipts, to_be_told, untold
from desktop_app.core.office.records import plain
from desktop_app.core.office.redrawing import draw_anew, to_be_drawn_anew
from desktop_app.core.sync.errors import StoreMissing
from desktop_app.core.sync.store import Store

PORTION = 50
"""Segments taken in at once: ten thousand events, a few megabytes."""


class Progressed(NamedTuple):
    """How far a PC's journal is in."""

    upto: int
    top: int


class Device(NamedTuple):
    """A line of the table of journals (db.office.schema.DEVICE)."""

    school_id: str
    device: str
    epoch: str
    upto: int = 0
    top: int = 0
    untold: int = 1
    last_at: str = ""
    app: str = ""
    shape: str = ""
    told: str = ""


class Ingested(NamedTuple):
    """What one run did. ``busy`` schools were another program's; ``refused`` ones the database did not take."""

    schools: int = 0
    segments: int = 0
    events: int = 0
    quarantined: int = 0
    receipts: int = 0
    busy: int = 0
    refused: int = 0

    def plus(self, other: Ingested) -> Ingested:
        return Ingested(*(mine + theirs for mine, theirs in zip(self, other, strict=True)))


def ingest(
    store: Store,
    office: Office,
    progress: Progress,
    *,
    part: Part = EVERYBODY,
    again: bool = False,
) -> Ingested:
    """Take in everything new of the schools of ``part`` (all). Raises NotAStore, StoreTooNew and StoreTrouble.

    ``again`` lists every file anew instead of trusting how far each PC is. What was taken in before an error stays
    in, with its receipts.
    """
    marker = store_id(store)
    release_quarantine(office, progress)
    known, to_tell, to_redraw = _known(office), untold(office), to_be_drawn_anew(office)
    total = Ingested()
    for number, school_id in enumerate(filter(part.has, schools_in(store)), start=1):
        progress.step(number, max(number + 1, len(known)), school_id)
        if school_id in to_redraw:
            draw_anew(store, office, school_id)
        if again or _has_news(store, school_id, known.get(school_id, {})):
            total = total.plus(_school(store, office, marker, school_id, again=again))
        elif school_id in to_tell:
            total = total.plus(Ingested(receipts=give_receipts(office, store, marker, school_id)))
    return total


def _has_news(store: Store, school_id: str, done: Mapping[Journal, Progressed]) -> bool:
    tops = {journal: progressed.top for journal, progressed in done.items()}
    gaps = any(progressed.upto < progressed.top for progressed in done.values())
    return gaps or is_behind(heads_of(store, school_id), tops)


def _school(store: Store, office: Office, marker: str, school_id: str, *, again: bool) -> Ingested:
    done = Ingested()
    with office.claim(school_id) as ours:
        if not ours:
            return Ingested(busy=1)
        for arrivals in _portions(_new(store, office, school_id, again=again)):
            done = done.plus(_take_in(office, school_id, arrivals))
        found = int(done.segments + done.quarantined > 0)
        return done.plus(Ingested(schools=found, receipts=give_receipts(office, store, marker, school_id)))


def _portions(arrivals: Iterator[Arrival]) -> Iterator[list[Arrival]]:
    while portion := list(islice(arrivals, PORTION)):
        yield portion


def _new(store: Store, office: Office, school_id: str, *, again: bool) -> Iterator[Arrival]:
    """The school's new segments, each fetched and looked at before the database is asked to do anything."""
    done = _known(office, school_id).get(school_id, {})
    for journal in heads_of(store, school_id):
        upto = 0 if again else done.get(journal, Progressed(0, 0)).upto
        there = _hashes(office, school_id, journal, upto)
        for name, entry in segments_after(store, school_id, journal, upto):
            if there.get(name.seq) == name.sha:
                continue
            if arrival := _fetched(store, name, entry.size):
                yield _clash(arrival) if name.seq in there else arrival
                if arrival.sound:
                    there.setdefault(name.seq, name.sha)


def _fetched(store: Store, name: SegmentName, size: int) -> Arrival | None:
    """The segment looked at; None where it went away since it was listed."""
    if size > LARGEST:
        return Arrival(name, [], [PutAside(0, "", "bytes", f"{size}", "")], sound=False)
    try:
        return look_at(name, store.get(name.key))
    except StoreMissing:
        return None


def _clash(arrival: Arrival) -> Arrival:
    """A second file under a number that is taken: it is shown, and the first one stays."""
    return Arrival(arrival.name, [], [PutAside(0, "", "clash", arrival.name.sha, "")], sound=False)


# ---------------------------------------------------------------- into the database


def _take_in(office: Office, school_id: str, arrivals: list[Arrival]) -> Ingested:
    """Take in a portion; where the database refuses it, each segment alone, so that only the culprit stays out."""
    try:
        return _kept(office, school_id, arrivals)
    except SchoolRefused as error:
        if len(arrivals) > 1:
            done = Ingested()
            for arrival in arrivals:
                done = done.plus(_take_in(office, school_id, [arrival]))
            return done
        aside = PutAside(0, "", "refused", plain(str(error))[:200], "")
        refused = Arrival(arrivals[0].name, [], [aside], sound=False)
        return _kept(office, school_id, [refused])._replace(refused=1)


def _kept(office: Office, school_id: str, arrivals: list[Arrival]) -> Ingested:
    """One short transaction: what is not in yet, the lines that follow from it, how far each PC is."""
    with office.transaction():
        there = _those_in(office, school_id, arrivals)
        fresh = [one for one in arrivals if not (one.sound and one.name[1:4] in there)]
        sound = [one for one in fresh if one.sound]
        at = datetime.now(UTC).isoformat(timespec="seconds")
        office.add(SEGMENT, [(*one.name, len(one.events), at) for one in sound])
        office.add(EVENT, [event_line(*one.name[:4], event) for one in sound for event in one.events])
        told_anew(office, [one.name for one in sound])
        put_aside(office, fresh)
        project(office, school_id, (event for one in sound for event in one.events))
        _note_progress(office, school_id, fresh)
    return Ingested(
        segments=len(sound),
        events=sum(len(one.events) for one in sound),
        quarantined=sum(len(one.aside) for one in fresh),
    )


def _those_in(office: Office, school_id: str, arrivals: Sequence[Arrival]) -> set[tuple[str, str, int]]:
    """Device, epoch and number of what another program took in since this one looked."""
    numbers = [one.name.seq for one in arrivals]
    question = "SELECT device, epoch, seq FROM segment WHERE school_id = ? AND seq BETWEEN ? AND ?"
    return set(office.rows(question, school_id, min(numbers), max(numbers)))


def _note_progress(office: Office, school_id: str, arrivals: Sequence[Arrival]) -> None:
    kept = {row[1:3]: row for row in office.rows("SELECT * FROM device WHERE school_id = ?", school_id)}
    lines = []
    for journal in sorted({(one.name.device, one.name.epoch) for one in arrivals}):
        was = Device(*kept.get(journal, (school_id, *journal)))
        ours = [one for one in arrivals if (one.name.device, one.name.epoch) == journal and one.sound]
        lines.append(_moved_on(was, ours, _contiguous(office, school_id, journal, was.upto)))
    office.put(DEVICE, lines)


def _moved_on(was: Device, arrivals: Sequence[Arrival], upto: int) -> Device:
    newest = max(arrivals, key=lambda one: one.name.seq, default=None)
    last_at = max((event.at for one in arrivals for event in one.events), default="")
    now = was._replace(upto=upto, untold=1, last_at=max(was.last_at, last_at))
    if newest and newest.name.seq > was.top:
        now = now._replace(top=newest.name.seq, app=newest.app, shape=newest.shape)
    return now


def _contiguous(office: Office, school_id: str, journal: Journal, upto: int) -> int:
    """The last segment before the first gap."""
    there = _hashes(office, school_id, journal, upto)
    while upto + 1 in there:
        upto += 1
    return upto


def _hashes(office: Office, school_id: str, journal: Journal, upto: int) -> dict[int, str]:
    question = "SELECT seq, sha FROM segment WHERE school_id = ? AND device = ? AND epoch = ? AND seq > ?"
    return dict(office.rows(question, school_id, *journal, upto))


# ---------------------------------------------------------------- before it begins


def release_quarantine(office: Office, progress: Progress) -> int:
    """Take in what a newer program can read by now; answers how many events."""
    released = 0
    for number, school_id in enumerate(waiting := schools_waiting(office)):
        progress.step(number, len(waiting), school_id)
        with office.claim(school_id) as ours:
            if ours:
                with office.transaction():
                    events: list[Event] = readable_now(office, school_id)
                    project(office, school_id, events)
                    if events:
                        to_be_told(office, school_id)
                released += len(events)
    return released


def _known(office: Office, school_id: str = "") -> dict[str, dict[Journal, Progressed]]:
    """How far every PC of every school (or of one) is in."""
    question = "SELECT school_id, device, epoch, upto, top FROM device"
    rows = office.rows(f"{question} WHERE school_id = ?", school_id) if school_id else office.rows(question)
    known: Mapping[str, dict[Journal, Progressed]] = {row[0]: {} for row in rows}
    for school, device, epoch, upto, top in rows:
        known[school][device, epoch] = Progressed(upto, top)
    return dict(known)
