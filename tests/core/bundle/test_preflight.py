"""Before anything is written, everything that speaks against a drive is said at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.core.bundle.errors import PathTooLong
from desktop_app.core.bundle.preflight import Load, stops, troubles
from desktop_app.core.bundle.target import refuse_bad_target
from desktop_app.core.usb import Drive

GB = 1_000_000_000


def a_drive(
    *, free: int = 8 * GB, file_system: str = "exfat", is_system: bool = False, is_locked: bool = False
) -> Drive:
    return Drive(Path("/media/co-giao/KINGSTON"), "KINGSTON", 16 * GB, free, file_system, True, is_system, is_locked)


def said(drive: Drive, load: Load) -> list[str]:
    return [type(trouble.why).__name__ for trouble in troubles(drive, load)]


@pytest.mark.parametrize("file_system", ["exfat", "vfat", "ntfs", "fuseblk", ""])
def test_a_stick_with_room_that_every_pc_reads_is_fine(file_system: str) -> None:
    assert said(a_drive(file_system=file_system), Load(GB)) == []


def test_a_stick_needs_a_twentieth_more_than_the_files() -> None:
    drive = a_drive(free=1_049_000_000)
    (trouble,) = troubles(drive, Load(GB))
    assert trouble.why.facts["missing_mb"] == 1
    assert stops([trouble])
    assert said(drive._replace(free=1_050_000_000), Load(GB)) == []


def test_a_video_of_four_gigabytes_does_not_fit_on_fat32() -> None:
    load = Load(5 * GB, "le-khai-giang.mp4", 4 << 30)
    assert said(a_drive(file_system="vfat"), load) == ["FileTooBig"]
    assert said(a_drive(file_system="vfat"), load._replace(largest_size=(4 << 30) - 1)) == []
    assert said(a_drive(file_system="exfat"), load) == []


def test_everything_wrong_is_said_at_once() -> None:
    drive = a_drive(free=0, is_system=True, is_locked=True, file_system="vfat")
    assert said(drive, Load(5 * GB, "video", 5 * GB)) == ["SystemDisk", "TargetReadOnly", "FileTooBig", "TargetFull"]


@pytest.mark.parametrize("file_system", ["ext4", "apfs", "hfsplus"])
def test_a_stick_that_windows_cannot_read_may_be_used_all_the_same(file_system: str) -> None:
    found = troubles(a_drive(file_system=file_system), Load(GB))
    assert [type(one.why).__name__ for one in found] == ["RarelyRead"]
    assert not stops(found)


def test_a_folder_too_deep_for_windows_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    deep = tmp_path / ("a" * 100) / ("b" * 100)
    deep.mkdir(parents=True)
    with pytest.raises(PathTooLong):
        refuse_bad_target(deep, {"BaoCao_2024-05_THMM2.partial/data/03_TuLieu/" + "c" * 60: 1})
    assert list(deep.iterdir()) == []
