"""Paper: the pages of a PDF, one at a time, as large as the room allows; arrows and keys turn them.

paper = Paper(card.body)
paper.show(pages)          # PIL images, one a page
paper.say(_("Nothing to show yet"))
"""

from __future__ import annotations

import tkinter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import ttkbootstrap as ttk

from desktop_app.core.i18n import _
from desktop_app.ui.theme import HALF, INSIDE, palette, px

if TYPE_CHECKING:
    from PIL import Image


class Paper(ttk.Frame):
    """Options: none; ``show(pages)`` and ``say(words)``."""

    def __init__(self, parent: tkinter.Misc) -> None:
        super().__init__(parent, bootstyle="@card")
        self._pages: Sequence[Image.Image] = ()
        self._place = 0
        self._picture: Any = None
        turning = ttk.Frame(self, bootstyle="@card")
        turning.pack(side="bottom", pady=(px(INSIDE), 0))
        self.before = self._turner(turning, "chevron-left", -1)
        self.where = ttk.Label(turning, bootstyle="@card secondary")
        self.where.pack(side="left", padx=px(INSIDE))
        self.after_ = self._turner(turning, "chevron-right", 1)
        self.sheet = tkinter.Canvas(self, highlightthickness=0, borderwidth=0)
        self.sheet.pack(fill="both", expand=True)
        self.sheet.bind("<Configure>", lambda event: self._draw())
        self.bind("<<ThemeChanged>>", lambda event: self.after_idle(self._draw))

    def _turner(self, parent: ttk.Frame, icon: str, step: int) -> ttk.Button:
        button = ttk.Button(parent, icon=icon, icon_only=True, command=lambda: self.turn(step), bootstyle="@card ghost")
        button.pack(side="left", padx=px(HALF))
        return button

    def show(self, pages: Sequence[Image.Image]) -> None:
        """Show ``pages``, from the page that was open where there still is one."""
        self._pages = pages
        self._place = min(self._place, max(0, len(pages) - 1))
        self._words = ""
        self._draw()

    def say(self, words: str) -> None:
        """A quiet sentence instead of pages."""
        self._pages, self._words = (), words
        self._draw()

    _words = ""

    def turn(self, step: int) -> None:
        """Another page."""
        self._place = min(max(0, self._place + step), max(0, len(self._pages) - 1))
        self._draw()

    def _draw(self) -> None:
        if not self.winfo_exists():
            return
        self.sheet.delete("all")
        self.sheet.configure(background=palette().card)
        width, height = self.sheet.winfo_width(), self.sheet.winfo_height()
        last = len(self._pages) - 1
        self.before.configure(state="normal" if self._place > 0 else "disabled")
        self.after_.configure(state="normal" if self._place < last else "disabled")
        self.where["text"] = (
            _("Page {page} of {pages}").format(page=self._place + 1, pages=last + 1) if last >= 0 else ""
        )
        if last < 0:
            self.sheet.create_text(width / 2, height / 2, text=self._words, fill=palette().note, width=width * 0.8)
        elif width > 50 and height > 50:
            self._draw_page(width, height)

    def _draw_page(self, width: int, height: int) -> None:
        from PIL import ImageTk  # Pillow is loaded only where a picture is shown

        page = self._pages[self._place].copy()
        page.thumbnail((width - px(HALF), height - px(HALF)))
        self._picture = ImageTk.PhotoImage(page, master=self)
        left, top = (width - page.width) // 2, (height - page.height) // 2
        self.sheet.create_image(left, top, anchor="nw", image=self._picture)
        edge = (left, top, left + page.width, top + page.height)
        self.sheet.create_rectangle(*edge, outline=palette().field_line)
