"""The dialog of sticks: they come and go while it is open, and each says what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import ttkbootstrap as ttk

from desktop_app.core.bundle.preflight import Load
from desktop_app.core.bundle.videos import VideoLimit
from desktop_app.core.usb import Drive
from desktop_app.ui.screens.reports.stick import StickDialog, Where
from tests.ui.conftest import FakeDialogs, WaitUntil

GB = 1_000_000_000
KINGSTON = Drive(Path("/media/x/KINGSTON"), "KINGSTON", 16 * GB, 14 * GB, "exfat", is_removable=True, is_system=False)
SMALL = KINGSTON._replace(place=Path("/media/x/SMALL"), name="SMALL", free=1000)
SECOND = KINGSTON._replace(place=Path("/media/x/SECOND"), name="SECOND")


@pytest.fixture
def plugged_in() -> list[Drive]:
    """What is in the sockets; tests plug and pull."""
    return []


@pytest.fixture
def dialog(place: ttk.Frame, dialogs: FakeDialogs, plugged_in: list[Drive]) -> Iterator[StickDialog]:
    dialog = StickDialog(
        place,
        "May",
        load=lambda videos: Load(GB // (2 if videos.all_mb else 1)),
        dialogs=dialogs,
        has_videos=True,
        look=lambda: list(plugged_in),
    )
    dialog.appear()
    yield dialog
    if dialog.winfo_exists():
        dialog.close()


def test_a_stick_is_noticed_while_the_dialog_is_open_and_when_it_goes(
    dialog: StickDialog, plugged_in: list[Drive], wait_until: WaitUntil
) -> None:
    assert "No stick" in str(dialog.none["text"])
    assert str(dialog.taking["state"]) == "disabled"
    plugged_in.append(KINGSTON)
    wait_until(lambda: KINGSTON.place in dialog.rows)
    assert dialog.targets == (KINGSTON.place,), "the only one is ticked"
    plugged_in.clear()
    wait_until(lambda: not dialog.rows)
    assert str(dialog.taking["state"]) == "disabled"


def test_a_stick_without_room_says_so_and_cannot_be_ticked(
    dialog: StickDialog, plugged_in: list[Drive], wait_until: WaitUntil
) -> None:
    plugged_in += [KINGSTON, SMALL]
    wait_until(lambda: len(dialog.rows) == 2)
    row = dialog.rows[SMALL.place]
    assert not row.fits
    assert "MB are missing" in str(row.told["text"])
    assert dialog.targets == (KINGSTON.place,)


def test_several_sticks_are_answered_together_with_the_limit_of_videos(
    dialog: StickDialog, plugged_in: list[Drive], wait_until: WaitUntil
) -> None:
    plugged_in += [KINGSTON, SECOND]
    wait_until(lambda: len(dialog.rows) == 2)
    assert dialog.targets == (), "of two nobody knows which"
    for row in dialog.rows.values():
        row.tick.invoke()
    dialog.all.current(1)
    dialog.all.event_generate("<<ComboboxSelected>>")
    wait_until(lambda: "500 MB" in str(dialog.about["text"]))
    dialog.taking.invoke()
    assert dialog.answer == Where((KINGSTON.place, SECOND.place), VideoLimit(0, 500))
