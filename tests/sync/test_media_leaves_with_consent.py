"""What leaves for a store: only pictures that may, unless the store is the school's own."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest

from db import database
from desktop_app.core.jobs import Progress
from desktop_app.core.sync.media_files import carry_files
from desktop_app.core.sync.stores.folder import FolderStore
from tests.core.makers import a_picture
from tests.sync.model.pcs import Pc, school_of


@pytest.fixture
def pc(tmp_path: Path, folder_store: FolderStore) -> Iterator[Pc]:
    before = database.obj
    (pc,) = school_of(1, tmp_path, folder_store)
    yield pc
    pc.close()
    database.initialize(before)


def kept(pc: Pc, name: str, **facts: object) -> str:
    """A picture in the archive with its file."""
    content = name.encode() * 50
    digest, place = sha256(content).hexdigest(), f"media/{name}.jpg"
    file = pc.home.root / place
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
    a_picture(digest, original_path=place, original_name=f"{name}.jpg", bytes=len(content), **facts)
    return digest


def in_store(store: FolderStore) -> set[str]:
    return {
        entry.key.rpartition("/")[2].removesuffix(".json") for entry in store.list("schools/") if "/files/" in entry.key
    }


def test_pupils_without_consent_the_unknown_and_the_rejected_stay_here(pc: Pc, folder_store: FolderStore) -> None:
    with pc.at():
        empty = kept(pc, "san-truong", people="none")
        kept(pc, "lop-3a", people="children")
        kept(pc, "chua-biet", people="unknown")
        kept(pc, "mo", people="none", review="rejected")
        carried = carry_files(pc.home, folder_store, Progress())
        assert (carried.sent, carried.waiting) == (1, 0)
        assert in_store(folder_store) == {empty}


def test_the_schools_own_store_holds_the_whole_archive(pc: Pc, folder_store: FolderStore) -> None:
    with pc.at():
        every = {kept(pc, "san-truong", people="none"), kept(pc, "lop-3a", people="children")}
        assert carry_files(pc.home, folder_store, Progress(), whole_archive=True).sent == 2
        assert in_store(folder_store) == every
