"""Who is in a store: told by its folders, or school by school where there are none."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from benchmarks.office_sample import mark, school_segments, send
from db.office.engine import Office
from desktop_app.core.jobs import Progress
from desktop_app.core.office.ingesting import ingest
from desktop_app.core.office.journals import heads_of, schools_in, segments_after
from desktop_app.core.periods import Month
from desktop_app.core.sync.store import Store
from desktop_app.core.sync.stores.folder import FolderStore
from tests.core.office.conftest import MemoryStore, Seaweed

MAY = [Month(2024, 5)]
SCHOOLS = [f"{number:08x}-0000-7000-8000-000000000001" for number in (1, 2, 11)]


@pytest.fixture(params=["folder", "memory", "s3"])
def full(request: pytest.FixtureRequest, tmp_path: Path) -> Store:
    """A store with three schools and something that is none."""
    kinds: dict[str, Callable[[], Store]] = {
        "folder": lambda: FolderStore(tmp_path),
        "memory": MemoryStore,
        "s3": lambda: request.getfixturevalue("seaweed").bucket(tmp_path.name),
    }
    store = kinds[request.param]()
    for number in (11, 2, 1):
        send(store, school_segments(number, MAY))
    store.put("schools/README/read me.txt", b"?")
    store.put("schools/stray.txt", b"?")
    return store


def test_every_school_is_found_once(full: Store) -> None:
    assert list(schools_in(full)) == SCHOOLS


def test_a_head_tells_the_newest_segment(full: Store) -> None:
    full.put(f"schools/{SCHOOLS[0]}/heads/5c4001aa.0001.0000000001", b"")
    assert heads_of(full, SCHOOLS[0]) == {("5c4001aa", "0001"): 2}


def test_segments_come_after_what_is_in(full: Store) -> None:
    journal = ("5c4001aa", "0001")
    assert [name.seq for name, _ in segments_after(full, SCHOOLS[0], journal, 0)] == [1, 2]
    assert [name.seq for name, _ in segments_after(full, SCHOOLS[0], journal, 1)] == [2]


def test_an_office_reads_an_object_store_and_writes_its_receipts(seaweed: Seaweed, office: Office) -> None:
    store = seaweed.bucket(f"office-{office.address[-8:]}")
    mark(store)
    for number in (1, 2, 3):
        send(store, school_segments(number, MAY))
    done = ingest(store, office, Progress())
    assert (done.schools, done.segments, done.receipts, done.quarantined) == (3, 6, 3, 0)
    assert json.loads(store.get(f"receipts/{SCHOOLS[0]}/5c4001aa.0001.json"))["upto"] == 2
    assert ingest(store, office, Progress()).schools == 0
