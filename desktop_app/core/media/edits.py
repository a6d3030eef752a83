"""What is done to a picture's copies: parts covered, a part kept, a turn; read by whatever makes a copy."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from db.models import MediaEdit
from desktop_app.core.media.pictures import upright

if TYPE_CHECKING:
    from PIL import Image

SMALLEST = 0.02
"""Of a side: a box smaller than this was a slip of the mouse."""
CRUMBS = 6
"""Patches along the longer side of a covered box: too few for any face to be told, with any program."""


class Box(NamedTuple):
    """A part of the upright original, as shares of its width and height from 0.0 to 1.0."""

    left: float
    top: float
    right: float
    bottom: float

    def tidy(self) -> Box:
        """Inside the picture, with its corners in order."""
        left, right = sorted((_inside(self.left), _inside(self.right)))
        top, bottom = sorted((_inside(self.top), _inside(self.bottom)))
        return Box(left, top, right, bottom)

    @property
    def is_a_slip(self) -> bool:
        box = self.tidy()
        return box.right - box.left < SMALLEST or box.bottom - box.top < SMALLEST

    def pixels(self, size: tuple[int, int]) -> tuple[int, int, int, int]:
        """The box in pixels of a picture of ``size``; at least one wide and high."""
        width, height = size
        left, top = min(int(self.left * width), width - 1), min(int(self.top * height), height - 1)
        return left, top, max(left + 1, round(self.right * width)), max(top + 1, round(self.bottom * height))


class Edit(NamedTuple):
    """``turn`` in degrees clockwise (0, 90, 180, 270), the part that is kept (None: all), the parts covered."""

    turn: int = 0
    crop: Box | None = None
    covered: tuple[Box, ...] = ()

    def turned(self, degrees: int) -> Edit:
        """The same, turned further."""
        return self._replace(turn=(self.turn + degrees) % 360)


UNTOUCHED = Edit()


def edit_of(asset_id: str) -> Edit:
    """What is done to a picture's copies now."""
    row = MediaEdit.get_or_none(MediaEdit.asset == asset_id)
    if row is None:
        return Edit()
    crop = Box(*row.crop) if row.crop else None
    return Edit(row.turn, crop, tuple(Box(*box) for box in row.covered))


def edited(original: Image.Image, edit: Edit, long_edge: int) -> Image.Image:
    """A copy of an opened original, upright, with ``edit`` done to it, its long edge at most ``long_edge`` pixels.

    Covered first, then cropped, then turned. Raises NotTaken when the original's bytes break.
    """
    from PIL.Image import Transpose

    picture = upright(original, round(long_edge * _enlargement(edit)))
    for box in edit.covered:
        _cover(picture, box.pixels(picture.size))
    if edit.crop:
        picture = picture.crop(edit.crop.pixels(picture.size))
        picture.thumbnail((long_edge, long_edge))
    turns = {90: Transpose.ROTATE_270, 180: Transpose.ROTATE_180, 270: Transpose.ROTATE_90}
    return picture.transpose(turns[edit.turn]) if edit.turn in turns else picture


def _cover(picture: Image.Image, box: tuple[int, int, int, int]) -> None:
    """A few large patches of the mean colour: a blur could be sharpened again, these cannot."""
    from PIL.Image import Resampling

    part = picture.crop(box)
    scale = CRUMBS / max(part.size)
    few = (max(1, round(part.width * scale)), max(1, round(part.height * scale)))
    picture.paste(part.resize(few, Resampling.BOX).resize(part.size, Resampling.NEAREST), box[:2])


def _enlargement(edit: Edit) -> float:
    """How much larger than its copy a picture must be decoded, so that a crop stays sharp (at least 1.0)."""
    if edit.crop is None:
        return 1.0
    return 1.0 / max(edit.crop.right - edit.crop.left, edit.crop.bottom - edit.crop.top)


def _inside(share: float) -> float:
    return min(1.0, max(0.0, share))
