"""Something to do a little later, unless it is asked for again or its widget goes first."""

from __future__ import annotations

import tkinter
from collections.abc import Callable


class Later:
    """One waiting act of a widget. Starting it again begins the wait anew."""

    def __init__(self, widget: tkinter.Misc, act: Callable[[], object]) -> None:
        self._widget, self._act, self._waiting = widget, act, ""
        widget.bind("<Destroy>", self._gone, "+")

    @property
    def waits(self) -> bool:
        """Whether the act is still to come."""
        return bool(self._waiting)

    def start(self, ms: int) -> None:
        """Do it in so many milliseconds."""
        self.cancel()
        self._waiting = self._widget.after(ms, self._now)

    def cancel(self) -> None:
        """Do not do it after all."""
        if self._waiting:
            self._widget.after_cancel(self._waiting)
            self._waiting = ""

    def _now(self) -> None:
        self._waiting = ""
        self._act()

    def _gone(self, event: tkinter.Event) -> None:
        if event.widget is self._widget:
            self.cancel()


class Rhythm:
    """An act for each pause in a row of changes, and now and then while no pause comes."""

    def __init__(self, widget: tkinter.Misc, act: Callable[[], object], *, after_ms: int, at_most_ms: int) -> None:
        self._act, self._after, self._at_most = act, after_ms, at_most_ms
        self._pause = Later(widget, self.now)
        self._latest = Later(widget, self.now)

    @property
    def waits(self) -> bool:
        """Whether something changed for which nothing was done yet."""
        return self._latest.waits

    def changed(self) -> None:
        """Something changed: the act comes after a pause, at the latest so long after the first of these changes."""
        self._pause.start(self._after)
        if not self._latest.waits:
            self._latest.start(self._at_most)

    def now(self) -> None:
        """Do it now."""
        self.cancel()
        self._act()

    def cancel(self) -> None:
        """Do not do it after all."""
        self._pause.cancel()
        self._latest.cancel()
