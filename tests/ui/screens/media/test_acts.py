"""What is done with the chosen photos: one after the other in the filmstrip, or into the trash and back."""

from __future__ import annotations

import tkinter
from collections.abc import Callable, Sequence

from db.queries.albums import albums
from db.queries.trash import trash
from desktop_app.core.articles import place_photos, start_article
from desktop_app.core.trash import StillUsed
from desktop_app.ui.screens.desk import Desk
from desktop_app.ui.screens.media.album_asks import WhichAlbum
from desktop_app.ui.screens.media.screen import MediaScreen
from desktop_app.ui.window import Window
from tests.ui.conftest import FakeDialogs, answering

Press = Callable[[tkinter.Misc, str], None]


def ids_of(screen: MediaScreen) -> list[str]:
    return [row.id for row in screen.grid_.rows_between(0, screen.grid_.count - 1)]


def test_one_chosen_photo_opens_the_filmstrip_with_all_of_the_tab(
    filled: MediaScreen, stripped: list[Sequence[str]]
) -> None:
    filled.media_acts.strip.invoke()
    assert stripped == [ids_of(filled)]


def test_several_chosen_photos_open_it_with_just_these(
    filled: MediaScreen, stripped: list[Sequence[str]], press: Press
) -> None:
    filled.grid_.go_to(1)
    press(filled.grid_.canvas, "<Shift-Right>")
    filled.media_acts.strip.invoke()
    assert stripped == [ids_of(filled)[1:]]


def test_a_photo_goes_to_the_trash_and_one_undo_brings_it_back(filled: MediaScreen, desk: Desk) -> None:
    first = filled.details.ids[0]
    filled.acts()["delete"]()
    assert filled.grid_.count == 2
    assert first not in filled.details.ids
    assert [row.record_id for row in trash()] == [first]
    desk.toast.button.invoke()
    assert filled.grid_.count == 3
    assert trash() == []


def test_photos_of_which_one_is_used_all_stay_and_its_user_is_named(
    filled: MediaScreen, dialogs: FakeDialogs, press: Press
) -> None:
    place_photos(start_article(None), [ids_of(filled)[1]])
    press(filled.grid_.canvas, "<Control-a>")
    filled.media_acts.throw_away()
    assert [type(error) for error in dialogs.errors] == [StillUsed]
    assert filled.grid_.count == 3


def test_the_chosen_photos_go_into_a_new_album_and_out_of_it_again(
    filled: MediaScreen, window: Window, desk: Desk, press: Press
) -> None:
    def name_it(dialog: WhichAlbum) -> None:
        dialog.title_.insert(0, "Năm học qua ảnh")
        dialog.keep()

    press(filled.grid_.canvas, "<Control-a>")
    answering(window, WhichAlbum, name_it)
    filled.media_acts.into_album()
    assert [(row.title, row.pictures) for row in albums()] == [("Năm học qua ảnh", 3)]
    desk.toast.button.invoke()
    assert albums() == []
