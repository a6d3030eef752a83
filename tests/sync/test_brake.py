"""When very much is to go at once, it waits for a named person, at both ends."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from db.models import Album, AlbumPicture, MediaAsset, Person
from desktop_app.core.sync import removals
from desktop_app.core.sync.stores.folder import FolderStore
from tests.sync.model.pcs import Pc, add, people, school_of, until_quiet

Pair = tuple[Pc, Pc]


@pytest.fixture
def two(tmp_path: Path, folder_store: FolderStore) -> Iterator[Pair]:
    first, second = school_of(2, tmp_path, folder_store)
    yield first, second
    first.close()
    second.close()


@pytest.mark.parametrize("go", [True, False])
def test_many_removals_wait_for_a_person_where_they_were_made(two: Pair, folder_store: FolderStore, go: bool) -> None:
    add(two[0], *(f"{number:02d}" for number in range(40)))
    until_quiet(list(two), folder_store)
    with two[0].at():
        Person.delete().where(Person.name < "25").execute()
    assert two[0].sync(folder_store).braked == 25
    until_quiet(list(two), folder_store)
    assert len(people(two[1])) == 40
    with two[0].at():
        assert removals.held_removals() == ({"person": 25}, {})
        (removals.let_them_go if go else removals.have_them_back)(by_name="Mẩy")
    assert two[0].sync(folder_store).braked == 0
    if go:
        assert two[1].sync(folder_store).braked == 25
        with two[1].at():
            assert removals.held_removals() == ({}, {"person": 25})
            removals.let_them_go(by_name="Mẩy")
    until_quiet(list(two), folder_store)
    assert len(people(two[0])) == len(people(two[1])) == (15 if go else 40)


def test_removals_from_elsewhere_can_be_had_back(two: Pair, folder_store: FolderStore) -> None:
    add(two[0], *(f"{number:02d}" for number in range(40)))
    until_quiet(list(two), folder_store)
    with two[0].at():
        Person.delete().where(Person.name < "25").execute()
        two[0].sync(folder_store)
        removals.let_them_go(by_name="Dơ")
    two[0].sync(folder_store)
    two[1].sync(folder_store)
    assert len(people(two[1])) == 40
    with two[1].at():
        removals.have_them_back(by_name="Mẩy")
    until_quiet(list(two), folder_store)
    assert len(people(two[0])) == len(people(two[1])) == 40
    assert two[0].sql("SELECT count(*) FROM sync_row WHERE disputed > 0") == [(0,)]


def test_what_came_and_went_between_two_rounds_needs_no_brake(two: Pair, folder_store: FolderStore) -> None:
    add(two[0], *(f"{number:02d}" for number in range(40)))
    with two[0].at():
        Person.delete().execute()
    assert two[0].sync(folder_store).braked == 0


def photo() -> MediaAsset:
    """The same picture on whichever PC it is taken in."""
    return MediaAsset.create(sha256="a" * 64, original_path="a.jpg", original_name="a.jpg", bytes=1)


@pytest.mark.parametrize("go", [True, False])
def test_a_part_whose_removal_waits_follows_a_photo_that_gets_a_twin(
    tmp_path: Path, folder_store: FolderStore, go: bool
) -> None:
    first, second, third = pcs = school_of(3, tmp_path, folder_store)
    with third.at():
        elder = photo()
    with first.at():
        picture = AlbumPicture.create(album=Album.create(title="Khai giảng"), asset=photo())
    add(first, *(f"{number:02d}" for number in range(40)))
    until_quiet([first, second], folder_store)
    with second.at():
        Person.delete().where(Person.name < "25").execute()
        AlbumPicture.delete().execute()
        second.sync(folder_store)
        removals.let_them_go(by_name="Dơ")
    until_quiet([second, third], folder_store)
    assert first.sync(folder_store).braked == 26
    assert first.sql("SELECT id, asset_id FROM album_picture") == [(str(picture.id), str(elder.id))]
    with first.at():
        (removals.let_them_go if go else removals.have_them_back)(by_name="Mẩy")
    with third.at():
        (removals.let_them_go if go else removals.have_them_back)(by_name="Mẩy")
    until_quiet(pcs, folder_store)
    for pc in pcs:
        assert pc.sql("SELECT asset_id FROM album_picture") == ([] if go else [(str(elder.id),)])
        pc.close()
