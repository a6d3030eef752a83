"""A register's book: every number of a year with its paper; numbers used on paper are entered below."""

from __future__ import annotations

import tkinter
from collections.abc import Callable, Sequence
from datetime import date

import ttkbootstrap as ttk

from db.queries import registers as rows
from db.queries.registers import EntryRow
from db.text import nfc
from desktop_app.core.errors import UserError
from desktop_app.core.i18n import _
from desktop_app.core.reports import registers
from desktop_app.core.reports.registers import REGISTERS
from desktop_app.ui import fonts
from desktop_app.ui.dialogs import Dialogs
from desktop_app.ui.modal import Modal
from desktop_app.ui.theme import HALF, INSIDE, px
from desktop_app.ui.widgets.date_entry import DateEntry
from desktop_app.ui.widgets.table import Column, DataTable

SIZE = (680, 300)


class RegisterBook(Modal):
    """``changed`` says afterwards whether anything was entered or taken out."""

    def __init__(
        self, parent: tkinter.Misc, register: str, year: int, *, dialogs: Dialogs, by_name: Callable[[], str]
    ) -> None:
        title = _("{register}, {year}").format(register=_(REGISTERS[register]), year=year)
        super().__init__(parent, title, minsize=(SIZE[0] + 60, 420))
        self._which, self._year, self._dialogs, self._by_name = register, year, dialogs, by_name
        self.changed = False
        ttk.Label(self.body, text=title, font=fonts.SECTION, bootstyle="@card").pack(anchor="w", pady=(0, px(INSIDE)))
        self.table = self._table()
        self._entering()
        foot = ttk.Frame(self.body, bootstyle="@card")
        foot.pack(fill="x", pady=(px(INSIDE), 0))
        self.button(foot, _("Close"), self.close)
        self.taking_out = ttk.Button(foot, text=_("Take the number out"), command=self.take_out, bootstyle="@card")
        self.taking_out.pack(side="left")
        self._chosen([])
        self.table.refresh()

    def _table(self) -> DataTable:
        room = ttk.Frame(self.body, width=px(SIZE[0]), height=px(SIZE[1]), bootstyle="@card")
        room.pack_propagate(False)
        room.pack(fill="both", expand=True)
        columns = [
            Column("number", _("Number"), 80, "number", sorts=False, say=lambda number: f"{number:02d}"),
            Column("day", _("Day"), 110, "date", sorts=False),
            Column("about", _("What it is about"), 300, stretch=True, sorts=False),
            Column("report_state", _("State"), 150, sorts=False, say=source_words),
        ]
        empty = _("No number of this year has been used yet.")
        table = DataTable(
            room,
            columns,
            page=self._page,
            count=lambda: len(self._entries()),
            chosen=self._chosen,
            tone=lambda row: "late" if row.number in self._doubles() else "",
            empty=empty,
        )
        table.pack(fill="both", expand=True)
        return table

    def _entering(self) -> None:
        """The line for a number used on paper."""
        words = _("A number used on paper")
        note = ttk.Label(self.body, text=words, font=fonts.NOTE, bootstyle="@card secondary")
        note.pack(anchor="w", pady=(px(INSIDE), px(HALF)))
        line = ttk.Frame(self.body, bootstyle="@card")
        line.pack(fill="x")
        self.number = ttk.Entry(line, width=6)
        self.day = DateEntry(line, date.today() if date.today().year == self._year else None)
        self.about = ttk.Entry(line)
        self.entering = ttk.Button(line, text=_("Enter the number"), command=self.enter, bootstyle="@card")
        for widget in (self.number, self.day):
            widget.pack(side="left", anchor="n", padx=(0, px(INSIDE)))
        self.entering.pack(side="right", anchor="n")
        self.about.pack(side="left", anchor="n", fill="x", expand=True, padx=(0, px(INSIDE)))
        self.about.bind("<Return>", lambda event: self.enter())
        self._suggest()

    def enter(self) -> None:
        """Keep the number that was used on paper, or say why not."""
        day, typed = self.day.get(), self.number.get().strip()
        if day is None or day.year != self._year:
            words = _("A number of {year} needs a day of {year}.").format(year=self._year)
            self._dialogs.tell(words, self.day.problem())
            return
        number = int(typed) if typed.isdecimal() else 0
        self._attempt(
            lambda: registers.enter_paper_number(
                self._which, number, day, nfc(self.about.get()), by_name=self._by_name()
            )
        )

    def take_out(self) -> None:
        """Take out the chosen numbers that were entered by hand."""
        for row in self._forgettable(self.table.selected):
            registers.forget_paper_number(row.id, by_name=self._by_name())
        self._show()

    def _attempt(self, verb: Callable[[], object]) -> None:
        try:
            verb()
        except UserError as error:
            self._dialogs.show_error(error)
        else:
            self.about.delete(0, "end")
            self._show()

    def _show(self) -> None:
        self.changed = True
        self.table.refresh()
        self._chosen(self.table.selected)
        self._suggest()

    def _suggest(self) -> None:
        self.number.delete(0, "end")
        self.number.insert(0, f"{registers.next_number(self._which, self._year):02d}")

    def _chosen(self, ids: list[str]) -> None:
        self.taking_out.state(["!disabled" if self._forgettable(ids) else "disabled"])

    def _forgettable(self, ids: Sequence[str]) -> list[EntryRow]:
        return [row for row in self._entries() if row.id in set(ids) and not row.report_id]

    def _page(self, offset: int, limit: int) -> list[EntryRow]:
        return self._entries()[offset : offset + limit]

    def _entries(self) -> list[EntryRow]:
        return rows.entries(self._which, self._year)

    def _doubles(self) -> tuple[int, ...]:
        return rows.oddities(self._which, self._year).doubles


def source_words(state: str) -> str:
    """What became of a paper of this program; others were on paper only."""
    return _("Withdrawn") if state == "withdrawn" else _("Issued here") if state else _("On paper")
