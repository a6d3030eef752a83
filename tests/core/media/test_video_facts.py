"""What a video says of itself, whatever its container, and what is known of one that says nothing."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.core.media.video_facts import can_ask, video_facts
from tests.core.media.videos import FORMS, film


@pytest.fixture
def in_vietnam() -> Iterator[None]:
    """This PC's clock stands in Việt Nam."""
    before = os.environ.get("TZ")
    os.environ["TZ"] = "Asia/Ho_Chi_Minh"
    time.tzset()
    yield
    if before is None:
        del os.environ["TZ"]
    else:
        os.environ["TZ"] = before
    time.tzset()


@pytest.mark.parametrize("ending", FORMS)
def test_size_and_length_are_read_from_every_container(tmp_path: Path, ending: str) -> None:
    file = film(tmp_path / f"clip{ending}")
    facts = video_facts(file, file)
    assert (facts.width, facts.height, facts.duration_ms) == (176, 144, 2000)


def test_the_hour_of_the_camera_is_told_by_this_clock(tmp_path: Path, in_vietnam: None) -> None:
    file = film(tmp_path / "clip.mp4", taken="2024-05-07T00:30:12Z")
    facts = video_facts(file, file)
    assert (facts.taken_at, facts.taken_source) == ("2024-05-07T07:30:12", "exif")


def test_a_clock_never_set_is_not_believed(tmp_path: Path) -> None:
    file = film(tmp_path / "VID_20240507_073012.mp4", taken="1970-01-01T00:00:00Z")
    facts = video_facts(file, file)
    assert (facts.taken_at, facts.taken_source) == ("2024-05-07T07:30:12", "file")


@pytest.mark.parametrize("content", [b"", b"\0\0\0\x18ftypisom" + bytes(100)])
def test_of_a_file_that_says_nothing_only_its_name_is_known(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "VID_20240507.mp4"
    file.write_bytes(content)
    facts = video_facts(file, file)
    assert (facts.width, facts.duration_ms, facts.taken_at) == (None, None, "2024-05-07")


def test_without_the_library_the_length_is_still_known(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pymediainfo", None)
    can_ask.cache_clear()
    file = film(tmp_path / "clip.mov")
    facts = video_facts(file, file)
    can_ask.cache_clear()
    assert (facts.width, facts.duration_ms) == (None, 2000)
