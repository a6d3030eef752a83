"""A window in front of the window: modal, centred on its parent, closed by Esc. The frame of every dialog."""

from __future__ import annotations

import tkinter
from collections.abc import Callable
from contextlib import suppress

import ttkbootstrap as ttk

from desktop_app.ui.theme import ROUND, px


class Modal(ttk.Toplevel):
    """An empty dialog; fill ``body`` and call ``run()``, which returns ``answer`` once it is closed."""

    def __init__(self, parent: tkinter.Misc, title: str, *, minsize: tuple[int, int] = (360, 120)) -> None:
        super().__init__(title=title, iconphoto=None, resizable=(False, False))
        self.withdraw()
        self._before: tkinter.Misc | None = parent.focus_get() if _has_focus(parent) else None
        self._owner = parent.winfo_toplevel()
        if self._owner.winfo_viewable():
            self.transient(self._owner)
        self.answer: object = None
        edge = ttk.Frame(self, style="Line.TFrame", padding=1)
        edge.pack(fill="both", expand=True)
        self.body = ttk.Frame(edge, padding=px(ROUND), bootstyle="@card")
        self.body.pack(fill="both", expand=True)
        self.minsize(*(px(side) for side in minsize))
        self.bind("<Escape>", lambda event: self.give_up())
        self.protocol("WM_DELETE_WINDOW", self.give_up)

    def run(self, focus: tkinter.Misc | None = None) -> object:
        """Show the dialog and wait for it; returns the answer."""
        self.appear(focus)
        if self.winfo_exists():
            self.wait_window()
        return self.answer

    def appear(self, focus: tkinter.Misc | None = None) -> None:
        """Show the dialog in the middle of its owner and take the keyboard."""
        self.update_idletasks()
        self._centre()
        self.deiconify()
        with suppress(tkinter.TclError):  # what it was to show may be over before it could be seen
            self.wait_visibility()
        if not self.winfo_exists():
            return
        with suppress(tkinter.TclError):  # another program may hold the mouse for a moment
            self.grab_set()
        (focus or self).focus_set()

    def close(self, answer: object = None) -> None:
        """Take the dialog away and give the focus back."""
        self.answer = answer
        before = self._before
        self.destroy()
        if before is not None and before.winfo_exists():
            before.focus_set()

    def give_up(self) -> None:
        """Esc or the cross: close without an answer. Dialogs that may not be left override it."""
        self.close()

    def button(self, row: ttk.Frame, text: str, command: Callable[[], object], style: str = "@card") -> ttk.Button:
        """A button at the right end of ``row``; the first one made is the rightmost."""
        button = ttk.Button(row, text=text, command=command, bootstyle=style)
        button.pack(side="right", padx=(px(8), 0))
        return button

    def _centre(self) -> None:
        owner, width, height = self._owner, self.winfo_reqwidth(), self.winfo_reqheight()
        if owner.winfo_viewable():
            left = owner.winfo_rootx() + (owner.winfo_width() - width) // 2
            top = owner.winfo_rooty() + (owner.winfo_height() - height) // 3
        else:
            left, top = (self.winfo_screenwidth() - width) // 2, (self.winfo_screenheight() - height) // 3
        self.geometry(f"+{max(left, 0)}+{max(top, 0)}")


def _has_focus(parent: tkinter.Misc) -> bool:
    try:
        return parent.focus_get() is not None
    except KeyError:  # the focus is in a list that Tk made itself (a combobox)
        return False
