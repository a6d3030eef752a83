"""A font read from its file table by table: the first paper of a day does not wait for its letters.

The typesetter by itself reads the same numbers one at a time, a twentieth of what a whole report takes.
"""

from __future__ import annotations

import struct
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

if TYPE_CHECKING:
    from reportlab.pdfbase.ttfonts import TTFont

_SPACE, _UNBREAKABLE_SPACE = 0x20, 0xA0
_WINDOWS, _UNICODE, _RANGES = 3, 1, 4
"""The kind of table of letters that is read here: platform, encoding, format."""


def font(name: str, path: Path) -> TTFont:
    """The font in the file, called ``name`` by the typesetter. Raises what it raises; ValueError for other letters."""
    made: TTFont = _font_class()(name, path)
    return made


def glyphs_of_letters(table: bytes) -> dict[int, int]:
    """Each letter's glyph, by number, in a font's table “cmap” (OpenType 1.9). Raises ValueError for another format."""
    at = _place_of_letters(table)
    count = _numbers(table, "H", at + 6)[0] // 2
    ends = _numbers(table, "H", at + 14, count)
    starts, deltas, offsets = (_numbers(table, "H", at + 16 + 2 * count * n, count) for n in (1, 2, 3))
    glyphs: dict[int, int] = {}
    for place, (start, end, delta, offset) in enumerate(zip(starts, ends, deltas, offsets, strict=True)):
        run = range(start, end + 1)
        if offset:  # counted in bytes from where it stands itself
            listed = _numbers(table, "H", at + 16 + 6 * count + 2 * place + offset, len(run))
            found = [(each + delta) & 0xFFFF if each else 0 for each in listed]
        else:
            found = [(letter + delta) & 0xFFFF for letter in run]
        glyphs.update(zip(run, found, strict=True))
    return glyphs


def _place_of_letters(table: bytes) -> int:
    """Where the letters of Windows begin in the table."""
    for record in range(_numbers(table, "H", 2)[0]):
        platform, encoding, high, low = _numbers(table, "H", 4 + 8 * record, 4)
        place = (high << 16) + low
        if (platform, encoding) == (_WINDOWS, _UNICODE) and _numbers(table, "H", place)[0] == _RANGES:
            return place
    raise ValueError("a font without a table of letters for Windows")


def _numbers(table: bytes, kind: str, at: int = 0, count: int = 1) -> tuple[int, ...]:
    """So many numbers of a ``kind`` (H and L: two and four bytes), from the byte ``at`` on."""
    return struct.unpack_from(f">{count}{kind}", table, at)


def _table(face: Any, tag: str) -> bytes:
    chunk: bytes = face.get_chunk(*face.get_table_pos(tag))
    return chunk


def _advances(face: Any) -> list[tuple[int, int]]:
    """How far each glyph reaches, and where it begins; the last ones reach as far as the one before them."""
    table, own = _table(face, "hmtx"), _numbers(_table(face, "hhea"), "H", 34)[0]
    numbers = _numbers(table, "H", 0, 2 * own)
    rest = _numbers(table, "H", 4 * own, face.numGlyphs - own)
    return [*zip(numbers[::2], numbers[1::2], strict=True), *((numbers[-2], bearing) for bearing in rest)]


def _glyph_places(face: Any) -> list[int]:
    """Where each glyph begins, and where the last one ends."""
    table, count = _table(face, "loca"), face.numGlyphs + 1
    if _numbers(_table(face, "head"), "H", 50)[0]:
        return list(_numbers(table, "L", 0, count))
    return [2 * place for place in _numbers(table, "H", 0, count)]


@cache
def _face_class() -> Any:
    from reportlab.pdfbase.ttfonts import TTFontFace  # loads with the first paper, not with the window

    class Face(TTFontFace):
        """The typesetter's face: what is one for all letters it reads itself."""

        def extractInfo(self, charInfo: int = 1) -> None:
            face: Any = self
            super().extractInfo(charInfo=0)
            face.charToGlyph = glyphs_of_letters(_table(face, "cmap"))
            face.charToGlyph[_UNBREAKABLE_SPACE] = face.charToGlyph[_SPACE]
            face.hmetrics = _advances(face)
            widths = [face._pdfScale(advance) for advance, _bearing in face.hmetrics]
            face.defaultWidth = widths[0]
            face.charWidths = {letter: widths[glyph] for letter, glyph in face.charToGlyph.items()}
            face.glyphPos = _glyph_places(face)

    return Face


@cache
def _font_class() -> Any:
    from reportlab import rl_config
    from reportlab.pdfbase.ttfonts import TTEncoding, TTFont

    class Font(TTFont):
        """The typesetter's font with such a face."""

        def __init__(self, name: str, path: Path) -> None:
            font: Any = self
            font.fontName, font.face, font.encoding = name, _face_class()(str(path)), TTEncoding()
            font.state, font._asciiReadable, font.shapable = WeakKeyDictionary(), rl_config.ttfAsciiReadable, False

    return Font
