"""A video is shown by one of its frames, taken by a process that may come to harm without harming anyone."""

from __future__ import annotations

from pathlib import Path

import pytest

from db.models import MediaAsset
from desktop_app.core.home import Home
from desktop_app.core.jobs import Progress
from desktop_app.core.media import posters
from desktop_app.core.media.importing import import_media
from desktop_app.core.media.posters import poster_of
from desktop_app.core.media.renditions import LARGE, SMALL, make_renditions, rendition_place
from tests.core.media.videos import film


def test_the_frame_after_the_first_second_stands_for_the_video(tmp_path: Path) -> None:
    poster = poster_of(film(tmp_path / "clip.mp4"))
    assert poster is not None
    assert poster.size == (176, 144)
    _red, green, _blue = poster.convert("RGB").getpixel((88, 72))  # type: ignore[misc]  # three of an RGB picture
    assert 125 < green < 160, "the eleventh of twenty frames from 60 to 212"


@pytest.mark.parametrize("content", [b"", b"\0\0\0\x18ftypisom" + bytes(100), b"no video at all"])
def test_a_broken_video_has_none(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "broken.mp4"
    file.write_bytes(content)
    assert poster_of(file) is None


def test_a_video_cut_off_has_none_or_a_whole_one(tmp_path: Path) -> None:
    file = film(tmp_path / "clip.avi")
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])
    poster = poster_of(file)
    assert poster is None or poster.size == (176, 144)


def test_a_video_that_never_ends_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(posters, "PATIENCE", 0.01)
    assert poster_of(film(tmp_path / "clip.mp4")) is None


def test_without_the_extra_there_is_none_and_the_video_comes_in_all_the_same(
    home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(posters, "find_spec", lambda name: None)
    result = import_media(home, [film(tmp_path / "clip.mp4")], Progress())
    assert (result.imported, result.failed) == (1, [])
    asset = MediaAsset.get()
    assert (asset.kind, asset.duration_ms) == ("video", 2000)
    assert not rendition_place(home, asset.sha256, SMALL).exists()


def test_a_video_comes_in_with_its_pictures_and_gets_them_again_when_they_are_lost(home: Home, tmp_path: Path) -> None:
    import_media(home, [film(tmp_path / "clip.mov")], Progress())
    asset = MediaAsset.get()
    places = [rendition_place(home, asset.sha256, size) for size in (SMALL, LARGE)]
    assert all(place.exists() for place in places)
    for place in places:
        place.unlink()
    assert make_renditions(home, [str(asset.id)], Progress()) == 1
    assert all(place.exists() for place in places)
