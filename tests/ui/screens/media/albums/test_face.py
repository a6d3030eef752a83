"""Albums begun, renamed, deleted, looked through, each act undone."""

from __future__ import annotations

from db.queries.albums import albums
from desktop_app.core.albums.arranging import add_pictures
from desktop_app.core.albums.keeping import put_album_away, start_album
from desktop_app.core.media.describing import describe
from desktop_app.ui.screens.media.album_asks import AlbumName
from desktop_app.ui.screens.media.album_look import AlbumLook
from desktop_app.ui.screens.media.albums import AlbumsFace
from desktop_app.ui.widgets.toast import Toast
from desktop_app.ui.window import Window
from tests.ui.conftest import FakeDialogs, answering, focus, turn
from tests.ui.screens.media.albums.conftest import TITLE, fill, shown
from tests.ui.screens.media.conftest import Press


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
