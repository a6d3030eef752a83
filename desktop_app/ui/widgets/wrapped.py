"""Wrapped: a label whose lines break at its own width; ``lines`` keeps room for so many, so that nothing jumps.

words = Wrapped(card.body, lines=2, bootstyle="@card secondary")
words.pack(fill="x"); words.say(_("…"))
"""

from __future__ import annotations

import tkinter
from typing import Any

import ttkbootstrap as ttk

from desktop_app.ui import fonts

EDGE = 4
"""Pixels a label keeps round its words: a line as wide as the label would lose its last letter's edge."""


class Wrapped(ttk.Frame):
    """Options: ``text``, ``lines`` kept free at least, ``font`` (a name of ui.fonts), ``bootstyle`` of the label."""

    def __init__(
        self,
        parent: tkinter.Misc,
        text: str = "",
        *,
        lines: int = 1,
        font: str = fonts.BODY,
        bootstyle: str = "",
    ) -> None:
        surface = next((part for part in bootstyle.split() if part.startswith("@")), "")
        super().__init__(parent, bootstyle=surface)
        self.label = ttk.Label(self, text=text, font=font, bootstyle=bootstyle, anchor="nw", justify="left")
        self.label.pack(fill="both", expand=True)
        self.bind("<Configure>", self._wrap)
        ttk.Frame(self, height=self._height(lines), width=0, bootstyle=surface).pack(side="left", before=self.label)

    def say(self, text: str) -> None:
        """Another text."""
        self.label["text"] = text

    def _wrap(self, event: Any) -> None:
        if event.width > 20:
            self.label.configure(wraplength=event.width - EDGE)

    def _height(self, lines: int) -> int:
        text = self.label["text"]
        self.label["text"] = "\n" * (lines - 1) + "Ấ"
        height = int(self.label.winfo_reqheight())
        self.label["text"] = text
        return height
