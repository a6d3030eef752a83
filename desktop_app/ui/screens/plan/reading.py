"""A page of text to be read: headings, paragraphs, items; it wraps, scrolls and can be copied, not changed.

page = Reading(card.body)
page.show([Passage("I.1 Mục đích", "heading"), Passage("Chủ động …", "paragraph")])
"""

from __future__ import annotations

import tkinter
from collections.abc import Sequence
from typing import Any, NamedTuple

import ttkbootstrap as ttk

from desktop_app.ui import fonts
from desktop_app.ui.theme import BETWEEN, HALF, INSIDE, palette, px
from desktop_app.ui.widgets.hiding_bar import HidingBar
from desktop_app.ui.widgets.text_box import colour_text, leave_for

FIXED = "TkFixedFont"
NUMBER = 36
WIDEST = 820
"""Plain pixels: longer lines are hard to read."""


class Passage(NamedTuple):
    """A paragraph and how it looks: heading, title, paragraph, item, numbered, note or source."""

    text: str
    look: str = "paragraph"


class Reading(ttk.Frame):
    """Options: ``widest`` line in plain pixels (0 for the whole width). ``text`` is the tk.Text inside."""

    def __init__(self, parent: tkinter.Misc, *, widest: int = WIDEST) -> None:
        super().__init__(parent, bootstyle="@card")
        self._widest = widest
        self._shown: list[Passage] = []
        self.text = ttk.Text(
            self,
            autostyle=False,
            width=20,
            height=4,
            wrap="word",
            font=fonts.BODY,
            borderwidth=0,
            relief="flat",
            highlightthickness=0,
            padx=0,
            pady=px(HALF),
            cursor="arrow",
            state="disabled",
        )
        self.bar = HidingBar(self, self.text)
        self.text.configure(yscrollcommand=self.bar.set)
        self.text.pack(side="left", fill="both", expand=True)
        self.text.bind("<Tab>", lambda event: leave_for(event.widget.tk_focusNext()))
        self.text.bind("<Shift-Tab>", lambda event: leave_for(event.widget.tk_focusPrev()))
        self.text.bind("<Configure>", self._keep_lines_short, "+")
        self.bind("<<ThemeChanged>>", lambda event: self.after_idle(self._colour))
        self._dress()
        self._colour()

    def show(self, passages: Sequence[Passage]) -> None:
        """Show these paragraphs from the top; the same ones again leave the place alone."""
        if list(passages) == self._shown:
            return
        self._shown = list(passages)
        self.text.configure(state="normal")
        self.text.delete("1.0", "end")
        for number, passage in enumerate(passages):
            self.text.insert("end", ("\n" if number else "") + passage.text, passage.look)
        self.text.configure(state="disabled")
        self.text.yview_moveto(0)

    @property
    def words(self) -> str:
        """All that is shown."""
        return str(self.text.get("1.0", "end-1c"))

    def _dress(self) -> None:
        tag = self.text.tag_configure
        dash = px(BETWEEN)
        tag("title", font=fonts.SECTION, spacing3=px(INSIDE))
        tag("heading", font=fonts.SECTION, spacing1=px(BETWEEN), spacing3=px(INSIDE))
        tag("paragraph", spacing2=px(3), spacing3=px(INSIDE))
        tag("item", spacing2=px(3), spacing3=px(INSIDE), lmargin1=0, lmargin2=dash, tabs=(dash,))
        tag("numbered", spacing3=px(HALF), lmargin2=px(NUMBER), tabs=(px(NUMBER),))
        tag("note", font=fonts.NOTE, spacing3=px(INSIDE))
        tag("source", font=FIXED, spacing3=px(1))

    def _keep_lines_short(self, event: Any) -> None:
        spare = max(0, event.width - px(self._widest)) if self._widest else 0
        for look in ("heading", "title", "paragraph", "item", "note"):
            self.text.tag_configure(look, rmargin=spare)

    def _colour(self) -> None:
        if self.winfo_exists():
            colour_text(self.text)
            self.text.tag_configure("note", foreground=palette().note)
            self.text.tag_raise("sel")
