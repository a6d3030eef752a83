"""What an authority says arrives at every PC of the schools it is meant for, once, and that it was read comes back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from db import database
from db.models import Directive
from db.queries import directives, today
from desktop_app.core.directives import mark_read
from desktop_app.core.jobs import Progress
from desktop_app.core.office.directing import OFFICE, Directing, DirectiveIsEmpty, send_directive
from desktop_app.core.office.ingesting import ingest
from desktop_app.core.office.journals import heads_of, schools_in
from desktop_app.core.office.opening import opened
from desktop_app.core.office.quarantine import waiting
from desktop_app.core.sync.stores.folder import FolderStore
from tests.sync.model.pcs import Pc, school_of

SAID = Directing("UBND xã Mường Mẫu", "Nộp báo cáo tháng 5", "Trước ngày 05/6, gửi qua kho chung.", date(2024, 6, 5))


@pytest.fixture
def store(tmp_path: Path) -> FolderStore:
    (tmp_path / "store").mkdir()
    return FolderStore(tmp_path / "store")


@pytest.fixture
def pcs(tmp_path: Path, store: FolderStore) -> Iterator[list[Pc]]:
    before = database.obj
    pcs = school_of(2, tmp_path, store)
    yield pcs
    for pc in pcs:
        pc.close()
    database.initialize(before)


def school_id(store: FolderStore) -> str:
    (found,) = schools_in(store)
    return found


def test_it_arrives_at_every_pc_and_waits_there_first(store: FolderStore, pcs: list[Pc]) -> None:
    send_directive(store, [school_id(store)], SAID, Progress())
    for pc in pcs:
        pc.sync(store)
        with pc.at():
            (row,) = directives.directives()
            assert (row.office, row.subject, row.due_on, row.is_read) == (SAID.office, SAID.subject, SAID.due_on, False)
            assert today.waiting(date.today())[0][:3:2] == ("to_read", SAID.subject)


def test_several_arrive_each_once_whatever_is_repeated(store: FolderStore, pcs: list[Pc]) -> None:
    for number in range(3):
        send_directive(store, [school_id(store)], SAID._replace(subject=f"Việc {number}"), Progress())
        pcs[0].sync(store)
        pcs[0].sync(store)
    assert heads_of(store, school_id(store))[OFFICE.device, OFFICE.epoch] == 3
    with pcs[0].at():
        assert sorted(row.subject for row in directives.directives()) == ["Việc 0", "Việc 1", "Việc 2"]


def test_that_it_was_read_travels_to_the_other_pc(store: FolderStore, pcs: list[Pc]) -> None:
    send_directive(store, [school_id(store)], SAID, Progress())
    first, second = pcs
    first.sync(store)
    with first.at():
        mark_read(directives.directives()[0].id, by_name="Cô Hoa")
        mark_read(directives.directives()[0].id, by_name="Người khác")
        assert not [one for one in today.waiting(date.today()) if one.kind == "to_read"]
    first.sync(store)
    second.sync(store)
    with second.at():
        assert [(row.read_by, row.subject) for row in Directive.select()] == [("Cô Hoa", SAID.subject)]


def test_the_authority_reads_its_own_words_without_trouble(store: FolderStore, pcs: list[Pc], tmp_path: Path) -> None:
    send_directive(store, [school_id(store)], SAID, Progress())
    pcs[0].sync(store)
    with pcs[0].at():
        mark_read(directives.directives()[0].id, by_name="Cô Hoa")
    pcs[0].sync(store)
    with opened(f"sqlite:///{tmp_path / 'office.db'}") as office:
        done = ingest(store, office, Progress())
        assert (done.schools, done.quarantined, list(waiting(office))) == (1, 0, [])


def test_a_word_without_a_subject_is_refused(store: FolderStore) -> None:
    with pytest.raises(DirectiveIsEmpty):
        send_directive(store, ["x"], SAID._replace(subject=" "), Progress())
    assert not list(store.list("schools/"))
