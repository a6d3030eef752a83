"""A menu that pops up where it is asked for, in the colours of now."""

from __future__ import annotations

import tkinter
from collections.abc import Callable, Iterable
from typing import NamedTuple

from desktop_app.ui import fonts
from desktop_app.ui.theme import palette


class Item(NamedTuple):
    """One line of the menu; an empty text is a line between groups."""

    text: str
    act: Callable[[], object] = lambda: None


class PopupMenu(tkinter.Menu):
    """``fill`` it, then ``tk_popup(x, y)`` in pixels of the screen."""

    def __init__(self, parent: tkinter.Misc) -> None:
        super().__init__(parent, tearoff=False, borderwidth=1, activeborderwidth=0, relief="raised")

    def fill(self, items: Iterable[Item]) -> None:
        """Write the lines anew; the colours are asked for here, since the mode may have changed."""
        colours = palette()
        self.delete(0, "end")
        self.configure(
            background=colours.card,
            foreground=colours.text,
            activebackground=colours.selected,
            activeforeground=colours.text,
            font=fonts.BODY,
        )
        for item in items:
            if item.text:
                self.add_command(label=f"  {item.text}  ", command=item.act)
            else:
                self.add_separator()
