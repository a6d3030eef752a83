"""The pieces a paper is set from: paragraphs, tables, gaps, drawings. The typesetter loads with the first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from desktop_app.core.reports.decree import decree
from desktop_app.core.reports.fonts import FAMILY, balanced_lines, printable, width_of
from desktop_app.core.reports.plain_paragraph import plain_paragraph
from desktop_app.core.reports.styles import style
from desktop_app.core.reports.wording import plain

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas
    from reportlab.platypus import Flowable

Cell = Any  # a paragraph, a list of pieces, or nothing: what the typesetter's tables take
Look = Sequence[tuple[Any, ...]]

HAIRLINE = 0.5
SHORTEST_PART_OF_ROW = 40
"""Points; only a row taller than the page is cut at all, and never so that a sliver is left."""

UNBREAKABLE = "\u00a0"
NO_PADDING: Look = (
    ("LEFTPADDING", (0, 0), (-1, -1), 0),
    ("RIGHTPADDING", (0, 0), (-1, -1), 0),
    ("TOPPADDING", (0, 0), (-1, -1), 0),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
)
GRID: Look = (
    ("GRID", (0, 0), (-1, -1), HAIRLINE, "#000000"),
    ("LEFTPADDING", (0, 0), (-1, -1), 4),
    ("RIGHTPADDING", (0, 0), (-1, -1), 4),
    ("TOPPADDING", (0, 0), (-1, -1), 2),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 4),
    ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
)


def paragraph(name: str, markup: str) -> Flowable:
    """A paragraph in the style ``name``; ``markup`` is already safe (see wording.plain)."""
    from reportlab.platypus import Paragraph

    return Paragraph(markup, style(name))


def text(name: str, words: str) -> Flowable:
    """A paragraph of a person's own words, in capitals where the decree wants them."""
    element = decree().elements.get(name)
    return plain_paragraph(name, printable(words.upper() if element and element.upper else words))


def balanced(name: str, words: str, width: float) -> tuple[Flowable, float]:
    """Centred ``words`` in lines of about one length, and the longest line's length in points."""
    lines, longest = balanced_words(name, words, width)
    if len(lines) == 1:
        return plain_paragraph(name, lines[0]), longest
    return paragraph(name, "<br/>".join(plain(line) for line in lines)), longest


def balanced_words(name: str, words: str, width: float) -> tuple[list[str], float]:
    """The lines of ``words`` in the letters of the element ``name``, and the longest one's length in points."""
    element = decree().elements[name]
    shown = _glued(printable(words.upper() if element.upper else words))
    lines = balanced_lines(shown, element.face, element.size, width)
    return lines, max((width_of(line, element.face, element.size) for line in lines), default=0.0)


def _glued(words: str) -> str:
    """``words`` with the spaces inside names of schools and offices made unbreakable."""
    for phrase in decree().words.unbroken:
        for written in (phrase, phrase.upper(), phrase.capitalize(), phrase.title()):
            words = words.replace(written, written.replace(" ", UNBREAKABLE))
    return words


def table(rows: list[list[Cell]], widths: Sequence[float], look: Look = NO_PADDING, repeat: int = 0) -> Flowable:
    """Rows of cells; ``widths`` in points; the first ``repeat`` rows come again on every page."""
    from reportlab.platypus import Table

    # Empty cells too set a font, and without this one it would be one that is not in the file.
    font = ("FONT", (0, 0), (-1, -1), FAMILY, decree().elements["table"].size)
    return Table(rows, colWidths=list(widths), style=[font, *look], repeatRows=repeat, splitInRow=SHORTEST_PART_OF_ROW)


def gap(points: float) -> Flowable:
    """Empty room."""
    from reportlab.platypus import Spacer

    return Spacer(0, points)


def together(pieces: list[Flowable]) -> Flowable:
    """Pieces that stay on one page."""
    from reportlab.platypus import KeepTogether

    return KeepTogether(pieces)


def opening(heading: Flowable, room: float) -> list[Flowable]:
    """A heading over something long that may break: it needs ``room`` points below, not the whole of it."""
    from reportlab.platypus import CondPageBreak

    # keepWithNext would carry the whole table to the next page and leave half of this one white.
    heading.keepWithNext = False
    return [CondPageBreak(room), heading]


def drawn(width: float, height: float, draw: Callable[[Canvas], None], keep_with_next: bool = False) -> Flowable:
    """A drawing of ``width`` x ``height`` points; ``draw`` gets the canvas, origin at the lower left."""
    piece: Flowable = _drawing_class()(width, height, draw, keep_with_next)
    return piece


def rule(room: float, length: float, above: float = 5, below: float = 2) -> Flowable:
    """A real line of ``length`` points centred in ``room``, never underscores."""

    def draw(canvas: Canvas) -> None:
        canvas.setLineWidth(decree().rules.thickness_pt)
        canvas.line((room - length) / 2, below, (room + length) / 2, below)

    return drawn(room, above + below, draw)


@cache
def _drawing_class() -> Any:
    from reportlab.platypus import Flowable

    class Drawing(Flowable):
        """A piece that knows its size and how to draw itself."""

        def __init__(self, width: float, height: float, draw: Callable[[Canvas], None], keep: bool) -> None:
            super().__init__()
            self.width, self.height, self._draw, self.keepWithNext = width, height, draw, keep

        def wrap(self, *_room: float) -> tuple[float, float]:
            return self.width, self.height

        def draw(self) -> None:
            self._draw(self.canv)

    return Drawing
