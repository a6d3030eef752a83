"""Ctrl+V on the photos, wherever the focus is but in a field that somebody types in."""

from __future__ import annotations

import tkinter
from collections.abc import Callable
from typing import Any

from desktop_app.ui.keys import TYPING


def take_pastes(screen: tkinter.Misc, paste: Callable[[], object]) -> None:
    """Let Ctrl+V act while ``screen`` is in view and nobody is typing."""

    def pressed(event: Any) -> str | None:
        widget = event.widget
        if not screen.winfo_exists() or not screen.winfo_viewable() or not isinstance(widget, tkinter.Misc):
            return None
        if widget.winfo_class() in TYPING or widget.winfo_toplevel() is not screen.winfo_toplevel():
            return None
        paste()
        return "break"

    for key in ("<Control-v>", "<Control-V>"):
        screen.winfo_toplevel().bind(key, pressed, add="+")
