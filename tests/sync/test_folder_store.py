"""A stick or a shared folder as a store: gone, full, read-only, cut off in the middle."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from desktop_app.core.jobs import Cancelled, Progress
from desktop_app.core.sync.errors import FolderGone, NotAllowed, StoreFull
from desktop_app.core.sync.flow import Flow
from desktop_app.core.sync.stores.folder import FolderStore


def test_a_stick_that_is_not_plugged_in_is_no_empty_store(tmp_path: Path) -> None:
    with pytest.raises(FolderGone):
        FolderStore(tmp_path / "stick")


def test_a_stick_pulled_later_is_said_to_be_gone(folder_store: FolderStore) -> None:
    folder_store.put("loa.json", b"1")
    folder_store.root.rename(folder_store.root.with_name("elsewhere"))
    for verb in (
        lambda: folder_store.get("loa.json"),
        lambda: folder_store.put("a", b""),
        lambda: list(folder_store.list("")),
        lambda: folder_store.delete("loa.json"),
    ):
        with pytest.raises(FolderGone):
            verb()
    assert not folder_store.root.exists(), "nothing was written where the stick should be"


def test_cancel_leaves_no_half_file_behind(folder_store: FolderStore) -> None:
    progress = Progress()
    progress.cancel()
    stopped = FolderStore(folder_store.root, Flow(progress=progress))
    with pytest.raises(Cancelled):
        stopped.put("chunks/a", bytes(1 << 20))
    assert [path for path in folder_store.root.rglob("*") if path.is_file()] == []


def test_half_files_and_strange_files_are_not_listed(folder_store: FolderStore) -> None:
    for name in ("a.123-4.part", ".hidden", "Thư mục.txt", "desktop.ini"):
        (folder_store.root / name).write_bytes(b"x")
    assert [entry.key for entry in folder_store.list("")] == ["desktop.ini"]


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="nobody forbids root anything")
def test_a_folder_nobody_may_write_in_is_said_to_be_so(folder_store: FolderStore) -> None:
    folder_store.root.chmod(0o500)
    with pytest.raises(NotAllowed):
        folder_store.put("a", b"")
    folder_store.root.chmod(0o700)


def test_a_full_disk_is_said_to_be_full(tmp_path: Path) -> None:
    disk = tmp_path / "small"
    disk.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64k", "none", disk], check=False).returncode:
        pytest.skip("no small disk can be mounted here")
    try:
        store = FolderStore(disk)
        with pytest.raises(StoreFull):
            store.put("a", bytes(1 << 20))
        assert list(store.list("")) == []
        assert not list(disk.iterdir())
    finally:
        subprocess.run(["umount", disk], check=True)
