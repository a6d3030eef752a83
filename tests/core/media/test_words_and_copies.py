"""Words about a picture, and what a copy keeps to itself."""

from __future__ import annotations

import io
import struct
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.models import MediaAsset
from db.queries.media import MediaFilter, media, media_count, media_page
from desktop_app.core.articles import ReasonNeeded
from desktop_app.core.home import Home
from desktop_app.core.jobs import Progress
from desktop_app.core.media.atoms import silenced
from desktop_app.core.media.describing import describe, review
from desktop_app.core.media.errors import NoSuchMedia
from desktop_app.core.media.exporting import exported_copy
from desktop_app.core.media.facts import taken_by_file
from desktop_app.core.media.importing import import_media
from desktop_app.core.media.kinds import PICTURE_ENDINGS, VIDEO_ENDINGS, ending_of
from desktop_app.core.media.likeness import are_alike
from tests.core.makers import a_picture


def atom(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", 8 + len(content)) + kind + content


VIDEO = (
    atom(b"ftyp", b"isomisom")
    + atom(b"moov", atom(b"udta", atom(b"\xa9xyz", b"+21.38+103.01/") + atom(b"name", b"Le hoi")))
    + atom(b"mdat", b"pictures" * 20)
)


def test_a_typed_day_is_marked_as_a_persons(home: Home) -> None:
    picture = a_picture(taken_at="2009-01-01T00:00:00", taken_source="exif")
    describe(picture, taken_on=date(2024, 5, 7), caption="  Lễ chào cờ ")
    whole = media(picture)
    assert whole is not None
    assert (whole.taken_at, whole.taken_source, whole.caption) == ("2024-05-07", "person", "Lễ chào cờ")


def test_the_same_day_said_again_keeps_the_cameras_word(home: Home) -> None:
    picture = a_picture(taken_at="2024-05-07T07:30:00", taken_source="exif")
    describe(picture, taken_on=date(2024, 5, 7))
    assert MediaAsset.get().taken_source == "exif"


def test_a_refused_picture_needs_a_reason(home: Home) -> None:
    picture = a_picture(review="waiting")
    with pytest.raises(ReasonNeeded):
        review(picture, accepted=False)
    review(picture, accepted=False, reason="Mờ")
    assert MediaAsset.get().review == "rejected"
    with pytest.raises(NoSuchMedia):
        describe("nobody", caption="x")


def test_the_archive_is_narrowed_by_day_words_and_what_is_lacking(home: Home) -> None:
    a_picture("1" * 64, caption="Lễ chào cờ")
    a_picture("2" * 64, caption="", taken_at="2024-06-01")
    may = MediaFilter(first=date(2024, 5, 1), last=date(2024, 5, 31))
    assert [row.caption for row in media_page(may, 0, 10)] == ["Lễ chào cờ"]
    assert media_count(MediaFilter(lacking_caption=True)) == 1
    assert media_count(MediaFilter(text="CHAO co")) == 1
    assert media_count(MediaFilter()) == 2


def test_a_video_leaves_without_its_place_and_otherwise_whole(home: Home, tmp_path: Path) -> None:
    (tmp_path / "v.mp4").write_bytes(VIDEO)
    import_media(home, [tmp_path / "v.mp4"], Progress())
    copy = tmp_path / "copy.mp4"
    exported_copy(home, MediaAsset.get().sha256, copy)
    left = copy.read_bytes()
    assert b"103.01" not in left
    assert b"\xa9xyz" not in left
    assert len(left) == len(VIDEO)
    assert b"Le hoi" in left
    assert b"103.01" in (home.root / MediaAsset.get().original_path).read_bytes()


@given(st.binary(max_size=300))
def test_no_bytes_make_the_reader_of_boxes_fail_or_change_a_length(content: bytes) -> None:
    copy = io.BytesIO(content)
    silenced(io.BytesIO(content), copy)
    assert len(copy.getvalue()) == len(content)


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("IMG_20240507_073012.jpg", "2024-05-07T07:30:12"),
        ("2024-05-07 07.30.12.jpg", "2024-05-07T07:30:12"),
        ("Screenshot_2024-05-07.png", "2024-05-07"),
        ("z5412345678901_20240507.jpg", "2024-05-07"),
    ],
)
def test_a_day_in_a_files_name_is_read(name: str, day: str) -> None:
    assert taken_by_file(Path(name)) == (day, "file")


@given(st.binary(max_size=80))
def test_only_known_beginnings_are_media(head: bytes) -> None:
    assert ending_of(head) in (None, *PICTURE_ENDINGS, *VIDEO_ENDINGS)


def test_a_picture_without_contrast_is_like_nothing() -> None:
    assert not are_alike("0" * 16, "0" * 16)
    assert are_alike("00000000000000ff", "00000000000000fe")
