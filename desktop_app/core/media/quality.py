"""How good a photo is, seen by the PC: sharp or blurred, dark or burnt out, large enough. Advice, never a verdict."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from desktop_app.core.home import Home
from desktop_app.core.media.damage import DAMAGE
from desktop_app.core.media.facts import LARGE_ENOUGH, Facts
from desktop_app.core.media.renditions import LARGE, rendition_place
from desktop_app.core.settings import Settings, load_settings

if TYPE_CHECKING:
    from PIL import Image

EDGE = 512
"""Pixels of the long edge of the grey copy that is looked at: a 50-megapixel photo and a small one compare."""
TILES = 6
"""The copy is looked at in 6 x 6 tiles, of which the sharpest tenth counts: a soft background is no fault."""
GREY = 128
DARK, BRIGHT = 40, 250
"""Greys of 256 at which a shadow holds no more detail, and a light none."""

SHARPNESS = {"off": 0.0, "lenient": 70.0, "usual": 170.0, "strict": 400.0}
"""Real photos of nine cameras lie at 470 to 6800; softened by 4 pixels of 1600 at 32 to 146, by 3 at 77 to 424."""
LIGHT = {"off": (1.0, 1.0), "usual": (0.6, 0.2)}
"""Real photos have at most 0.17 of dark and 0.08 of burnt-out pixels; four stops too dark 0.6 to 0.9."""
EDGES = ("0", "1200", "1600", "2400")


class Profile(NamedTuple):
    """What a school expects of a photo; 0 (shares: 1) asks nothing."""

    least_edge: int = LARGE_ENOUGH
    least_sharpness: float = SHARPNESS["usual"]
    most_dark: float = LIGHT["usual"][0]
    most_bright: float = LIGHT["usual"][1]


class Seen(NamedTuple):
    """``sharpness`` is the variance of a Laplacian; ``dark`` and ``bright`` are shares of pixels, 0.0 to 1.0."""

    sharpness: float
    dark: float
    bright: float


def profile_of(settings: Settings) -> Profile:
    """The profile this PC is set to; a word nobody knows is the usual one."""
    edge = int(settings.photo_edge) if settings.photo_edge.isdecimal() else LARGE_ENOUGH
    dark, bright = LIGHT.get(settings.photo_light, LIGHT["usual"])
    return Profile(edge, SHARPNESS.get(settings.photo_sharpness, SHARPNESS["usual"]), dark, bright)


def profile_here(home: Home) -> Profile:
    """The profile as it is kept beside the records."""
    try:
        return profile_of(load_settings(home.settings_file))
    except OSError:  # two threads of an import put the same broken file aside
        return Profile()


def seen_in(picture: Image.Image) -> Seen:
    """Look at a picture of any size; it stays as it is."""
    grey = picture.convert("L")
    grey.thumbnail((EDGE, EDGE), reducing_gap=2.0)
    shades = grey.histogram()
    pixels = grey.width * grey.height
    return Seen(round(_sharpness(grey), 1), sum(shades[:DARK]) / pixels, sum(shades[BRIGHT:]) / pixels)


def _sharpness(grey: Image.Image) -> float:
    """How much the sharpest tenth of the tiles changes from pixel to pixel."""
    from PIL import ImageFilter  # only where pictures are looked at

    change = grey.filter(ImageFilter.Kernel((3, 3), (0, 1, 0, 1, -4, 1, 0, 1, 0), scale=1, offset=GREY))
    tiles = sorted(
        _variance(change.crop((left, top, right, bottom)))
        for left, right in pairwise(_cuts(change.width))
        for top, bottom in pairwise(_cuts(change.height))
    )
    return tiles[len(tiles) * 9 // 10]


def _cuts(side: int) -> list[int]:
    """Where the tiles begin and end; the rim of one pixel is not filtered."""
    return [place * max(0, side - 2) // TILES + 1 for place in range(TILES + 1)]


def _variance(change: Image.Image) -> float:
    """Around GREY, where nothing changes; an empty tile of a tiny picture has none."""
    pixels = change.width * change.height
    return sum(count * (shade - GREY) ** 2 for shade, count in enumerate(change.histogram())) / max(1, pixels)


def seen_of(home: Home, sha256: str) -> Seen | None:
    """Look at a kept photo by its large rendition; None where that is missing."""
    from PIL import Image

    try:
        with Image.open(rendition_place(home, sha256, LARGE), formats=["JPEG"]) as picture:
            picture.draft("L", (EDGE, EDGE))
            return seen_in(picture)
    except DAMAGE:
        return None


def advice(seen: Seen | None, width: int | None, height: int | None, profile: Profile) -> dict[str, str]:
    """What is to be said: {"size": "small", "blur": "blurred", "exposure": "dark" or "bright"}, or less of it."""
    found = {}
    if 0 < max(width or 0, height or 0) < profile.least_edge:
        found["size"] = "small"
    if seen is not None and seen.sharpness < profile.least_sharpness:
        found["blur"] = "blurred"
    if seen is not None and (seen.dark > profile.most_dark or seen.bright > profile.most_bright):
        found["exposure"] = "dark" if seen.dark > profile.most_dark else "bright"
    return found


def judged(facts: Facts, seen: Seen | None, profile: Profile) -> Facts:
    """The facts of a photo together with what was seen in it."""
    told = facts._replace(quality=advice(seen, facts.width, facts.height, profile) or None)
    return told._replace(**seen._asdict()) if seen else told
