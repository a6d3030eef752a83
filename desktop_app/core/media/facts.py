"""What a photo says of itself: its size upright, its day, its camera, whether it knows where it was."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from desktop_app.core.media.damage import DAMAGE

if TYPE_CHECKING:
    from PIL import Image

ORIENTATION, MAKE, MODEL, DATE_TIME, EXIF, GPS = 0x0112, 0x010F, 0x0110, 0x0132, 0x8769, 0x8825
DATE_TIME_ORIGINAL, DATE_TIME_DIGITIZED = 0x9003, 0x9004
LATITUDE, LONGITUDE = 2, 4
TURNED = (5, 6, 7, 8)
"""Orientations that stand a picture on its side (EXIF 2.32, 4.6.4)."""

_IN_NAME = re.compile(
    r"(?<!\d)(20\d\d)[-_.]?([01]\d)[-_.]?([0-3]\d)(?:[-_. T]?([0-2]\d)[-_.]?([0-5]\d)[-_.]?([0-5]\d))?(?!\d)"
)

LARGE_ENOUGH = 1600
"""Pixels of the long edge that a picture for print should have; advice, never a verdict."""
ZALO = "zalo"
_ZALO_NAME = re.compile(r"z\d{10,}_[0-9a-f]{16,}", re.IGNORECASE)  # z5412345678901_0123456789abcdef….jpg


class Facts(NamedTuple):
    """What is known of a file before any person says a word.

    ``taken_at`` is local camera time as ISO text, or a bare day; ``taken_source`` says who told it: exif or file.
    ``source`` is "zalo" for a file named by that program, which shrinks what it sends. ``quality`` is advice, as
    {"size": "small"}; ``sharpness``, ``dark`` and ``bright`` are what it rests on (see ``quality.Seen``).
    """

    width: int | None = None
    height: int | None = None
    orientation: int = 1
    taken_at: str | None = None
    taken_source: str = ""
    has_gps: bool = False
    camera: str = ""
    source: str = ""
    quality: dict[str, str] | None = None
    duration_ms: int | None = None
    sharpness: float | None = None
    dark: float | None = None
    bright: float | None = None


def facts_of(picture: Image.Image, file: Path) -> Facts:
    """Read the facts from an opened picture; the file's name and day stand in for a missing camera date."""
    notes = notes_of(picture)
    orientation = notes.get(ORIENTATION, 1)
    orientation = orientation if orientation in range(1, 9) else 1
    width, height = picture.size[::-1] if orientation in TURNED else picture.size
    taken_at, taken_source = taken(notes, file)
    return Facts(
        width,
        height,
        orientation,
        taken_at,
        taken_source,
        has_gps=knows_its_place(picture, notes),
        camera=camera_of(notes),
        source=ZALO if _ZALO_NAME.match(file.name) else "",
        quality={"size": "small"} if max(width, height) < LARGE_ENOUGH else None,
    )


def notes_of(picture: Image.Image) -> Image.Exif:
    """The camera's notes (EXIF); notes that make no sense are none, the picture may still be whole."""
    from PIL.Image import Exif

    try:
        notes = picture.getexif()
        for tag in (EXIF, GPS):
            notes.get_ifd(tag)
    except DAMAGE:
        return Exif()
    return notes


def knows_its_place(picture: Image.Image, notes: Image.Exif) -> bool:
    """Whether the file tells where it was taken, in EXIF or in an editor's XMP."""
    place = notes.get_ifd(GPS)
    return (LATITUDE in place and LONGITUDE in place) or b"GPSLatitude" in _bytes(picture.info.get("xmp"))


def _bytes(value: object) -> bytes:
    return value if isinstance(value, bytes) else str(value or "").encode()


def camera_of(notes: Image.Exif) -> str:
    """Maker and model, the maker's name once: many models begin with it."""
    make, model = (str(notes.get(tag, "")).split("\0")[0].strip() for tag in (MAKE, MODEL))
    first_word = make.split(" ")[0].casefold()
    return model if first_word and model.casefold().startswith(first_word) else f"{make} {model}".strip()


def taken(notes: Image.Exif, file: Path) -> tuple[str | None, str]:
    """When the picture was taken, and who says so."""
    inside = notes.get_ifd(EXIF)
    for stamp in (inside.get(DATE_TIME_ORIGINAL), inside.get(DATE_TIME_DIGITIZED), notes.get(DATE_TIME)):
        moment = _moment(str(stamp or ""))
        if moment:
            return moment.isoformat(), "exif"
    return taken_by_file(file)


def taken_by_file(file: Path) -> tuple[str | None, str]:
    """The day in a file's name (IMG_20240507_073012, or a bare day), else when the file was last written."""
    found = _IN_NAME.search(file.stem)
    if found:
        moment = _moment("{}:{}:{} {}:{}:{}".format(*(part or "00" for part in found.groups())))
        if moment:
            return moment.isoformat() if found[4] else moment.date().isoformat(), "file"
    try:
        written = datetime.fromtimestamp(file.stat().st_mtime)  # noqa: DTZ006  # local, as a camera's clock
        return written.isoformat(timespec="seconds"), "file"
    except (OSError, ValueError, OverflowError):
        return None, ""


def _moment(stamp: str) -> datetime | None:
    """EXIF's "2024:05:07 07:30:12"; days no camera could mean are none."""
    try:
        # A camera writes the time on its own clock and names no zone.
        moment = datetime.strptime(stamp.strip("\0 ")[:19], "%Y:%m:%d %H:%M:%S")  # noqa: DTZ007
    except ValueError:
        return None
    return moment if could_be_taken(moment) else None


def could_be_taken(moment: datetime) -> bool:
    """Whether a camera may mean this local time: 1904, 1970 and days after tomorrow come from clocks never set."""
    return moment.year >= 1990 and moment < datetime.now() + timedelta(days=2)
