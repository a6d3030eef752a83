"""Sticks noticed as they come and go: looked for on a thread of its own, told on the Tk thread."""

from __future__ import annotations

import threading
import tkinter
from collections.abc import Callable
from contextlib import suppress
from queue import Empty, SimpleQueue

from desktop_app.core.usb import Drive, drives
from desktop_app.ui.later import Later

EVERY_SECONDS = 2.0
LOOK_MS = 100


class DriveWatch:
    """Tells ``changed(drives)`` at the first look and whenever another stick is in, or its room is another.

    A drive that answers slowly holds up nobody: the look is off the Tk thread. It ends with ``widget``.
    """

    def __init__(
        self,
        widget: tkinter.Misc,
        changed: Callable[[list[Drive]], object],
        *,
        look: Callable[[], list[Drive]] = drives,
        every: float = EVERY_SECONDS,
    ) -> None:
        self._changed, self._look, self._every = changed, look, every
        self._found: SimpleQueue[list[Drive]] = SimpleQueue()
        self._over = threading.Event()
        self._later = Later(widget, self._tell)
        widget.bind("<Destroy>", lambda event: self.end() if event.widget is widget else None, "+")
        threading.Thread(target=self._watch, name="drives", daemon=True).start()
        self._later.start(LOOK_MS)

    def end(self) -> None:
        """Look no more."""
        self._over.set()

    def _watch(self) -> None:
        before: list[Drive] | None = None
        while not self._over.is_set():
            with suppress(OSError):
                found = self._look()
                if found != before:
                    self._found.put(found)
                    before = found
            self._over.wait(self._every)

    def _tell(self) -> None:
        newest: list[Drive] | None = None
        with suppress(Empty):
            while True:
                newest = self._found.get_nowait()
        if newest is not None:
            self._changed(newest)
        if not self._over.is_set():
            self._later.start(LOOK_MS)
