"""The words that open a locked bundle, shown once: said on the telephone, kept apart from the stick."""

from __future__ import annotations

import tkinter

import ttkbootstrap as ttk

from desktop_app.core.i18n import _
from desktop_app.ui import fonts
from desktop_app.ui.modal import Modal
from desktop_app.ui.theme import BETWEEN, INSIDE, px
from desktop_app.ui.widgets.wrapped import Wrapped

WIDTH = 560


class LockedWords(Modal):
    """Shows ``words`` large; they are kept nowhere, so that nobody finds them with the bundle."""

    def __init__(self, parent: tkinter.Misc, words: str) -> None:
        super().__init__(parent, _("The words that open it"), minsize=(WIDTH, 160))
        self.words = words
        heading = ttk.Label(self.body, text=_("The words that open it"), font=fonts.SECTION, bootstyle="@card")
        heading.pack(anchor="w", pady=(0, px(INSIDE)))
        large = ttk.Label(self.body, text=words, font=fonts.MONTH, wraplength=px(WIDTH - 48), bootstyle="@card primary")
        large.pack(anchor="w", pady=px(INSIDE))
        told = _(
            "Write them down or say them on the telephone; never keep them with the stick. They are shown only now: "
            "without them nobody can open the bundle, and it has to be exported anew."
        )
        Wrapped(self.body, told, bootstyle="@card secondary").pack(fill="x")
        foot = ttk.Frame(self.body, bootstyle="@card")
        foot.pack(fill="x", pady=(px(BETWEEN), 0))
        self.button(foot, _("I have written them down"), self.close, "@card primary")
        self.copying = ttk.Button(foot, text=_("Copy the words"), icon="clipboard", command=self.copy)
        self.copying.configure(bootstyle="@card")
        self.copying.pack(side="left")

    def copy(self) -> None:
        """Put the words into the clipboard."""
        self.clipboard_clear()
        self.clipboard_append(self.words)
