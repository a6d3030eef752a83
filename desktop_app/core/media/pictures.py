"""Opening a picture safely, and seeing it upright at the size one needs."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.core.media.errors import BROKEN, GONE, TOO_LARGE, NotTaken
from desktop_app.core.media.facts import ORIENTATION

if TYPE_CHECKING:
    from PIL import Image

MOST_PIXELS = 100_000_000
"""A phone of 2026 takes 50 megapixels; what claims more than 100 is a mistake or an attack on the memory."""


@contextmanager
def opened(file: Path) -> Iterator[Image.Image]:
    """The picture in ``file``, not yet decoded. Raises NotTaken for one that is damaged or far too large."""
    from PIL import Image, UnidentifiedImageError

    _learn_heic()
    try:
        # Pillow warns at half its limit; our own limit is the line, and it is asked before any pixel is decoded.
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(file) as picture:
                if picture.width * picture.height > MOST_PIXELS:
                    raise NotTaken(TOO_LARGE)
                yield picture
    except Image.DecompressionBombError as error:
        raise NotTaken(TOO_LARGE) from error
    except FileNotFoundError as error:
        raise NotTaken(GONE) from error
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, EOFError) as error:
        raise NotTaken(BROKEN) from error


@cache
def _learn_heic() -> None:
    import pi_heif

    pi_heif.register_heif_opener()


def upright(picture: Image.Image, long_edge: int) -> Image.Image:
    """The picture upright in RGB, its long edge at most ``long_edge`` pixels. Shrunk first, turned after: 5x faster."""
    orientation = picture.getexif().get(ORIENTATION, 1)
    return turned(_on_white(_shrunk(picture, long_edge)), orientation)


def _shrunk(picture: Image.Image, long_edge: int) -> Image.Image:
    from PIL import Image

    scale = long_edge / max(picture.size)
    if scale >= 1:
        return picture
    box = (max(1, round(picture.width * scale)), max(1, round(picture.height * scale)))
    # A box of the picture's own shape lets the JPEG decoder skip pixels; a square one would not for 4:3 photos.
    picture.draft("RGB", box)
    if picture.mode == "P":
        picture = picture.convert("RGBA")
    return picture.resize(box, Image.Resampling.LANCZOS, reducing_gap=2.0)


def turned(picture: Image.Image, orientation: int) -> Image.Image:
    """The picture as the camera saw it (EXIF 2.32, 4.6.4 A, orientation 1 to 8)."""
    from PIL.Image import Transpose

    turns = {
        2: Transpose.FLIP_LEFT_RIGHT,
        3: Transpose.ROTATE_180,
        4: Transpose.FLIP_TOP_BOTTOM,
        5: Transpose.TRANSPOSE,
        6: Transpose.ROTATE_270,
        7: Transpose.TRANSVERSE,
        8: Transpose.ROTATE_90,
    }
    return picture.transpose(turns[orientation]) if orientation in turns else picture


def _on_white(picture: Image.Image) -> Image.Image:
    from PIL import Image

    if picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info:
        sheet = Image.new("RGBA", picture.size, "white")
        sheet.alpha_composite(picture.convert("RGBA"))
        return sheet.convert("RGB")
    if picture.mode.startswith("I;16") or picture.mode == "I":
        picture = picture.point(lambda value: value / 256).convert("L")
    return picture.convert("RGB")
