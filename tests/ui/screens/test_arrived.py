"""After an export: the stick may be pulled only after the system has let it go, and nothing says so before."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import ttkbootstrap as ttk

from db import database
from desktop_app.core.eject import StickBusy
from desktop_app.core.exporting import ExportedBundle
from desktop_app.core.home import Home
from desktop_app.core.usb import Drive
from desktop_app.ui.runner import Runner
from desktop_app.ui.screens.reports.arrived import ArrivedDialog
from desktop_app.ui.window import Window
from tests.core.conftest import Mount, stick
from tests.ui.conftest import FakeDialogs, WaitUntil

__all__ = ["stick"]
PULL = "It may be pulled out now"


@pytest.fixture
def arrived(
    place: ttk.Frame, window: Window, home: Home, dialogs: FakeDialogs
) -> Iterator[Callable[[Path], ArrivedDialog]]:
    """The dialog after an export to a stick at a path."""
    runner = Runner(window, database.connection_context)

    def build(at: Path) -> ArrivedDialog:
        drive = Drive(at, "KINGSTON", 8_000_000, 8_000_000, "vfat", is_removable=True, is_system=False)
        made = ExportedBundle(at / "BaoCao", at / "BaoCao/report.pdf", 12, 4_000_000, [])
        dialog = ArrivedDialog(place, made, drive, runner=runner, dialogs=dialogs)
        dialog.appear()
        return dialog

    yield build
    runner.close()


def test_only_after_the_system_let_go_is_anyone_told_to_pull(
    arrived: Callable[[Path], ArrivedDialog], stick: Mount, wait_until: WaitUntil
) -> None:
    at = stick("size=2m")
    dialog = arrived(at)
    assert str(dialog.stick["text"]).strip() == "Do not pull it out yet"
    dialog.ejecting.invoke()
    wait_until(lambda: str(dialog.stick["text"]).strip() == PULL)
    assert list(at.iterdir()) == []
    dialog.close()


def test_a_stick_in_use_is_never_called_ready(
    arrived: Callable[[Path], ArrivedDialog], stick: Mount, dialogs: FakeDialogs, wait_until: WaitUntil
) -> None:
    at = stick("size=2m")
    dialog = arrived(at)
    with (at / "open.txt").open("w"):
        dialog.ejecting.invoke()
        wait_until(lambda: bool(dialogs.errors))
    assert [type(error) for error in dialogs.errors] == [StickBusy]
    assert str(dialog.stick["text"]).strip() == "Do not pull it out yet"
    assert str(dialog.ejecting["state"]) == "normal"
    dialog.close()
