"""What can be taken back on a sheet, and done again: each step is some lines before and after, looks and all.

Tk's own undo knows letters only. A step here stays open while somebody types a word; it is closed by the next word, by
a button, by moving the cursor away.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import NamedTuple

from desktop_app.ui.widgets.rich_text_lines import Line

MOST = 500
"""Steps that are remembered: far more than anybody takes back."""

Place = tuple[int, int]
"""A line, from 0, and a place in it as Tk counts."""


class Step(NamedTuple):
    """From line ``first`` on stood ``before``, now ``after``; and where the cursor was."""

    first: int
    before: tuple[Line, ...]
    after: tuple[Line, ...]
    cursor_before: Place
    cursor_after: Place


class Steps:
    """Options: ``read(first, count)`` the lines as they stand, ``write(first, count, lines)``, ``cursor()``."""

    def __init__(
        self,
        *,
        read: Callable[[int, int], Sequence[Line]],
        write: Callable[[int, int, Sequence[Line]], object],
        cursor: Callable[[], Place],
    ) -> None:
        self._read, self._write, self._cursor = read, write, cursor
        self._done: list[Step] = []
        self._undone: list[Step] = []
        self._open = False
        self._held = 0
        self._first = self._count = 0
        self._before: tuple[Line, ...] = ()
        self._cursor_before: Place = (0, 0)

    @property
    def can_undo(self) -> bool:
        """Whether anything can be taken back."""
        self.close()
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        """Whether anything that was taken back can be done again."""
        self.close()
        return bool(self._undone)

    def forget(self) -> None:
        """Another text: nothing of the old one can come back."""
        self._done, self._undone, self._open = [], [], False

    def will_change(self, first: int, last: int) -> None:
        """Lines ``first`` to ``last`` are about to change: remember them as they are."""
        inside = self._open and self._first <= first and last < self._first + self._count
        if inside:
            return
        if self._open and self._held:
            self._widen(first, last)
            return
        self.close()
        self._open, self._first, self._count = True, first, last - first + 1
        self._before, self._cursor_before = tuple(self._read(first, self._count)), self._cursor()

    def _widen(self, first: int, last: int) -> None:
        """One step over lines that lie apart: those between are remembered too; they have not changed yet."""
        if first < self._first:
            self._before = (*self._read(first, self._first - first), *self._before)
            self._first, self._count = first, self._count + self._first - first
        below = last + 1 - (self._first + self._count)
        if below > 0:
            self._before = (*self._before, *self._read(self._first + self._count, below))
            self._count += below

    def changed(self, more_lines: int) -> None:
        """They have changed, and are so many lines more, or fewer."""
        self._count += more_lines

    @contextmanager
    def one(self) -> Iterator[None]:
        """Everything done inside is one step of its own."""
        if not self._held:
            self.close()
        self._held += 1
        try:
            yield
        finally:
            self._held -= 1
            if not self._held:
                self.close()

    def close(self) -> None:
        """What follows is a step of its own."""
        if not self._open or self._held:
            return
        self._open = False
        after = tuple(self._read(self._first, self._count))
        if after != self._before:
            step = Step(self._first, self._before, after, self._cursor_before, self._cursor())
            self._done = [*self._done[1 - MOST :], step]
            self._undone = []

    def undo(self) -> Place | None:
        """Take the last step back; returns where the cursor was, or None when there is none."""
        self.close()
        if not self._done:
            return None
        step = self._done.pop()
        self._undone.append(step)
        self._write(step.first, len(step.after), step.before)
        return step.cursor_before

    def redo(self) -> Place | None:
        """Do it again; returns where the cursor came to, or None when there is nothing."""
        self.close()
        if not self._undone:
            return None
        step = self._undone.pop()
        self._done.append(step)
        self._write(step.first, len(step.before), step.after)
        return step.cursor_after
