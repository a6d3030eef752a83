"""Checklist: rows of ✔ done, ○ open, ! late, each open one with a link that leads where it can be done.

box = Checklist(card.body, go=lambda target: show(*target))
box.show([Line(_("At least one article published"), "open", ("articles",))])
"""

from __future__ import annotations

import tkinter
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

import ttkbootstrap as ttk

from desktop_app.core.i18n import _
from desktop_app.ui import fonts
from desktop_app.ui.theme import HALF, INSIDE, px
from desktop_app.ui.widgets.wrapped import Wrapped


class Line(NamedTuple):
    """One row: ``state`` is done, open, late or info; ``target`` is handed to ``go`` by its link, None for no link."""

    text: str
    state: str = "open"
    target: Any = None
    note: str = ""
    link: str = ""


LOOKS = {
    "done": ("check-circle-fill", "success"),
    "open": ("circle", "secondary"),
    "late": ("exclamation-circle-fill", "danger"),
    "info": ("dot", "secondary"),
}


class Checklist(ttk.Frame):
    """Options: ``go(target)`` for the links; ``show(lines)`` fills it."""

    def __init__(self, parent: tkinter.Misc, go: Callable[[Any], object]) -> None:
        super().__init__(parent, bootstyle="@card")
        self._go = go
        self.columnconfigure(1, weight=1)
        self.links: list[ttk.Button] = []
        self._shown: list[Line] = []

    def show(self, lines: Sequence[Line]) -> None:
        """Show ``lines``; does nothing when they are the ones shown already."""
        if list(lines) == self._shown and self.winfo_children():
            return
        for row in range(len(self._shown)):
            self.rowconfigure(row, minsize=0)  # a shorter list leaves no holes
        self._shown = list(lines)
        self.links = []
        for child in self.winfo_children():
            child.destroy()
        for row, line in enumerate(lines):
            self._row(row, line)

    def _row(self, row: int, line: Line) -> None:
        icon, colour = LOOKS[line.state]
        self.rowconfigure(row, minsize=px(38))
        ttk.Label(self, icon=icon, icon_size=16, bootstyle=f"@card {colour}").grid(
            row=row, column=0, sticky="n", padx=(0, px(INSIDE)), pady=px(INSIDE)
        )
        words = ttk.Frame(self, bootstyle="@card")
        words.grid(row=row, column=1, sticky="we", pady=px(6))
        quiet = " secondary" if line.state == "done" else ""
        Wrapped(words, line.text, bootstyle=f"@card{quiet}").pack(fill="x")
        if line.note:
            style = "@card danger" if line.state == "late" else "@card secondary"
            Wrapped(words, line.note, font=fonts.NOTE, bootstyle=style).pack(fill="x")
        if line.target is not None:
            self._link(row, line)

    def _link(self, row: int, line: Line) -> None:
        link = ttk.Button(
            self,
            text=line.link or _("Go there"),
            command=lambda: self._go(line.target),
            bootstyle="@card primary ghost",
        )
        link.grid(row=row, column=2, sticky="ne", padx=(px(HALF), 0))
        self.links.append(link)
