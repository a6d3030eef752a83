"""An article's body on paper: headings, paragraphs, lists, bold words, and its photos where they were placed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from desktop_app.core.manuscripts.laid_out import laid_out
from desktop_app.core.manuscripts.markup import Block
from desktop_app.core.reports.photos import photo_rows
from desktop_app.core.reports.pieces import paragraph
from desktop_app.core.reports.snapshot import PhotoInReport
from desktop_app.core.reports.wording import plain

if TYPE_CHECKING:
    from reportlab.platypus import Flowable

DASH = "- "
"""Before an item of a list, as in the decree's own samples (mẫu 1.4)."""


def body_pieces(blocks: Sequence[Block], photos: Sequence[PhotoInReport]) -> Iterator[Flowable]:
    """The pieces of a body; ``![n]`` is the n-th of ``photos``, those without a place come last."""
    for piece in laid_out(blocks, photos):
        if isinstance(piece, tuple):
            yield from photo_rows(piece)
        else:
            yield from map(_block, piece)


def _block(block: Block) -> Flowable:
    if block.kind == "heading":
        return paragraph("subheading", f"<b>{_safe(block.text)}</b>")
    return paragraph("body", (DASH if block.kind == "item" else "") + _spans(block))


def _spans(block: Block) -> str:
    return "".join(f"<b>{_safe(words)}</b>" if bold else _safe(words) for words, bold in block.spans)


def _safe(words: str) -> str:
    return plain(words).replace("\n", "<br/>")
