"""Copies that leave the school: upright, small enough, and silent about where they were taken."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

from db.models import MediaAsset
from desktop_app.core.files import BLOCK, written_aside
from desktop_app.core.home import Home
from desktop_app.core.media.atoms import silenced, still_tells_a_place
from desktop_app.core.media.damage import damage_named
from desktop_app.core.media.edits import Edit, edit_of, edited
from desktop_app.core.media.errors import NotTaken, OriginalUnreadable, PlaceStaysInside
from desktop_app.core.media.jpeg import notes_in
from desktop_app.core.media.pictures import opened
from desktop_app.core.media.renditions import LARGE, as_jpeg, rendition


class StillKnowsTooMuch(RuntimeError):
    """A copy came out with notes of the camera: a fault of ours, stopped before it leaves."""


def exported_copy(home: Home, sha256: str, target: Path, *, long_edge: int = LARGE) -> None:
    """Write a copy for others: a JPEG without EXIF, position or embedded thumbnail; a video without its place.

    Read back and checked before it gets its name. Raises OriginalUnreadable, and PlaceStaysInside for a video whose
    place cannot be taken out (a track of positions). AVI knows no place and goes out as it is.
    """
    asset = MediaAsset.get(MediaAsset.sha256 == sha256)
    try:
        if asset.kind == "video":
            _export_video(home.root / asset.original_path, target, asset.original_name)
        else:
            _export_photo(home, asset, target, long_edge)
    except NotTaken as error:
        raise OriginalUnreadable(name=asset.original_name) from error


def _export_photo(home: Home, asset: MediaAsset, target: Path, long_edge: int) -> None:
    # The rendition is that copy already: 60 photos in half a second instead of six.
    small_enough = rendition(home, asset.sha256, LARGE).read_bytes() if long_edge == LARGE else b""
    copy = small_enough or _smaller(home.root / asset.original_path, edit_of(str(asset.id)), long_edge)
    notes = notes_in(copy)
    if notes:
        raise StillKnowsTooMuch(f"{target.name}: {', '.join(notes)}")
    with written_aside(target) as out:
        out.write(copy)


def _smaller(original: Path, edit: Edit, long_edge: int) -> bytes:
    with opened(original) as picture:
        return as_jpeg(edited(picture, edit, long_edge))


def _export_video(original: Path, target: Path, name: str) -> None:
    """A video byte for byte, but for the boxes that tell its place: they become empty ones of the same length."""
    with damage_named():
        source = original.open("rb")
    with source, written_aside(target) as out:
        _copy(source, out)
        silenced(source, out)
        out.flush()
        if still_tells_a_place(Path(out.name)):
            raise PlaceStaysInside(name=name)


def _copy(source: BinaryIO, out: BinaryIO) -> None:
    while block := source.read(BLOCK):
        out.write(block)
