"""Card: a white sheet with round corners; put widgets with bootstyle "@card …" into ``card.body``.

card = Card(self, _("To do"))
card.pack(fill="both", expand=True)
ttk.Label(card.body, text=…, bootstyle="@card").pack(anchor="w")
"""

from __future__ import annotations

import tkinter

import ttkbootstrap as ttk

from desktop_app.ui import fonts
from desktop_app.ui.theme import BETWEEN, CARD, INSIDE, px


class Card(ttk.Frame):
    """Options: ``title`` (may be empty), ``padding`` inside in plain pixels. ``head`` is the row of the title."""

    def __init__(self, parent: tkinter.Misc, title: str = "", *, padding: int = BETWEEN) -> None:
        super().__init__(parent, style=CARD, padding=px(padding))
        self.head = ttk.Frame(self, bootstyle="@card")
        self.title = ttk.Label(self.head, text=title, font=fonts.SECTION, bootstyle="@card")
        self.title.pack(side="left")
        if title:
            self.head.pack(fill="x", pady=(0, px(INSIDE)))
        self.body = ttk.Frame(self, bootstyle="@card")
        self.body.pack(fill="both", expand=True)
