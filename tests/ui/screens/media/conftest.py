"""The photo screen built anew, empty or with a card of three photos taken in."""

from __future__ import annotations

import tkinter
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TypeVar

import pytest
import ttkbootstrap as ttk

from db.queries.media import MediaWhole, media
from desktop_app.core.drawing import draw_scene
from desktop_app.core.home import Home
from desktop_app.core.periods import Month
from desktop_app.ui.runner import Runner
from desktop_app.ui.screens.desk import Desk
from desktop_app.ui.screens.media.screen import MediaScreen
from desktop_app.ui.widgets.heading import Heading
from desktop_app.ui.widgets.toast import Toast
from tests.ui.conftest import FakeDialogs, WaitUntil
from tests.ui.screens.conftest import Sent

Press = Callable[[tkinter.Misc, str], None]


@pytest.fixture
def card(tmp_path: Path) -> Path:
    """A camera's card with three photos of May 2024."""
    folder = tmp_path / "card"
    folder.mkdir()
    for number in range(3):
        taken_at = datetime(2024, 5, 7, 8, number)  # noqa: DTZ001  # a camera names no zone
        draw_scene(folder / f"DSC_000{number}.jpg", seed=number, taken_at=taken_at)
    return folder


@pytest.fixture
def stripped() -> list[Sequence[str]]:
    """The pictures the filmstrip was asked for."""
    return []


@pytest.fixture
def said() -> list[str]:
    """What was said quietly in the status strip."""
    return []


@pytest.fixture
def desk(place: ttk.Frame, home: Home, runner: Runner, dialogs: FakeDialogs, show: Sent, said: list[str]) -> Desk:
    """What the pieces of the room work with; Cô Hoa sits here."""
    return Desk(home, runner, dialogs, Toast(place), lambda: "Cô Hoa", show, said.append)


@pytest.fixture
def screen(place: ttk.Frame, desk: Desk, stripped: list[Sequence[str]]) -> MediaScreen:
    """The screen in May 2024, with nothing in it."""
    heading = Heading(place, "Media")
    heading.pack(fill="x")
    screen = MediaScreen(place, heading=heading, desk=desk, to_strip=stripped.append, to_alike=lambda asset_id: None)
    screen.month = Month(2024, 5)
    screen.pack(fill="both", expand=True)
    screen.refresh()
    return screen


@pytest.fixture
def filled(screen: MediaScreen, card: Path, wait_until: WaitUntil) -> MediaScreen:
    """The screen after the card was taken in."""
    screen.importing.take([card])
    wait_until(lambda: screen.bar.roll is not None)
    return screen


M = TypeVar("M", bound=tkinter.Toplevel)


def modal(screen: MediaScreen, kind: type[M]) -> M:
    """The dialog of this kind that is open now."""
    return next(child for child in screen.winfo_toplevel().winfo_children() if isinstance(child, kind))


def counts(screen: MediaScreen) -> dict[str, int]:
    """What the tabs say."""
    return {name: int(button["text"].split()[-1]) for name, button in screen.filter.tabs.buttons.items()}


def kept(screen: MediaScreen) -> MediaWhole:
    """The chosen picture as it is in the records."""
    found = media(screen.details.ids[0])
    assert found is not None
    return found
