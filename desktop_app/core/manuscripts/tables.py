"""Tables in a manuscript: pictures laid out in cells keep their captions, all else becomes lines of text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from desktop_app.core.manuscripts.passages import Draft, Passage, Run

Cell = list[Passage]
Row = list[Cell]

BETWEEN_CELLS = Run(" | ")


def flatten(rows: list[Row], draft: Draft, *, merged: bool = False) -> Iterator[Passage]:
    """The passages of a table, row by row. Counts the table in ``draft`` when its shape is lost."""
    rows = [row for row in rows if any(_speaks(cell) for cell in row)]
    if max((len(row) for row in rows), default=0) <= 1:
        yield from chain.from_iterable(cell for row in rows for cell in row)  # a frame round a text
    elif any(_has_picture(cell) for row in rows for cell in row):
        yield from _pictures_with_captions(rows)
    else:
        draft.tables += 1
        draft.merged_tables |= {draft.tables} if merged else set()
        yield from (_line(row, draft.tables) for row in rows)


def _speaks(cell: Cell) -> bool:
    return any(passage.text.strip() or passage.picture for passage in cell)


def _has_picture(cell: Cell) -> bool:
    return any(passage.picture for passage in cell)


def _line(row: Row, number: int) -> Passage:
    runs: list[Run] = []
    for cell in row:
        runs += [BETWEEN_CELLS] if runs else []
        for passage in cell:
            runs += [Run(" ")] if runs and runs[-1] != BETWEEN_CELLS and passage.text.strip() else []
            runs += passage.runs
    return Passage(tuple(runs), table=number)


def _pictures_with_captions(rows: list[Row]) -> Iterator[Passage]:
    """A row of pictures and the row of words below it are read column by column, as the eye does."""
    below = [*rows[1:], []]
    taken = False
    for row, following in zip(rows, below, strict=True):
        if taken:
            taken = False
            continue
        taken = len(row) == len(following) and all(map(_has_picture, row)) and not any(map(_has_picture, following))
        columns = zip(row, map(_captions, following), strict=True) if taken else ((cell, []) for cell in row)
        yield from chain.from_iterable(chain(*column) for column in columns)


def _captions(cell: Cell) -> Cell:
    return [replace(passage, kind="caption") for passage in cell]
