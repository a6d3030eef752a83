"""An article's body with its photos where they were placed: the order every paper and page shows it in."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from html import escape
from itertools import groupby
from typing import TypeVar

from desktop_app.core.manuscripts.markup import Block, Kind

Photo = TypeVar("Photo")

_Piece = list[Block] | tuple[Photo, ...]


def laid_out(blocks: Sequence[Block], photos: Sequence[Photo]) -> Iterator[_Piece[Photo]]:
    """Blocks of one kind together, each place of a picture as the photos standing there, the unplaced ones last.

    ``![n]`` means ``photos[n - 1]``; a place whose photo is gone is left out.
    """
    placed: set[int] = set()
    for kind, same in groupby(blocks, lambda block: block.kind):
        if kind != "picture":
            yield list(same)
            continue
        numbers = [block.number for block in same if 0 < block.number <= len(photos)]
        placed.update(numbers)
        if numbers:
            yield tuple(photos[number - 1] for number in numbers)
    if rest := tuple(photo for number, photo in enumerate(photos, 1) if number not in placed):
        yield rest


_TAGS: dict[Kind, str] = {"heading": "h4", "item": "li", "paragraph": "p"}


def html_of(
    blocks: Sequence[Block], photos: Sequence[Photo], show: Callable[[Sequence[Photo]], str], *, heading: str = "h4"
) -> str:
    """The body as HTML, every word escaped; ``show`` answers the HTML of photos that stand together."""
    return "\n".join(
        show(piece) if isinstance(piece, tuple) else _html_of_blocks(piece, _TAGS | {"heading": heading})
        for piece in laid_out(blocks, photos)
    )


def _html_of_blocks(blocks: Sequence[Block], tags: dict[Kind, str]) -> str:
    tag = tags[blocks[0].kind]
    written = "".join(f"<{tag}>{_html_of_spans(block)}</{tag}>" for block in blocks)
    return f"<ul>{written}</ul>" if tag == "li" else written


def _html_of_spans(block: Block) -> str:
    spans = ((escape(span.text).replace("\n", "<br>"), span.bold) for span in block.spans)
    return "".join(f"<strong>{words}</strong>" if bold else words for words, bold in spans)


def text_of(blocks: Sequence[Block], photos: Sequence[Photo], name: Callable[[Photo], str]) -> str:
    """The body as plain text, a blank line between pieces; ``name`` answers the line that stands for a photo."""
    return "\n\n".join(_text_of_piece(piece, name) for piece in laid_out(blocks, photos))


def _text_of_piece(piece: _Piece[Photo], name: Callable[[Photo], str]) -> str:
    if isinstance(piece, tuple):
        return "\n".join(name(photo) for photo in piece)
    if piece[0].kind == "item":
        return "\n".join(f"- {block.text}" for block in piece)
    return "\n\n".join(block.text for block in piece)
