"""A box with round corners as a small picture, which ttk stretches: fill, edge, and a ring where the focus is."""

from __future__ import annotations

from functools import cache
from typing import Any, NamedTuple

from PIL import Image, ImageChops, ImageDraw

TILE = 40
"""The side of a picture in plain pixels. ttk tiles the middle of it, so it is not made too small."""
FINE = 4
"""How many times finer a corner is drawn before it is made small."""


class Look(NamedTuple):
    """How a box looks in one state; an empty fill, edge or ring is not drawn."""

    fill: str = ""
    edge: str = ""
    ring: str = ""


def rounded(look: Look, ground: str, side: int, corner: int, rim: int, line: int) -> Any:
    """The picture, ``side`` pixels square: the box lies ``rim`` inside it, its edge is ``line`` wide.

    With a ``ground`` it is flat (X11 draws transparent corners slowly), else its corners are transparent.
    """
    box = _mask(side, rim, corner)
    inner = _mask(side, rim + line, max(1, corner - line))
    picture = Image.new("RGBA", (side, side), ground or _clear(look.ring or look.edge or look.fill))
    if look.ring:
        outer = _mask(side, 0, corner + rim)
        picture.paste(look.ring, mask=ImageChops.subtract(outer, _mask(side, line, corner + rim - line)))
    if look.edge:
        picture.paste(look.edge, mask=box if look.fill else ImageChops.subtract(box, inner))
    if look.fill:
        picture.paste(look.fill, mask=inner if look.edge != look.fill else box)
    return picture


def _clear(colour: str) -> str:
    """The same colour, invisible: so that soft corners do not darken."""
    return f"{colour}00" if colour else "#00000000"


@cache
def _mask(side: int, inset: int, corner: int) -> Any:
    big = Image.new("L", (side * FINE, side * FINE))
    far = (side - inset) * FINE - 1
    ImageDraw.Draw(big).rounded_rectangle((inset * FINE, inset * FINE, far, far), corner * FINE, fill=255)
    return big.reduce(FINE)
