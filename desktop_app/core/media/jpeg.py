"""Whether a JPEG has lost a piece inside: decoders paint over such holes without a word."""

from __future__ import annotations

import re
from pathlib import Path

START_OF_SCAN, END_OF_IMAGE = 0xDA, 0xD9
RESTARTS = range(0xD0, 0xD8)
# Markers with a length behind them that may stand between two scans (ITU T.81, table B.1).
SEGMENTS = frozenset([0xC4, 0xCC, *range(0xDA, 0xE0), *range(0xE0, 0xF0), 0xFE])

_MARKER = re.compile(rb"\xff+([^\x00\xff])", re.DOTALL)


def has_lost_a_piece(file: Path) -> bool:
    """Whether the marks a JPEG carries between its rows are out of order (ITU T.81, B.2.1: they count 0 to 7 in turn).

    Pictures without such marks are believed here; a cut-off end is found when they are decoded.
    """
    data = file.read_bytes()
    place = _after_headers(data)
    expected = 0
    while found := _MARKER.search(data, place):
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
    return False


def _after_headers(data: bytes) -> int:
    """Where the first scan's pixels begin."""
    place = 2
    while found := _MARKER.match(data, place):
        place = _after_segment(data, found.end())
        if found[1][0] == START_OF_SCAN:
            break
    return place


def _after_segment(data: bytes, place: int) -> int:
    return place + int.from_bytes(data[place : place + 2], "big")
