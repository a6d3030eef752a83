"""Albums in a real window: begun, ordered by keys and mouse, filled by proposals, taken along, everything undone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from itertools import count
from pathlib import Path
from typing import TypeVar

import pytest
import ttkbootstrap as ttk

from db.queries.albums import album_page, albums
from desktop_app.core.albums.arranging import add_pictures
from desktop_app.core.albums.keeping import put_album_away, start_album
from desktop_app.core.drawing import draw_scene
from desktop_app.core.home import Home
from desktop_app.core.jobs import Progress
from desktop_app.core.media.describing import describe, review
from desktop_app.core.media.importing import import_media
from desktop_app.core.periods import Month
from desktop_app.ui.modal import Modal
from desktop_app.ui.runner import Runner
from desktop_app.ui.screens.media.album_asks import AlbumName, WhichAlbum, add_to_album
from desktop_app.ui.screens.media.album_choose import ChooseBest
from desktop_app.ui.screens.media.album_export import AlbumTaken
from desktop_app.ui.screens.media.album_look import AlbumLook
from desktop_app.ui.screens.media.albums import AlbumsFace
from desktop_app.ui.screens.media.desk import Desk
from desktop_app.ui.widgets.toast import Toast
from desktop_app.ui.window import Window
from tests.ui.conftest import FakeDialogs, WaitUntil, focus, turn
from tests.ui.screens.conftest import Sent
from tests.ui.screens.media.conftest import Press

D = TypeVar("D", bound=Modal)
TITLE = "Năm học 2023-2024 qua ảnh"
SECONDS = count(1)


@pytest.fixture
def pictures(home: Home, tmp_path: Path) -> list[str]:
    """Four accepted photos of four days."""
    card = tmp_path / "card"
    card.mkdir()
    for seed in range(4):
        draw_scene(card / f"{seed}.jpg", seed=seed, taken_at=datetime(2024, 5, 7 + seed))  # noqa: DTZ001  # a camera names no zone
    ids = import_media(home, [card], Progress()).asset_ids
    for number, asset_id in enumerate(ids):
        describe(asset_id, caption=f"Ảnh {number}", people="none", activity=f"Hoạt động {number}")
        review(asset_id, accepted=True)
    return ids


@pytest.fixture
def toast(place: ttk.Frame) -> Toast:
    return Toast(place)


@pytest.fixture
def face(
    place: ttk.Frame,
    home: Home,
    runner: Runner,
    dialogs: FakeDialogs,
    toast: Toast,
    show: Sent,
    stripped: list[Sequence[str]],
) -> AlbumsFace:
    """The face in May 2024, before any album."""
    desk = Desk(home, runner, dialogs, toast, lambda: "Cô Hoa", show, lambda words: None)
    face = AlbumsFace(place, desk=desk, to_strip=stripped.append)
    face.month = Month(2024, 5)
    face.pack(fill="both", expand=True)
    face.refresh()
    turn(place)
    return face


@pytest.fixture
def album(face: AlbumsFace, pictures: list[str], wait_until: WaitUntil) -> str:
    """An album with the four, open and laid out."""
    album = start_album(TITLE)
    add_pictures(album, pictures)
    face.open(album_id=album)
    face.refresh()
    wait_until(lambda: len(face.sheet.grid_.items) == len(pictures))
    return album


def answering(window: Window, kind: type[D], act: Callable[[D], object]) -> None:
    """Do ``act`` with the next dialog of this kind, once it has the keyboard and the mouse."""

    def look() -> None:
        found = [child for child in window.winfo_children() if isinstance(child, kind)]
        if found and window.grab_current() is found[0]:
            act(found[0])
        else:
            window.after(30, look)

    window.after(30, look)


def order(album: str, pictures: list[str]) -> list[int]:
    return [pictures.index(cell.id) for cell in album_page(album, 0, 99)]


def shown(face: AlbumsFace, pictures: list[str]) -> list[int]:
    return [pictures.index(item.id) for item in face.sheet.grid_.items]


def fill(dialog: AlbumName, title: str) -> None:
    dialog.title_.delete(0, "end")
    dialog.title_.insert(0, title)
    dialog.keep()


# ---------------------------------------------------------------- albums


def test_without_albums_the_face_says_what_they_are_for_and_begins_one(window: Window, face: AlbumsFace) -> None:
    assert face.empty.winfo_manager()
    answering(window, AlbumName, lambda dialog: fill(dialog, TITLE))
    face.start()
    turn(window)
    assert [row.title for row in albums()] == [TITLE]
    assert face.sheet.name.label["text"] == TITLE
    assert face.room.winfo_manager()
    face.undo()
    assert not albums()


def test_an_album_without_a_name_is_not_begun(window: Window, face: AlbumsFace) -> None:
    def try_without(dialog: AlbumName) -> None:
        dialog.keep()
        assert dialog.winfo_exists()
        dialog.give_up()

    answering(window, AlbumName, try_without)
    face.start()
    assert not albums()


def test_f2_renames_and_undo_brings_the_old_name_back(window: Window, face: AlbumsFace, album: str) -> None:
    answering(window, AlbumName, lambda dialog: fill(dialog, "Sơ kết"))
    face.acts()["rename"]()
    assert albums()[0].title == "Sơ kết"
    face.undo()
    assert albums()[0].title == TITLE


def test_delete_on_the_shelf_is_the_album_and_undo_opens_it_again(
    face: AlbumsFace, album: str, pictures: list[str], toast: Toast
) -> None:
    other = start_album("Khác")
    face.refresh()
    face.open(album_id=album)
    face.refresh()
    focus(face.shelf.canvas)
    face.acts()["delete"]()
    assert [row.id for row in albums()] == [other]
    toast.button.invoke()
    turn(face)
    assert face.shelf.row is not None
    assert face.shelf.row.id == album
    assert shown(face, pictures) == [0, 1, 2, 3]


def test_the_shelf_shows_another_album_as_the_arrow_goes_there(
    face: AlbumsFace, album: str, pictures: list[str], press: Press
) -> None:
    other = start_album("Khác")
    add_pictures(other, pictures[:1])
    face.refresh()
    face.shelf.go_to(0)
    assert shown(face, pictures) == [0]
    press(face.shelf.canvas, "<Down>")
    assert shown(face, pictures) == [0, 1, 2, 3]


def test_an_album_another_window_put_away_says_so_and_goes(
    face: AlbumsFace, album: str, dialogs: FakeDialogs, pictures: list[str]
) -> None:
    face.sheet.grid_.go_to(0)
    put_album_away(album)
    face.remove()
    assert len(dialogs.errors) == 1
    assert face.empty.winfo_manager()


# ---------------------------------------------------------------- order


def test_ctrl_and_an_arrow_move_the_chosen_together(
    face: AlbumsFace, album: str, pictures: list[str], press: Press, toast: Toast
) -> None:
    grid = face.sheet.grid_
    grid.go_to(0)
    grid.selection.reach(1)
    press(grid.canvas, "<Control-Right>")
    assert order(album, pictures) == [2, 0, 1, 3]
    assert shown(face, pictures) == [2, 0, 1, 3]
    assert grid.selected == pictures[:2]
    press(grid.canvas, "<Control-End>")
    assert order(album, pictures) == [2, 3, 0, 1]
    toast.button.invoke()
    assert order(album, pictures) == [2, 0, 1, 3]
    face.undo()
    assert order(album, pictures) == [0, 1, 2, 3]


def mouse(face: AlbumsFace, event: str, place: float) -> None:
    """The mouse over the picture at ``place`` of the first row."""
    grid = face.sheet.grid_
    held = 0x100 if event == "<Motion>" else 0
    x, y = round((place + 0.5) * grid._cell[0]), grid._cell[1] // 2
    grid.canvas.event_generate(event, x=x, y=y, state=held, time=next(SECONDS) * 1000)  # else a second click is double


def test_a_picture_is_dragged_to_another_place(face: AlbumsFace, album: str, pictures: list[str]) -> None:
    grid = face.sheet.grid_
    mouse(face, "<Button-1>", 0)
    mouse(face, "<Motion>", 1.8)
    assert grid.canvas.find_withtag("gap")
    mouse(face, "<ButtonRelease-1>", 1.8)
    assert order(album, pictures) == [1, 0, 2, 3]
    assert not grid.canvas.find_withtag("gap")


def test_several_chosen_are_dragged_together_and_a_plain_click_chooses_one_of_them(
    face: AlbumsFace, album: str, pictures: list[str]
) -> None:
    grid = face.sheet.grid_
    grid.go_to(0)
    grid.selection.reach(1)
    mouse(face, "<Button-1>", 1)
    mouse(face, "<ButtonRelease-1>", 1)
    assert grid.selected == [pictures[1]]
    grid.go_to(0)
    grid.selection.reach(1)
    mouse(face, "<Button-1>", 1)
    mouse(face, "<Motion>", 2.4)
    mouse(face, "<ButtonRelease-1>", 2.4)
    assert order(album, pictures) == [2, 0, 1, 3]


def test_a_trembling_hand_and_esc_move_nothing(face: AlbumsFace, album: str, pictures: list[str], press: Press) -> None:
    grid = face.sheet.grid_
    mouse(face, "<Button-1>", 0)
    mouse(face, "<Motion>", 0.01)
    mouse(face, "<ButtonRelease-1>", 0.01)
    mouse(face, "<Button-1>", 0)
    mouse(face, "<Motion>", 2.4)
    press(grid.canvas, "<Escape>")
    mouse(face, "<ButtonRelease-1>", 2.4)
    assert order(album, pictures) == [0, 1, 2, 3]


def test_delete_takes_the_chosen_out_and_undo_puts_them_back_in_place(
    face: AlbumsFace, album: str, pictures: list[str], toast: Toast
) -> None:
    grid = face.sheet.grid_
    grid.go_to(1)
    focus(grid.canvas)
    face.acts()["delete"]()
    assert order(album, pictures) == [0, 2, 3]
    toast.button.invoke()
    assert order(album, pictures) == [0, 1, 2, 3]


# ---------------------------------------------------------------- words


def test_a_picture_that_may_not_leave_says_so_with_its_reason(
    face: AlbumsFace, album: str, pictures: list[str]
) -> None:
    describe(pictures[2], people="children")
    face.refresh()
    grid = face.sheet.grid_
    assert [item.badge for item in grid.items] == ["1", "2", "3 · stays here", "4"]
    assert face.sheet.line.label["text"] == "4 photos · 07/05/2024 – 10/05/2024 · 1 must stay here"
    grid.go_to(2)
    assert "stays here: a pupil is in this picture" in face.sheet.hint.label["text"]


def test_enter_shows_the_pictures_large_and_arrows_turn_them(
    window: Window, face: AlbumsFace, album: str, pictures: list[str]
) -> None:
    def look(dialog: AlbumLook) -> None:
        dialog.turn(-1)
        dialog.turn(1)
        assert dialog.number["text"] == "2/4"
        assert dialog.words.label["text"].startswith("Ảnh 1")
        dialog.give_up()

    answering(window, AlbumLook, look)
    face.sheet.grid_.go_to(0)
    face.sheet.grid_.open()
    assert face.sheet.grid_.selected == [pictures[1]]


# ---------------------------------------------------------------- proposals


def test_the_best_are_proposed_with_reasons_and_only_what_is_kept_goes_in(
    window: Window, face: AlbumsFace, pictures: list[str]
) -> None:
    album = start_album(TITLE)
    add_pictures(album, pictures[:1])
    face.open(album_id=album)
    face.refresh()

    def choose(dialog: ChooseBest) -> None:
        assert [one.id for one in dialog.proposals] == pictures[1:]
        dialog.grid_.go_to(0)
        assert "the only one of its activity" in dialog.why.label["text"]
        dialog.take_out()
        assert [one.id for one in dialog.proposals] == pictures[2:]
        assert dialog.ok["text"] == "Put 2 in"
        dialog.keep()

    answering(window, ChooseBest, choose)
    face.choose()
    assert order(album, pictures) == [0, 2, 3]
    face.undo()
    assert order(album, pictures) == [0]


def test_a_time_with_nothing_says_so_and_days_can_be_changed(
    window: Window, face: AlbumsFace, pictures: list[str]
) -> None:
    face.open(album_id=start_album(TITLE))
    face.refresh()

    def choose(dialog: ChooseBest) -> None:
        dialog.span.current(1)
        dialog.take_span()
        assert not dialog.proposals
        assert str(dialog.ok["state"]) == "disabled"
        dialog.first.set(datetime(2024, 5, 8).date())  # noqa: DTZ001  # a day, no instant
        dialog.last.set(datetime(2024, 5, 9).date())  # noqa: DTZ001
        dialog.look()
        assert [one.id for one in dialog.proposals] == pictures[1:3]
        dialog.give_up()

    answering(window, ChooseBest, choose)
    face.choose()
    assert albums()[0].pictures == 0


# ---------------------------------------------------------------- into an album


def test_photos_go_into_the_album_that_is_chosen_or_a_new_one(
    window: Window, face: AlbumsFace, album: str, pictures: list[str]
) -> None:
    answering(window, WhichAlbum, lambda dialog: dialog.keep())
    assert add_to_album(face, pictures[:2], by_name=lambda: "Cô Hoa") is not None

    def into_new(dialog: WhichAlbum) -> None:
        dialog.title_.insert(0, "Sơ kết")
        dialog.keep()

    answering(window, WhichAlbum, into_new)
    added = add_to_album(face, pictures[:2], by_name=lambda: "Cô Hoa")
    assert [(row.title, row.pictures) for row in albums()] == [("Sơ kết", 2), (TITLE, 4)]
    assert added is not None
    assert added.words == "Album “Sơ kết” begun with 2 photos"
    added.undo()
    assert [row.title for row in albums()] == [TITLE]


def test_undo_takes_out_only_what_was_new(window: Window, face: AlbumsFace, pictures: list[str]) -> None:
    album = start_album(TITLE)
    add_pictures(album, pictures[:1])
    answering(window, WhichAlbum, lambda dialog: dialog.keep())
    added = add_to_album(face, pictures[:3], by_name=lambda: "Cô Hoa")
    assert added is not None
    assert added.words == f"2 photos put into “{TITLE}”, 1 were there"
    added.undo()
    assert order(album, pictures) == [0]


def test_leaving_the_question_adds_nothing(window: Window, face: AlbumsFace, pictures: list[str]) -> None:
    answering(window, WhichAlbum, lambda dialog: dialog.give_up())
    assert add_to_album(face, pictures, by_name=lambda: "Cô Hoa") is None
    assert not albums()


# ---------------------------------------------------------------- taken along


def test_an_album_is_taken_along_and_the_line_says_where_it_lies(
    face: AlbumsFace, album: str, dialogs: FakeDialogs, tmp_path: Path, toast: Toast, wait_until: WaitUntil
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    dialogs.answers.append(stick)
    face.acts()["export"]()
    wait_until(lambda: "4 photos are in Album_NamHoc20232024QuaAnh" in toast.label["text"])
    assert (stick / "Album_NamHoc20232024QuaAnh" / "xem-anh.html").exists()


def test_what_stayed_behind_is_named_with_its_reason(
    window: Window,
    face: AlbumsFace,
    album: str,
    pictures: list[str],
    dialogs: FakeDialogs,
    tmp_path: Path,
    wait_until: WaitUntil,
) -> None:
    describe(pictures[0], people="children")
    face.refresh()
    seen: list[str] = []

    def read(dialog: AlbumTaken) -> None:
        labels = [child for child in dialog.left.inside.winfo_children() if isinstance(child, ttk.Label)]
        seen.extend(label["text"] for label in labels)
        dialog.give_up()

    answering(window, AlbumTaken, read)
    dialogs.answers.append(tmp_path)
    face.take()
    wait_until(lambda: seen)
    assert seen == ["0.jpg"]


def test_the_album_is_captioned_one_by_one_or_the_chosen_of_it(
    face: AlbumsFace, album: str, pictures: list[str], stripped: list[Sequence[str]]
) -> None:
    face.caption()
    face.sheet.grid_.go_to(1)
    face.sheet.grid_.selection.reach(2)
    face.caption()
    assert stripped == [pictures, pictures[1:3]]
