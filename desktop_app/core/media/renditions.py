"""Renditions: what screens and papers show of a photo. Upright, small, without any note of the camera; rebuildable."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from db.models import MediaAsset
from desktop_app.core.files import written_aside
from desktop_app.core.home import Home
from desktop_app.core.jobs import Progress
from desktop_app.core.media.edits import UNTOUCHED, Edit, edit_of, edited
from desktop_app.core.media.errors import BROKEN, NotTaken, OriginalUnreadable
from desktop_app.core.media.pictures import opened
from desktop_app.core.media.posters import poster_of

if TYPE_CHECKING:
    from PIL import Image

SMALL, LARGE = 256, 1600
"""Long edges in pixels: a cell of the grid; half a printed page."""
QUALITY = 82


def rendition_place(home: Home, sha256: str, size: int) -> Path:
    """Where a rendition lies, whether it is there or not."""
    return home.renditions / str(size) / sha256[:2] / sha256[2:4] / f"{sha256}.jpg"


def rendition(home: Home, sha256: str, size: int) -> Path:
    """The rendition of a kept photo or video, ``size`` SMALL or LARGE, made now if it is missing.

    Raises OriginalUnreadable when it must be made and the original is gone, damaged or a video without a poster.
    """
    place = rendition_place(home, sha256, size)
    if not _is_there(place):
        renew_renditions(home, sha256)
    return place


def renew_renditions(home: Home, sha256: str) -> None:
    """Make both renditions anew: of a photo as it is edited now, of a video its poster. Raises OriginalUnreadable."""
    asset = MediaAsset.get(MediaAsset.sha256 == sha256)
    original = home.root / asset.original_path
    try:
        with _poster(original) if asset.kind == "video" else opened(original) as picture:
            keep_renditions(home, sha256, picture, edit_of(str(asset.id)))
    except NotTaken as error:
        raise OriginalUnreadable(name=asset.original_name) from error


@contextmanager
def _poster(original: Path) -> Iterator[Image.Image]:
    poster = poster_of(original)
    if poster is None:
        raise NotTaken(BROKEN)
    yield poster


def _is_there(place: Path) -> bool:
    try:
        return place.stat().st_size > 0
    except FileNotFoundError:
        return False


def keep_renditions(home: Home, sha256: str, picture: Image.Image, edit: Edit = UNTOUCHED) -> Image.Image:
    """Decode once, keep both sizes; returns the small one. A damaged photo shows itself here: raises NotTaken."""
    large = edited(picture, edit, LARGE)
    small = large.copy()
    small.thumbnail((SMALL, SMALL), reducing_gap=2.0)
    for one, size in ((large, LARGE), (small, SMALL)):
        with written_aside(rendition_place(home, sha256, size)) as out:
            out.write(as_jpeg(one))
    return small


def as_jpeg(picture: Image.Image) -> bytes:
    """The pixels as a JPEG that says nothing else: no EXIF, no profile, no comment of an earlier program."""
    picture.info.clear()
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=QUALITY)
    return out.getvalue()


def make_renditions(home: Home, asset_ids: Sequence[str], progress: Progress) -> int:
    """Make what is missing; returns how many photos and videos have both sizes now. Raises Cancelled."""
    made = 0
    for number, asset_id in enumerate(asset_ids):
        asset = MediaAsset.get_by_id(asset_id)
        progress.step(number, len(asset_ids), asset.original_name)
        made += _both(home, asset)
    progress.step(len(asset_ids), len(asset_ids))
    return made


def _both(home: Home, asset: MediaAsset) -> bool:
    try:
        return all(rendition(home, asset.sha256, size).exists() for size in (SMALL, LARGE))
    except OriginalUnreadable:
        return False
