"""What leaves for a store: originals and scans for the school's own alone, to any other the issued reports."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest

from db import database
from db.models import Consent, Document, MediaAsset, Report
from desktop_app.core.jobs import Progress
from desktop_app.core.papers import keep_bytes
from desktop_app.core.sync.media_files import carry_files
from desktop_app.core.sync.stores.folder import FolderStore
from tests.core.makers import a_picture, a_plan
from tests.sync.issued import agree
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


def a_paper(pc: Pc, words: bytes) -> str:
    return keep_bytes(pc.home, words, "giay.pdf").sha256


def a_report(pc: Pc) -> set[str]:
    """An issued and signed report; what names its three papers."""
    names = [a_paper(pc, words) for words in (b"pdf", b"word", b"scan")]
    facts = dict(zip(("pdf_sha256", "word_sha256", "scan_sha256"), names, strict=True))
    Report.create(plan=a_plan(), kind="month", period="2024-05", state="signed", **facts)
    return set(names)


def test_no_original_leaves_for_a_store_of_others_whoever_agreed(pc: Pc, folder_store: FolderStore) -> None:
    with pc.at():
        kept(pc, "san-truong", people="none")
        agree(MediaAsset.get(MediaAsset.sha256 == kept(pc, "lop-3a", people="children")).id)
        carried = carry_files(pc.home, folder_store, Progress())
        assert (carried.sent, carried.waiting) == (0, 0)
        assert in_store(folder_store) == set()


def test_of_papers_only_those_of_reports_leave_for_a_store_of_others(pc: Pc, folder_store: FolderStore) -> None:
    with pc.at():
        reports = a_report(pc)
        Consent.create(subject="Giàng A Mẫu", scan_sha256=a_paper(pc, b"consent"))
        Document.create(kind="plan", file_sha256=a_paper(pc, b"document"))
        assert carry_files(pc.home, folder_store, Progress()).sent == 3
        assert in_store(folder_store) == reports


def test_the_schools_own_store_holds_the_whole_archive(pc: Pc, folder_store: FolderStore) -> None:
    with pc.at():
        every = {kept(pc, "san-truong", people="none"), kept(pc, "lop-3a", people="children"), *a_report(pc)}
        scan = a_paper(pc, b"consent")
        Consent.create(subject="Giàng A Mẫu", scan_sha256=scan)
        assert carry_files(pc.home, folder_store, Progress(), whole_archive=True).sent == 6
        assert in_store(folder_store) == {*every, scan}


def test_another_pc_asks_a_store_of_others_for_no_originals(tmp_path: Path, folder_store: FolderStore) -> None:
    before = database.obj
    first, second = school_of(2, tmp_path, folder_store)
    with first.at():
        photo = kept(first, "san-truong", people="none")
        reports = a_report(first)
        carry_files(first.home, folder_store, Progress())
    first.sync(folder_store)
    second.sync(folder_store)
    with second.at():
        carried = carry_files(second.home, folder_store, Progress())
        assert (carried.fetched, carried.missing) == (len(reports), 0)
        assert carry_files(second.home, folder_store, Progress(), whole_archive=True).missing == 1
    with first.at():
        carry_files(first.home, folder_store, Progress(), whole_archive=True)
    with second.at():
        assert carry_files(second.home, folder_store, Progress(), whole_archive=True).fetched == 1
        assert (second.home.root / str(MediaAsset.get(MediaAsset.sha256 == photo).original_path)).is_file()
    for pc in (first, second):
        pc.close()
    database.initialize(before)
