"""Files dropped from the system's file window, where the system and the library allow it."""

from __future__ import annotations

import logging
import tkinter
from collections.abc import Callable
from pathlib import Path
from typing import Any

log = logging.getLogger(__name__)


def take_drops(widget: tkinter.Misc, take: Callable[[list[Path]], object]) -> bool:
    """Let files and folders be dropped on ``widget``; False where that cannot be (the buttons still work)."""
    try:
        from tkinterdnd2 import DND_FILES, TkinterDnD  # a Tcl library of its own, loaded when first needed

        TkinterDnD.require(widget.winfo_toplevel())
        place: Any = widget  # the library adds its methods to every widget
        place.drop_target_register(DND_FILES)
        place.dnd_bind("<<Drop>>", lambda event: _dropped(widget, event, take))
    except (ImportError, RuntimeError, tkinter.TclError, AttributeError) as error:
        log.info("no drag and drop here: %s", error)
        return False
    return True


def _dropped(widget: tkinter.Misc, event: Any, take: Callable[[list[Path]], object]) -> str:
    paths = dropped_paths(widget, event.data)
    # The file window waits for the answer: the import begins after it has got one.
    widget.after_idle(lambda: take(paths))
    return str(event.action)


def dropped_paths(widget: tkinter.Misc, words: str) -> list[Path]:
    """The files of a drop that are there; it is told as a Tcl list: {C:/Ảnh lớp 3A/1.jpg} C:/2.jpg."""
    paths = [Path(name) for name in widget.tk.splitlist(words)]
    return [path for path in paths if path.exists()]
