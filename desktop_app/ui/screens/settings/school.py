"""The school's own facts and the offices above it, kept line by line."""

from __future__ import annotations

import tkinter
from collections.abc import Callable
from datetime import date

from db.queries import people
from db.queries.people import AuthorityRow
from desktop_app.core import school
from desktop_app.core.i18n import _
from desktop_app.core.offices import keep_office, put_away_office, take_back_office
from desktop_app.core.school import AuthorityGiven, SchoolGiven
from desktop_app.ui import fonts
from desktop_app.ui.screens.office_rows import Office, OfficeRow, OfficeRows
from desktop_app.ui.theme import INSIDE, px
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.form import Form
from desktop_app.ui.widgets.toast import Toast
from desktop_app.ui.widgets.wrapped import Wrapped

FACTS = ("name", "short_name", "place", "address", "website")


class SchoolCard(Card):
    """Options: ``kept()`` after each change that is in the records."""

    def __init__(self, parent: tkinter.Misc, *, kept: Callable[[], object]) -> None:
        super().__init__(parent, _("The school"))
        self._kept = kept
        self._told: dict[str, str] = {}
        self.form = Form(self.body, label_width=130)
        self.form.pack(fill="x")
        self.form.entry("name", _("Name of the school"))
        self.form.entry("short_name", _("Short sign"), note=_("Used in document numbers, for example 12/BC-THS2MM"))
        self.form.entry("place", _("Place"), note=_("Stands before the date on papers"))
        self.form.entry("address", _("Address"))
        self.form.entry("website", _("Website"))
        for field in self.form.fields.values():
            field.bind("<FocusOut>", lambda event: self.keep(), "+")

    def refresh(self) -> None:
        """Show what is known, without touching what is just being typed."""
        ours = people.school()
        known = {name: str(getattr(ours, name)) if ours else "" for name in FACTS}
        if known != self._told:
            self._told = known
            for name, value in known.items():
                self.form.fields[name].delete(0, "end")
                self.form.fields[name].insert(0, value)

    def keep(self) -> None:
        """Keep the facts if they changed; a school is never without a name."""
        facts = self.form.values()
        self.form.wrong("name", "" if facts["name"] else _("The school needs a name."))
        if facts["name"] and facts != self._told:
            ours = people.school()
            school.set_up(SchoolGiven(**facts, is_sample=bool(ours and ours.is_sample)))
            self._told = facts
            self._kept()


class OfficesCard(Card):
    """Options: ``kept()`` after each change, ``toast`` offers an office taken out back."""

    def __init__(self, parent: tkinter.Misc, *, toast: Toast, kept: Callable[[], object]) -> None:
        super().__init__(parent, _("Offices above the school"))
        self._toast, self._kept = toast, kept
        self._shown: list[AuthorityRow] = []
        words = _(
            "Each report goes to the office of its day: give a closed office its last day, its successor its first."
        )
        line = Wrapped(self.body, words, font=fonts.NOTE, bootstyle="@card secondary")
        line.pack(fill="x", pady=(0, px(INSIDE)))
        self.offices = OfficeRows(self.body, changed=self._changed, removed=self._removed)
        self.offices.pack(fill="x")

    def refresh(self) -> None:
        """Show the offices that are kept."""
        rows = people.authorities()
        if rows != self._shown:
            self._shown = rows
            self.offices.show([_office(row) for row in rows])

    def _changed(self, row: OfficeRow) -> None:
        row.id = keep_office(row.get(), row.id)
        self._shown = people.authorities()  # what is typed stands as it is; only others' changes build anew
        self._kept()

    def _removed(self, row: OfficeRow) -> None:
        if row.id:
            put_away_office(row.id)
            self._shown = people.authorities()
            words = _("{name} was taken out").format(name=row.get().name)
            self._toast.say(words, undo=lambda: self._take_back(row.id))
            self._kept()

    def _take_back(self, office_id: str) -> None:
        take_back_office(office_id)
        self.refresh()
        self._kept()


def _office(row: AuthorityRow) -> Office:
    given = AuthorityGiven(row.name, row.letterhead, "", _day(row.valid_from), _day(row.valid_to), row.email)
    return Office(given, row.id)


def _day(text: str) -> date | None:
    return date.fromisoformat(text[:10]) if text else None
