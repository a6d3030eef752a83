"""What the PC says of a photo's quality, held against photos of real cameras, whole and spoilt."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image, ImageFilter

from db.models import MediaAsset
from desktop_app.core.home import Home
from desktop_app.core.jobs import Cancelled, Progress
from desktop_app.core.media import judging
from desktop_app.core.media.facts import Facts
from desktop_app.core.media.importing import import_media
from desktop_app.core.media.judging import judge_archive, measure_archive
from desktop_app.core.media.pictures import opened, upright
from desktop_app.core.media.quality import (
    LIGHT,
    SHARPNESS,
    Profile,
    Seen,
    advice,
    judged,
    profile_here,
    profile_of,
    seen_in,
    seen_of,
)
from desktop_app.core.media.renditions import LARGE, rendition_place
from desktop_app.core.settings import Settings
from tests.core.makers import a_picture

LARGEST = ("DSCN0010.jpg", "DSCN0012.jpg", "DSCN0021.jpg", "DSCN0025.jpg", "portrait_1.jpg", "portrait_6.jpg")
PHONES = ("HMD_Nokia_8.3_5G.jpg", "IMG_5195.HEIC")
USUAL = Profile(least_edge=0)


def real(folder: Path, *names: str) -> Iterator[Image.Image]:
    for name in names:
        with opened(folder / name) as picture:
            yield upright(picture, 1600)


def quality_of(picture: Image.Image, width: int, height: int, profile: Profile) -> dict[str, str]:
    return advice(seen_in(picture), width, height, profile)


def softened(picture: Image.Image, radius: float) -> Image.Image:
    """Out of focus by so many pixels of a picture 1600 pixels wide."""
    return picture.filter(ImageFilter.GaussianBlur(radius * max(picture.size) / 1600))


def exposed(picture: Image.Image, stops: float) -> Image.Image:
    """As a camera with a curve of 2.2 would have taken it with more light or less."""
    share = (2**stops) ** (1 / 2.2)
    return picture.point(lambda light: min(255, int(light * share)))


def test_photos_of_real_cameras_are_sharp_and_well_lit(real_photos: Path) -> None:
    for picture in real(real_photos, *LARGEST, *PHONES, "Canon_PowerShot_S40.jpg"):
        assert quality_of(picture, *picture.size, USUAL) == {}
        assert seen_in(picture).sharpness > 2 * SHARPNESS["usual"]


def test_every_photo_out_of_focus_is_called_blurred(real_photos: Path) -> None:
    for picture in real(real_photos, *LARGEST, *PHONES):
        assert quality_of(softened(picture, 4), *picture.size, USUAL) == {"blur": "blurred"}


def test_a_school_may_be_stricter_or_more_lenient(real_photos: Path) -> None:
    (picture,) = real(real_photos, "HMD_Nokia_8.3_5G.jpg")
    little = seen_in(softened(picture, 2))
    said = {
        name: advice(little, 1600, 1200, USUAL._replace(least_sharpness=least)) for name, least in SHARPNESS.items()
    }
    assert said == {"off": {}, "lenient": {}, "usual": {}, "strict": {"blur": "blurred"}}


def test_a_soft_background_is_no_fault(real_photos: Path) -> None:
    (picture,) = real(real_photos, "portrait_1.jpg")
    background = softened(picture, 12)
    face = (picture.width // 4, picture.height // 4, picture.width * 3 // 4, picture.height * 3 // 4)
    background.paste(picture.crop(face), face)
    assert quality_of(background, *picture.size, USUAL) == {}


def test_far_too_dark_and_burnt_out_photos_are_told(real_photos: Path) -> None:
    for picture in real(real_photos, *LARGEST, *PHONES):
        assert quality_of(exposed(picture, -6), 1600, 1200, USUAL)["exposure"] == "dark"
        assert quality_of(exposed(picture, 5), 1600, 1200, USUAL)["exposure"] == "bright"


def test_a_stop_more_or_less_is_a_matter_of_taste(real_photos: Path) -> None:
    for picture in real(real_photos, *LARGEST, *PHONES):
        for stops in (-1, 0.5):
            assert "exposure" not in quality_of(exposed(picture, stops), 1600, 1200, USUAL)


@pytest.mark.parametrize("size", [(1, 1), (2, 900), (3, 3), (7, 5), (5000, 2)])
def test_a_picture_of_any_shape_can_be_looked_at(size: tuple[int, int]) -> None:
    seen = seen_in(Image.new("RGB", size, "white"))
    assert (seen.sharpness, seen.dark, seen.bright) == (0.0, 0.0, 1.0)


def test_size_is_judged_by_the_original_not_by_the_copy() -> None:
    assert advice(None, 1599, 900, Profile()) == {"size": "small"}
    assert advice(None, 900, 1600, Profile()) == advice(None, None, None, Profile()) == {}


def test_what_was_seen_goes_with_the_facts() -> None:
    seen = Seen(12.0, 0.7, 0.0)
    facts = judged(Facts(width=1280, height=960), seen, Profile())
    assert facts.quality == {"size": "small", "blur": "blurred", "exposure": "dark"}
    assert (facts.sharpness, facts.dark, facts.bright) == tuple(seen)
    assert judged(Facts(width=4000, height=3000), None, Profile()).quality is None


def test_the_profile_comes_from_the_settings_of_this_pc(home: Home) -> None:
    assert profile_here(home) == Profile()
    settings = Settings(home.settings_file, photo_edge="2400", photo_sharpness="strict", photo_light="off")
    settings.save()
    assert profile_here(home) == Profile(2400, SHARPNESS["strict"], *LIGHT["off"])


def test_a_word_nobody_knows_is_the_usual_one(home: Home) -> None:
    settings = Settings(home.settings_file, photo_edge="-3", photo_sharpness="?", photo_light="")
    assert profile_of(settings) == Profile()


def blurred_and_sharp(home: Home, folder: Path, real_photos: Path) -> None:
    (picture,) = real(real_photos, "HMD_Nokia_8.3_5G.jpg")
    folder.mkdir()
    picture.save(folder / "sharp.jpg", quality=90)
    softened(picture.transpose(Image.Transpose.FLIP_LEFT_RIGHT), 8).save(folder / "soft.jpg", quality=90)
    import_media(home, [folder], Progress())


def qualities() -> dict[str, dict[str, str]]:
    return {asset.original_name: asset.quality for asset in MediaAsset.select()}


def forget_what_was_seen() -> None:
    MediaAsset.update(sharpness=None, dark=None, bright=None, quality={}).execute()


def test_a_photo_is_looked_at_as_it_is_taken_in(home: Home, tmp_path: Path, real_photos: Path) -> None:
    Settings(home.settings_file, photo_edge="2400").save()
    blurred_and_sharp(home, tmp_path / "card", real_photos)
    assert qualities() == {"sharp.jpg": {"size": "small"}, "soft.jpg": {"size": "small", "blur": "blurred"}}
    assert measure_archive(home, Profile(), Progress()) == 0


def test_photos_from_before_are_looked_at_once(home: Home, tmp_path: Path, real_photos: Path) -> None:
    blurred_and_sharp(home, tmp_path / "card", real_photos)
    forget_what_was_seen()
    assert measure_archive(home, Profile(), Progress()) == 2
    assert qualities() == {"sharp.jpg": {}, "soft.jpg": {"blur": "blurred"}}
    assert measure_archive(home, Profile(), Progress()) == 0


def test_a_cancel_keeps_the_looks_that_are_written(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(3):
        a_picture(f"{number}" * 64)
        place = rendition_place(home, f"{number}" * 64, LARGE)
        place.parent.mkdir(parents=True)
        Image.new("RGB", (600, 400), "white").save(place)
    monkeypatch.setattr(judging, "TOGETHER", 1)
    with pytest.raises(Cancelled):
        measure_archive(home, Profile(), CancelledAt(2))
    assert MediaAsset.select().where(MediaAsset.sharpness.is_null()).count() == 1


class CancelledAt(Progress):
    """Somebody presses Stop at the step ``number``."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self._number = number

    def step(self, done: int, total: int = 0, text: str = "") -> None:
        if done == self._number:
            self.cancel()
        super().step(done, total, text)


def test_another_profile_judges_the_archive_anew_without_opening_a_file(
    home: Home, tmp_path: Path, real_photos: Path
) -> None:
    blurred_and_sharp(home, tmp_path / "card", real_photos)
    measure_archive(home, Profile(), Progress())
    for file in home.renditions.rglob("*.jpg"):
        file.unlink()
    assert judge_archive(Profile(least_edge=2400, least_sharpness=0), Progress()) == 2
    assert qualities() == {"sharp.jpg": {"size": "small"}, "soft.jpg": {"size": "small"}}
    assert judge_archive(Profile(least_edge=2400, least_sharpness=0), Progress()) == 0


def test_a_missing_or_damaged_rendition_is_passed_over(home: Home, tmp_path: Path, real_photos: Path) -> None:
    blurred_and_sharp(home, tmp_path / "card", real_photos)
    forget_what_was_seen()
    one, other = MediaAsset.select().order_by(MediaAsset.original_name)
    for asset, content in ((one, None), (other, b"\xff\xd8\xff\xe0 no picture")):
        file = next(home.renditions.glob(f"1600/*/*/{asset.sha256}.jpg"))
        file.unlink() if content is None else file.write_bytes(content)
        assert seen_of(home, asset.sha256) is None
    assert measure_archive(home, Profile(), Progress()) == 0
