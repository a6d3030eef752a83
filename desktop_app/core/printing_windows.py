"""Printing on Windows: the list of the spooler, and pages drawn onto a printer by GDI.

Drawn here instead of handed to "printto": the browser that shows PDFs on most PCs does not know that verb.
"""

from __future__ import annotations

import ctypes
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.core.i18n import _

if TYPE_CHECKING:
    from PIL import Image

LOCAL, CONNECTED, NAMES_ONLY = 2, 4, 4  # winspool.h: PRINTER_ENUM_LOCAL, PRINTER_ENUM_CONNECTIONS, PRINTER_INFO_4
SHARPEST = 300
"""Dots an inch: letters are clean at this, and a page of A4 takes 26 MB while it is drawn."""
# wingdi.h: what GetDeviceCaps is asked for
DOTS_X, PAPER_WIDTH, PAPER_HEIGHT, OFFSET_X, OFFSET_Y = 88, 110, 111, 112, 113


class _Named(ctypes.Structure):
    """PRINTER_INFO_4W."""

    _fields_ = (("name", ctypes.c_wchar_p), ("server", ctypes.c_wchar_p), ("attributes", ctypes.c_ulong))


class _Document(ctypes.Structure):
    """DOCINFOW."""

    _fields_ = (
        ("size", ctypes.c_int),
        ("name", ctypes.c_wchar_p),
        ("output", ctypes.c_wchar_p),
        ("datatype", ctypes.c_wchar_p),
        ("kind", ctypes.c_ulong),
    )


def printers() -> list[tuple[str, bool, str]]:
    """(name, whether it is the usual one, trouble) of every printer the spooler knows, shared ones too."""
    found: list[tuple[str, bool, str]] = []
    if sys.platform == "win32":
        spooler = ctypes.WinDLL("winspool.drv")
        needed, count = ctypes.c_ulong(), ctypes.c_ulong()
        wish = (LOCAL | CONNECTED, None, NAMES_ONLY)
        spooler.EnumPrintersW(*wish, None, 0, ctypes.byref(needed), ctypes.byref(count))
        room = ctypes.create_string_buffer(needed.value)
        if spooler.EnumPrintersW(*wish, room, needed, ctypes.byref(needed), ctypes.byref(count)):
            usual, rows = _usual(spooler), ctypes.cast(room, ctypes.POINTER(_Named))
            found = [(rows[place].name, rows[place].name == usual, "") for place in range(count.value)]
    return found


def _usual(spooler: ctypes.CDLL) -> str:
    size = ctypes.c_ulong(512)
    name = ctypes.create_unicode_buffer(size.value)
    return name.value if spooler.GetDefaultPrinterW(name, ctypes.byref(size)) else ""


def print_pages(path: Path, printer: str, copies: int, pages: tuple[int, ...], title: str) -> str:
    """Draw the pages onto the printer, all copies as one job; what went wrong, or nothing."""
    why = _("the system does not find it")
    if sys.platform == "win32":
        drawing = ctypes.WinDLL("gdi32")
        drawing.CreateDCW.restype = ctypes.c_void_p
        device = ctypes.c_void_p(drawing.CreateDCW("WINSPOOL", printer, None, None))
        if device:
            try:
                why = _printed(drawing, device, path, pages, copies, title)
            finally:
                drawing.DeleteDC(device)
    return why


def _printed(
    drawing: ctypes.CDLL, device: ctypes.c_void_p, path: Path, pages: tuple[int, ...], copies: int, title: str
) -> str:
    document = _Document(ctypes.sizeof(_Document), title, None, None, 0)
    if drawing.StartDocW(device, ctypes.byref(document)) <= 0:
        return _("the job was given up")  # also when a person closes the question where "Print to PDF" is to write
    try:
        for _copy in range(copies):
            _draw_pages(drawing, device, path, pages)
    except BaseException:
        drawing.AbortDoc(device)
        raise
    return "" if drawing.EndDoc(device) > 0 else _("the job was given up")


def _draw_pages(drawing: ctypes.CDLL, device: ctypes.c_void_p, path: Path, pages: tuple[int, ...]) -> None:
    import pypdfium2  # 8 MB of library that only printing and previews need

    sharpness = min(SHARPEST, drawing.GetDeviceCaps(device, DOTS_X)) / 72
    with pypdfium2.PdfDocument(path) as paper:
        for number in pages or range(1, len(paper) + 1):
            picture = paper[number - 1].render(scale=sharpness).to_pil()
            drawing.StartPage(device)
            _draw(drawing, device, picture)
            drawing.EndPage(device)


def _draw(drawing: ctypes.CDLL, device: ctypes.c_void_p, picture: Image.Image) -> None:
    """Edge to edge of the sheet: what lies in the margin no printer reaches is white anyway."""
    from PIL import ImageWin  # there only on Windows

    left, top, width, height = (
        drawing.GetDeviceCaps(device, what) for what in (OFFSET_X, OFFSET_Y, PAPER_WIDTH, PAPER_HEIGHT)
    )
    box = (-left, -top, width - left, height - top)
    ImageWin.Dib(picture).draw(ImageWin.HDC(device.value or 0), box)
