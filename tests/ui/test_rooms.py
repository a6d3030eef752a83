"""The rooms as the window really gets them: each can be entered, and none is read from disk before."""

from __future__ import annotations

import subprocess
import sys

import pytest

from db import database
from desktop_app.core.home import Home
from desktop_app.core.settings import Settings
from desktop_app.ui.rooms import rooms
from desktop_app.ui.runner import Runner
from desktop_app.ui.window import Window

NAMES = [
    "today",
    "plan",
    "articles",
    "media",
    "calendar",
    "publish",
    "opinions",
    "reports",
    "search",
    "trash",
    "settings",
]


@pytest.fixture
def furnished(window: Window, home: Home) -> Window:
    window.runner = Runner(window, database.connection_context)
    window.furnish(rooms(window, home, Settings(home.settings_file, language="en")))
    return window


def test_every_room_can_be_entered_with_all_it_needs(furnished: Window) -> None:
    for name in NAMES:
        furnished.show(name)
        assert furnished.room == name
    furnished.runner.close()


def test_a_start_reads_no_screen_from_the_disk() -> None:
    names = (
        "import sys, desktop_app.ui.start; print(*(n for n in sys.modules if n.startswith('desktop_app.ui.screens.')))"
    )
    read = subprocess.run([sys.executable, "-c", names], capture_output=True, text=True, check=True)
    assert read.stdout.split() == ["desktop_app.ui.screens.screen"]
