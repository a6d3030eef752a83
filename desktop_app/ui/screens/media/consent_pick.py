"""Who is in the chosen pictures, out of those whose consent is written down already."""

from __future__ import annotations

import tkinter
from datetime import date

import ttkbootstrap as ttk

from db.queries.consents import consents
from desktop_app.core.i18n import _
from desktop_app.ui import fonts
from desktop_app.ui.modal import Modal
from desktop_app.ui.screens.media.consents_words import Row, row_of
from desktop_app.ui.theme import HALF, INSIDE, px
from desktop_app.ui.widgets.search_box import SearchBox
from desktop_app.ui.widgets.table import Column, DataTable

WIDTH, HEIGHT = 600, 300
AROUND = 240
"""Plain pixels of heading, search and foot: a low screen shows fewer lines."""


class ConsentPick(Modal):
    """Answers the ids of the consents chosen, or None when given up. Withdrawn ones are not offered."""

    def __init__(self, parent: tkinter.Misc) -> None:
        super().__init__(parent, _("Who is in the picture?"), minsize=(WIDTH, 200))
        self.rows: list[Row] = []
        ttk.Label(self.body, text=_("Who is in the picture?"), font=fonts.SECTION, bootstyle="@card").pack(anchor="w")
        words = _("Ctrl or Shift chooses several.")
        ttk.Label(self.body, text=words, font=fonts.NOTE, bootstyle="@card secondary").pack(anchor="w")
        self.search = SearchBox(self.body, _("Find a pupil…"), lambda text: self.look(), card=True)
        self.search.pack(fill="x", pady=(px(INSIDE), px(HALF)))
        room = ttk.Frame(self.body, width=px(WIDTH - 48), bootstyle="@card")
        room.configure(height=min(px(HEIGHT), self.winfo_screenheight() - px(AROUND)))
        room.pack_propagate(False)
        room.pack(fill="both", expand=True)
        self.table = self._table(room)
        self.table.pack(fill="both", expand=True)
        foot = ttk.Frame(self.body, bootstyle="@card")
        foot.pack(fill="x", pady=(px(INSIDE), 0))
        self.ok = self.button(foot, _("These are in it"), self.keep, "@card primary")
        self.button(foot, _("Cancel"), self.give_up)
        self.look()

    def _table(self, room: ttk.Frame) -> DataTable:
        columns = [
            Column("subject", _("Pupil"), 180, stretch=True, sorts=False),
            Column("class_name", _("Class"), 70, sorts=False),
            Column("state", _("State"), 176, sorts=False),
        ]
        return DataTable(
            room,
            columns,
            page=lambda offset, limit: self.rows[offset : offset + limit],
            count=lambda: len(self.rows),
            opened=lambda row: self.keep(),
            chosen=lambda ids: self.ok.configure(state="normal" if ids else "disabled"),
            tone=lambda row: row.tone if row.tone in ("late", "soon") else "",
            empty=_("Nobody here has that name."),
        )

    def look(self) -> None:
        """Show those whose name fits; who was chosen before stays chosen."""
        today = date.today()
        lines = [line for line in consents(text=self.search.get()) if line.withdrawn_on is None]
        self.rows = [row_of(line, today) for line in lines]
        self.table.refresh()
        self.ok.configure(state="normal" if self.table.selected else "disabled")

    def run(self, focus: tkinter.Misc | None = None) -> object:
        return super().run(focus or self.search)

    def keep(self) -> None:
        """Answer who was chosen."""
        if self.table.selected:
            self.close(self.table.selected)
