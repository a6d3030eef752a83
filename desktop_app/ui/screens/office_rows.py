"""The offices that get the school's reports: name, line on papers, first and last day; as many as there were."""

from __future__ import annotations

import tkinter
from collections.abc import Callable, Sequence
from datetime import date
from typing import NamedTuple

import ttkbootstrap as ttk

from db.text import nfc
from desktop_app.core.errors import UserError
from desktop_app.core.i18n import _
from desktop_app.core.offices import check_office
from desktop_app.core.school import AuthorityGiven
from desktop_app.ui import fonts
from desktop_app.ui.dialogs import words_of
from desktop_app.ui.theme import BETWEEN, HALF, INSIDE, px
from desktop_app.ui.widgets.date_entry import DateEntry


class Office(NamedTuple):
    """An office in its row; ``id`` is "" while it is in no record."""

    given: AuthorityGiven
    id: str = ""


class OfficeRows(ttk.Frame):
    """Options: ``changed(row)`` when a row was left with other words; ``removed(row)``, else a row just goes."""

    def __init__(
        self,
        parent: tkinter.Misc,
        *,
        changed: Callable[[OfficeRow], object] = lambda row: None,
        removed: Callable[[OfficeRow], object] = lambda row: None,
    ) -> None:
        super().__init__(parent, bootstyle="@card")
        self._changed, self._removed = changed, removed
        self.rows: list[OfficeRow] = []
        self.lines = ttk.Frame(self, bootstyle="@card")
        self.lines.pack(fill="x")
        self.adding = ttk.Button(self, text=_("Add an office"), command=self.add, icon="plus-lg")
        self.adding.configure(bootstyle="@card ghost")
        self.adding.pack(anchor="w")

    def show(self, offices: Sequence[Office]) -> None:
        """Show these offices."""
        for row in self.rows:
            row.destroy()
        self.rows = []
        for office in offices:
            self._add(office)

    def get(self) -> list[AuthorityGiven]:
        """Every office that has a name."""
        return [given for row in self.rows if (given := row.get()).name]

    def problem(self) -> str | None:
        """What is wrong with a named office, or None."""
        return next((words for row in self.rows if row.get().name and (words := row.problem())), None)

    def add(self) -> None:
        """One more, empty."""
        self._add(Office(AuthorityGiven("")))
        self.rows[-1].name.focus_set()

    def _add(self, office: Office) -> None:
        row = OfficeRow(self.lines, office, changed=self._changed, remove=self._remove)
        row.pack(fill="x", pady=(0, px(BETWEEN)))
        self.rows.append(row)

    def _remove(self, row: OfficeRow) -> None:
        self._removed(row)
        self.rows.remove(row)
        row.destroy()


class OfficeRow(ttk.Frame):
    """One office: four lines of fields."""

    def __init__(
        self,
        parent: tkinter.Misc,
        office: Office,
        *,
        changed: Callable[[OfficeRow], object],
        remove: Callable[[OfficeRow], object],
    ) -> None:
        super().__init__(parent, bootstyle="@card")
        self.id, self._kind, self._told, self._changed = office.id, office.given.kind, office.given, changed
        self.columnconfigure(1, weight=1)
        self.name = self._field(0, _("Office"), office.given.name)
        self.letterhead = self._field(1, _("Line on papers"), office.given.letterhead)
        self.email = self._field(2, _("E-mail"), office.given.email)
        self.first, self.last = self._days(office.given.valid_from, office.given.valid_to)
        gone = ttk.Button(self, icon="x-lg", icon_only=True, icon_size=12, bootstyle="@card ghost")
        gone.configure(command=lambda: remove(self))
        ttk.ToolTip(gone, text=_("Take this office out"), delay=500)
        gone.grid(row=0, column=2, padx=(px(HALF), 0))
        self.wrong = ttk.Label(self, font=fonts.NOTE, bootstyle="@card danger")

    def get(self) -> AuthorityGiven:
        """The office as it is filled in."""
        name, letterhead, email = (nfc(field.get()).strip() for field in (self.name, self.letterhead, self.email))
        return AuthorityGiven(name, letterhead, self._kind, self.first.get(), self.last.get(), email)

    def problem(self) -> str:
        """What is wrong, or nothing."""
        try:
            check_office(self.get())
        except UserError as error:
            return words_of(error)[0]
        return self.first.problem() or self.last.problem()

    def _field(self, row: int, label: str, value: str) -> ttk.Entry:
        ttk.Label(self, text=label, font=fonts.NOTE, bootstyle="@card secondary").grid(
            row=row, column=0, sticky="w", padx=(0, px(INSIDE))
        )
        entry = ttk.Entry(self, width=30)
        entry.insert(0, value)
        entry.grid(row=row, column=1, sticky="we", pady=(0, px(HALF)))
        entry.bind("<FocusOut>", lambda event: self._left(), "+")
        return entry

    def _days(self, first: date | None, last: date | None) -> tuple[DateEntry, DateEntry]:
        ttk.Label(self, text=_("In office from"), font=fonts.NOTE, bootstyle="@card secondary").grid(
            row=3, column=0, sticky="nw", pady=(px(INSIDE), 0), padx=(0, px(INSIDE))
        )
        place = ttk.Frame(self, bootstyle="@card")
        place.grid(row=3, column=1, columnspan=2, sticky="w")
        begins = DateEntry(place, first, changed=self._left)
        begins.pack(side="left", anchor="n")
        to = ttk.Label(place, text=_("to (date)"), font=fonts.NOTE, bootstyle="@card secondary")
        to.pack(side="left", anchor="n", padx=px(INSIDE), pady=(px(INSIDE), 0))
        ends = DateEntry(place, last, changed=self._left)
        ends.pack(side="left", anchor="n")
        return begins, ends

    def _left(self) -> None:
        given, problem = self.get(), self.problem()
        shown = problem if given.name else ""
        self.wrong["text"] = shown
        if shown:
            self.wrong.grid(row=4, column=1, sticky="w")
        else:
            self.wrong.grid_forget()
        if given != self._told and not problem:
            self._told = given
            self._changed(self)
