"""Ctrl+V on the photos: files copied in the system's file window, or a picture copied in another program."""

from __future__ import annotations

import sys
import tkinter
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from desktop_app.ui.keys import TYPING
from desktop_app.ui.screens.publish.clipboard import told_bytes

FILE_LISTS = ("text/uri-list", "x-special/gnome-copied-files")
"""How programs on X11 tell of copied files."""


def copied_files(widget: tkinter.Misc) -> list[Path]:
    """The files in the clipboard that are there; none when something else was copied."""
    if sys.platform == "win32":
        return _from_windows()
    return next((found for kind in FILE_LISTS if (found := files_told(_told(widget, kind)))), [])


def files_told(words: str) -> list[Path]:
    """The files of a list of addresses (RFC 2483, text/uri-list): file:///home/hoa/%E1%BA%A2nh.jpg, one a line."""
    addresses = [urlsplit(line.strip()) for line in words.replace("\0", "\n").splitlines()]
    files = [Path(unquote(address.path)) for address in addresses if address.scheme == "file"]
    return [file for file in files if file.exists()]


def _told(widget: tkinter.Misc, kind: str) -> str:
    try:
        told = str(widget.selection_get(selection="CLIPBOARD", type=kind))
    except tkinter.TclError:  # nobody owns it, or has copied something else
        return ""
    return (told_bytes(told) or b"").decode("utf-8", "replace")


def _from_windows() -> list[Path]:
    from PIL import ImageGrab  # only once something is pasted

    grabbed: Any = ImageGrab.grabclipboard()
    return [path for name in grabbed if (path := Path(name)).exists()] if isinstance(grabbed, list) else []


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
