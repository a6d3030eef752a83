"""A stick is said to be gone only once the system has let it go; one in use stays and is named."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from desktop_app.core.eject import StickBusy, eject, is_there
from desktop_app.core.usb import Drive
from tests.core.conftest import Mount

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="mounts a stick as Linux does")


def drive_at(place: Path) -> Drive:
    return Drive(place, "KINGSTON", 8_000_000, 8_000_000, "vfat", is_removable=True, is_system=False)


def test_a_stick_that_nobody_uses_is_let_go(stick: Mount) -> None:
    place = stick("size=2m")
    (place / "bundle.txt").write_text("arrived")
    assert is_there(place)
    eject(drive_at(place))
    assert not is_there(place)
    assert list(place.iterdir()) == []


def test_a_stick_with_an_open_file_stays_and_is_named(stick: Mount) -> None:
    place = stick("size=2m")
    with (place / "open.txt").open("w"), pytest.raises(StickBusy) as busy:
        eject(drive_at(place))
    assert busy.value.facts["name"] == "KINGSTON"
    assert is_there(place)
    eject(drive_at(place))
    assert not is_there(place)


def test_what_is_no_stick_cannot_be_let_go(tmp_path: Path) -> None:
    with pytest.raises(StickBusy):
        eject(drive_at(tmp_path))
