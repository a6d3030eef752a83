"""HidingBar: a scrollbar beside a widget that is there only while there is more than fits.

bar = HidingBar(self, text)
text.configure(yscrollcommand=bar.set)
"""

from __future__ import annotations

import time
import tkinter
from typing import Any

import ttkbootstrap as ttk

MOMENT = 0.3
"""Seconds: a bar that has to come back so soon makes its own reason to go."""


class HidingBar(ttk.Scrollbar):
    """Options: ``beside`` the text or canvas it scrolls, ``bootstyle`` of the ground it lies on.

    Where lines break anew in the room that the bar takes, it could come and go for ever: then it stays.
    """

    def __init__(self, parent: tkinter.Misc, beside: Any, *, bootstyle: str = "@card") -> None:
        super().__init__(parent, command=beside.yview, bootstyle=bootstyle)
        self._beside = beside
        self._gone_at = 0.0
        self._stays_in: tuple[int, int] | None = None

    def set(self, first: Any, last: Any) -> None:
        """Take the place the widget tells, and come or go with it."""
        super().set(first, last)
        if float(first) > 0 or float(last) < 1:
            self._come()
        elif self.winfo_manager() and not self._stays():
            self._gone_at = time.monotonic()
            self.pack_forget()

    def _come(self) -> None:
        if self.winfo_manager():
            return
        came_back = time.monotonic() - self._gone_at < MOMENT
        self._stays_in = self._room() if came_back else None
        self.pack(side="right", fill="y", before=self._beside)

    def _stays(self) -> bool:
        """Whether the room is still the one in which the bar came back, give or take the bar itself."""
        if self._stays_in is None:
            return False
        (width, height), (width_then, height_then) = self._room(), self._stays_in
        return height == height_then and abs(width - width_then) <= 2 * self.winfo_reqwidth()

    def _room(self) -> tuple[int, int]:
        """The size both share."""
        return self.master.winfo_width(), self.master.winfo_height()
