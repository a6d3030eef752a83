"""An album taken along: everything in one folder, no place told, no child without a yes, whole or not at all."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfReader

from db.models import MediaAsset
from desktop_app.core.albums.arranging import add_pictures
from desktop_app.core.albums.exporting import AlbumIsEmpty, export_album
from desktop_app.core.albums.keeping import start_album
from desktop_app.core.albums.slide_show import Slide, slide_show
from desktop_app.core.bundle.errors import TargetFull, TargetMissing, TargetPulled
from desktop_app.core.drawing import draw_scene
from desktop_app.core.home import Home
from desktop_app.core.jobs import Cancelled, Progress
from desktop_app.core.media.describing import describe
from desktop_app.core.media.importing import import_media
from desktop_app.core.reports.snapshot import VideoInReport
from tests.core.conftest import run

TITLE = "Năm học 2023-2024 qua ảnh"


@pytest.fixture
def pictures(home: Home, tmp_path: Path) -> list[str]:
    """Three accepted photos of three days, nobody recognisable on them."""
    card = tmp_path / "card"
    card.mkdir()
    for seed in range(3):
        draw_scene(card / f"{seed}.jpg", seed=seed, taken_at=datetime(2024, 5, 7 + seed))  # noqa: DTZ001  # a camera names no zone
    ids = import_media(home, [card], Progress()).asset_ids
    for number, asset_id in enumerate(ids):
        describe(asset_id, caption=f"Ảnh <{number}> & lễ", people="none", activity=f"Hoạt động {number}")
    return ids


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "taken"
    place.mkdir()
    return place


def test_an_album_on_a_stick_has_its_pictures_captions_page_and_paper(
    home: Home, pictures: list[str], folder: Path
) -> None:
    album = start_album(TITLE)
    add_pictures(album, pictures)
    taken = export_album(home, album, folder, Progress())
    names = sorted(file.name for file in (taken.folder / "anh").iterdir())
    assert names[0] == "001_2024-05-07_anh-0-le.jpg"
    assert len(names) == taken.pictures == 3
    for name in names:
        with Image.open(taken.folder / "anh" / name) as copy:
            assert not copy.getexif()
    page = (taken.folder / "xem-anh.html").read_text(encoding="utf-8")
    assert "Ảnh &lt;0&gt; &amp; lễ" in page
    assert "http" not in page.replace("http-equiv", "")
    assert all(f"anh/{name}" in page for name in names)
    paper = "".join(one.extract_text() for one in PdfReader(taken.folder / "to-anh.pdf").pages)
    assert TITLE in paper
    assert "Ảnh <2> & lễ" in paper
    assert "Ảnh <1> & lễ" in (taken.folder / "chu-thich.txt").read_text(encoding="utf-8-sig")


def test_a_child_without_a_yes_stays_behind_and_is_named(home: Home, pictures: list[str], folder: Path) -> None:
    describe(pictures[0], people="children")
    album = start_album(TITLE)
    add_pictures(album, pictures)
    taken = export_album(home, album, folder, Progress())
    assert (taken.pictures, [one.name for one in taken.left_behind]) == (2, ["0.jpg"])


def test_an_album_of_nobody_who_agreed_leaves_nothing(home: Home, pictures: list[str], folder: Path) -> None:
    describe(pictures[0], people="children")
    album = start_album(TITLE)
    add_pictures(album, pictures[:1])
    with pytest.raises(AlbumIsEmpty):
        export_album(home, album, folder, Progress())
    assert not list(folder.iterdir())


def test_a_lost_original_is_named_and_the_others_go(home: Home, pictures: list[str], folder: Path) -> None:
    lost = MediaAsset.get_by_id(pictures[1])
    for file in (home.root / lost.original_path, *home.renditions.rglob(f"{lost.sha256}.jpg")):
        file.unlink()
    album = start_album(TITLE)
    add_pictures(album, pictures)
    taken = export_album(home, album, folder, Progress())
    assert (taken.pictures, len(taken.left_behind)) == (2, 1)


def test_a_second_export_stands_beside_the_first(home: Home, pictures: list[str], folder: Path) -> None:
    album = start_album(TITLE)
    add_pictures(album, pictures)
    folders = {export_album(home, album, folder, Progress()).folder.name for _turn in range(2)}
    assert folders == {"Album_NamHoc20232024QuaAnh", "Album_NamHoc20232024QuaAnh-2"}
    assert folders == {file.name for file in folder.iterdir()}


class StoppedAt(Progress):
    """Someone presses Cancel at the second picture."""

    def step(self, done: int, total: int, text: str = "") -> None:
        if done == 1:
            self.cancel()
        super().step(done, total, text)


def test_a_cancel_leaves_nothing_behind(home: Home, pictures: list[str], folder: Path) -> None:
    album = start_album(TITLE)
    add_pictures(album, pictures)
    with pytest.raises(Cancelled):
        export_album(home, album, folder, StoppedAt())
    assert not list(folder.iterdir())


def test_a_stick_that_is_gone_is_one_sentence(home: Home, pictures: list[str], tmp_path: Path) -> None:
    album = start_album(TITLE)
    add_pictures(album, pictures)
    with pytest.raises(TargetMissing):
        export_album(home, album, tmp_path / "nowhere", Progress())


def test_a_full_stick_is_one_sentence_and_keeps_nothing(
    home: Home, pictures: list[str], stick: Callable[[str], Path]
) -> None:
    full = stick("size=300k")
    album = start_album(TITLE)
    add_pictures(album, pictures)
    with pytest.raises(TargetFull):
        export_album(home, album, full, Progress())
    assert not list(full.iterdir())


class PulledAt(Progress):
    """Someone pulls the stick out at the second picture."""

    def __init__(self, stick: Path) -> None:
        super().__init__()
        self._stick = stick

    def step(self, done: int, total: int, text: str = "") -> None:
        if done == 1 and self._stick.is_mount():
            run("umount", "-l", str(self._stick))
        super().step(done, total, text)


def test_a_pulled_stick_is_one_sentence(home: Home, pictures: list[str], stick: Callable[[str], Path]) -> None:
    pulled = stick("size=9m")
    album = start_album(TITLE)
    add_pictures(album, pictures)
    with pytest.raises(TargetPulled):
        export_album(home, album, pulled, PulledAt(pulled))
    assert not list(pulled.iterdir())


def test_a_video_is_shown_and_can_be_opened_by_itself() -> None:
    video = VideoInReport("Múa xòe", "Cô Hoa", date(2024, 5, 7), "", 12.0)
    page = slide_show(TITLE, "Trường", [Slide("anh/001 múa.mp4", video)]).decode()
    assert '<video controls preload="metadata" src="anh/001%20m%C3%BAa.mp4">' in page
    assert '<a href="anh/001%20m%C3%BAa.mp4">Mở riêng video</a>' in page
    assert "1/1 · 07/05/2024 · Cô Hoa" in page
