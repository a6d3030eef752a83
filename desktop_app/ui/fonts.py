"""The typeface of the window: Segoe UI on Windows, elsewhere the shipped Be Vietnam Pro, at four sizes."""

from __future__ import annotations

import ctypes
import os
import sys
import tkinter
from tkinter import font

from desktop_app.core.paths import ASSETS

BODY = "TkDefaultFont"
STRONG = "LoaStrong"
NOTE = "LoaNote"
SECTION = "LoaSection"
MONTH = "LoaMonth"
FIGURE = "LoaFigure"

SHIPPED = "Be Vietnam Pro"
FALLBACKS = ("Noto Sans", "DejaVu Sans", "Arial")
STANDARD = ("TkDefaultFont", "TkTextFont", "TkMenuFont", "TkHeadingFont", "TkIconFont")

# Name: points, bold. Tk sizes in points follow the scaling of the screen.
SIZES = {
    STRONG: (11, True),
    NOTE: (10, False),
    SECTION: (14, True),
    MONTH: (20, True),
    FIGURE: (28, True),
}


def ship_fonts() -> None:
    """Make our TTFs known to this process alone; must run before the first window. Silent where it cannot."""
    if sys.platform == "win32":
        return
    try:
        known = ctypes.CDLL("libfontconfig.so.1")
    except OSError:
        return
    # Tk knows normal and bold only; with Medium there it would take that for normal.
    for weight in ("Regular", "Bold"):
        known.FcConfigAppFontAddFile(None, os.fsencode(ASSETS / "fonts" / f"BeVietnamPro-{weight}.ttf"))


def choose_fonts(root: tkinter.Misc) -> str:
    """Give Tk's named fonts our family and sizes, and name ours; returns the family."""
    family = _family(root)
    for name in STANDARD:
        font.nametofont(name, root).configure(family=family, size=11, weight="normal")
    for name in ("TkTooltipFont", "TkSmallCaptionFont"):
        font.nametofont(name, root).configure(family=family, size=10)
    for name, (points, bold) in SIZES.items():
        _name(root, name, family, points, "bold" if bold else "normal")
    return family


def _family(root: tkinter.Misc) -> str:
    if sys.platform == "win32":
        return "Segoe UI"
    there = set(font.families(root))
    return next((family for family in (SHIPPED, *FALLBACKS) if family in there), "TkDefaultFont")


def _name(root: tkinter.Misc, name: str, family: str, points: int, weight: str) -> None:
    act = "configure" if name in font.names(root) else "create"
    root.tk.call("font", act, name, "-family", family, "-size", points, "-weight", weight)
