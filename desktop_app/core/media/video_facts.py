"""What a video says of itself: its size upright, how long it is, when it was taken, whether it knows where."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

from desktop_app.core.media.atoms import duration_ms, still_tells_a_place
from desktop_app.core.media.facts import Facts, could_be_taken, taken_by_file

APPLE_DAY = "comapplequicktimecreationdate"
"""With the zone of the place; the other days of a container are in UTC (ISO 14496-12, 8.2.2)."""
UTC_DAYS = ("recorded_date", "encoded_date", "tagged_date")
SIDEWAYS = (90, 270)


def video_facts(video: Path, file: Path) -> Facts:
    """The facts of the bytes in ``video``, which came under the name ``file``.

    Without MediaInfo's library only the length of MP4, MOV and 3GP is known, and the day by the file's name.
    """
    tracks = _tracks(video)
    whole = next((track for track in tracks if track.get("track_type") == "General"), {})
    seen = next((track for track in tracks if track.get("track_type") == "Video"), {})
    width, height = _size(seen)
    taken_at, source = _taken(whole) or taken_by_file(file)
    length = _number(whole.get("duration")) or _number(seen.get("duration"))
    return Facts(
        width,
        height,
        taken_at=taken_at,
        taken_source=source,
        has_gps=still_tells_a_place(video),
        duration_ms=length or duration_ms(video),
    )


def _tracks(video: Path) -> list[Mapping[str, Any]]:
    if not can_ask():
        return []
    from pymediainfo import MediaInfo  # 9 MB of library that only videos pay

    try:
        return [track.to_data() for track in MediaInfo.parse(str(video)).tracks]
    except (OSError, RuntimeError, ValueError):  # a file it cannot make sense of: what we know ourselves must do
        return []


@cache
def can_ask() -> bool:
    """Whether the library is there: the package comes without it for some systems."""
    try:
        from pymediainfo import MediaInfo  # see _tracks
    except ImportError:
        return False
    return bool(MediaInfo.can_parse())


def _size(track: Mapping[str, Any]) -> tuple[int | None, int | None]:
    """Width and height as seen upright, in pixels."""
    width, height = _number(track.get("width")), _number(track.get("height"))
    turned = round(float(track.get("rotation") or 0)) % 360 in SIDEWAYS
    return (height, width) if turned else (width, height)


def _taken(whole: Mapping[str, Any]) -> tuple[str, str] | None:
    """The local time in the container, and that the camera says so; None where it says nothing that can be."""
    apple = _moment(str(whole.get(APPLE_DAY, "")), "%Y-%m-%dT%H:%M:%S%z")
    stamps = (str(whole.get(name, "")).replace("UTC", "").strip() for name in UTC_DAYS)
    # An iPhone says the hour of the place; of the others only the moment is known, and this PC's clock tells its hour.
    here = [moment.astimezone() for stamp in stamps if (moment := _moment(f"{stamp[:19]}+0000", "%Y-%m-%d %H:%M:%S%z"))]
    for moment in (apple, *here):
        local = moment.replace(tzinfo=None) if moment else None
        if local and could_be_taken(local):
            return local.isoformat(timespec="seconds"), "exif"
    return None


def _moment(stamp: str, form: str) -> datetime | None:
    try:
        return datetime.strptime(stamp, form)  # noqa: DTZ007  # every form given here ends in a zone
    except ValueError:
        return None


def _number(value: object) -> int | None:
    try:
        return round(float(str(value))) or None
    except (ValueError, OverflowError):
        return None
