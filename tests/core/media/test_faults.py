"""A card pulled and a disk that fills, at every step: each file is named, counted, and whole or not there at all."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from db.models import ImportRoll, MediaAsset
from desktop_app.core.home import Home
from desktop_app.core.jobs import Progress
from desktop_app.core.media import errors
from desktop_app.core.media.errors import DiskFull, NothingThere
from desktop_app.core.media.importing import import_media
from desktop_app.core.media.offer import look_at

Mount = Callable[[str], Path]
FREE = (0, 4, 40, 120, 200, 260, 330, 420, 600)
"""Kilobytes left on the disk: at each size another step is the one without room."""


def stored(home: Home) -> set[str]:
    return {file.stem for file in home.media.rglob("*") if file.is_file()}


def rows() -> set[str]:
    return {str(asset.sha256) for asset in MediaAsset.select()}


class Pulls(Progress):
    """At its so-many-th step the card is pulled: its place is there, empty."""

    def __init__(self, card: Path, at: int) -> None:
        super().__init__()
        self._card, self._left = card, at

    def step(self, done: int, total: int, text: str = "") -> None:
        if self._left == 0:
            subprocess.run(["umount", "-l", str(self._card)], check=True)
        self._left -= 1
        super().step(done, total, text)


class CutsShort(Progress):
    """Between two pieces of a file, the file loses its end."""

    def __init__(self, file: Path) -> None:
        super().__init__()
        self._file = file

    @property
    def cancelled(self) -> bool:
        os.truncate(self._file, 1 << 20)
        return False


@pytest.fixture
def pulled(stick: Mount, card: Path) -> Path:
    """A card that can be pulled, with three photos."""
    place = stick("size=8m")
    for photo in card.iterdir():
        shutil.copy(photo, place)
    return place


@pytest.mark.parametrize("at", range(4))
def test_a_card_pulled_at_any_file_names_every_missing_one(home: Home, pulled: Path, at: int) -> None:
    result = import_media(home, [pulled], Pulls(pulled, at))
    assert result.seen == 3
    assert result.imported + len(result.failed) == 3
    assert {one.reason for one in result.failed} <= {errors.GONE}
    assert all(Path(one.path).parent == pulled for one in result.failed)
    assert stored(home) == rows()
    assert ImportRoll.get().seen == 3


@pytest.mark.parametrize("at", range(4))
def test_a_card_pulled_while_it_is_looked_through_offers_what_was_found(home: Home, pulled: Path, at: int) -> None:
    offer = look_at(home, [pulled], Pulls(pulled, at))
    assert len(offer.files) == len(offer.chosen()) == 3
    with pytest.raises(NothingThere):
        import_media(home, offer.chosen(), Progress())
    assert ImportRoll.select().count() == 0


def test_one_chosen_file_that_has_gone_stops_no_other(home: Home, card: Path) -> None:
    offer = look_at(home, [card], Progress())
    (card / "DSC_0001.jpg").unlink()
    result = import_media(home, offer.chosen(), Progress())
    assert (result.imported, [one.file for one in result.failed]) == (2, ["DSC_0001.jpg"])
    assert result.failed[0].reason == errors.GONE


@pytest.mark.skipif(sys.platform != "linux", reason="a file whose reading fails is made of Linux's own memory file")
def test_a_card_that_answers_with_errors_is_named(home: Home, card: Path) -> None:
    (card / "DSC_9999.jpg").symlink_to("/proc/self/mem")  # opens, and answers every read with EIO
    result = import_media(home, [card], Progress())
    assert [(one.file, one.reason) for one in result.failed] == [("DSC_9999.jpg", errors.GONE)]
    assert result.imported == 3
    assert stored(home) == rows()


def test_a_video_cut_short_while_it_is_read_is_not_taken_for_whole(home: Home, tmp_path: Path) -> None:
    video = tmp_path / "v.mp4"
    video.write_bytes(b"\0\0\0\x18ftypisom" + bytes(3 << 20))
    result = import_media(home, [video], CutsShort(video))
    assert [one.reason for one in result.failed] == [errors.GONE]
    assert stored(home) == rows() == set()


def test_a_failed_file_is_tried_again_from_where_it_lay(home: Home, card: Path) -> None:
    whole = (card / "DSC_0001.jpg").read_bytes()
    (card / "DSC_0001.jpg").write_bytes(whole[:500])
    first = import_media(home, [card], Progress())
    (card / "DSC_0001.jpg").write_bytes(whole)
    again = import_media(home, [Path(one.path) for one in first.failed], Progress())
    assert (first.imported, again.seen, again.imported) == (2, 1, 1)


@pytest.mark.parametrize("free", FREE)
def test_a_disk_that_fills_at_any_step_keeps_files_and_rows_together(
    tmp_path: Path, card: Path, stick: Mount, free: int
) -> None:
    disk = stick("size=24m")
    home = Home(disk / "home")
    with home.opened():
        ballast = fill(disk, free * 1000)
        with pytest.raises(DiskFull) as full:
            import_media(home, [card], Progress())
        kept = MediaAsset.select().count()
        assert full.value.facts["left"] == 3 - kept
        assert stored(home) == rows()
        assert not list(home.root.rglob("*.part"))
        ballast.unlink()
        again = import_media(home, [card], Progress())
        assert (again.known, again.imported, again.failed) == (kept, 3 - kept, [])
        assert stored(home) == rows()


def fill(disk: Path, free: int) -> Path:
    """Leave only so many bytes on the disk."""
    ballast = disk / "ballast"
    room = os.statvfs(disk)
    with ballast.open("wb") as file:
        file.write(bytes(max(0, room.f_bavail * room.f_frsize - free)))
    return ballast
