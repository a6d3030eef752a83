"""A real window's picture, for the manual and for reviews."""

from __future__ import annotations

import os
import sys
import time
import tkinter
from collections.abc import Callable
from pathlib import Path

SETTLE_SECONDS = 1.0
"""A window without a window manager paints in several breaths; a picture in between shows holes."""
LONGEST_WAIT = 30.0


def picture_of(
    window: tkinter.Misc,
    path: Path,
    size: tuple[int, int] | None = None,
    *,
    busy: Callable[[], bool] = lambda: False,
) -> None:
    """Write what ``window`` shows as a PNG, at ``size`` pixels when given, once nothing is ``busy``."""
    top = window.winfo_toplevel()
    if size is not None:
        top.wm_geometry(f"{size[0]}x{size[1]}+0+0")
    if top.grab_current() is None:  # a dialog in front is part of the picture
        top.lift()
    _settle(top, busy)
    from PIL import ImageGrab  # only for pictures

    left, upper = top.winfo_rootx(), top.winfo_rooty()
    box = (left, upper, left + top.winfo_width(), upper + top.winfo_height())
    display = None if sys.platform == "win32" else os.environ.get("DISPLAY")
    ImageGrab.grab(xdisplay=display).crop(box).save(path)


def _settle(window: tkinter.Misc, busy: Callable[[], bool]) -> None:
    last = time.monotonic() + LONGEST_WAIT
    until = time.monotonic() + SETTLE_SECONDS
    while time.monotonic() < until:
        window.after(20, window.quit)
        window.mainloop()
        if busy():
            until = min(last, time.monotonic() + SETTLE_SECONDS)
    window.update_idletasks()
