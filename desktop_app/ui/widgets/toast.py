"""Toast: one line at the foot of the content, such as "3 articles moved to the trash [Undo]", until the next one.

toast.say(_("{count} articles moved to the trash").format(count=3), undo=self.take_back)
"""

from __future__ import annotations

import tkinter
from collections.abc import Callable

import ttkbootstrap as ttk

from desktop_app.core.i18n import _
from desktop_app.ui.later import Later
from desktop_app.ui.theme import BETWEEN, HALF, INSIDE, px

STAY_MS = 6000


class Toast(ttk.Frame):
    """Options of ``say``: ``undo`` adds a button (the line then stays till the next act), ``button`` its word."""

    def __init__(self, parent: tkinter.Misc) -> None:
        super().__init__(parent, style="Card.TFrame", padding=(px(BETWEEN), px(INSIDE)))
        self.over: tkinter.Misc = parent
        self.label = ttk.Label(self, compound="left", bootstyle="@card")
        self.label.pack(side="left", padx=(0, px(BETWEEN)))
        self.button = ttk.Button(self, bootstyle="@card primary ghost")
        shut = ttk.Button(self, icon="x-lg", icon_only=True, icon_size=12, bootstyle="@card ghost", command=self.close)
        shut.configure(takefocus=False)
        shut.pack(side="right")
        self._going = Later(self, self.close)

    def say(
        self, text: str, undo: Callable[[], object] | None = None, *, button: str = "", icon: str = "check2-circle"
    ) -> None:
        """Show ``text``; with ``undo`` a button takes the act back."""
        self.close()
        self.label.configure(text=f"  {text}", icon=icon)
        if undo is not None:
            self.button.configure(text=button or _("Undo"), command=lambda: self._undo(undo))
            self.button.pack(side="left", before=self.winfo_children()[-1], padx=(0, px(HALF)))
        self.place(in_=self.over, relx=0.5, rely=1.0, y=-px(BETWEEN), anchor="s")
        self.lift()
        if undo is None:
            self._going.start(STAY_MS)

    def close(self) -> None:
        """Take the line away."""
        self._going.cancel()
        self.button.pack_forget()
        self.place_forget()

    def _undo(self, undo: Callable[[], object]) -> None:
        self.close()
        undo()
