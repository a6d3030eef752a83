"""The room of publications built anew, with a school, its plan and an approved article behind it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import ttkbootstrap as ttk

from desktop_app.core import channels
from desktop_app.core.home import Home
from desktop_app.ui.runner import Runner
from desktop_app.ui.screens.publish.channel_rows import ChannelLine
from desktop_app.ui.screens.publish.screen import PublishScreen
from desktop_app.ui.widgets.toast import Toast
from tests.core.makers import a_plan, a_school, an_approved_article
from tests.ui.conftest import FakeDialogs, Remembered, turn
from tests.ui.screens.conftest import Sent


@pytest.fixture
def principal(home: Home) -> str:
    return a_school()


@pytest.fixture
def article(principal: str) -> str:
    return an_approved_article(a_plan(), principal)


@pytest.fixture
def website(home: Home) -> str:
    return channels.add_channel("website", "Website trường", url="https://truong.example")


@pytest.fixture
def settings() -> Remembered:
    return Remembered()


@pytest.fixture
def furnish(
    place: ttk.Frame, home: Home, runner: Runner, dialogs: FakeDialogs, show: Sent, settings: Remembered
) -> Callable[..., PublishScreen]:
    """Builds the room and shows it, as ``show("publish", …)`` does."""

    def build(**wishes: object) -> PublishScreen:
        screen = PublishScreen(
            place,
            home=home,
            show=show,
            runner=runner,
            dialogs=dialogs,
            toast=Toast(place),
            by_name=lambda: "Nguyễn Thị Hoa",
            settings=settings,
        )
        screen.pack(fill="both", expand=True)
        if wishes:
            screen.open(**wishes)
        screen.refresh()
        turn(place)
        return screen

    return build


def row_of(screen: PublishScreen, name: str) -> ChannelLine:
    """The row of the channel of this name."""
    (found,) = [row for row in screen.page.rows if row.channel.name == name]
    return found


def menu_of(row: ChannelLine, text: str) -> Callable[[], object]:
    """The act behind a line of a row's three dots."""
    (found,) = [item.act for item in row.items() if item.text == text]
    return found


def said(screen: PublishScreen) -> str:
    """What the line at the foot says."""
    toast = screen._desk.toast
    return str(toast.label["text"]).strip() if toast.winfo_manager() else ""
