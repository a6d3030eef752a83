"""The letters of a paper: Liberation Serif, the free twin of Times New Roman, with all Vietnamese letters."""

from __future__ import annotations

import unicodedata
from functools import cache

from desktop_app.core.paths import ASSETS
from desktop_app.core.reports.decree import Face

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
    from reportlab.pdfbase.ttfonts import TTFont

    letters: list[frozenset[str]] = []
    for face, name in FONT_NAMES.items():
        font = TTFont(name, str(ASSETS / "fonts" / _FILES[face]))
        pdfmetrics.registerFont(font)
        letters.append(frozenset(filter(_is_visible, map(chr, font.face.charToGlyph))))
        addMapping(FAMILY, 1 if "bold" in face else 0, 1 if "italic" in face else 0, name)
    return frozenset.intersection(*letters)


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
    most = len(_filled(words, face, size, width))
    narrow, wide = 0.0, width
    while wide - narrow > 1:
        middle = (narrow + wide) / 2
        fits = len(_filled(words, face, size, middle)) <= most
        narrow, wide = (narrow, middle) if fits else (middle, wide)
    return _filled(words, face, size, wide)


def _filled(words: list[str], face: Face, size: float, width: float) -> list[str]:
    lines = [words[0]]
    for word in words[1:]:
        longer = f"{lines[-1]} {word}"
        if width_of(longer, face, size) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines
