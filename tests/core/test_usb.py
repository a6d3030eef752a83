"""Drives as a person knows them."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.core.usb import all_drives, drives, file_system_of, holds_large_files


@pytest.fixture
def plugged_in() -> Iterator[Path]:
    """A file system of 8 MB where a desktop puts a stick called LOA THU."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        pytest.skip("only an administrator may mount a file system")
    place = Path(f"/media/loa-{os.getpid()}/LOA THU")
    place.mkdir(parents=True)
    mount = ["mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", str(place)]
    mounted = subprocess.run(mount, check=False, capture_output=True).returncode == 0
    if mounted:
        yield place
        subprocess.run(["umount", "-l", str(place)], check=False)
    place.rmdir()
    place.parent.rmdir()
    if not mounted:
        pytest.skip("mounting is not allowed here")


def test_a_stick_is_found_by_its_name_with_its_room(plugged_in: Path) -> None:
    stick = next(drive for drive in drives() if drive.place == plugged_in)
    assert stick.name == "LOA THU"
    assert stick.size == 8 << 20
    assert 0 < stick.free <= stick.size
    assert stick.file_system == "tmpfs"


def test_the_disk_of_the_system_is_no_stick() -> None:
    assert not [drive for drive in drives() if drive.is_system or not drive.is_removable]
    assert [drive for drive in all_drives() if drive.is_system] or not list(all_drives())


def test_the_file_system_under_a_folder_is_the_innermost(plugged_in: Path) -> None:
    (plugged_in / "BaoCao").mkdir()
    assert file_system_of(plugged_in / "BaoCao") == "tmpfs"
    assert holds_large_files(plugged_in)
