r"""The markup an article's body is kept in: few signs, so that a person may also type them.

- Blocks are separated by one blank line; items of one list stand on lines that follow each other.
- ``## text``   a heading, one line.
- ``- text``    an item of a list, one line.
- ``![n]``      alone on its line: the n-th picture of the article stood here; n counts from 1.
- anything else is a paragraph; a single line break inside it is kept.
- ``**text**``  bold, inside one block. A ``**`` without its partner is just two asterisks.

Real text is told from signs by a backslash: ``\`` and ``*`` are written ``\\`` and ``\*`` wherever they
stand, and a line that begins with ``#``, ``-`` or ``!`` of its own begins ``\#``, ``\-`` or ``\!``. A
backslash before any other sign is itself. Spaces at the ends of lines mean nothing.

``paragraphs`` reads, ``compose`` writes; ``paragraphs(compose(blocks)) == blocks`` for tidy blocks (what
``paragraphs`` itself returns is tidy).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import Literal, NamedTuple

Kind = Literal["paragraph", "heading", "item", "picture"]

_HEADING = "## "
_ITEM = "- "
_PICTURE = re.compile(r"!\[([1-9][0-9]{0,3})\]")
_SIGN = re.compile(r"\\([\\*#!-])|(\*\*)")
_OWN_START = ("#", "-", "!")


class Span(NamedTuple):
    """A stretch of one look inside a block."""

    text: str
    bold: bool = False


class Block(NamedTuple):
    """One heading, item, paragraph or place of a picture. ``number`` is the picture's, from 1, else 0."""

    kind: Kind
    spans: tuple[Span, ...] = ()
    number: int = 0

    @property
    def text(self) -> str:
        return "".join(span.text for span in self.spans)


def picture(number: int) -> Block:
    """The place of picture ``number`` (from 1)."""
    return Block("picture", (), number)


def plain(text: str, kind: Kind = "paragraph") -> Block:
    """A block of ordinary words."""
    return Block(kind, (Span(text),))


def paragraphs(body: str) -> list[Block]:
    """The blocks of ``body`` in order. Any text is valid markup."""
    blocks: list[Block] = []
    running: list[str] = []
    for line in [*_lines(body), ""]:
        block = _block_of(line)
        if line and block is None:
            running.append(line)
            continue
        blocks += _paragraph(running)
        running = []
        blocks += [block] if block else []
    return blocks


def _lines(body: str) -> list[str]:
    return [line.strip() for line in body.replace("\r\n", "\n").replace("\r", "\n").split("\n")]


def _block_of(line: str) -> Block | None:
    """The block a line is by its own signs, or None for a line of a paragraph."""
    if found := _PICTURE.fullmatch(line):
        return picture(int(found[1]))
    for sign, kind in ((_HEADING, "heading"), (_ITEM, "item")):
        if line.startswith(sign) and (spans := _spans(line.removeprefix(sign).strip())):
            return Block(kind, spans)  # type: ignore[arg-type]  # mypy widens the pairs to str
    return None


def _paragraph(lines: list[str]) -> list[Block]:
    spans = _spans("\n".join(lines))
    return [Block("paragraph", spans)] if spans else []


def _spans(written: str) -> tuple[Span, ...]:
    """Take the signs out of a block's text: what is said, and what of it is bold."""
    pairs_left = sum(1 for sign in _SIGN.finditer(written) if sign[2]) // 2 * 2
    pieces: list[Span] = []
    bold, at = False, 0
    for sign in _SIGN.finditer(written):
        pieces.append(Span(written[at : sign.start()], bold))
        at = sign.end()
        if sign[1]:
            pieces.append(Span(sign[1], bold))
        elif pairs_left:
            bold, pairs_left = not bold, pairs_left - 1
        else:
            pieces.append(Span("**", bold))
    return joined([*pieces, Span(written[at:], bold)])


def joined(pieces: Iterable[Span]) -> tuple[Span, ...]:
    """``pieces`` without empty ones, neighbours of one look made one."""
    full = [piece for piece in pieces if piece.text]
    return tuple(Span("".join(piece.text for piece in same), bold) for bold, same in groupby(full, lambda p: p.bold))


def compose(blocks: Sequence[Block]) -> str:
    """``blocks`` written as markup; blocks without words are left out."""
    written: list[str] = []
    before = None
    for block in blocks:
        text = _written(block)
        if text:
            written += ["\n" if before == block.kind == "item" else "\n\n", text]
            before = block.kind
    return "".join(written[1:])


def _written(block: Block) -> str:
    if block.kind == "picture":
        return f"![{block.number}]"
    lines = [_with_own_start(line) for line in _lines(_signed(block.spans)) if line]
    if block.kind == "paragraph":
        return "\n".join(lines)
    return {"heading": _HEADING, "item": _ITEM}[block.kind] + " ".join(lines) if lines else ""


def _signed(spans: Iterable[Span]) -> str:
    parts = [(escaped, bold) for text, bold in joined(spans) for escaped in [_escaped(text)]]
    return "".join(f"**{text}**" if bold else text for text, bold in parts)


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("*", "\\*")


def _with_own_start(line: str) -> str:
    return "\\" + line if line.startswith(_OWN_START) else line


def plain_text(body: str) -> str:
    """The words of ``body``, one block a line, items with a dash, without pictures: ready to paste."""
    lines = [_plain_line(block) for block in paragraphs(body) if block.kind != "picture"]
    return "\n".join(lines)


def _plain_line(block: Block) -> str:
    return (_ITEM if block.kind == "item" else "") + block.text


def word_count(body: str) -> int:
    """Words of ``body`` as an office counts them: what stands between spaces and holds a letter or digit."""
    return sum(1 for word in plain_text(body).split() if any(sign.isalnum() for sign in word))


def renumbered(blocks: Iterable[Block], numbers: Mapping[int, int]) -> list[Block]:
    """``blocks`` with their pictures counted anew, old number to new; a picture without a new number is left out."""
    kept = (block for block in blocks if block.kind != "picture" or block.number in numbers)
    return [block._replace(number=numbers.get(block.number, 0)) for block in kept]


def picture_numbers(body: str) -> list[int]:
    """The numbers of the pictures ``body`` names, in order of place."""
    return [block.number for block in paragraphs(body) if block.kind == "picture"]
