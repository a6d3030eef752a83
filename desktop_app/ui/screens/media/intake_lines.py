"""The lines of an import's preview: a heading for each day, below it rows of files; where each lies. No Tk."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from desktop_app.core.media.offer import DayOffered, Offer, Offered


class Line(NamedTuple):
    """A heading (no files) or a row of files; ``first`` is the place of its first file in the list of all."""

    top: int
    height: int
    day: DayOffered
    first: int
    files: Sequence[Offered] = ()


class Lines:
    """An offer in rows of ``columns`` files; heights are pixels of the screen."""

    def __init__(self, offer: Offer, columns: int, *, head: int, row: int) -> None:
        self.columns = columns
        self.files: list[Offered] = []
        self.all: list[Line] = []
        self.height = 0
        for day in offer.days():
            self._add(head, day)
            files = offer.of_day(day.day)
            for start in range(0, len(files), columns):
                self._add(row, day, files[start : start + columns])
        self._tops = [line.top for line in self.all]
        self._firsts = [line.first for line in self.all]

    def _add(self, height: int, day: DayOffered, files: Sequence[Offered] = ()) -> None:
        self.all.append(Line(self.height, height, day, len(self.files), files))
        self.files.extend(files)
        self.height += height

    def in_view(self, top: int, height: int) -> list[Line]:
        """The lines of which any pixel lies between ``top`` and ``top + height``."""
        first = max(0, bisect_right(self._tops, top) - 1)
        return self.all[first : bisect_right(self._tops, top + height)]

    def at(self, y: int) -> Line | None:
        """The line that covers this height, counted from the top of the list."""
        line = self.all[max(0, bisect_right(self._tops, y) - 1)] if self.all else None
        return line if line and line.top <= y < line.top + line.height else None

    def line_of(self, place: int) -> Line:
        """The row a file stands in."""
        return self.all[bisect_right(self._firsts, place) - 1]

    def beside(self, place: int, rows: int) -> int:
        """The place ``rows`` rows further down (or up, when negative), in the same column as far as there is one."""
        there = [line for line in self.all if line.files]
        now = self.line_of(place)
        line = there[max(0, min(there.index(now) + rows, len(there) - 1))]
        return line.first + min(place - now.first, len(line.files) - 1)
