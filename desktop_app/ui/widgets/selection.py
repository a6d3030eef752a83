"""Which rows of a long list are chosen, kept by id, so that it holds while the list is scrolled and sorted."""

from __future__ import annotations

from collections.abc import Callable, Sequence


class Selection:
    """``ids(first, last)`` gives the ids of a stretch of the list, both ends counted. No Tk."""

    def __init__(self, ids: Callable[[int, int], Sequence[str]]) -> None:
        self._ids = ids
        self.chosen: dict[str, None] = {}  # a set that keeps the order of choosing
        self.at = 0
        self._anchor = 0

    def go(self, place: int) -> None:
        """Choose only the row at ``place``."""
        self.chosen = dict.fromkeys(self._ids(place, place))
        self.at = self._anchor = place

    def reach(self, place: int) -> None:
        """Choose everything from the last single choice to ``place`` (Shift)."""
        first, last = sorted((self._anchor, place))
        self.chosen = dict.fromkeys(self._ids(first, last))
        self.at = place

    def toggle(self, place: int) -> None:
        """Add the row at ``place``, or take it out (Ctrl)."""
        for row in self._ids(place, place):
            if row in self.chosen:
                del self.chosen[row]
            else:
                self.chosen[row] = None
        self.at = self._anchor = place

    def everything(self, count: int) -> None:
        """Choose the whole list."""
        self.chosen = dict.fromkeys(self._ids(0, count - 1)) if count else {}

    def clear(self) -> None:
        """Choose nothing and go back to the top."""
        self.chosen, self.at, self._anchor = {}, 0, 0
