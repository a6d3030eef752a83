"""Whose store it is: the question that decides whether originals go there, or records and report bundles alone."""

from __future__ import annotations

import tkinter
from collections.abc import Callable

import ttkbootstrap as ttk

from desktop_app.core.i18n import N_, _
from desktop_app.ui import fonts
from desktop_app.ui.theme import HALF, px
from desktop_app.ui.widgets.wrapped import Wrapped

OURS, OTHERS = "yes", "no"
"""As Settings.sync_archive keeps it."""
ANSWERS = (
    (
        OTHERS,
        N_("The authority's, or anybody else's"),
        N_("It gets the records and the report bundles, their photos without place; originals stay here."),
    ),
    (
        OURS,
        N_("The school's own"),
        N_("All PCs of the school share everything there, originals and scans of consents too."),
    ),
)


class StoreOwner(ttk.Frame):
    """A field of a form; ``get`` and ``choose`` speak OURS and OTHERS. Until somebody answers, less leaves the PC."""

    def __init__(self, parent: tkinter.Misc, changed: Callable[[], object] = lambda: None) -> None:
        super().__init__(parent, bootstyle="@card")
        self._chosen = tkinter.StringVar(self, OTHERS)
        self.buttons: dict[str, ttk.Radiobutton] = {}
        for answer, label, meaning in ANSWERS:
            button = ttk.Radiobutton(
                self, text=_(label), value=answer, variable=self._chosen, command=changed, bootstyle="@card primary"
            )
            button.pack(anchor="w", pady=(px(HALF), 0))
            words = Wrapped(self, _(meaning), font=fonts.NOTE, bootstyle="@card secondary")
            words.pack(fill="x", padx=(px(24), 0))
            self.buttons[answer] = button

    def get(self) -> str:
        """Whose it is said to be."""
        return self._chosen.get()

    def choose(self, answer: str) -> None:
        """Show an answer; anything unknown is taken for somebody else's."""
        self._chosen.set(OURS if answer == OURS else OTHERS)
