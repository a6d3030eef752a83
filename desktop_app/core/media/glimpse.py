"""A small look at a photo that is not taken in: the camera's own thumbnail where it has one, else a quick decode."""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.core.media.damage import DAMAGE
from desktop_app.core.media.errors import NotTaken
from desktop_app.core.media.facts import ORIENTATION, notes_of
from desktop_app.core.media.pictures import opened, turned, upright

if TYPE_CHECKING:
    from PIL import Image

THUMBNAIL_AT, THUMBNAIL_BYTES = 0x0201, 0x0202
"""Where the thumbnail lies in the notes of a JPEG (EXIF 2.32, 4.6.9), counted from behind their first six bytes."""
MOST_PIXELS = 1_000_000


def glimpse(file: Path, size: tuple[int, int]) -> Image.Image | None:
    """The photo upright within ``size`` pixels, or None for what cannot be shown (a video, a damaged file)."""
    try:
        with opened(file) as picture:
            small = _inside(picture) or upright(picture, max(size))
    except (NotTaken, *DAMAGE):
        return None
    small = small.convert("RGB")
    small.thumbnail(size)
    return small


def _inside(picture: Image.Image) -> Image.Image | None:
    """The camera's own thumbnail, without the black bars some cameras put round it."""
    from PIL.ExifTags import IFD

    notes = notes_of(picture)
    try:
        where = notes.get_ifd(IFD.IFD1)
        first = 6 + int(where[THUMBNAIL_AT])
        found = _decoded(picture.info["exif"][first : first + int(where[THUMBNAIL_BYTES])])
    except (KeyError, TypeError, *DAMAGE):
        return None
    return turned(_without_bars(found, picture.size), notes.get(ORIENTATION, 1)) if found else None


def _decoded(content: bytes) -> Image.Image | None:
    from PIL import Image

    small = Image.open(io.BytesIO(content), formats=("JPEG",))
    if small.width * small.height > MOST_PIXELS:
        return None
    small.load()
    return small


def _without_bars(small: Image.Image, whole: tuple[int, int]) -> Image.Image:
    width = min(small.width, round(small.height * whole[0] / whole[1]))
    height = min(small.height, round(small.width * whole[1] / whole[0]))
    left, top = (small.width - width) // 2, (small.height - height) // 2
    return small.crop((left, top, left + width, top + height))
