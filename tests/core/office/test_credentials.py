"""A school's key opens its own folder and nobody else's, on a real object store."""

from __future__ import annotations

import json
import signal
import sys
import time
from collections.abc import Callable

import pytest

from desktop_app.core.office.credentials import NotASchool, iam_policy, new_key, seaweed_identity
from desktop_app.core.sync.errors import StoreTrouble
from desktop_app.core.sync.store import Store
from tests.core.office.conftest import Seaweed

OURS, THEIRS = (f"0000000{number}-0000-7000-8000-000000000001" for number in (1, 2))
BUCKET = "loa"

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the server reads its keys anew at a signal")


@pytest.fixture(scope="module")
def office(seaweed: Seaweed) -> Store:
    """The bucket as the office sees it, with something in it of everybody's."""
    office = seaweed.bucket()
    for key in ("loa.json", f"schools/{THEIRS}/heads/a", f"receipts/{THEIRS}/a.json", f"receipts/{OURS}/a.json"):
        office.put(key, b"1")
    return office


@pytest.fixture(scope="module")
def school(seaweed: Seaweed, office: Store) -> Store:
    """The bucket as our school sees it: its key is added, and the server reads its keys again."""
    key = new_key(OURS)
    said = json.loads(seaweed.keys.read_text("utf-8"))
    said["identities"].append(seaweed_identity(key, BUCKET))
    seaweed.keys.write_text(json.dumps(said), "utf-8")
    seaweed.server._program.send_signal(signal.SIGHUP)
    return _once_known(seaweed.bucket("", key.name, key.secret))


def _once_known(store: Store) -> Store:
    for _ in range(100):
        try:
            store.get("loa.json")
        except StoreTrouble:
            time.sleep(0.1)
        else:
            return store
    raise AssertionError("the server does not know the school's key")


def test_a_school_writes_and_reads_what_is_its_own(school: Store) -> None:
    school.put(f"schools/{OURS}/heads/b", b"2")
    assert school.get(f"schools/{OURS}/heads/b") == b"2"
    assert [entry.key for entry in school.list(f"schools/{OURS}/")] == [f"schools/{OURS}/heads/b"]
    school.delete(f"schools/{OURS}/heads/b")
    assert school.get(f"receipts/{OURS}/a.json") == b"1"
    assert len(list(school.list(f"receipts/{OURS}/"))) == 1


@pytest.mark.parametrize(
    "act",
    [
        lambda store: store.get(f"schools/{THEIRS}/heads/a"),
        lambda store: store.put(f"schools/{THEIRS}/heads/b", b"2"),
        lambda store: store.delete(f"schools/{THEIRS}/heads/a"),
        lambda store: list(store.list(f"schools/{THEIRS}/")),
        lambda store: store.get(f"receipts/{THEIRS}/a.json"),
        lambda store: list(store.list("schools/")),
        lambda store: list(store.list("")),
        lambda store: store.put("loa.json", b"mine"),
        lambda store: store.put(f"receipts/{OURS}/a.json", b"all is well"),
    ],
    ids=["read", "write", "delete", "list", "receipt", "all schools", "all", "marker", "own receipt"],
)
def test_nothing_else_is_open_to_it(school: Store, office: Store, act: Callable[[Store], object]) -> None:
    with pytest.raises(StoreTrouble):
        act(school)
    assert office.get(f"schools/{THEIRS}/heads/a") == office.get("loa.json") == b"1"
    assert office.get(f"receipts/{OURS}/a.json") == b"1"
    assert not list(office.list(f"schools/{THEIRS}/heads/b"))


def test_a_policy_for_other_stores_names_the_same_folders() -> None:
    said = json.dumps(iam_policy(OURS, BUCKET, "2024/"))
    assert f"arn:aws:s3:::{BUCKET}/2024/schools/{OURS}/*" in said
    assert said.count("s3:PutObject") == 1


def test_two_keys_are_never_the_same() -> None:
    assert new_key(OURS)[1:] != new_key(OURS)[1:]


@pytest.mark.parametrize("text", ["", "../..", "*", OURS + "/..", OURS.upper() + "x"])
def test_only_a_schools_id_gets_a_key(text: str) -> None:
    with pytest.raises(NotASchool):
        new_key(text)
