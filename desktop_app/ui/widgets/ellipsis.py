"""Words that are too long for their place end in an ellipsis, never in half a letter.

cell = shortened(title, width)
"""

from __future__ import annotations

from collections.abc import Callable
from tkinter import font

from desktop_app.ui import fonts

SIGN = "…"


def shortened(words: str, width: int, name: str = fonts.BODY) -> str:
    """``words`` cut to ``width`` pixels of the font ``name``."""
    return cut(words, width, font.nametofont(name).measure)


def cut(words: str, width: int, measure: Callable[[str], int]) -> str:
    """``words`` cut to ``width`` as ``measure`` counts it."""
    if measure(words) <= width:
        return words
    low, high = 0, len(words)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if measure(words[:middle] + SIGN) <= width else (low, middle - 1)
    return words[:low].rstrip() + SIGN
