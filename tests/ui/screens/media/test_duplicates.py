"""Like photos side by side in a real window: walked through by keys, kept, put away, told apart, all undone."""

from __future__ import annotations

import shutil
import tkinter
from collections.abc import Callable
from pathlib import Path

import pytest
import ttkbootstrap as ttk
from PIL import Image, ImageChops, ImageStat, ImageTk

from db.models import Article, MediaAsset, Usage
from db.queries.media_groups import groups
from db.queries.trash import trash_count
from desktop_app.core.home import Home
from desktop_app.core.jobs import Progress
from desktop_app.core.media.importing import import_media
from desktop_app.core.media.renditions import LARGE, SMALL, rendition_place
from desktop_app.core.trash import StillUsed
from desktop_app.ui.runner import Runner
from desktop_app.ui.screens.media.duplicates import DuplicatesFace
from desktop_app.ui.screens.media.duplicates_words import LEFT, RIGHT
from desktop_app.ui.widgets.toast import Toast
from desktop_app.ui.window import Window
from tests.ui.conftest import FakeDialogs, WaitUntil, turn

Press = Callable[[tkinter.Misc, str], None]
ZALO = "z5412345678901_0123456789abcdef0123456789abcdef.jpg"


def with_copies(card: Path) -> None:
    """Three photos of a card: of one there is a copy from Zalo, of another a burst of three."""
    with Image.open(card / "DSC_0000.jpg") as photo:
        photo.resize((1280, 853)).save(card / ZALO, quality=60)
    with Image.open(card / "DSC_0001.jpg") as photo:
        for number in (3, 4):
            photo.crop((number, 0, photo.width, photo.height)).save(
                card / f"DSC_000{number}.jpg", quality=90, exif=photo.info["exif"]
            )


@pytest.fixture
def face(
    place: ttk.Frame, home: Home, card: Path, runner: Runner, dialogs: FakeDialogs, wait_until: WaitUntil
) -> DuplicatesFace:
    """The face with a group of two and one of three, the latter shown first."""
    with_copies(card)
    import_media(home, [card], Progress())
    MediaAsset.update(taken_at="2024-05-06").where(MediaAsset.original_name.in_(["DSC_0000.jpg", ZALO])).execute()
    face = DuplicatesFace(
        place, home=home, runner=runner, dialogs=dialogs, toast=Toast(place), by_name=lambda: "Cô Hoa"
    )
    face.pack(fill="both", expand=True)
    face.refresh()
    wait_until(lambda: not runner.quiet_jobs)
    return face


def names(face: DuplicatesFace) -> tuple[str, str]:
    left, right = face.walk.pair
    return left.name, right.name


def pictures(face: DuplicatesFace) -> list[str]:
    return [photo.name for photo in face.walk.photos]


def test_groups_and_their_photos_are_walked_through_by_arrows(face: DuplicatesFace, press: Press) -> None:
    first, second, third = pictures(face)
    assert face.line["text"] == "Group 1 of 2: 3 photos of one moment"
    assert names(face) == (first, second)
    press(face.pair, "<Right>")
    assert names(face) == (first, third)
    press(face.pair, "<Right>")
    assert names(face) == (first, third)
    press(face.pair, "<Left>")
    assert names(face) == (first, second)
    press(face.pair, "<Down>")
    assert names(face) == ("DSC_0000.jpg", ZALO)
    press(face.pair, "<Down>")
    press(face.pair, "<Prior>")
    assert names(face) == (first, second)


def test_any_two_of_a_group_can_be_compared(face: DuplicatesFace, press: Press) -> None:
    first, second, third = pictures(face)
    press(face.pair, "<Key-x>")
    assert names(face) == (second, first)
    press(face.pair, "<Right>")
    assert names(face) == (second, third)
    press(face.pair, "<Left>")
    assert names(face) == (second, first)


def test_a_click_in_the_strip_compares_that_photo(face: DuplicatesFace, wait_until: WaitUntil) -> None:
    wait_until(face.strip.winfo_viewable)
    places = [face.strip.place_at(x) for x in range(face.strip.winfo_width())]
    assert sorted({place for place in places if place is not None}) == [0, 1, 2]
    face.strip.event_generate("<Button-1>", x=places.index(2) + 5, y=20)
    assert face.walk.right == 2
    assert face.strip.place_at(0) is None
    wait_until(lambda: face.focus_get() is face.pair)


def test_the_original_is_proposed_with_its_reasons(face: DuplicatesFace) -> None:
    face.go(1)
    said = face.pair.proposal.label["text"]
    assert said.startswith("The left one is proposed: it has more pixels, it is less compressed, it did not come")
    assert face.pair.sides[LEFT].badge.winfo_manager()
    assert not face.pair.sides[RIGHT].badge.winfo_manager()


def test_nothing_is_proposed_among_photos_of_one_burst(face: DuplicatesFace) -> None:
    assert face.pair.proposal.label["text"] == "They differ little: please look and choose."
    assert not any(side.badge.winfo_manager() for side in face.pair.sides.values())


def test_one_is_kept_for_all_and_undo_brings_the_others_back(face: DuplicatesFace, press: Press) -> None:
    kept = names(face)[1]
    assert face.pair.sides[RIGHT].keeping["text"] == "Keep this one, put 2 away"
    press(face.pair, "<Key-2>")
    left = {asset.original_name for asset in MediaAsset.select().where(MediaAsset.deleted_at.is_null())}
    assert left == {"DSC_0000.jpg", ZALO, "DSC_0002.jpg", kept}
    assert face.line["text"] == "Group 1 of 1: 2 photos of one moment"
    face.acts()["undo"]()
    assert (trash_count(), face.line["text"]) == (0, "Group 1 of 2: 3 photos of one moment")


def test_a_used_photo_stays_and_its_article_is_named(face: DuplicatesFace, dialogs: FakeDialogs) -> None:
    used = face.walk.pair[1]
    Usage.create(asset=used.id, article=Article.create(title="Ngày hội đọc sách"))
    face.refresh()
    assert any("Ngày hội đọc sách" in label["text"] for row in face.pair.differences._labels for label in row)
    face.keep(LEFT)
    assert isinstance(dialogs.errors[0], StillUsed)
    assert "Ngày hội đọc sách" in str(dialogs.errors[0])
    assert (trash_count(), len(face.walk.photos)) == (0, 3)


def test_just_one_of_a_burst_can_be_put_away(face: DuplicatesFace) -> None:
    gone = names(face)[1]
    face.put_away(RIGHT)
    assert gone not in pictures(face)
    assert len(face.walk.photos) == 2
    assert not face.strip.winfo_manager()
    face.undo()
    assert gone in pictures(face)


def test_photos_told_apart_are_never_asked_about_again(face: DuplicatesFace, press: Press) -> None:
    face.go(1)
    press(face.pair, "<Key-3>")
    assert [row.pictures for row in groups()] == [3]
    face.part_all()
    assert groups() == []
    assert face.empty.winfo_manager()
    face.undo()
    face.undo()
    assert [row.pictures for row in groups()] == [3, 2]
    assert face.card.winfo_manager()


def test_one_told_apart_leaves_the_others_together(face: DuplicatesFace) -> None:
    other = names(face)[1]
    face.pair.parting.invoke()
    assert other not in pictures(face)
    assert len(face.walk.photos) == 2


def test_a_wish_shows_the_group_of_that_photo(face: DuplicatesFace) -> None:
    copy = MediaAsset.get(MediaAsset.original_name == ZALO)
    face.open(asset_id=str(copy.id))
    face.refresh()
    assert names(face) == ("DSC_0000.jpg", ZALO)


def test_both_are_looked_at_closely_at_the_same_spot(face: DuplicatesFace, press: Press, wait_until: WaitUntil) -> None:
    left, right = (face.pair.sides[side].picture for side in (LEFT, RIGHT))
    wait_until(lambda: left.winfo_viewable() and left.find_all() and right.find_all())
    left.event_generate("<Button-1>", x=40, y=left.winfo_height() // 2)
    assert [one.is_close for one in (left, right)] == [True, True]
    press(face.pair, "<space>")
    assert [one.is_close for one in (left, right)] == [False, False]


@pytest.mark.parametrize("spot", [(0.5, 0.5), (0.0, 1.0), (0.9, 0.1)])
def test_a_close_look_shows_the_same_part_of_a_photo_and_of_its_small_copy(
    face: DuplicatesFace, wait_until: WaitUntil, spot: tuple[float, float]
) -> None:
    face.go(1)
    left, right = (face.pair.sides[side].picture for side in (LEFT, RIGHT))
    wait_until(lambda: left.find_all() and right.find_all())
    for picture in (left, right):
        picture.look_closely(spot)
    one, other = (ImageTk.getimage(picture._close).convert("RGB") for picture in (left, right))
    assert one.size == (left.winfo_width(), left.winfo_height())
    assert abs(one.width - other.width) <= 1
    assert max(ImageStat.Stat(ImageChops.difference(one, other.resize(one.size))).mean) < 8


def test_a_photo_whose_files_are_gone_is_said_to_be_missing(
    face: DuplicatesFace, home: Home, wait_until: WaitUntil
) -> None:
    right = face.walk.pair[1]
    for size in (SMALL, LARGE):
        rendition_place(home, right.sha256, size).unlink()
    face.refresh()
    picture = face.pair.sides[RIGHT].picture
    wait_until(lambda: [str(picture.type(item)) for item in picture.find_all()] == ["text"])
    face.pair.look_closely()
    assert [str(picture.type(item)) for item in picture.find_all()] == ["text"]


def test_photos_from_before_are_measured_when_the_face_is_entered(face: DuplicatesFace, wait_until: WaitUntil) -> None:
    MediaAsset.update(sharpness=None).execute()
    face.refresh()
    assert MediaAsset.select().where(MediaAsset.sharpness.is_null()).count() == 5 + 1
    face.leave()
    face.refresh()
    wait_until(lambda: not MediaAsset.select().where(MediaAsset.sharpness.is_null()).count())


def test_on_a_narrow_window_the_differences_stand_below_the_pictures(face: DuplicatesFace, window: Window) -> None:
    face.pack_forget()
    face.place(x=0, y=0, width=700, height=420)
    for _turn in range(20):
        turn(window)
    left = face.pair.sides[LEFT].picture
    assert face.pair.middle.winfo_rooty() > left.winfo_rooty() + left.winfo_height()
    assert left.winfo_height() >= 120


def test_an_archive_without_like_photos_says_so(
    place: ttk.Frame, home: Home, runner: Runner, dialogs: FakeDialogs, card: Path
) -> None:
    shutil.rmtree(card)
    face = DuplicatesFace(place, home=home, runner=runner, dialogs=dialogs, toast=Toast(place), by_name=str)
    face.pack(fill="both", expand=True)
    face.refresh()
    assert face.empty.winfo_manager()
    face.focus_first()
    face.undo()
    for key in ("<Down>", "<Right>", "<Key-1>", "<Key-3>", "<Key-x>"):
        face.pair.event_generate(key)
    assert not dialogs.errors
