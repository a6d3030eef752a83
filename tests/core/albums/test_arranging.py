"""Pictures of an album put in, taken out and moved: each once, in the order asked for, and every act undone."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db.models import AlbumPicture, AuditEvent, MediaAsset
from db.queries.albums import album_page, albums, all_in, cells_of
from desktop_app.core import trash
from desktop_app.core.albums.arranging import NotInAlbum, add_pictures, arrange, move_pictures, remove_pictures
from desktop_app.core.albums.choosing import propose
from desktop_app.core.albums.keeping import (
    AlbumNeedsTitle,
    NoSuchAlbum,
    bring_album_back,
    put_album_away,
    rename_album,
    start_album,
)
from desktop_app.core.home import Home
from tests.core.makers import a_picture

NAMES = "abcdef"


@pytest.fixture
def pictures(home: Home) -> list[str]:
    """Six pictures of six days."""
    return [a_picture(name * 64, taken_at=f"2024-05-0{day}T08:00") for day, name in enumerate(NAMES, 1)]


@pytest.fixture
def album(pictures: list[str]) -> str:
    """An album with all of them."""
    album = start_album("Năm học 2023-2024 qua ảnh", by_name="Cô Hoa")
    add_pictures(album, pictures)
    return album


def order(album: str) -> str:
    """The pictures shown, a letter each."""
    return "".join(cell.sha256[0] for cell in album_page(album, 0, 99))


def acts() -> list[str]:
    return [event.act for event in AuditEvent.select().order_by(AuditEvent.id) if event.table == "album"]


def test_an_album_is_begun_named_and_put_away(pictures: list[str]) -> None:
    with pytest.raises(AlbumNeedsTitle):
        start_album("  ")
    album = start_album("Ảnh")
    assert add_pictures(album, pictures[1:3]) == pictures[1:3]
    assert add_pictures(album, pictures[:2]) == pictures[:1]
    rename_album(album, "Sơ kết  học kỳ I", note="Treo ở hành lang")
    row = albums()[0]
    assert (row.title, row.note, row.pictures) == ("Sơ kết học kỳ I", "Treo ở hành lang", 3)
    assert (row.first_day, row.last_day, row.cover) == ("2024-05-01", "2024-05-03", "b" * 64)
    put_album_away(album)
    assert not albums()
    bring_album_back(album)
    assert len(albums()) == 1
    with pytest.raises(NoSuchAlbum):
        add_pictures("nowhere", pictures)


def test_every_act_is_in_the_log(album: str, pictures: list[str]) -> None:
    before = move_pictures(album, pictures[:1], 3, by_name="Cô Hoa")
    arrange(album, before)
    remove_pictures(album, pictures[:1])
    rename_album(album, "Ảnh")
    put_album_away(album)
    bring_album_back(album)
    assert acts() == [
        "start album",
        "add to album",
        "arrange album",
        "arrange album",
        "remove from album",
        "rename album",
        "put album away",
        "bring album back",
    ]


def test_pictures_added_after_others_were_taken_out_come_last(album: str, pictures: list[str]) -> None:
    remove_pictures(album, pictures[:4])
    add_pictures(album, pictures[:1])
    assert order(album) == "efa"


@pytest.mark.parametrize(
    ("moved", "gap", "then"),
    [("a", 2, "bacdef"), ("f", 0, "fabcde"), ("a", 6, "bcdefa"), ("ac", 5, "bdeacf"), ("ce", 0, "ceabdf")],
)
def test_pictures_move_before_the_one_that_stands_there_now(
    album: str, pictures: list[str], moved: str, gap: int, then: str
) -> None:
    before = move_pictures(album, [pictures[NAMES.index(name)] for name in moved], gap)
    assert order(album) == then
    arrange(album, before)
    assert order(album) == NAMES


def test_what_is_taken_out_comes_back_to_its_place(album: str, pictures: list[str]) -> None:
    before = remove_pictures(album, pictures[1:3])
    assert order(album) == "adef"
    arrange(album, before)
    assert order(album) == NAMES


def test_a_picture_that_is_not_inside_cannot_be_moved(album: str, pictures: list[str]) -> None:
    remove_pictures(album, pictures[:1])
    with pytest.raises(NotInAlbum):
        move_pictures(album, pictures[:1], 2)
    assert order(album) == "bcdef"


def test_a_picture_in_the_trash_is_not_counted_and_keeps_its_neighbour(album: str, pictures: list[str]) -> None:
    put_album_away(album)
    entry = trash.put_in(trash.ASSET, [pictures[1]])
    bring_album_back(album)
    move_pictures(album, pictures[:1], 3)
    assert order(album) == "cdaef"
    trash.take_back(entry)
    assert order(album) == "cdabef"


def test_an_undo_after_a_picture_went_for_good_brings_back_the_others(album: str, pictures: list[str]) -> None:
    before = remove_pictures(album, pictures[:2])
    MediaAsset.delete().where(MediaAsset.id == pictures[0]).execute()
    arrange(album, before)
    assert order(album) == "bcdef"


def test_a_move_by_one_place_writes_two_rows(album: str, pictures: list[str]) -> None:
    versions = {one.id: one.sort for one in AlbumPicture.select()}
    move_pictures(album, pictures[:1], 2)
    assert sum(versions[one.id] != one.sort for one in AlbumPicture.select()) == 2


def test_the_best_are_proposed_only_from_what_was_accepted_and_is_not_inside(pictures: list[str]) -> None:
    MediaAsset.update(review="rejected").where(MediaAsset.id == pictures[0]).execute()
    album = start_album("Ảnh")
    assert [one.id for one in propose(album, 10)] == pictures[1:]
    add_pictures(album, pictures[1:4])
    assert [one.id for one in propose(album, 10)] == pictures[4:]


def test_cells_come_in_the_order_asked_for(pictures: list[str]) -> None:
    assert [cell.id for cell in cells_of([pictures[3], pictures[0]])] == [pictures[3], pictures[0]]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=40)
@given(moved=st.sets(st.sampled_from(range(6)), min_size=1), gap=st.integers(0, 6))
def test_a_move_loses_and_doubles_nothing_and_keeps_the_others_in_order(
    album: str, pictures: list[str], moved: set[int], gap: int
) -> None:
    arrange(album, pictures)
    move_pictures(album, {pictures[place] for place in moved}, gap)
    now = [one.id for one in all_in(album)]
    assert sorted(now) == sorted(pictures)
    assert [one for one in now if pictures.index(one) not in moved] == [
        one for place, one in enumerate(pictures) if place not in moved
    ]
