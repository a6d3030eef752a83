"""SearchBox: one line that asks once typing pauses (250 ms), composed (NFC) and without ever touching what is typed.

box = SearchBox(bar, hint=_("Find articles, photos, opinions…"), search=self.look_for)
"""

from __future__ import annotations

import tkinter
from collections.abc import Callable

import ttkbootstrap as ttk

from db.text import nfc
from desktop_app.ui.later import Later
from desktop_app.ui.theme import px

PAUSE_MS = 250
"""Telex types by Backspace and a new letter; shorter pauses would search for half letters."""


class SearchBox(ttk.Frame):
    """Options: ``hint`` shown while empty, ``search(text)`` called after a pause or Enter, ``width`` in letters.

    With ``typing(text)`` a pause calls that instead, and Enter alone searches.
    """

    def __init__(
        self,
        parent: tkinter.Misc,
        hint: str,
        search: Callable[[str], object],
        *,
        typing: Callable[[str], object] | None = None,
        width: int = 34,
        card: bool = False,
    ) -> None:
        surface = "@card " if card else ""
        super().__init__(parent, bootstyle=surface.strip())
        self._search, self._hint, self._asked = search, hint, ""
        self._typing = typing or search
        self._pause = Later(self, self._ask)
        self._empty = False
        ttk.Label(self, icon="search", icon_size=14, bootstyle=f"{surface}secondary").pack(side="left", padx=(0, px(6)))
        self.entry = ttk.Entry(self, width=width, style="TEntry" if card else "Page.TEntry")
        self.entry.pack(side="left", fill="x", expand=True)
        self.entry.bind("<KeyRelease>", self._typed)
        self.entry.bind("<Return>", lambda event: self._ask(again=True))
        self.entry.bind("<FocusIn>", lambda event: self._uncover())
        self.entry.bind("<FocusOut>", lambda event: self._cover())
        self.entry.bind("<<Paste>>", self._typed, "+")
        self._cover()

    def get(self) -> str:
        """What is typed, composed."""
        return "" if self._empty else nfc(self.entry.get()).strip()

    def set(self, text: str) -> None:
        """Show ``text`` as if it had been asked for already."""
        self._uncover()
        self.entry.delete(0, "end")
        self.entry.insert(0, text)
        self._asked = self.get()
        self._cover()

    def focus_set(self) -> None:
        """Go there with everything selected."""
        self.entry.focus_set()
        self._uncover()
        self.entry.select_range(0, "end")

    def _typed(self, event: tkinter.Event) -> None:
        self._pause.start(PAUSE_MS)

    def _ask(self, *, again: bool = False) -> None:
        self._pause.cancel()
        text = self.get()
        if text != self._asked or (again and text):
            self._asked = text
            (self._search if again else self._typing)(text)

    def _cover(self) -> None:
        if not self.entry.get() and self.focus_displayof() is not self.entry:
            self._empty = True
            self.entry.insert(0, self._hint)
            self.entry.configure(foreground=self._quiet())

    def _uncover(self) -> None:
        if self._empty:
            self._empty = False
            self.entry.delete(0, "end")
            self.entry.configure(foreground="")

    def _quiet(self) -> str:
        return str(ttk.Style.get_instance().colors.secondary)
