"""Paragraphs in one face, nearly all of a paper: set as the typesetter does, without its parser of markup.

A long report has thousands of lines. Each word's width and letters are worked out once, not once a line.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from desktop_app.core.reports.decree import Face
from desktop_app.core.reports.fonts import FONT_NAMES, width_of
from desktop_app.core.reports.styles import element_of, style

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas
    from reportlab.platypus import Flowable

Line = tuple[float, list[str]]
"""What a line leaves free, in points, and its words."""

_CENTRED, _RIGHT, _JUSTIFIED = 1, 2, 4
"""As the typesetter counts."""
_UNBREAKABLE = "\u00a0"
_SPACES = re.compile(f"[^\\S{_UNBREAKABLE}]+")
_KEPT_WIDTHS = 1 << 15


class _Letters(dict[int, str]):
    """Each letter as the bytes that a face's font in the file has for it, as a page writes them."""

    def __init__(self, page: Any, face: str) -> None:
        from reportlab.pdfbase.pdfmetrics import getFont

        super().__init__()
        font: Any = getFont(face)  # a TrueType font; the stubs know only what all kinds of fonts have
        self._font = font
        self._document, self._escape = page._doc, page._escape
        self.name = str(font.getSubsetInternalName(0, page._doc))

    def __missing__(self, letter: int) -> str:
        part, coded = self._font.splitString(chr(letter), self._document)[0]
        self[letter] = self._escape(coded) if part == 0 else _NOT_HERE
        return self[letter]


_NOT_HERE = "\ue000"
"""Stands for a letter that is not in the first part of its font in the file; no text that is printed has it."""


def plain_paragraph(name: str, words: str) -> Flowable:
    """A paragraph of printable ``words`` in the style ``name``; no sign in them is markup."""
    piece: Flowable = _plain_class()(None, style(name), frags=[_sample(name).clone(text=words)])
    return piece


def led_paragraph(name: str, lead: str, words: str) -> Flowable:
    """Such a paragraph after a short ``lead`` in bold, such as its number, on its first line."""
    piece: Any = plain_paragraph(name, words)
    size = element_of(name).size
    piece.style = _led_style(name, width_of(f"{lead} ", "bold", size))
    piece.lead = lead
    led: Flowable = piece
    return led


@lru_cache
def _led_style(name: str, indent: float) -> Any:
    from reportlab.lib.styles import ParagraphStyle

    return ParagraphStyle(f"led {name}", parent=style(name), firstLineIndent=indent)


def line_operators(canvas: Canvas, words: str, face: Face, size: float, start: tuple[float, float]) -> str:
    """Words in ASCII on one line from the point ``start``, in the page's own language (ISO 32000-1, 9.4)."""
    letters = _letters_of(canvas, FONT_NAMES[face])
    x, y = start
    return f"BT 0 g {letters.name} {size:g} Tf 1 0 0 1 {x:.3f} {y:.3f} Tm ({words.translate(letters)}) Tj ET"


def broken(
    words: Sequence[str], face: str, size: float, widths: tuple[float, float], shrinks: float = 0.0
) -> list[Line] | None:
    """``words`` in lines, a first and later ones of these ``widths`` in points; None if a word is longer than a line.

    A line may be too long by the share ``shrinks`` of its spaces.
    """
    widths_of = _widths(face)
    space = widths_of[" "] * size
    room, later = widths
    lines: list[Line] = []
    line: list[str] = []
    length = -space
    for word in words:
        width = widths_of[word] * size
        if width > room or width > later:
            return None
        if length + space + width > room + shrinks * space * len(line):
            lines.append((room - length, line))
            line, length, room = [word], width, later
        else:
            line.append(word)
            length += space + width
    return [*lines, (room - length, line)] if line else lines


class _Widths(dict[str, float]):
    """How wide words are in letters of one point; all are forgotten before they are too many to keep."""

    def __init__(self, face: str) -> None:
        from reportlab.pdfbase.pdfmetrics import getFont

        super().__init__()
        self._font = getFont(face)

    def __missing__(self, word: str) -> float:
        if len(self) >= _KEPT_WIDTHS:
            self.clear()
        self[word] = width = float(self._font.stringWidth(word, 1))
        return width


@cache
def _widths(face: str) -> _Widths:
    return _Widths(face)


@cache
def _sample(name: str) -> Any:
    """What the typesetter makes of a run of words in the style ``name``."""
    from reportlab.platypus import Paragraph

    return Paragraph("x", style(name)).frags[0]


@cache
def _plain_class() -> Any:
    from reportlab.pdfbase.pdfmetrics import getAscentDescent
    from reportlab.platypus import Paragraph

    class PlainParagraph(Paragraph):
        """The typesetter's paragraph where it is hard, and a short way where it is not."""

        _wrapped_for = -1.0
        lead = ""
        """Words in bold that the first line keeps room for."""

        def wrap(self, width: float, height: float) -> tuple[float, float]:
            """A page asks for the same height many times: it is worked out once."""
            if width != self._wrapped_for or not hasattr(self, "blPara"):
                super().wrap(width, height)
                self._wrapped_for = width
            return self.width, self.height

        def breakLines(self, width: Any) -> Any:
            run = self.frags[0] if len(self.frags) == 1 else None
            words = _words_of(run)
            lines = self._lines(run, words, width) if words else None
            if run is None or not lines:
                return super().breakLines(width)
            ascent, descent = getAscentDescent(run.fontName, run.fontSize)
            return run.clone(kind=0, lines=lines, ascent=ascent, descent=descent)

        def _lines(self, run: Any, words: list[str], width: list[float]) -> list[Line] | None:
            return broken(words, run.fontName, run.fontSize, (width[0], width[1]), self.style.spaceShrinkage)

        def draw(self) -> None:
            page: Any = self.canv
            if self.lead:
                page._code.append(_lead_operators(self))
            if operators := _operators(self):
                page._code.append(operators)
            else:
                super().draw()

    return PlainParagraph


def _words_of(run: Any) -> list[str]:
    """The words of a run; what is left of a paragraph cut by a page's end has them already."""
    if run is None or hasattr(run, "words"):
        return list(run.words) if run is not None else []
    text: str = run.text
    if _UNBREAKABLE in text:
        return [word for word in _SPACES.split(text) if word]
    return text.split()


def _lead_operators(paragraph: Any) -> str:
    size = paragraph.style.fontSize
    return line_operators(paragraph.canv, f"{paragraph.lead} ", "bold", size, (0, paragraph.height - size))


def _operators(paragraph: Any) -> str:
    """The paragraph's lines in the page's own language (ISO 32000-1, 9.4); "" where this short way does not go."""
    run, style = paragraph.blPara, paragraph.style
    lines = [] if run.kind else run.lines
    letters = _letters_of(paragraph.canv, run.fontName)
    said = [f"BT 0 g {letters.name} {run.fontSize:g} Tf"]
    x, y, last = style.firstLineIndent, paragraph.height - run.fontSize, len(lines) - 1
    for number, (free, words) in enumerate(lines):
        text = " ".join(words).translate(letters)
        filled = number < last or getattr(paragraph, "_JustifyLast", False)
        begins, wider = _placed(style.alignment if filled else style.alignment % _JUSTIFIED, free, text.count(" "))
        said.append(f"{wider:.4f} Tw 1 0 0 1 {x + begins:.3f} {y:.3f} Tm ({text}) Tj")
        x, y = 0.0, y - style.leading
    operators = "\n".join([*said, "ET"])
    return operators if lines and _NOT_HERE not in operators else ""


def _placed(alignment: int, free: float, spaces: int) -> tuple[float, float]:
    """Where a line begins, and how much wider each of its spaces is, in points."""
    if alignment == _JUSTIFIED or free < 0:
        return 0.0, free / spaces if spaces else 0.0
    return {_CENTRED: free / 2, _RIGHT: free}.get(alignment, 0.0), 0.0


def _letters_of(page: Any, face: str) -> _Letters:
    """The letters of ``face`` in the file being set; they go with it."""
    faces: dict[str, _Letters] = page.__dict__.setdefault("letters_of_faces", {})
    if face not in faces:
        faces[face] = _Letters(page, face)
    return faces[face]
