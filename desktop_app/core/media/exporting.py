"""Copies that leave the school: upright, small enough, and silent about where they were taken."""

from __future__ import annotations

from pathlib import Path

from db.models import MediaAsset
from desktop_app.core.files import BLOCK, written_aside
from desktop_app.core.home import Home
from desktop_app.core.media.atoms import silenced
from desktop_app.core.media.pictures import opened, upright
from desktop_app.core.media.renditions import LARGE

EXPORT_QUALITY = 85


class StillKnowsTooMuch(RuntimeError):
    """A copy came out with notes of the camera: a fault of ours, stopped before it leaves."""


def exported_copy(home: Home, sha256: str, target: Path, *, long_edge: int = LARGE) -> None:
    """Write a copy for others: a JPEG without EXIF, position or embedded thumbnail; a video without its place.

    Read back and checked before it gets its name. Raises NotTaken for a damaged original.
    """
    asset = MediaAsset.get(MediaAsset.sha256 == sha256)
    original = home.root / asset.original_path
    if asset.kind == "video":
        _copy_video(original, target)
    else:
        _copy_photo(original, target, long_edge)


def _copy_photo(original: Path, target: Path, long_edge: int) -> None:
    with opened(original) as picture, written_aside(target) as out:
        upright(picture, long_edge).save(out, "JPEG", quality=EXPORT_QUALITY, exif=b"", icc_profile=None, comment=b"")
    with opened(target) as copy:
        if copy.getexif() or "exif" in copy.info or "xmp" in copy.info:
            target.unlink()
            raise StillKnowsTooMuch(target.name)


def _copy_video(original: Path, target: Path) -> None:
    """A video byte for byte, but for the atoms that tell its place: they become empty ones of the same length."""
    with original.open("rb") as source, written_aside(target) as out:
        while block := source.read(BLOCK):
            out.write(block)
        silenced(original, out)
