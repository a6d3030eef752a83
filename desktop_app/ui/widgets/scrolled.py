"""Scrolled: a room higher than the window; the wheel works anywhere over it and its width follows the window.

room = Scrolled(self)
room.pack(fill="both", expand=True); ttk.Label(room.inside, …).pack()
"""

from __future__ import annotations

import tkinter
from typing import Any

import ttkbootstrap as ttk

from desktop_app.ui.theme import palette
from desktop_app.ui.widgets.hiding_bar import HidingBar

STEP = 3
"""Lines of 20 px for one notch of the wheel."""
ROLL_THEMSELVES = ("Text", "Treeview", "Listbox", "Toplevel")


class Scrolled(ttk.Frame):
    """Options: ``padding`` of the inside in raw pixels. Put widgets into ``inside``; ``see(widget)`` shows one."""

    def __init__(self, parent: tkinter.Misc, *, padding: Any = 0, card: bool = False) -> None:
        super().__init__(parent)
        self._card = card
        self.canvas = tkinter.Canvas(self, highlightthickness=0, borderwidth=0, yscrollincrement=20, takefocus=False)
        self.bar = HidingBar(self, self.canvas, bootstyle="@card" if card else "")
        self.canvas.configure(yscrollcommand=self.bar.set)
        self.canvas.pack(side="left", fill="both", expand=True)
        self.inside = ttk.Frame(self.canvas, padding=padding, bootstyle="@card" if card else "")
        # Of a set width from the start: lines that break at a width of their own asking would never come to rest.
        self._item = self.canvas.create_window(0, 0, window=self.inside, anchor="nw", width=self.canvas["width"])
        self.inside.bind("<Configure>", lambda event: self._fit())
        self.canvas.bind("<Configure>", lambda event: self._widen(event.width))
        self.bind("<<ThemeChanged>>", lambda event: self.after_idle(self._colour))
        for wheel in ("<MouseWheel>", "<Button-4>", "<Button-5>"):
            self.bind_all(wheel, _roll)
        self._colour()

    def see(self, widget: tkinter.Misc) -> None:
        """Scroll just so far that ``widget`` can be seen."""
        self.update_idletasks()
        top = widget.winfo_rooty() - self.inside.winfo_rooty()
        bottom, height = top + widget.winfo_height(), max(1, self.inside.winfo_height())
        view = self.canvas.canvasy(0), self.canvas.canvasy(self.canvas.winfo_height())
        if top < view[0]:
            self.canvas.yview_moveto(top / height)
        elif bottom > view[1]:
            self.canvas.yview_moveto((bottom - self.canvas.winfo_height()) / height)

    def to_top(self) -> None:
        """Back to the beginning."""
        self.canvas.yview_moveto(0)

    def _fit(self) -> None:
        self.canvas.configure(scrollregion=(0, 0, 1, max(self.inside.winfo_reqheight(), self.canvas.winfo_height())))

    def _widen(self, width: int) -> None:
        self.canvas.itemconfigure(self._item, width=width)
        self._fit()

    def roll(self, up: bool) -> None:
        """One notch of the wheel."""
        if self.inside.winfo_reqheight() > self.canvas.winfo_height():
            self.canvas.yview_scroll(-STEP if up else STEP, "units")

    def _colour(self) -> None:
        if self.winfo_exists():
            self.canvas.configure(background=palette().card if self._card else palette().page)


def _roll(event: tkinter.Event) -> None:
    """Roll the room that the pointer is over, unless it is over something that rolls itself."""
    widget: tkinter.Misc | None = event.widget if isinstance(event.widget, tkinter.Misc) else None
    while widget is not None and widget.winfo_class() not in ROLL_THEMSELVES:
        if isinstance(widget, Scrolled):
            widget.roll(event.num == 4 or event.delta > 0)
            return
        widget = widget.master
