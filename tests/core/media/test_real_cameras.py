"""Real files of real cameras: upright, dated, complete, and silent about places once they leave."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageStat

from db.models import MediaAsset
from desktop_app.core.home import Home
from desktop_app.core.jobs import Progress
from desktop_app.core.media.exporting import exported_copy
from desktop_app.core.media.importing import ImportResult, import_media
from desktop_app.core.media.renditions import LARGE, rendition


@pytest.fixture
def taken_in(home: Home, real_photos: Path) -> ImportResult:
    return import_media(home, [real_photos], Progress())


def test_the_sum_is_what_was_seen_and_only_the_broken_file_failed(taken_in: ImportResult) -> None:
    assert taken_in.seen == 25 == taken_in.imported + taken_in.similar + taken_in.known + len(taken_in.failed)
    assert [one.file for one in taken_in.failed] == ["corrupted.jpg"]


def test_all_eight_orientations_stand_upright(home: Home, taken_in: ImportResult) -> None:
    def upright(number: int) -> Image.Image:
        asset = MediaAsset.get(MediaAsset.original_name == f"portrait_{number}.jpg")
        assert (asset.width, asset.height) == (450, 600)
        return Image.open(rendition(home, asset.sha256, LARGE)).convert("L").resize((90, 120))

    def unlike(one: Image.Image, other: Image.Image) -> float:
        return ImageStat.Stat(ImageChops.difference(one, other)).mean[0]

    # The first sample was taken a moment apart; any wrong turn of it differs by more than 30.
    assert unlike(upright(1), upright(2)) < 20
    for number in range(3, 9):
        assert unlike(upright(2), upright(number)) < 2, number


def test_an_iphones_heic_is_read_upright_with_its_day(home: Home, taken_in: ImportResult) -> None:
    heic = MediaAsset.get(MediaAsset.original_name == "IMG_5195.HEIC")
    assert (heic.taken_at, heic.taken_source) == ("2021-04-11T15:47:53", "exif")
    with Image.open(rendition(home, heic.sha256, LARGE)) as large:
        assert round(large.width / large.height, 2) == round(2566 / 3313, 2)


def test_positions_stay_in_the_originals_and_in_no_copy(home: Home, taken_in: ImportResult, tmp_path: Path) -> None:
    placed = list(MediaAsset.select().where(MediaAsset.has_gps))
    assert len(placed) >= 6
    for asset in MediaAsset.select():
        copy = tmp_path / f"{asset.sha256}.jpg"
        exported_copy(home, asset.sha256, copy)
        with Image.open(copy) as read:
            assert dict(read.getexif()) == {}
            assert "exif" not in read.info
            assert max(read.size) <= 1600
        assert b"Exif" not in copy.read_bytes()
    with Image.open(home.root / placed[0].original_path) as original:
        assert original.getexif().get_ifd(0x8825)


def test_cameras_dates_are_believed(taken_in: ImportResult) -> None:
    nikon = MediaAsset.get(MediaAsset.original_name == "DSCN0010.jpg")
    assert (nikon.taken_at, nikon.camera, nikon.has_gps) == ("2008-10-22T16:28:39", "NIKON COOLPIX P6000", True)
