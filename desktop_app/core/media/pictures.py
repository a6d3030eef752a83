"""Opening a picture safely, and seeing it upright at the size one needs."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.core.media.damage import DAMAGE, damage_named
from desktop_app.core.media.errors import BROKEN, TOO_LARGE, NotTaken
from desktop_app.core.media.facts import ORIENTATION, notes_of
from desktop_app.core.media.kinds import HEAD, ending_of

if TYPE_CHECKING:
    from PIL import Image, ImageCms

MOST_PIXELS = 100_000_000
"""A phone of 2026 takes 50 megapixels; what claims more than 100 is a mistake or an attack on the memory."""

# Only these decoders are let near a file from outside, each only for its own signature.
_DECODERS = {
    ".jpg": ("JPEG", "MPO"),
    ".png": ("PNG",),
    ".webp": ("WEBP",),
    ".heic": ("HEIF",),
    ".tif": ("TIFF",),
    ".gif": ("GIF",),
    ".bmp": ("BMP",),
}


@contextmanager
def opened(file: Path) -> Iterator[Image.Image]:
    """The picture in ``file``, not yet decoded. Raises NotTaken for one that is damaged or far too large."""
    with damage_named():
        picture = _open(file)
    with picture:
        if picture.width * picture.height > MOST_PIXELS:
            raise NotTaken(TOO_LARGE)
        yield picture


def _open(file: Path) -> Image.Image:
    from PIL import Image  # 60 ms that only rooms with pictures pay

    with file.open("rb") as stream:
        ending = ending_of(stream.read(HEAD))
    if ending not in _DECODERS:
        raise NotTaken(BROKEN)
    if ending == ".heic":
        _learn_heic()
    return Image.open(file, formats=_DECODERS[ending])


@cache
def _learn_heic() -> None:
    import pi_heif  # 6 MB of libraries for the photos of one maker

    pi_heif.register_heif_opener()


def upright(picture: Image.Image, long_edge: int) -> Image.Image:
    """The picture upright in sRGB, its long edge at most ``long_edge`` pixels. Raises NotTaken when its bytes break.

    Shrunk first, turned after: 5x faster.
    """
    with damage_named():
        orientation = notes_of(picture).get(ORIENTATION, 1)
        return turned(_on_white(_in_srgb(_shrunk(picture, long_edge))), orientation)


def _shrunk(picture: Image.Image, long_edge: int) -> Image.Image:
    from PIL import Image

    scale = long_edge / max(picture.size)
    if scale >= 1:
        picture.load()
        return picture
    box = (max(1, round(picture.width * scale)), max(1, round(picture.height * scale)))
    # A box of the picture's own shape lets the JPEG decoder skip pixels; a square one would not for 4:3 photos.
    picture.draft(None, box)
    colours = picture.info.get("icc_profile")
    picture = _resizable(picture).resize(box, Image.Resampling.BICUBIC, reducing_gap=2.0)
    picture.info["icc_profile"] = colours
    return picture


def _resizable(picture: Image.Image) -> Image.Image:
    """Palettes and black-and-white pictures blur into greys only as full colours."""
    wider = {"P": "RGBA", "PA": "RGBA", "1": "L"}
    return picture.convert(wider[picture.mode]) if picture.mode in wider else picture


def _in_srgb(picture: Image.Image) -> Image.Image:
    """Colours as screens and printers take them; an iPhone's wider ones would look pale without its profile."""
    profile = picture.info.get("icc_profile")
    if not profile or picture.mode not in ("RGB", "CMYK"):
        return picture
    from PIL import ImageCms

    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        if "sRGB" in ImageCms.getProfileDescription(source):
            return picture
        return ImageCms.profileToProfile(picture, source, _srgb(), outputMode="RGB") or picture
    except (ImageCms.PyCMSError, *DAMAGE):  # a profile that cannot be read: the colours stay as they are
        return picture


@cache
def _srgb() -> ImageCms.ImageCmsProfile:
    from PIL import ImageCms

    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))


def turned(picture: Image.Image, orientation: object) -> Image.Image:
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
    return picture.transpose(turns[orientation]) if isinstance(orientation, int) and orientation in turns else picture


def _on_white(picture: Image.Image) -> Image.Image:
    from PIL import Image

    if picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info:
        sheet = Image.new("RGBA", picture.size, "white")
        sheet.alpha_composite(picture.convert("RGBA"))
        return sheet.convert("RGB")
    if picture.mode.startswith("I"):
        picture = picture.convert("I").point(lambda value: value / 256).convert("L")
    return picture.convert("RGB")
