"""What lies in the clipboard: a picture as the bytes of a file, copied files, or words and addresses."""

from __future__ import annotations

import io
import re
import sys
import tkinter
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from db.text import nfc
from desktop_app.core.screenshots import MOST_BYTES

TYPES = ("image/png", "image/jpeg", "image/bmp", "image/tiff")
"""What programs on X11 offer of a copied picture, the best first."""
FILE_LISTS = ("text/uri-list", "x-special/gnome-copied-files")
"""How programs on X11 tell of copied files."""
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


def copied_files(widget: tkinter.Misc) -> list[Path]:
    """The files in the clipboard that are there; none when something else was copied."""
    if sys.platform == "win32":
        grabbed = _grabbed()
        return [path for name in grabbed if (path := Path(name)).exists()] if isinstance(grabbed, list) else []
    return next((found for kind in FILE_LISTS if (found := files_told(_told(widget, kind)))), [])


def files_told(words: str) -> list[Path]:
    """The files of a list of addresses (RFC 2483, text/uri-list): file:///home/hoa/%E1%BA%A2nh.jpg, one a line."""
    addresses = [urlsplit(line.strip()) for line in words.replace("\0", "\n").splitlines()]
    files = [Path(unquote(address.path)) for address in addresses if address.scheme == "file"]
    return [file for file in files if file.exists()]


def _told(widget: tkinter.Misc, kind: str) -> str:
    return (_from_x11(widget, kind) or b"").decode("utf-8", "replace")


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
    from PIL import Image  # only once something is pasted

    grabbed = _grabbed()
    if isinstance(grabbed, list):
        file = Path(grabbed[0]) if grabbed else None
        return file.read_bytes() if file and file.is_file() and file.stat().st_size <= MOST_BYTES else None
    if not isinstance(grabbed, Image.Image):
        return None
    out = io.BytesIO()
    grabbed.save(out, "PNG")
    return out.getvalue()


def _grabbed() -> Any:
    from PIL import ImageGrab  # only once something is pasted

    return ImageGrab.grabclipboard()
