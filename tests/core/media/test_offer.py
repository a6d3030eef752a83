"""What a card offers before anything is copied: by day, the new ones ticked, known ones recognised and left out."""

from __future__ import annotations

import shutil
from datetime import date, datetime
from pathlib import Path

import pytest

from db.models import MediaAsset
from desktop_app.core.drawing import draw_scene
from desktop_app.core.home import Home
from desktop_app.core.jobs import Cancelled, Progress
from desktop_app.core.media.importing import import_media
from desktop_app.core.media.offer import DayOffered, Offer, look_at


def shot(folder: Path, name: str, day: int, seed: int) -> Path:
    """A photo of May 2024."""
    file = folder / name
    draw_scene(file, seed=seed, taken_at=datetime(2024, 5, day, 8, seed))  # noqa: DTZ001  # a camera names no zone
    return file


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """Three photos of two days."""
    folder = tmp_path / "stick"
    folder.mkdir()
    shot(folder, "a.jpg", 7, 1)
    shot(folder, "b.jpg", 7, 2)
    shot(folder, "c.jpg", 9, 3)
    return folder


def offered(home: Home, *paths: Path) -> Offer:
    return look_at(home, paths, Progress())


def test_nothing_is_copied_and_the_newest_day_comes_first(home: Home, stick: Path) -> None:
    offer = offered(home, stick)
    assert offer.days() == [DayOffered(date(2024, 5, 9), 1, 1, 0), DayOffered(date(2024, 5, 7), 2, 2, 0)]
    assert not MediaAsset.select().exists()
    assert not list(home.media.rglob("*.jpg"))


def test_what_is_here_already_is_not_ticked(home: Home, stick: Path) -> None:
    import_media(home, [stick / "a.jpg"], Progress())
    offer = offered(home, stick)
    assert offer.days()[1] == DayOffered(date(2024, 5, 7), 1, 1, 1)
    assert [file.name for file in offer.chosen()] == ["b.jpg", "c.jpg"]
    assert offer.known == 1


def test_another_photo_of_the_same_name_and_length_is_new(home: Home, stick: Path, tmp_path: Path) -> None:
    """A camera whose counter began anew may write such a one."""
    import_media(home, [stick / "a.jpg"], Progress())
    other = tmp_path / "other"
    other.mkdir()
    twin = shot(other, "a.jpg", 8, 4)
    length = (stick / "a.jpg").stat().st_size
    content = twin.read_bytes()
    twin.write_bytes(content[:length] if len(content) > length else content + bytes(length - len(content)))
    assert offered(home, other).known == 0


def test_a_file_without_a_camera_time_is_known_by_its_bytes(home: Home, tmp_path: Path) -> None:
    first = tmp_path / "20240507_ghi-chu.png"
    from PIL import Image

    Image.new("RGB", (64, 64), (10, 120, 80)).save(first)
    import_media(home, [first], Progress())
    again = tmp_path / "again"
    again.mkdir()
    shutil.copy(first, again)
    assert offered(home, again).known == 1
    spoilt = bytearray((again / first.name).read_bytes())
    spoilt[-20] ^= 1
    (again / first.name).write_bytes(spoilt)
    assert offered(home, again).known == 0


def test_a_day_can_be_left_out_and_taken_in_again(home: Home, stick: Path) -> None:
    offer = offered(home, stick)
    day = [one.file for one in offer.of_day(date(2024, 5, 7))]
    offer.tick(day, on=False)
    assert [file.name for file in offer.chosen()] == ["c.jpg"]
    offer.tick(day[:1], on=True)
    assert [file.name for file in offer.chosen()] == ["a.jpg", "c.jpg"]


def test_a_damaged_photo_is_offered_under_the_day_of_its_name(home: Home, tmp_path: Path) -> None:
    broken = tmp_path / "IMG_20240507_080000.jpg"
    broken.write_bytes(b"\xff\xd8\xff not a photo")
    (one,) = offered(home, broken).files
    assert (one.day, one.known) == (date(2024, 5, 7), False)


def test_looking_can_be_stopped(home: Home, stick: Path) -> None:
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        look_at(home, [stick], progress)


def test_a_card_pulled_while_it_is_looked_through_ends_in_an_offer_of_what_can_be_named(
    home: Home, stick: Path
) -> None:
    class Pulled(Progress):
        def step(self, done: int, total: int, text: str = "") -> None:
            super().step(done, total, text)
            if done == 1:
                for file in list(stick.iterdir()):
                    file.unlink()

    offer = look_at(home, [stick], Pulled())
    assert len(offer.files) == 3
    assert not any(one.known for one in offer.files)
