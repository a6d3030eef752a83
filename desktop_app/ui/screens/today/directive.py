"""A word from the authority, opened: what is asked, by when; closing it tells the authority that it was read."""

from __future__ import annotations

import tkinter

import ttkbootstrap as ttk

from db.queries.directives import DirectiveRow
from desktop_app.core.i18n import _
from desktop_app.core.periods import short_date
from desktop_app.ui import fonts
from desktop_app.ui.modal import Modal
from desktop_app.ui.theme import BETWEEN, HALF, INSIDE, px
from desktop_app.ui.widgets.scrolled import Scrolled

WIDTH, HEIGHT = 560, 220


class DirectiveDialog(Modal):
    """Answers True once somebody says that it was read."""

    def __init__(self, parent: tkinter.Misc, directive: DirectiveRow) -> None:
        super().__init__(parent, _("From the authority"), minsize=(WIDTH, HEIGHT))
        subject = ttk.Label(self.body, text=directive.subject, font=fonts.SECTION, wraplength=px(WIDTH - 48))
        subject.configure(bootstyle="@card")
        subject.pack(anchor="w")
        ttk.Label(self.body, text=from_words(directive), font=fonts.NOTE, bootstyle="@card secondary").pack(anchor="w")
        if directive.due_on is not None:
            due = _("Wanted by {day}").format(day=short_date(directive.due_on))
            ttk.Label(self.body, text=due, font=fonts.STRONG, bootstyle="@card danger").pack(anchor="w", pady=px(HALF))
        room = Scrolled(self.body, card=True)
        room.canvas.configure(height=px(HEIGHT))
        room.pack(fill="both", expand=True, pady=(px(INSIDE), 0))
        words = directive.text or directive.subject
        ttk.Label(room.inside, text=words, wraplength=px(WIDTH - 60), bootstyle="@card").pack(anchor="w")
        row = ttk.Frame(self.body, bootstyle="@card")
        row.pack(fill="x", pady=(px(BETWEEN), 0))
        self.main = self.button(row, _("I have read it"), lambda: self.close(True), "@card primary")
        self.button(row, _("Later"), self.give_up)


def from_words(directive: DirectiveRow) -> str:
    """Who sent it, when."""
    return " · ".join(part for part in (directive.office, short_date(directive.sent_on)) if part)
