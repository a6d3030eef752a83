"""A real table written as flat text: cells behind tabs, as the reader of topics understands them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

Cell = Sequence[str]
"""The paragraphs (or wrapped lines) of one cell."""
_CONTENT = 2
"""Column of the content, counted from 0: number, title, content."""


def flattened(rows: Sequence[Sequence[Cell]], *, spaced: bool = False) -> list[str]:
    """The rows as lines with tabs. ``spaced`` keeps paragraphs of a cell apart by an empty line.

    Two columns (a letterhead, signatures) go line beside line; in wider tables only the content keeps its lines.
    """
    width = max((len(row) for row in rows), default=0)
    lines = [line for row in rows for line in (_beside(row) if width <= _CONTENT else _row(row, spaced=spaced))]
    return ["", *lines, ""]


def _beside(row: Sequence[Cell]) -> list[str]:
    return ["\t".join(parts).rstrip() for parts in zip_longest(*row, fillvalue="")]


def _row(row: Sequence[Cell], *, spaced: bool) -> list[str]:
    content = row[_CONTENT] if len(row) > _CONTENT else ()
    joined = [" ".join(" ".join(cell).split()) for cell in row]
    first = [*joined[:_CONTENT], content[0] if content else "", *joined[_CONTENT + 1 :]]
    lines = ["\t".join(first).rstrip()]
    for part in content[1:]:
        lines += [""] * spaced + ["\t" * _CONTENT + part]
    return lines
