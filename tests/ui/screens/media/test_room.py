"""The room of media: its faces in one place, the filmstrip in place of all, Esc back to the photos."""

from __future__ import annotations

from pathlib import Path

import pytest

from db import database
from desktop_app.core.home import Home
from desktop_app.core.jobs import Progress
from desktop_app.core.media.importing import import_media
from desktop_app.core.settings import Settings
from desktop_app.ui.rooms import rooms
from desktop_app.ui.runner import Runner
from desktop_app.ui.screens.media.room import MediaRoom
from desktop_app.ui.window import Window


@pytest.fixture
def room(window: Window, home: Home, card: Path) -> MediaRoom:
    import_media(home, [card], Progress())
    window.runner = Runner(window, database.connection_context)
    window.furnish(rooms(window, home, Settings(home.settings_file, language="en")))
    window.show("media")
    assert isinstance(window.screen, MediaRoom)
    return window.screen


@pytest.mark.parametrize("name", ["duplicates", "albums", "consents"])
def test_every_face_can_be_turned_to_and_left(room: MediaRoom, name: str) -> None:
    room.tabs.choose(name)
    assert room.tabs.chosen == name
    assert not room.photos.winfo_manager()
    assert not room.heading.buttons.winfo_manager(), "importing belongs to the photos"
    room.acts()["back"]()
    assert room.face is room.photos
    assert room.heading.buttons.winfo_manager()


def test_the_filmstrip_takes_the_place_of_everything(room: MediaRoom) -> None:
    room.photos.media_acts.strip.invoke()
    assert not room.heading.winfo_manager()
    room.acts()["back"]()
    assert room.heading.winfo_manager()


def test_a_wish_for_a_photo_turns_to_the_photos(room: MediaRoom, window: Window) -> None:
    room.tabs.choose("duplicates")
    window.show("media", lacking_caption=True)
    assert room.face is room.photos
