"""“Ai chưa nộp”: the list as it goes into a Zalo group, to be read over and copied."""

from __future__ import annotations

import tkinter

import ttkbootstrap as ttk

from desktop_app.core.i18n import _
from desktop_app.core.office.report import OfficeMonth, who_has_not
from desktop_app.ui.modal import Modal
from desktop_app.ui.theme import INSIDE, px
from desktop_app.ui.widgets.text_box import TextBox
from desktop_app.ui.widgets.wrapped import Wrapped


class OwingDialog(Modal):
    """The words, which may still be changed, and one button that copies them; ``answer`` is whether they were."""

    def __init__(self, parent: tkinter.Misc, page: OfficeMonth) -> None:
        super().__init__(parent, _("Who still owes something"), minsize=(620, 420))
        hint = _("Change it as you like, copy it, and paste it into the schools' group.")
        Wrapped(self.body, hint, bootstyle="@card secondary").pack(fill="x", pady=(0, px(INSIDE)))
        self.box = TextBox(self.body, height=16)
        self.box.set(who_has_not(page))
        self.box.pack(fill="both", expand=True)
        row = ttk.Frame(self.body, bootstyle="@card")
        row.pack(fill="x", pady=(px(INSIDE), 0))
        self.copying = self.button(row, _("Copy the list"), self.copy, "@card primary")
        self.button(row, _("Close"), self.give_up)

    def copy(self) -> None:
        """Put the words into the clipboard and go."""
        self.clipboard_clear()
        self.clipboard_append(self.box.get())
        self.close(True)
