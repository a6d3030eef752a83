"""Which photos look alike: a 64-bit hash of light and dark that survives shrinking and Zalo's compression."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL import Image

ALIKE = 4
"""Bits of 64 that may differ between two copies of one moment."""


def difference_hash(picture: Image.Image) -> str:
    """16 hex digits: for 8 x 8 places, whether the picture grows darker to the right."""
    grey = picture.convert("L").resize((9, 8))
    light = grey.tobytes()
    bits = [light[row * 9 + column] > light[row * 9 + column + 1] for row in range(8) for column in range(8)]
    return f"{sum(bit << place for place, bit in enumerate(bits)):016x}"


def are_alike(one: str, other: str) -> bool:
    """Whether two hashes are of the same moment; a picture without contrast (hash 0) is like nothing."""
    a, b = int(one or "0", 16), int(other or "0", 16)
    return bool(a and b) and (a ^ b).bit_count() <= ALIKE
