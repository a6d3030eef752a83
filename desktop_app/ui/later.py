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

    def now(self) -> None:
        """Do it now, and not again later."""
        self.cancel()
        self._act()

    def _now(self) -> None:
        self._waiting = ""
        self._act()

    def _gone(self, event: tkinter.Event) -> None:
        if event.widget is self._widget:
            self.cancel()
