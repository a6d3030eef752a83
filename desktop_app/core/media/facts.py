"""What a photo says of itself: its size upright, its day, its camera, whether it knows where it was."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from PIL import Image

ORIENTATION, MAKE, MODEL, DATE_TIME, EXIF, GPS = 0x0112, 0x010F, 0x0110, 0x0132, 0x8769, 0x8825
DATE_TIME_ORIGINAL, DATE_TIME_DIGITIZED = 0x9003, 0x9004
TURNED = (5, 6, 7, 8)
"""Orientations that stand a picture on its side (EXIF 2.32, 4.6.4)."""

_IN_NAME = re.compile(
    r"(?<!\d)(20\d\d)[-_.]?([01]\d)[-_.]?([0-3]\d)(?:[-_. T]?([0-2]\d)[-_.]?([0-5]\d)[-_.]?([0-5]\d))?(?!\d)"
)


class Facts(NamedTuple):
    """``taken_at`` is local camera time as ISO text; ``taken_source`` says who told it: exif or file."""

    width: int | None = None
    height: int | None = None
    orientation: int = 1
    taken_at: str | None = None
    taken_source: str = ""
    has_gps: bool = False
    camera: str = ""


def facts_of(picture: Image.Image, file: Path) -> Facts:
    """Read the facts from an opened picture; the file's name and day stand in for a missing camera date."""
    notes = picture.getexif()
    orientation = notes.get(ORIENTATION, 1)
    orientation = orientation if orientation in range(1, 9) else 1
    width, height = picture.size[::-1] if orientation in TURNED else picture.size
    taken_at, source = taken(notes, file)
    camera = " ".join(str(notes.get(tag, "")).strip("\0 ") for tag in (MAKE, MODEL)).strip()
    return Facts(width, height, orientation, taken_at, source, bool(notes.get_ifd(GPS)), camera)


def taken(notes: Image.Exif, file: Path) -> tuple[str | None, str]:
    """When the picture was taken, and who says so."""
    inside = notes.get_ifd(EXIF)
    for stamp in (inside.get(DATE_TIME_ORIGINAL), inside.get(DATE_TIME_DIGITIZED), notes.get(DATE_TIME)):
        day = _camera_time(str(stamp or ""))
        if day:
            return day, "exif"
    return taken_by_file(file)


def taken_by_file(file: Path) -> tuple[str | None, str]:
    """The day in a file's name (IMG_20240507_073012), else the day the file was last written."""
    found = _IN_NAME.search(file.stem)
    if found:
        day = _camera_time("{}:{}:{} {}:{}:{}".format(*(part or "00" for part in found.groups())))
        if day:
            return day, "file"
    try:
        written = datetime.fromtimestamp(file.stat().st_mtime)  # noqa: DTZ006  # local, as a camera's clock
        return written.isoformat(timespec="seconds"), "file"
    except OSError:
        return None, ""


def _camera_time(stamp: str) -> str | None:
    """EXIF's "2024:05:07 07:30:12" as ISO text; dates no camera could mean (0000, 1904, 1970) are none."""
    try:
        # A camera writes the time on its own clock and names no zone.
        moment = datetime.strptime(stamp.strip("\0 ")[:19], "%Y:%m:%d %H:%M:%S")  # noqa: DTZ007
    except ValueError:
        return None
    return moment.isoformat() if 1990 <= moment.year <= 2100 else None
