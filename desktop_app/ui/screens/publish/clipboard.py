"""What lies in the clipboard: a picture as the bytes of a file, or words, of which an address is told apart."""

from __future__ import annotations

import io
import re
import sys
import tkinter
from pathlib import Path
from typing import Any

from db.text import nfc
from desktop_app.core.screenshots import MOST_BYTES

TYPES = ("image/png", "image/jpeg", "image/bmp", "image/tiff")
"""What programs on X11 offer of a copied picture, the best first."""
_ADDRESS = re.compile(r"(?:https?://)?(?:[\w-]+\.)+[a-zđ]{2,}(?::\d+)?(?:[/?#]\S*)?", re.IGNORECASE)
_HEX = re.compile(r"0x[0-9a-f]{1,2}(?: |$)", re.IGNORECASE)


def address_in(words: str) -> str:
    """``words`` as a web address with its scheme, or "" when they are none."""
    words = nfc(words.strip())
    if not _ADDRESS.fullmatch(words):
        return ""
    return words if "://" in words else f"https://{words}"


def copied_words(widget: tkinter.Misc) -> str:
    """The text in the clipboard, or nothing."""
    try:
        return str(widget.clipboard_get()).strip()
    except tkinter.TclError:
        return ""


def copied_picture(widget: tkinter.Misc) -> bytes | None:
    """The picture in the clipboard as a file's bytes (not yet believed), or None."""
    if sys.platform in ("win32", "darwin"):
        return _from_system()
    return next((found for kind in TYPES if (found := _from_x11(widget, kind))), None)


def _from_x11(widget: tkinter.Misc, kind: str) -> bytes | None:
    try:
        told = str(widget.selection_get(selection="CLIPBOARD", type=kind))
    except tkinter.TclError:  # nobody owns it, or has no picture
        return None
    return told_bytes(told)


def told_bytes(told: str) -> bytes | None:
    """Bytes as Tk tells them: numbers for a type it does not know, letters of Latin-1 for one it takes for text."""
    if len(told) > 5 * MOST_BYTES:
        return None
    if _HEX.match(told):
        return bytes(int(number, 16) & 0xFF for number in told.split())
    try:
        return told.encode("latin-1") or None
    except UnicodeEncodeError:
        return None


def _from_system() -> bytes | None:
    """Windows and macOS: a picture, or files copied in the folder window, of which the first is taken."""
    from PIL import Image, ImageGrab  # only once something is pasted

    grabbed: Any = ImageGrab.grabclipboard()
    if isinstance(grabbed, list):
        file = Path(grabbed[0]) if grabbed else None
        return file.read_bytes() if file and file.is_file() and file.stat().st_size <= MOST_BYTES else None
    if not isinstance(grabbed, Image.Image):
        return None
    out = io.BytesIO()
    grabbed.save(out, "PNG")
    return out.getvalue()
