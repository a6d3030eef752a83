"""Taking in what schools sent: once, in any order, by several at a time, with one bad file holding up nobody."""

from __future__ import annotations

import json
import random
import threading

import pytest

from benchmarks.office_sample import Journal, Segment, begin, live, mark, school_segments, segment, segments, send
from db.office.engine import Office, Row
from db.office.schema import TABLES
from desktop_app.core.jobs import Progress
from desktop_app.core.office.errors import NotAStore, StoreTooNew
from desktop_app.core.office.ingesting import Ingested, ingest
from desktop_app.core.office.opening import opened
from desktop_app.core.office.part import Part
from desktop_app.core.periods import Month
from tests.core.office.conftest import MemoryStore

SPRING = [Month(2024, 3), Month(2024, 4)]


def take_in(store: MemoryStore, office: Office, *, again: bool = False) -> Ingested:
    return ingest(store, office, Progress(), again=again)


def kept(office: Office) -> dict[str, list[Row]]:
    """All an office keeps, but for the one column its own clock writes."""
    found = {}
    for table in TABLES:
        columns = ", ".join(name for name in table.all if name != "received_at")
        found[table.name] = office.rows(f"SELECT {columns} FROM {table.name} ORDER BY {', '.join(table.key)}")
    return found


def receipt(store: MemoryStore, school: str, journal: str = "5c4001aa.0001") -> dict[str, object]:
    said: dict[str, object] = json.loads(store.files[f"receipts/{school}/{journal}.json"])
    return said


# ---------------------------------------------------------------- once


def test_what_is_new_is_taken_in_and_receipted(store: MemoryStore, office: Office) -> None:
    made = list(school_segments(1, SPRING))
    send(store, made)
    done = take_in(store, office)
    assert (done.schools, done.segments, done.receipts, done.quarantined) == (1, len(made), 1, 0)
    assert office.rows("SELECT count(*) FROM event")[0][0] == done.events > 500
    told = receipt(store, Journal(1).school)
    assert (told["upto"], told["quarantined"]) == (len(made), [])


def test_nothing_new_costs_two_short_listings_a_school_and_changes_nothing(store: MemoryStore, office: Office) -> None:
    send(store, school_segments(1, SPRING))
    take_in(store, office)
    before, store.asked = kept(office), []
    assert take_in(store, office) == Ingested()
    assert kept(office) == before
    assert len(store.asked) == 4  # the marker, the first school, its heads, no further school


def test_the_same_segments_three_times_in_any_order_leave_the_same_bytes(address: str) -> None:
    made = [one for number in (1, 2, 3) for one in school_segments(number, SPRING)]
    states = []
    for seed in range(3):
        with opened(address) as office:
            store = MemoryStore()
            send(store, made)
            store.put("loa.json", b'{"format": 1, "store": "s"}')
            deliver(store, office, made, random.Random(seed))
            states.append(kept(office))
            for table in TABLES:
                office.run(f"DELETE FROM {table.name}")
    assert states[0] == states[1] == states[2]
    assert states[0]["month"]


def deliver(store: MemoryStore, office: Office, made: list[Segment], chance: random.Random) -> None:
    """Let the segments come three times over in any order, a few at a time."""
    whole, coming = dict(store.files), made * 3
    chance.shuffle(coming)
    for key in [name for name in store.files if name.endswith(".gz")]:
        store.delete(key)
    while coming:
        for _ in range(min(len(coming), chance.randint(1, 3))):
            key, content = coming.pop()
            store.put(key, content)
        take_in(store, office, again=chance.random() < 0.3)
    assert store.files.keys() >= whole.keys()
    take_in(store, office)


def test_two_at_once_share_the_schools_and_take_nothing_twice(store: MemoryStore, address: str) -> None:
    for number in range(1, 9):
        send(store, school_segments(number, SPRING[:1]))
    done: list[Ingested] = []

    def run() -> None:
        with opened(address) as office:
            done.append(take_in(store, office))

    both = [threading.Thread(target=run) for _ in range(2)]
    for one in both:
        one.start()
    for one in both:
        one.join()
    with opened(address) as office:
        done.append(take_in(store, office))
        assert sum(one.segments for one in done) == office.rows("SELECT count(*) FROM segment")[0][0] == 16
        assert sum(one.events for one in done) == office.rows("SELECT count(*) FROM event")[0][0]
        assert office.rows("SELECT count(*) FROM school")[0][0] == 8


def test_another_program_in_the_middle_of_a_school_changes_nothing(store: MemoryStore, address: str) -> None:
    made = list(school_segments(1, SPRING))
    send(store, made)
    others: list[Ingested] = []
    get = store.get

    def meddled(key: str, start: int = 0) -> bytes:
        if key == made[-1].key and not others:
            others.append(Ingested())
            with opened(address) as other:
                others.append(take_in(store, other))
        return get(key, start)

    store.get = meddled  # type: ignore[method-assign]
    with opened(address) as office:
        ours = take_in(store, office)
        assert not office.rows("SELECT * FROM quarantine")
        assert office.rows("SELECT count(*) FROM segment")[0][0] == len(made)
    assert ours.segments + others[1].segments == len(made)
    assert others[1].busy == address.startswith("postgresql")


def test_an_office_that_dropped_its_oldest_event_lines_misses_nothing_else(address: str) -> None:
    states = []
    for oldest in ("", "2024-04"):
        store = MemoryStore()
        mark(store)
        with opened(address) as office:
            for months in (SPRING[:1], SPRING):
                send(store, school_segments(1, months))
                take_in(store, office)
                office.run("DELETE FROM event WHERE at < ?", oldest)
            assert take_in(store, office) == Ingested()
            states.append({name: rows for name, rows in kept(office).items() if name != "event"})
            for table in TABLES:
                office.run(f"DELETE FROM {table.name}")
    assert states[0] == states[1]
    assert states[0]["month"]


def test_parts_side_by_side_are_everybody_once(store: MemoryStore, office: Office) -> None:
    for number in range(1, 9):
        send(store, school_segments(number, SPRING[:1]))
    done = [ingest(store, office, Progress(), part=Part.parse(f"{number}/3")) for number in (1, 2, 3)]
    assert sum(one.schools for one in done) == office.rows("SELECT count(*) FROM school")[0][0] == 8
    assert all(one.schools < 8 for one in done)


@pytest.mark.parametrize("text", ["0/3", "4/3", "1", "a/b", "-1/2"])
def test_a_part_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        Part.parse(text)


# ---------------------------------------------------------------- what cannot be read


def journal_of(number: int = 1) -> Journal:
    journal = Journal(number)
    begin(journal)
    live(journal, Month(2024, 1))
    return journal


def test_a_damaged_segment_holds_up_nobody_and_is_taken_in_once_it_is_whole(store: MemoryStore, office: Office) -> None:
    first, second = segments(Journal(1).school, journal_of().events)
    send(store, [first, second])
    send(store, school_segments(2, SPRING))
    store.put(first.key, first.content[:-20])
    done = take_in(store, office)
    assert (done.schools, done.quarantined) == (2, 1)
    assert receipt(store, Journal(1).school)["upto"] == 0
    assert receipt(store, Journal(1).school)["quarantined"] == ["0000000001"]
    store.put(first.key, first.content)
    assert take_in(store, office).segments == 1
    told = receipt(store, Journal(1).school)
    assert (told["upto"], told["quarantined"]) == (2, [])


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ({"table": "dream", "row": "r", "set": {}}, "table"),
        ({"table": "article", "row": "r", "set": {"title": "A", "colour": "red"}}, "field"),
        ({"table": "article", "row": "r", "set": {"title": {"a": 1}}}, "value"),
        ({"table": "distribution", "row": "r", "set": {"done_on": "one fine day"}}, "value"),
        ({"table": "article", "row": "r", "set": [], "lamport": -3}, "line"),
        ({"table": "article", "row": "r", "set": {}, "lamport": 2**70}, "line"),
        ("not an event", "line"),
    ],
)
def test_an_event_that_cannot_be_read_waits_alone(store: MemoryStore, office: Office, line: object, why: str) -> None:
    journal = journal_of()
    odd = {"id": "odd-event", "act": "update", "lamport": 5, **line} if isinstance(line, dict) else line
    lines = [*journal.events[:20], odd, *journal.events[20:]]
    send(store, [segment(journal.school, lines, 1)])
    assert take_in(store, office).quarantined == 1
    ((n, event, reason, body),) = office.rows("SELECT n, event_id, why, body FROM quarantine")
    assert (n, reason, json.loads(body)) == (21, why, odd)
    assert office.rows("SELECT count(*) FROM event")[0][0] == len(journal.events)
    told = receipt(store, journal.school)
    assert (told["upto"], told["quarantined"]) == (1, [event or "0000000001:21"])


def test_signs_that_no_database_takes_do_no_harm(store: MemoryStore, office: Office) -> None:
    journal = journal_of()
    journal.write("article", "a\0b", title="x\0y \ud800 z", state="\udfff")
    send(store, [segment(journal.school, journal.events, 1)])
    done = take_in(store, office)
    assert (done.refused, done.events) == (0, len(journal.events))


def test_a_newer_format_is_kept_apart_whole(store: MemoryStore, office: Office) -> None:
    send(store, [segment(Journal(1).school, ["?"], 1, format=2)])
    take_in(store, office)
    assert office.rows("SELECT n, why FROM quarantine") == [(0, "format")]
    assert receipt(store, Journal(1).school)["upto"] == 1


def test_a_file_under_another_schools_name_is_not_believed(store: MemoryStore, office: Office) -> None:
    foreign = segment(Journal(2).school, journal_of(2).events, 1)
    send(store, [Segment(foreign.key.replace(Journal(2).school, Journal(1).school), foreign.content)])
    take_in(store, office)
    assert office.rows("SELECT school_id, why FROM quarantine") == [(Journal(1).school, "place")]
    assert not office.rows("SELECT 1 FROM event")


def test_a_second_file_under_a_taken_number_is_shown_and_the_first_stays(store: MemoryStore, office: Office) -> None:
    journal = journal_of()
    send(store, [segment(journal.school, journal.events, 1)])
    take_in(store, office)
    send(store, [segment(journal.school, journal.events[:9], 1)])
    take_in(store, office, again=True)
    assert office.rows("SELECT n, why FROM quarantine") == [(0, "clash")]
    assert office.rows("SELECT count(*) FROM event")[0][0] == len(journal.events)


def test_what_a_newer_program_can_read_leaves_the_quarantine(store: MemoryStore, office: Office) -> None:
    journal = journal_of()
    odd = {**journal.events[-1], "id": "later", "table": "dream"}
    send(store, [segment(journal.school, [*journal.events, odd], 1)])
    take_in(store, office)
    assert receipt(store, journal.school)["quarantined"] == ["later"]
    office.run("UPDATE quarantine SET body = ?", json.dumps({**odd, "table": journal.events[-1]["table"]}))
    take_in(store, office)
    assert not office.rows("SELECT 1 FROM quarantine")
    assert receipt(store, journal.school)["quarantined"] == []
    assert office.rows("SELECT count(*) FROM event")[0][0] == len(journal.events) + 1


def test_a_packed_bomb_is_put_aside(store: MemoryStore, office: Office) -> None:
    send(store, [segment(Journal(1).school, ["0" * (65 << 20)], 1)])
    take_in(store, office)
    assert office.rows("SELECT why FROM quarantine") == [("format",)]


# ---------------------------------------------------------------- where from


def test_a_place_that_is_no_store_is_not_read(office: Office) -> None:
    with pytest.raises(NotAStore):
        take_in(MemoryStore(), office)


def test_a_later_layout_is_not_guessed_at(store: MemoryStore, office: Office) -> None:
    store.put("loa.json", b'{"format": 2, "store": "s"}')
    with pytest.raises(StoreTooNew):
        take_in(store, office)


def test_a_receipt_lost_between_the_records_and_the_store_is_written_next_time(
    store: MemoryStore, office: Office
) -> None:
    send(store, school_segments(1, SPRING))
    put, store.put = store.put, _no_receipts  # type: ignore[method-assign]
    with pytest.raises(ConnectionError):
        take_in(store, office)
    store.put = put  # type: ignore[method-assign]
    assert take_in(store, office).receipts == 1
    assert receipt(store, Journal(1).school)["upto"]


def _no_receipts(key: str, content: bytes) -> None:
    raise ConnectionError(key)
