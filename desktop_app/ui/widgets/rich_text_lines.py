"""The lines a body shows on the sheet, and the markup they are kept as. No Tk: pure reading and writing.

A block of the markup is one line, except a paragraph with line breaks inside: it is its first line and lines of the
kind "more" below it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

from desktop_app.core.manuscripts.markup import Block, Span, compose, joined, paragraphs, picture

LineKind = Literal["paragraph", "more", "heading", "item", "picture"]

PHOTO_SIGN = "\ufffc"
"""What a placed photo is in a plain text: Unicode's sign for an object between letters."""


class Line(NamedTuple):
    """One line. ``number`` is the photo's, from 1, else 0; ``bold_end`` says whether its line break is bold."""

    kind: LineKind = "paragraph"
    spans: tuple[Span, ...] = ()
    number: int = 0
    bold_end: bool = False

    @property
    def text(self) -> str:
        """The signs of the line as they are seen."""
        return PHOTO_SIGN if self.kind == "picture" else "".join(span.text for span in self.spans)


def lines_of(markup: str) -> list[Line]:
    """The lines ``markup`` shows; an empty body is one empty paragraph, where writing begins."""
    return [line for block in paragraphs(markup) for line in _lines_of_block(block)] or [Line()]


def _lines_of_block(block: Block) -> list[Line]:
    if block.kind != "paragraph":
        return [Line(block.kind, block.spans, block.number)]
    lines: list[Line] = []
    here: list[Span] = []
    for text, bold in block.spans:
        *ended, rest = text.split("\n")
        for piece in ended:
            lines.append(_paragraph_line(lines, [*here, Span(piece, bold)], bold))
            here = []
        here.append(Span(rest, bold))
    return [*lines, _paragraph_line(lines, here, False)]


def _paragraph_line(before: Sequence[Line], spans: Iterable[Span], bold_end: bool) -> Line:
    return Line("more" if before else "paragraph", joined(spans), 0, bold_end)


def markup_of(lines: Sequence[Line]) -> str:
    """``lines`` as the markup that is kept; lines without words are left out."""
    return compose(_blocks_of(lines))


def _blocks_of(lines: Sequence[Line]) -> list[Block]:
    blocks: list[Block] = []
    above: Line | None = None
    for line in lines:
        if line.kind == "picture":
            blocks.append(picture(line.number))
        elif line.kind == "more" and above is not None and above.kind in ("paragraph", "more"):
            spans = (*blocks.pop().spans, Span("\n", above.bold_end), *line.spans)
            blocks.append(Block("paragraph", joined(spans)))
        else:
            blocks.append(Block("paragraph" if line.kind == "more" else line.kind, joined(line.spans)))
        above = line
    return blocks


def plain_of(lines: Iterable[Line]) -> str:
    """The signs on the sheet: a line each, a placed photo one sign."""
    return "\n".join(line.text for line in lines)


def lead_of(kind: LineKind) -> int:
    """How many places of the sheet a line begins with that are no sign of its text: the dot of an item."""
    return 1 if kind == "item" else 0


def split_kinds(kind: LineKind, *, at_start: bool) -> tuple[LineKind, LineKind]:
    """The kinds of the two lines that a line break makes of one; ``at_start``: all its words go below."""
    if kind == "item":
        return "item", "item"
    if kind == "heading":
        return ("paragraph", "heading") if at_start else ("heading", "paragraph")
    return kind, "paragraph"


def bold_at(spans: Iterable[Span], place: int) -> bool:
    """Whether a letter typed at ``place`` of a line is bold: as the letter before it, at the start as the one after."""
    passed = 0
    for span in spans:
        passed += len(span.text)
        if passed >= max(place, 1):
            return span.bold
    return False
