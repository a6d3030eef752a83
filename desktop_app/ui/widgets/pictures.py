"""Pictures fetched from disk in a thread and shown by Tk a few at a time; only the latest seen are kept in memory."""

from __future__ import annotations

import queue
import threading
import tkinter
from collections import OrderedDict
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

KEPT = 160
BATCH = 8
LOOK_MS = 30
Read = Callable[[Path, tuple[int, int]], Any]


class Pictures:
    """``want`` says which files are in view; ``arrived()`` comes on the Tk side once more can be shown.

    ``read(file, size)`` fetches one on the thread; files that are not ours need a careful one.
    """

    def __init__(
        self, owner: tkinter.Misc, size: tuple[int, int], arrived: Callable[[], object], *, read: Read | None = None
    ) -> None:
        self._owner, self._size, self._arrived = owner, size, arrived
        self._read = read or _opened
        self._kept = KEPT
        self._ready: OrderedDict[Path, Any] = OrderedDict()
        self._wanted: list[Path] = []
        self._failed: set[Path] = set()
        self._loaded: queue.SimpleQueue[tuple[Path, Any]] = queue.SimpleQueue()
        self._wake = threading.Condition()
        self._ended = self._in_hand = False
        self._thread: threading.Thread | None = None
        self._looking = ""

    def get(self, path: Path) -> Any:
        """The picture for Tk, or None while it is on its way or cannot be read."""
        picture = self._ready.get(path)
        if picture is not None:
            self._ready.move_to_end(path)
        return picture

    def want(self, paths: Iterable[Path]) -> None:
        """These are in view now; whatever else waited is forgotten."""
        view = list(paths)
        self._kept = max(KEPT, 2 * len(view))  # a very large screen must not throw out what it shows
        missing = [path for path in view if path not in self._ready and path not in self._failed]
        with self._wake:
            self._wanted = missing
            self._wake.notify()
        if missing:
            self._start()

    def forget(self, paths: Iterable[Path]) -> None:
        """These files were made anew: the next ``want`` reads them again."""
        for path in paths:
            self._ready.pop(path, None)
            self._failed.discard(path)

    def close(self) -> None:
        """Stop the thread and let the pictures go."""
        with self._wake:
            self._ended = True
            self._wake.notify()
        if self._thread is not None:
            self._thread.join(timeout=2)
        self._ready.clear()

    def _start(self) -> None:
        if self._thread is None:
            self._thread = threading.Thread(target=self._fetch, name="pictures", daemon=True)
            self._thread.start()
        if not self._looking:
            self._looking = self._owner.after(LOOK_MS, self._look)

    def _fetch(self) -> None:
        while (path := self._next()) is not None:
            self._loaded.put((path, self._read(path, self._size)))
            self._in_hand = False

    def _next(self) -> Path | None:
        with self._wake:
            self._wake.wait_for(lambda: self._wanted or self._ended)
            if self._ended:
                return None
            self._in_hand = True
            return self._wanted.pop(0)

    def _look(self) -> None:
        self._looking = ""
        if sum(self._take() for _turn in range(BATCH)):
            self._arrived()
        if self._wanted or self._in_hand or not self._loaded.empty():
            self._looking = self._owner.after(LOOK_MS, self._look)

    def _take(self) -> bool:
        """Make one fetched picture ready for Tk; False when none has come."""
        from PIL import ImageTk  # only where pictures are shown: it costs the start of the program

        try:
            path, image = self._loaded.get_nowait()
        except queue.Empty:
            return False
        if image is None:
            self._failed.add(path)
        elif path not in self._ready:  # wanted twice while on its way: the first one is on the screen and stays
            self._ready[path] = ImageTk.PhotoImage(image, master=self._owner)
        if len(self._ready) > self._kept:
            self._ready.popitem(last=False)
        return True


def _opened(path: Path, size: tuple[int, int]) -> Any:
    from PIL import Image, ImageOps

    try:
        with Image.open(path) as image:
            image.draft("RGB", size)
            turned = ImageOps.exif_transpose(image).convert("RGB")
            turned.thumbnail(size)
            return turned
    except (OSError, ValueError, Image.DecompressionBombError):
        return None
