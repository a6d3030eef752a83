"""The letters of a paper: Liberation Serif, the free twin of Times New Roman, with all Vietnamese letters."""

from __future__ import annotations

import unicodedata
from functools import cache
from itertools import pairwise
from typing import Any

from desktop_app.core.paths import ASSETS
from desktop_app.core.reports.decree import Face
from desktop_app.core.reports.font_face import font

FAMILY = "LiberationSerif"
FONT_NAMES: dict[Face, str] = {
    "regular": FAMILY,
    "bold": f"{FAMILY}-Bold",
    "italic": f"{FAMILY}-Italic",
    "bold_italic": f"{FAMILY}-BoldItalic",
}
SINGLE_LINE = 1.149
"""Height of a single line against the size of Times New Roman's letters (ascent, descent and line gap)."""

MISSING_LETTER = "\u25a1"
_FILES: dict[Face, str] = {
    "regular": "LiberationSerif-Regular.ttf",
    "bold": "LiberationSerif-Bold.ttf",
    "italic": "LiberationSerif-Italic.ttf",
    "bold_italic": "LiberationSerif-BoldItalic.ttf",
}


@cache
def register_fonts() -> frozenset[str]:
    """Make the four faces known to the typesetter; answers the letters that all of them can draw."""
    from reportlab.lib.fonts import addMapping  # loads with the first paper, not with the window
    from reportlab.pdfbase import pdfmetrics

    letters: list[set[int]] = []
    for face, name in FONT_NAMES.items():
        made: Any = font(name, ASSETS / "fonts" / _FILES[face])
        pdfmetrics.registerFont(made)
        letters.append(set(made.face.charToGlyph))
        addMapping(FAMILY, 1 if "bold" in face else 0, 1 if "italic" in face else 0, name)
    return frozenset(filter(_is_visible, map(chr, set.intersection(*letters))))


def _is_visible(sign: str) -> bool:
    """Whether a sign stands for ink or room; joiners and direction marks only confuse whoever copies a text."""
    return unicodedata.category(sign) not in ("Cf", "Cc", "Cs", "Co", "Cn")


def width_of(text: str, face: Face, size: float) -> float:
    """The length of one line of ``text`` in points."""
    from reportlab.pdfbase.pdfmetrics import stringWidth

    register_fonts()
    return float(stringWidth(text, FONT_NAMES[face], size))


def printable(text: str) -> str:
    """``text`` in letters that the font has: signs like emoji vanish, a foreign letter shows as a box."""
    drawable = register_fonts()
    composed = unicodedata.normalize("NFC", text)
    if drawable.issuperset(composed):
        return composed
    return "".join(sign if sign in drawable else _stand_in(sign) for sign in composed)


def _stand_in(sign: str) -> str:
    if sign in "\t\n\r\v\f\u2028\u2029":
        return " "
    return MISSING_LETTER if unicodedata.category(sign)[0] in "LN" else ""


def balanced_lines(text: str, face: Face, size: float, width: float) -> list[str]:
    """``text`` in as few lines as ``width`` points allow, each about as long, no word left alone."""
    words = [word for word in text.split(" ") if word]
    if not words:
        return []
    lengths, space = [width_of(word, face, size) for word in words], width_of(" ", face, size)
    most = len(_breaks(lengths, space, width))
    narrow, wide = 0.0, width
    while wide - narrow > 1:
        middle = (narrow + wide) / 2
        fits = len(_breaks(lengths, space, middle)) <= most
        narrow, wide = (narrow, middle) if fits else (middle, wide)
    starts = _breaks(lengths, space, wide)
    return [" ".join(words[start:end]) for start, end in pairwise([*starts, len(words)])]


def _breaks(lengths: list[float], space: float, width: float) -> list[int]:
    """The words that lines of at most ``width`` begin with, by number."""
    starts, reached = [0], lengths[0]
    for number, length in enumerate(lengths[1:], 1):
        if reached + space + length <= width:
            reached += space + length
        else:
            starts.append(number)
            reached = length
    return starts
