"""The people of the school: who leads it, who is in charge, everybody else; each line keeps itself when it is left."""

from __future__ import annotations

import tkinter
from collections.abc import Callable
from functools import partial

import ttkbootstrap as ttk

from db.queries import people
from db.queries.people import PersonRow
from db.text import nfc
from desktop_app.core import school
from desktop_app.core.i18n import _
from desktop_app.ui.dialogs import Dialogs
from desktop_app.ui.theme import HALF, INSIDE, px
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.form import Form

ROLES = (school.PRINCIPAL, school.CLERK)


class PeopleCard(Card):
    """Options: ``kept()`` after each change that is in the records."""

    def __init__(self, parent: tkinter.Misc, *, dialogs: Dialogs, kept: Callable[[], object]) -> None:
        super().__init__(parent, _("People"))
        self._dialogs, self._kept = dialogs, kept
        self._people: list[PersonRow] = []
        self._roles = Form(self.body, label_width=150)
        self._roles.pack(fill="x")
        words = {school.PRINCIPAL: _("Principal"), school.CLERK: _("Person in charge")}
        notes = {
            school.PRINCIPAL: _("Approves articles and signs reports"),
            school.CLERK: _("Collects, records and reports; usually you"),
        }
        self.holders = {role: self._roles.choice(role, words[role], [], note=notes[role]) for role in ROLES}
        for role, box in self.holders.items():
            box.bind("<<ComboboxSelected>>", partial(self._give, role), "+")
        self.lines = ttk.Frame(self.body, bootstyle="@card")
        self.lines.pack(fill="x", pady=(px(INSIDE), 0))
        self.rows: list[PersonLine] = []
        self._adding_row()

    def _adding_row(self) -> None:
        row = ttk.Frame(self.body, bootstyle="@card")
        row.pack(fill="x", pady=(px(INSIDE), 0))
        self.new = ttk.Entry(row, width=24)
        self.new.pack(side="left", fill="x", expand=True)
        self.new.bind("<Return>", lambda event: self.add())
        self.adding = ttk.Button(row, text=_("Add a person"), command=self.add, icon="plus-lg", bootstyle="@card")
        self.adding.pack(side="left", padx=(px(INSIDE), 0))

    def refresh(self) -> None:
        """Show who is there now."""
        self._people = people.people()
        roles = people.roles()
        for role, box in self.holders.items():
            box.configure(values=[person.name for person in self._people])
            box.set(roles[role].name if role in roles else "")
        if [line.person for line in self.rows] != self._people:
            self._show_lines()

    def _show_lines(self) -> None:
        for line in self.rows:
            line.destroy()
        self.rows = [PersonLine(self.lines, person, left=self._left, kept=self._changed) for person in self._people]
        for line in self.rows:
            line.pack(fill="x", pady=(0, px(HALF)))

    def add(self) -> None:
        """Someone new, by name."""
        name = nfc(self.new.get()).strip()
        if name:
            school.person_named(name)
            self.new.delete(0, "end")
            self._changed()
        self.new.focus_set()

    def _give(self, role: str, _event: object = None) -> None:
        chosen = self._people[self.holders[role].current()]
        school.give_role(chosen.id, role)
        self._changed()

    def _left(self, person: PersonRow) -> None:
        question = _("Has {name} left the school?").format(name=person.name)
        hint = _("Nothing written or approved is lost; the name is only no longer offered.")
        if self._dialogs.confirm(question, hint, yes=_("Has left")):
            school.take_leave(person.id)
            self._changed()

    def _changed(self) -> None:
        self.refresh()
        self._kept()


class PersonLine(ttk.Frame):
    """One person: name, post, and the way out."""

    def __init__(
        self,
        parent: tkinter.Misc,
        person: PersonRow,
        *,
        left: Callable[[PersonRow], object],
        kept: Callable[[], object],
    ) -> None:
        super().__init__(parent, bootstyle="@card")
        self.person, self._kept = person, kept
        gone = ttk.Button(self, icon="box-arrow-right", icon_only=True, icon_size=14, bootstyle="@card ghost")
        gone.configure(command=lambda: left(self.person))
        ttk.ToolTip(gone, text=_("Has left the school"), delay=500)
        gone.pack(side="right", padx=(px(HALF), 0))
        self.name = self._field(person.name, 24)
        self.post = self._field(person.post, 16)

    def _field(self, value: str, width: int) -> ttk.Entry:
        entry = ttk.Entry(self, width=width)
        entry.insert(0, value)
        entry.pack(side="left", fill="x", expand=True, padx=(0, px(HALF)))
        entry.bind("<FocusOut>", lambda event: self.keep(), "+")
        return entry

    def keep(self) -> None:
        """Keep the name and post if they changed; an emptied name comes back."""
        name, post = nfc(self.name.get()).strip(), nfc(self.post.get()).strip()
        if not name:
            self.name.insert(0, self.person.name)
        elif (name, post) != (self.person.name, self.person.post):
            school.correct_person(self.person.id, name=name, post=post)
            self.person = self.person._replace(name=name, post=post)
            self._kept()
