"""Whether a JPEG has lost a piece inside: decoders paint over such holes without a word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

START_OF_SCAN, END_OF_IMAGE = 0xDA, 0xD9
RESTARTS = range(0xD0, 0xD8)
# Markers with a length behind them that may stand between two scans (ITU T.81, table B.1).
SEGMENTS = frozenset([0xC4, 0xCC, *range(0xDA, 0xE0), *range(0xE0, 0xF0), 0xFE])
NOTES = frozenset([*range(0xE1, 0xEE), 0xEF, 0xFE])

_MARKER = re.compile(rb"\xff+([^\x00\xff])", re.DOTALL)
_NEXT_MARKER = re.compile(rb"\xff([^\x00\xff])", re.DOTALL)  # begins with a fixed byte: 50 times faster to look for
HOLE = b"\xff" * 64
"""A block of the card that was erased reads as FF, and no encoder fills that much before a marker (T.81, B.1.1.2)."""


def has_lost_a_piece(file: Path) -> bool:
    """Whether a block of the card was erased inside, or the marks between rows are out of order (T.81, B.2.1: 0 to 7).

    Pictures without such marks, overwritten with anything but FF, are believed here; a cut-off end is found when
    they are decoded.
    """
    data = file.read_bytes()
    place = _after_headers(data)
    expected = 0
    while found := _NEXT_MARKER.search(data, place):
        if data.find(HOLE, place, found.end()) >= 0:
            return True
        marker, place = found[1][0], found.end()
        if marker in RESTARTS:
            if marker - 0xD0 != expected:
                return True
            expected = (expected + 1) % 8
        elif marker == END_OF_IMAGE:
            return False
        elif marker in SEGMENTS:
            place, expected = _after_segment(data, place), 0
        else:
            return True
    return data.find(HOLE, place) >= 0


def _after_headers(data: bytes) -> int:
    """Where the first scan's pixels begin."""
    place = 2
    while found := _MARKER.match(data, place):
        place = _after_segment(data, found.end())
        if found[1][0] == START_OF_SCAN:
            break
    return place


def notes_in(data: bytes) -> list[str]:
    """The segments of a JPEG that carry more than the picture: APP1 (EXIF, XMP), APP2, APP13, comments and so on.

    APP0 (JFIF) and APP14 (colour space) say how to decode and are no notes. Bytes after the end are called "tail".
    """
    found = [f"APP{mark - 0xE0}" if mark in range(0xE0, 0xF0) else "comment" for mark in _marks(data) if mark in NOTES]
    return found if data.endswith(b"\xff\xd9") else [*found, "tail"]


def _marks(data: bytes) -> Iterator[int]:
    """The markers before the first scan's pixels."""
    place = 2
    while (found := _MARKER.match(data, place)) and found[1][0] != START_OF_SCAN:
        yield found[1][0]
        place = _after_segment(data, found.end())


def _after_segment(data: bytes, place: int) -> int:
    return place + int.from_bytes(data[place : place + 2], "big")
