"""Which photos look alike: a 64-bit hash of light and dark that survives shrinking and Zalo's compression."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL import Image

ALIKE = 4
"""Bits of 64 that may differ between two copies of one moment."""
BANDS = (13, 13, 13, 13, 12)
"""Bits of each band: one band more than bits may differ, so that one of them is always untouched."""


def difference_hash(picture: Image.Image) -> str:
    """16 hex digits: for 8 x 8 places, whether the picture grows darker to the right."""
    grey = picture.convert("L").resize((9, 8))
    light = grey.tobytes()
    bits = [light[row * 9 + column] > light[row * 9 + column + 1] for row in range(8) for column in range(8)]
    return f"{sum(bit << place for place, bit in enumerate(bits)):016x}"


def are_alike(one: str, other: str, bits: int = ALIKE) -> bool:
    """Whether two hashes differ in at most so many bits; a picture without contrast (hash 0) is like nothing."""
    a, b = int(one or "0", 16), int(other or "0", 16)
    return bool(a and b) and (a ^ b).bit_count() <= bits


class Looks:
    """Every look an archive has, so that one like a new photo's is found without going through all of them.

    Two hashes that differ in at most four bits are equal in at least one of five bands of their bits, so only looks
    that share a band are compared. The answer is that of going through all of them in the order they came.
    """

    def __init__(self) -> None:
        self._looks: list[tuple[int, str]] = []
        self._seen: set[int] = set()
        self._bands: tuple[dict[int, list[int]], ...] = tuple({} for _width in BANDS)

    def add(self, phash: str, group: str) -> None:
        """Remember the look of a photo and the group it belongs to; the first of equal looks answers for all."""
        bits = int(phash or "0", 16)
        if not bits or bits in self._seen:
            return
        self._seen.add(bits)
        for band, part in zip(self._bands, _parts(bits), strict=True):
            band.setdefault(part, []).append(len(self._looks))
        self._looks.append((bits, group))

    def like(self, phash: str) -> str | None:
        """The group of the first photo that looks like this one, or None; no contrast (hash 0) is like nothing."""
        bits = int(phash or "0", 16)
        firsts = [self._first(places, bits) for places in self._sharing(bits)] if bits else []
        places = [place for place in firsts if place is not None]
        return self._looks[min(places)][1] if places else None

    def _sharing(self, bits: int) -> Iterator[list[int]]:
        """For each band, the places of the looks that are equal to this one there."""
        return (band.get(part, []) for band, part in zip(self._bands, _parts(bits), strict=True))

    def _first(self, places: list[int], bits: int) -> int | None:
        return next((place for place in places if (self._looks[place][0] ^ bits).bit_count() <= ALIKE), None)


def _parts(bits: int) -> Iterator[int]:
    """The bands of a hash, from its lowest bits up."""
    for width in BANDS:
        yield bits & ((1 << width) - 1)
        bits >>= width
