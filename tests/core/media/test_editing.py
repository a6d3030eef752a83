"""Turned, cropped, covered: in every copy, sharp enough, never in the original; a covered face stays unknown."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageChops, ImageStat

from db.models import MediaAsset, MediaEdit
from desktop_app.core.drawing import draw_scene
from desktop_app.core.home import Home
from desktop_app.core.jobs import Progress
from desktop_app.core.media.editing import edit_picture
from desktop_app.core.media.edits import UNTOUCHED, Box, Edit, edit_of
from desktop_app.core.media.errors import NoSuchMedia, OriginalUnreadable
from desktop_app.core.media.exporting import exported_copy
from desktop_app.core.media.importing import import_media
from desktop_app.core.media.renditions import LARGE, SMALL, rendition

MIDDLE = Box(0.25, 0.25, 0.75, 0.75)


@pytest.fixture
def photo(home: Home, tmp_path: Path) -> MediaAsset:
    """A photo of 2400 x 1600 pixels."""
    card = tmp_path / "card"
    card.mkdir()
    draw_scene(card / "a.jpg", seed=3, taken_at=datetime(2024, 5, 7))  # noqa: DTZ001  # a camera names no zone
    (asset_id,) = import_media(home, [card], Progress()).asset_ids
    return MediaAsset.get_by_id(asset_id)


def large(home: Home, photo: MediaAsset) -> Image.Image:
    with Image.open(rendition(home, photo.sha256, LARGE)) as picture:
        return picture.copy()


def difference(one: Image.Image, other: Image.Image, box: Box) -> float:
    """The mean difference of two pictures inside a box, of 255."""
    area = box.pixels(one.size)
    return max(ImageStat.Stat(ImageChops.difference(one.crop(area), other.crop(area))).mean)


def test_a_turn_shows_in_both_renditions_and_four_are_none(home: Home, photo: MediaAsset) -> None:
    edit_picture(home, str(photo.id), UNTOUCHED.turned(90))
    assert large(home, photo).size == (1067, 1600)
    with Image.open(rendition(home, photo.sha256, SMALL)) as small:
        assert small.height == 256
    edit_picture(home, str(photo.id), UNTOUCHED.turned(90).turned(90).turned(180))
    assert large(home, photo).size == (1600, 1067)
    assert not MediaEdit.select().exists()


def test_a_crop_is_as_sharp_as_the_original_allows(home: Home, photo: MediaAsset) -> None:
    edit_picture(home, str(photo.id), Edit(crop=MIDDLE))
    assert large(home, photo).size == (1200, 800), "half of 2400 pixels, not half of 1600"


def test_what_is_covered_is_gone_and_the_rest_is_as_it_was(home: Home, photo: MediaAsset) -> None:
    before = large(home, photo)
    edit_picture(home, str(photo.id), Edit(covered=(MIDDLE,)))
    after = large(home, photo)
    assert difference(before, after, MIDDLE) > 5
    assert difference(before, after, Box(0, 0, 1, 0.2)) < 2
    few = after.crop(MIDDLE.pixels(after.size)).resize((6, 4), Image.Resampling.BOX)
    assert (
        difference(few.resize((800, 534), Image.Resampling.NEAREST), after.crop((400, 267, 1200, 801)), Box(0, 0, 1, 1))
        < 4
    )


def test_a_copy_that_leaves_is_covered_too_at_any_size(home: Home, photo: MediaAsset, tmp_path: Path) -> None:
    edit_picture(home, str(photo.id), Edit(covered=(MIDDLE,)))
    shown = large(home, photo)
    for long_edge in (LARGE, 800):
        exported_copy(home, photo.sha256, tmp_path / "copy.jpg", long_edge=long_edge)
        with Image.open(tmp_path / "copy.jpg") as copy:
            assert difference(shown.resize(copy.size), copy.convert("RGB"), MIDDLE) < 4


def test_the_original_is_never_touched_and_every_edit_can_be_taken_back(home: Home, photo: MediaAsset) -> None:
    original = home.root / photo.original_path
    kept, before = original.read_bytes(), large(home, photo).tobytes()
    edit_picture(home, str(photo.id), Edit(90, MIDDLE, (MIDDLE,)))
    assert edit_of(str(photo.id)) == Edit(90, MIDDLE, (MIDDLE,))
    edit_picture(home, str(photo.id), UNTOUCHED)
    assert original.read_bytes() == kept
    assert large(home, photo).tobytes() == before


def test_an_edit_of_a_lost_original_changes_nothing(home: Home, photo: MediaAsset) -> None:
    before = large(home, photo).tobytes()
    (home.root / photo.original_path).unlink()
    with pytest.raises(OriginalUnreadable):
        edit_picture(home, str(photo.id), UNTOUCHED.turned(90))
    assert edit_of(str(photo.id)) == UNTOUCHED
    assert large(home, photo).tobytes() == before
    with pytest.raises(NoSuchMedia):
        edit_picture(home, "nowhere", UNTOUCHED)


def test_a_slip_of_the_mouse_is_no_box(home: Home, photo: MediaAsset) -> None:
    slip = Box(0.5, 0.5, 0.501, 0.9)
    edit_picture(home, str(photo.id), Edit(crop=slip, covered=(slip,)))
    assert edit_of(str(photo.id)) == UNTOUCHED


@given(st.builds(Box, *[st.floats(-2, 3, allow_nan=False)] * 4), st.integers(1, 5000), st.integers(1, 5000))
def test_any_box_lies_inside_any_picture(box: Box, width: int, height: int) -> None:
    left, top, right, bottom = box.tidy().pixels((width, height))
    assert 0 <= left < right <= width
    assert 0 <= top < bottom <= height
