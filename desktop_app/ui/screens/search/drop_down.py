"""DropDown: the first things found, under the box while one types; ↑↓ choose, Enter opens, Esc closes.

It lies over the window as a sheet of its own, so that the box keeps the keys and a Vietnamese keyboard its letters.
"""

from __future__ import annotations

import tkinter
from collections.abc import Callable

import ttkbootstrap as ttk

from db.search import Hit, first_page, meaning
from desktop_app.core.i18n import _
from desktop_app.ui import fonts
from desktop_app.ui.screens.screen import Show
from desktop_app.ui.screens.search.hits import ROW, HitList
from desktop_app.ui.screens.search.words import room_of
from desktop_app.ui.theme import CARD, HALF, INSIDE, px
from desktop_app.ui.widgets.search_box import SearchBox

SHOWN = 8
WIDTH = 620
SHADE = 4


class DropDown(ttk.Frame):
    """Options: ``box`` typed into, ``show`` a room, ``see_all(text)`` for everything found."""

    def __init__(self, over: tkinter.Misc, box: SearchBox, *, show: Show, see_all: Callable[[str], object]) -> None:
        super().__init__(over, style=CARD, padding=px(HALF))
        self._box, self._show, self._see_all = box, show, see_all
        self.hits = HitList(self, opened=self._open, focus=False)
        self.foot = ttk.Label(self, font=fonts.NOTE, bootstyle="@card secondary", padding=px(INSIDE))
        self.foot.pack(side="bottom", fill="x")
        self.hits.pack(fill="both", expand=True)
        box.entry.bind("<Down>", lambda event: self._step(1))
        box.entry.bind("<Up>", lambda event: self._step(-1))
        box.entry.bind("<Escape>", self._escape)
        box.entry.bind("<FocusOut>", lambda event: self.close(), "+")

    @property
    def is_open(self) -> bool:
        """Whether it can be seen."""
        return bool(self.winfo_manager())

    def suggest(self, text: str) -> None:
        """Show the first things found for ``text``; nothing typed closes."""
        if not text.strip():
            self.close()
            return
        found = first_page(text, SHOWN)
        self.hits.show(found, meaning(text))
        self.foot.configure(text=_("Enter: see everything found") if found else _("Nothing found"))
        self._unfold(len(found))

    def close(self) -> None:
        """Take it away."""
        self.place_forget()

    def enter(self, text: str) -> None:
        """Open the one chosen, or everything found."""
        if self.is_open and self.hits.at >= 0:
            self.hits.open()
        else:
            self.close()
            self._see_all(text)

    def _unfold(self, rows: int) -> None:
        window = self.winfo_toplevel()
        right = self._box.winfo_rootx() + self._box.winfo_width() - window.winfo_rootx()
        top = self._box.winfo_rooty() + self._box.winfo_height() - window.winfo_rooty() + px(SHADE)
        fits = max(1, (window.winfo_height() - top - px(ROW)) // px(ROW))
        foot = self.foot.winfo_reqheight() + 2 * px(HALF) + px(INSIDE)
        height = min(rows, fits) * px(ROW) + foot
        self.place(x=right, y=top, anchor="ne", width=min(px(WIDTH), right - px(INSIDE)), height=height)
        self.lift()

    def _open(self, hit: Hit) -> None:
        self.close()
        room, wishes = room_of(hit, self._box.get())
        self.winfo_toplevel().focus_set()
        self._show(room, **wishes)

    def _step(self, step: int) -> str | None:
        if not self.is_open:
            return None
        if step < 0 and self.hits.at <= 0:
            self.hits.show(self.hits.hits[:0], meaning(""))
            self.suggest(self._box.get())
            return "break"
        return self.hits.move(step)

    def _escape(self, event: tkinter.Event) -> str | None:
        if not self.is_open:
            return None
        self.close()
        return "break"
