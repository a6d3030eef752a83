"""An article's body on paper: headings, paragraphs, lists, bold words, and its photos where they were placed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from desktop_app.core.manuscripts.laid_out import laid_out
from desktop_app.core.manuscripts.markup import Block
from desktop_app.core.reports.paper import Photos, Span, Words
from desktop_app.core.reports.snapshot import PhotoInReport

DASH = "- "
"""Before an item of a list, as in the decree's own samples (mẫu 1.4)."""


def body_parts(blocks: Sequence[Block], photos: Sequence[PhotoInReport]) -> Iterator[Words | Photos]:
    """The parts of a body; ``![n]`` is the n-th of ``photos``, those without a place come last."""
    for piece in laid_out(blocks, photos):
        if isinstance(piece, tuple):
            yield Photos(piece)
        else:
            yield from map(_block, piece)


def _block(block: Block) -> Words:
    if block.kind == "heading":
        return Words("subheading", (Span(block.text, bold=True),))
    spans = tuple(Span(words, bold=bold) for words, bold in block.spans)
    return Words("body", (Span(DASH), *spans) if block.kind == "item" else spans)
