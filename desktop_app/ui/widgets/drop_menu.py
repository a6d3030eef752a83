"""A button whose choices drop down below it; arrows, Enter and Esc work as in every menu."""

from __future__ import annotations

import tkinter
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

import ttkbootstrap as ttk

from desktop_app.ui import fonts
from desktop_app.ui.theme import palette


class Item(NamedTuple):
    """One line of the menu; an empty text is a line between groups."""

    text: str
    act: Callable[[], object] = lambda: None


class DropMenu(ttk.Button):
    """Options: ``items()`` gives the lines each time it opens; the rest goes to the button."""

    def __init__(self, parent: tkinter.Misc, items: Callable[[], Sequence[Item]], **look: Any) -> None:
        super().__init__(parent, command=self.drop, **look)
        self._items = items
        self.menu = tkinter.Menu(self, tearoff=False, borderwidth=1, activeborderwidth=0, relief="raised")
        self.bind("<Down>", lambda event: self.drop())

    def fill(self) -> None:
        """Write the lines anew, in the colours of now."""
        colours = palette()
        self.menu.delete(0, "end")
        self.menu.configure(
            background=colours.card,
            foreground=colours.text,
            activebackground=colours.selected,
            activeforeground=colours.text,
            font=fonts.BODY,
        )
        for item in self._items():
            if item.text:
                self.menu.add_command(label=f"  {item.text}  ", command=item.act)
            else:
                self.menu.add_separator()

    def drop(self) -> None:
        """Open below the button."""
        self.fill()
        self.menu.tk_popup(self.winfo_rootx(), self.winfo_rooty() + self.winfo_height())
