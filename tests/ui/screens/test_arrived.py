"""After an export: the stick may be pulled only after the system has let it go, and nothing says so before."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import ttkbootstrap as ttk

from db import database
from desktop_app.core.bundle.errors import TargetFull
from desktop_app.core.eject import StickBusy
from desktop_app.core.exporting import ExportedBundle
from desktop_app.core.exporting_to import Outcome
from desktop_app.core.home import Home
from desktop_app.core.usb import Drive
from desktop_app.ui.runner import Runner
from desktop_app.ui.screens.reports.arrived import ArrivedDialog
from desktop_app.ui.widgets.badge import Badge
from desktop_app.ui.window import Window
from tests.core.conftest import Mount, stick
from tests.ui.conftest import FakeDialogs, WaitUntil

__all__ = ["stick"]
PULL = "It may be pulled out now"


def a_drive_at(place: Path) -> Drive:
    return Drive(place, "KINGSTON", 8_000_000, 8_000_000, "vfat", is_removable=True, is_system=False)


def badge_of(dialog: ArrivedDialog) -> str:
    """What is said of the first stick; it is no longer in the list once it is gone."""
    found: list[str] = []
    for row in dialog.body.winfo_children():
        found += [str(one["text"]) for one in row.winfo_children() if isinstance(one, Badge)]
    return found[1]


@pytest.fixture
def arrived(
    place: ttk.Frame, window: Window, home: Home, dialogs: FakeDialogs
) -> Iterator[Callable[[Path], ArrivedDialog]]:
    """The dialog after an export to a stick at a path."""
    runner = Runner(window, database.connection_context)

    def build(at: Path) -> ArrivedDialog:
        made = ExportedBundle(at / "BaoCao", at / "BaoCao/report.pdf", 12, 4_000_000, [])
        outcomes = [Outcome(at, made)]
        dialog = ArrivedDialog(place, outcomes, runner=runner, dialogs=dialogs, on=a_drive_at)
        dialog.appear()
        return dialog

    yield build
    runner.close()


def test_only_after_the_system_let_go_is_anyone_told_to_pull(
    arrived: Callable[[Path], ArrivedDialog], stick: Mount, wait_until: WaitUntil
) -> None:
    at = stick("size=2m")
    dialog = arrived(at)
    assert badge_of(dialog).strip() == "Do not pull it out yet"
    dialog.ejecting.invoke()
    wait_until(lambda: badge_of(dialog).strip() == PULL)
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
    assert badge_of(dialog).strip() == "Do not pull it out yet"
    assert str(dialog.ejecting["state"]) == "normal"
    dialog.close()


def test_each_stick_has_its_own_outcome(
    place: ttk.Frame, window: Window, home: Home, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    made = ExportedBundle(tmp_path / "BaoCao", tmp_path / "report.pdf", 12, 4_000_000, [])
    full = Outcome(tmp_path / "b", error=TargetFull(folder="B", missing_mb=7))
    runner = Runner(window, database.connection_context)
    outcomes = [Outcome(tmp_path / "a", made), full, Outcome(tmp_path / "c")]
    dialog = ArrivedDialog(place, outcomes, runner=runner, dialogs=dialogs, on=a_drive_at)
    assert dialog.title() == "The bundle has arrived on 1 of 3 sticks"
    assert len(dialog.sticks) == 1, "only what arrived can be ejected"
    dialog.close()
    runner.close()
