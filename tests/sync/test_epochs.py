"""Records that were restored or copied speak under a new name, so that nothing old is taken for new."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from db import database
from db.models import SyncSelf
from db.opening import copy_database
from desktop_app.core.sync.stores.folder import FolderStore
from tests.sync.model.pcs import Pc, add, people, school_of, until_quiet

Pair = tuple[Pc, Pc]


@pytest.fixture
def two(tmp_path: Path, folder_store: FolderStore) -> Iterator[Pair]:
    first, second = school_of(2, tmp_path, folder_store)
    yield first, second
    first.close()
    second.close()


def test_work_after_a_restore_is_not_taken_for_work_before_it(two: Pair, folder_store: FolderStore) -> None:
    first, second = two
    add(first, "before")
    first.sync(folder_store)
    with first.at():
        copy_database(database.connection(), first.home.root / "backup")
    add(first, *(f"lost {number}" for number in range(10)))
    first.sync(folder_store)
    restore(first)
    add(first, *(f"new {number}" for number in range(10)))
    until_quiet([first, second], folder_store)
    assert len(people(first)) == 21
    assert people(first) == people(second)
    assert (
        first.sql("SELECT count(DISTINCT epoch) FROM sync_segment WHERE device = (SELECT device FROM sync_self)")[0][0]
        == 2
    )


def restore(pc: Pc) -> None:
    pc.close()
    for end in ("-wal", "-shm"):
        pc.home.database_file.with_name(pc.home.database_file.name + end).unlink(missing_ok=True)
    (pc.home.root / "backup").replace(pc.home.database_file)
    pc.reopen()


def test_a_restore_that_no_mark_tells_is_told_by_the_store(two: Pair, folder_store: FolderStore) -> None:
    """The file kept its place and the count beside it was lost: the store still knows more of us than we do."""
    first, second = two
    add(first, "before")
    first.sync(folder_store)
    with first.at():
        copy_database(database.connection(), first.home.root / "backup")
    add(first, "lost")
    first.sync(folder_store)
    restore(first)
    (first.home.root / "sync.json").unlink()
    with first.at():
        device = SyncSelf.get_by_id(1)
        mark = {**json.loads(device.mark), "file": first.home.database_file.stat().st_ino}
        SyncSelf.update(mark=json.dumps(mark)).execute()
    add(first, "new")
    until_quiet([first, second], folder_store)
    assert people(first) == people(second) == ["before", "lost", "new"]


def test_a_copied_home_is_another_epoch(two: Pair, tmp_path: Path, folder_store: FolderStore) -> None:
    first, second = two
    add(first, "before")
    first.sync(folder_store)
    first.close()
    shutil.copytree(first.home.root, tmp_path / "copy")
    first.reopen()
    copy = Pc("copy", tmp_path / "copy")
    add(first, "first")
    add(copy, "copy")
    until_quiet([first, copy, second], folder_store)
    assert people(first) == people(copy) == people(second) == ["before", "copy", "first"]
    copy.close()
