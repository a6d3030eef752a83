"""What a photo says of itself, and how its colours and size reach the screen."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from db.models import MediaAsset
from desktop_app.core.home import Home
from desktop_app.core.jobs import Progress
from desktop_app.core.media.facts import facts_of, taken_by_file
from desktop_app.core.media.importing import import_media
from desktop_app.core.media.pictures import opened, upright

MAKE, MODEL, EXIF, GPS, ORIGINAL = 0x010F, 0x0110, 0x8769, 0x8825, 0x9003


def photo(file: Path, **notes: object) -> Path:
    exif = Image.Exif()
    exif[MAKE], exif[MODEL] = notes.get("make", ""), notes.get("model", "")
    if "taken" in notes:
        exif.get_ifd(EXIF)[ORIGINAL] = notes["taken"]
    if "gps" in notes:
        exif.get_ifd(GPS).update(notes["gps"])  # type: ignore[call-overload]
    Image.new("RGB", (2000, 1000), "green").save(file, exif=exif)
    return file


@pytest.mark.parametrize(
    ("make", "model", "camera"),
    [
        ("Canon", "Canon EOS 40D", "Canon EOS 40D"),
        ("NIKON CORPORATION", "NIKON D70", "NIKON D70"),
        ("samsung", "SM-A155F", "samsung SM-A155F"),
        ("", "", ""),
    ],
)
def test_a_cameras_maker_is_named_once(tmp_path: Path, make: str, model: str, camera: str) -> None:
    file = photo(tmp_path / "a.jpg", make=make, model=model)
    with opened(file) as picture:
        assert facts_of(picture, file).camera == camera


@pytest.mark.parametrize("stamp", ["0000:00:00 00:00:00", "1970:01:01 00:00:00", "2099:01:01 00:00:00", "  ", "rác"])
def test_a_day_no_camera_could_mean_gives_way_to_the_files_name(tmp_path: Path, stamp: str) -> None:
    file = photo(tmp_path / "IMG_20240507_073000.jpg", taken=stamp)
    with opened(file) as picture:
        assert facts_of(picture, file)[3:5] == ("2024-05-07T07:30:00", "file")


def test_a_bare_day_stays_a_bare_day() -> None:
    assert taken_by_file(Path("z5412345678901_20240507.jpg")) == ("2024-05-07", "file")


def test_only_a_latitude_with_a_longitude_is_a_place(tmp_path: Path) -> None:
    version_only = photo(tmp_path / "a.jpg", gps={0: b"\2\3\0\0"})
    with_place = photo(tmp_path / "b.jpg", gps={1: "N", 2: (21.0, 23.0, 1.0), 3: "E", 4: (103.0, 1.0, 2.0)})
    for file, knows in ((version_only, False), (with_place, True)):
        with opened(file) as picture:
            assert facts_of(picture, file).has_gps is knows


def test_a_photo_from_zalo_is_marked_and_small_ones_are_told(home: Home, tmp_path: Path) -> None:
    Image.new("RGB", (1280, 960), "green").save(tmp_path / "z5412345678901_0123456789abcdef0123456789abcdef.jpg")
    import_media(home, list(tmp_path.glob("z*.jpg")), Progress())
    asset = MediaAsset.get()
    assert (asset.source, asset.quality) == ("zalo", {"size": "small", "blur": "blurred"})


@pytest.mark.parametrize("mode", ["1", "P", "L", "LA", "RGBA", "CMYK", "I;16", "I;16B", "I", "F", "LAB", "YCbCr"])
@pytest.mark.parametrize("size", [(3000, 1000), (30, 10)])
def test_every_mode_of_colour_becomes_plain_rgb(tmp_path: Path, mode: str, size: tuple[int, int]) -> None:
    Image.new("L", (1, 1)).resize(size).save(tmp_path / "a.tif")
    ending = {"LA": "png", "RGBA": "png"}.get(mode, "tif")
    Image.new(mode, size).save(tmp_path / f"a.{ending}")
    with opened(tmp_path / f"a.{ending}") as picture:
        shown = upright(picture, 1600)
    assert shown.mode == "RGB"
    assert max(shown.size) == min(1600, max(size))


def test_sixteen_bits_keep_their_brightness(tmp_path: Path) -> None:
    Image.new("I;16", (30, 20), 40_000).save(tmp_path / "a.png")
    with opened(tmp_path / "a.png") as picture:
        assert upright(picture, 1600).getpixel((5, 5)) == (156, 156, 156)


def test_what_is_see_through_stands_on_white(tmp_path: Path) -> None:
    Image.new("RGBA", (30, 20), (0, 0, 0, 0)).save(tmp_path / "a.png")
    with opened(tmp_path / "a.png") as picture:
        assert upright(picture, 1600).getpixel((5, 5)) == (255, 255, 255)


def test_an_iphones_wide_colours_become_those_of_a_screen(tmp_path: Path, real_photos: Path) -> None:
    with opened(real_photos / "IMG_5195.HEIC") as heic:
        profile = heic.info["icc_profile"]
    Image.new("RGB", (30, 20), (200, 60, 60)).save(tmp_path / "p3.png", icc_profile=profile)
    with opened(tmp_path / "p3.png") as picture:
        pixel = upright(picture, 1600).getpixel((5, 5))
    assert isinstance(pixel, tuple)
    assert pixel[0] > 210  # the same red needs a higher number in sRGB than in Display P3
