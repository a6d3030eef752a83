"""A button whose choices drop down below it; arrows, Enter and Esc work as in every menu."""

from __future__ import annotations

import tkinter
from collections.abc import Callable, Sequence
from typing import Any

import ttkbootstrap as ttk

from desktop_app.ui.widgets.popup_menu import Item, PopupMenu


class DropMenu(ttk.Button):
    """Options: ``items()`` gives the lines each time it opens; the rest goes to the button."""

    def __init__(self, parent: tkinter.Misc, items: Callable[[], Sequence[Item]], **look: Any) -> None:
        super().__init__(parent, command=self.drop, **look)
        self._items = items
        self.menu = PopupMenu(self)
        self.bind("<Down>", lambda event: self.drop())

    def fill(self) -> None:
        """Write the lines anew."""
        self.menu.fill(self._items())

    def drop(self) -> None:
        """Open below the button."""
        self.fill()
        self.menu.tk_popup(self.winfo_rootx(), self.winfo_rooty() + self.winfo_height())
