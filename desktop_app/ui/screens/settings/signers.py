"""Who signs for the school beside the principal: deputies, those by order, for a body; each for their days."""

from __future__ import annotations

import tkinter
from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

import ttkbootstrap as ttk

from db.queries import people
from db.queries import signers as rows
from db.queries.signers import SigningRow
from desktop_app.core import school
from desktop_app.core.errors import UserError
from desktop_app.core.i18n import _
from desktop_app.core.periods import short_date
from desktop_app.core.reports.authority_words import CHAIR, SIGNING_ROLES, end_signing, let_sign
from desktop_app.ui import fonts
from desktop_app.ui.dialogs import Dialogs
from desktop_app.ui.modal import Modal
from desktop_app.ui.theme import BETWEEN, INSIDE, px
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.date_entry import DateEntry
from desktop_app.ui.widgets.form import Form
from desktop_app.ui.widgets.wrapped import Wrapped

LENT = [role for role in SIGNING_ROLES if role != school.PRINCIPAL]
"""The principal is named with the people."""
SHOWN = timedelta(days=90)
"""How long what is over stays in the list."""


class SignersCard(Card):
    """Options: ``by_name()`` sits here, ``kept()`` after each change that is in the records."""

    def __init__(
        self, parent: tkinter.Misc, *, dialogs: Dialogs, by_name: Callable[[], str], kept: Callable[[], object]
    ) -> None:
        super().__init__(parent, _("Who signs"))
        self._dialogs, self._by_name, self._kept = dialogs, by_name, kept
        self._shown: list[SigningRow] | None = None
        self.lines = ttk.Frame(self.body, bootstyle="@card")
        self.lines.pack(fill="x")
        self.ends: dict[str, ttk.Button] = {}
        self.adding = ttk.Button(self.body, text=_("Let someone sign…"), command=self.ask, icon="pen")
        self.adding.configure(bootstyle="@card")
        self.adding.pack(anchor="w", pady=(px(INSIDE), 0))

    def refresh(self) -> None:
        """Show who may sign now or soon, and what ended lately."""
        shown = rows.signing_roles(date.today() - SHOWN)
        if shown == self._shown:
            return
        self._shown, self.ends = shown, {}
        for child in self.lines.winfo_children():
            child.destroy()
        for row in shown:
            self._line(row)
        if not shown:
            words = _("The principal signs. Deputies and others are named here, with their days.")
            Wrapped(self.lines, words, font=fonts.NOTE, bootstyle="@card secondary").pack(fill="x")

    def _line(self, row: SigningRow) -> None:
        line = ttk.Frame(self.lines, bootstyle="@card")
        line.pack(fill="x", pady=(0, px(INSIDE)))
        over = row.last is not None and row.last < date.today()
        if not over:
            end = ttk.Button(line, text=_("End it"), command=partial(self.end, row), bootstyle="@card ghost")
            end.pack(side="right", anchor="n")
            self.ends[row.id] = end
        words = ttk.Frame(line, bootstyle="@card")
        words.pack(side="left", fill="x", expand=True)
        Wrapped(words, row.name, bootstyle="@card secondary" if over else "@card").pack(fill="x")
        Wrapped(words, signing_words(row), font=fonts.NOTE, bootstyle="@card secondary").pack(fill="x")

    def ask(self) -> None:
        """Fill in who may sign, as what, from when to when."""
        dialog = SignerDialog(self, keep=self._keep)
        if dialog.run(dialog.who):
            self._changed()

    def end(self, row: SigningRow) -> None:
        """From today on this one signs no more; a role that is still to come never begins."""
        end_signing(row.id, date.today() - timedelta(days=1), by_name=self._by_name())
        self._changed()

    def _keep(self, verb: Callable[..., object]) -> bool:
        return self._attempt(partial(verb, by_name=self._by_name()))

    def _attempt(self, verb: Callable[[], object]) -> bool:
        try:
            verb()
        except UserError as error:
            self._dialogs.show_error(error)
            return False
        return True

    def _changed(self) -> None:
        self.refresh()
        self._kept()


def signing_words(row: SigningRow) -> str:
    """“Deputy principal (KT.); from 01/06/2024 until 30/06/2024”."""
    parts = [
        _(SIGNING_ROLES[row.role]),
        row.on_behalf_of,
        row.post,
        _("from {day}").format(day=short_date(row.first)) if row.first else "",
        _("until {day}").format(day=short_date(row.last)) if row.last else "",
    ]
    return "; ".join(part for part in parts if part)


class SignerDialog(Modal):
    """Answers True once it is kept; ``keep(verb)`` says whether it was."""

    def __init__(self, parent: tkinter.Misc, *, keep: Callable[[Callable[..., object]], bool]) -> None:
        super().__init__(parent, _("Let someone sign"), minsize=(560, 300))
        self._keep_it = keep
        leader = people.roles().get(school.PRINCIPAL)
        self._people = people.people()
        title = _("Let someone sign")
        ttk.Label(self.body, text=title, font=fonts.SECTION, bootstyle="@card").pack(anchor="w", pady=(0, px(BETWEEN)))
        self.form = form = Form(self.body, label_width=150)
        form.pack(fill="x")
        names = [person.name for person in self._people]
        self.who = form.choice("who", _("Who"), names)
        self.role = form.choice("role", _("Signs as"), [_(SIGNING_ROLES[role]) for role in LENT])
        self.role.current(1 if leader else 0)
        note = _("Stands under the line of authority; empty: the post in People")
        form.entry("post", _("Post on papers"), note=note)
        form.entry("body", _("The body"), note=_("Only for TM.: HỘI ĐỒNG TRƯỜNG, BAN CHẤP HÀNH …"))
        self.first = form.row("first", _("From"), DateEntry(form, date.today()))
        self.last = form.row("last", _("Until"), DateEntry(form, None), note=_("Empty: until it is ended"))
        foot = ttk.Frame(self.body, bootstyle="@card")
        foot.pack(fill="x", pady=(px(INSIDE), 0))
        self.ok = self.button(foot, _("Keep"), self.keep, "@card primary")
        self.button(foot, _("Cancel"), self.give_up)
        self.role.bind("<<ComboboxSelected>>", lambda event: self._offer(), "+")
        self._offer()

    def _offer(self) -> None:
        """A body is asked for only where one signs for it."""
        self.form.fields["body"].state(["!disabled" if LENT[self.role.current()] == CHAIR else "disabled"])

    def keep(self) -> None:
        """Keep it, or say what is missing."""
        values, chosen = self.form.values(), self.who.current()
        wrong = {"who": "" if chosen >= 0 else _("Choose a name")}
        wrong |= {name: self.form.fields[name].problem() for name in ("first", "last")}
        for field, sentence in wrong.items():
            self.form.wrong(field, sentence)
        if any(wrong.values()):
            return
        said = {"post": values["post"], "on_behalf_of": values["body"]}
        role = LENT[self.role.current()]
        if self._keep_it(partial(let_sign, self._people[chosen].id, role, values["first"], values["last"], **said)):
            self.close(True)
