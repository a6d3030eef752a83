"""Powers the principal lends: to whom, which, from when to when, by which letter; each can be ended early."""

from __future__ import annotations

import tkinter
from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from pathlib import Path

import ttkbootstrap as ttk

from db.queries import delegations as rows
from db.queries import people
from db.queries.delegations import LentRow
from desktop_app.core import delegations
from desktop_app.core.delegations import POWERS
from desktop_app.core.errors import UserError
from desktop_app.core.home import Home
from desktop_app.core.i18n import _
from desktop_app.core.papers import keep_paper
from desktop_app.core.periods import short_date
from desktop_app.ui import fonts
from desktop_app.ui.dialogs import Dialogs
from desktop_app.ui.modal import Modal
from desktop_app.ui.screens.settings.pin import DOT
from desktop_app.ui.theme import HALF, INSIDE, px
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.date_entry import DateEntry
from desktop_app.ui.widgets.form import Form
from desktop_app.ui.widgets.toast import Toast
from desktop_app.ui.widgets.wrapped import Wrapped

SHOWN = timedelta(days=90)
"""How long what is over stays in the list."""
USUAL = timedelta(days=30)


class DelegationsCard(Card):
    """Options: ``home`` for letters, ``by_name()`` sits here, ``kept()`` after each change that is in the records."""

    def __init__(
        self,
        parent: tkinter.Misc,
        *,
        home: Home,
        dialogs: Dialogs,
        toast: Toast,
        by_name: Callable[[], str],
        kept: Callable[[], object],
    ) -> None:
        super().__init__(parent, _("Powers lent"))
        self._home, self._dialogs, self._toast, self._by_name, self._kept = home, dialogs, toast, by_name, kept
        self._shown: list[LentRow] | None = None
        self.lines = ttk.Frame(self.body, bootstyle="@card")
        self.lines.pack(fill="x")
        self.ends: dict[str, ttk.Button] = {}
        self.lend = ttk.Button(self.body, text=_("Lend a power…"), command=self.ask, icon="person-plus")
        self.lend.configure(bootstyle="@card")
        self.lend.pack(anchor="w", pady=(px(INSIDE), 0))

    def refresh(self) -> None:
        """Show what is lent now, what will be, and what ended lately."""
        shown = rows.lent(date.today() - SHOWN)
        if shown == self._shown:
            return
        self._shown, self.ends = shown, {}
        for child in self.lines.winfo_children():
            child.destroy()
        for row in shown:
            self._line(row)
        if not shown:
            words = _("The principal may let someone else approve, speak or sign for some days.")
            Wrapped(self.lines, words, font=fonts.NOTE, bootstyle="@card secondary").pack(fill="x")

    def _line(self, row: LentRow) -> None:
        line = ttk.Frame(self.lines, bootstyle="@card")
        line.pack(fill="x", pady=(0, px(INSIDE)))
        if row.last >= date.today():
            end = ttk.Button(line, text=_("End it"), command=partial(self.end, row), bootstyle="@card ghost")
            end.pack(side="right", anchor="n")
            self.ends[row.id] = end
        words = ttk.Frame(line, bootstyle="@card")
        words.pack(side="left", fill="x", expand=True)
        over = row.last < date.today()
        Wrapped(words, row.taker, bootstyle="@card secondary" if over else "@card").pack(fill="x")
        Wrapped(words, lent_words(row), font=fonts.NOTE, bootstyle="@card secondary").pack(fill="x")

    def ask(self) -> None:
        """Fill in what is lent."""
        dialog = LendDialog(self, home=self._home, dialogs=self._dialogs, by_name=self._by_name)
        if dialog.run(dialog.who):
            self._changed()

    def end(self, row: LentRow) -> None:
        """End it today; the line at the foot takes that back."""
        before = delegations.end_early(row.id, by_name=self._by_name())
        self._changed()
        words = _("{name} decides no longer for the principal").format(name=row.taker)
        self._toast.say(words, undo=lambda: self._go_on(row.id, before))

    def _go_on(self, delegation_id: str, last: date) -> None:
        delegations.go_on(delegation_id, last, by_name=self._by_name())
        self._changed()

    def _changed(self) -> None:
        self.refresh()
        self._kept()


def lent_words(row: LentRow) -> str:
    """“Approve articles, sign reports; 01/06/2024 - 30/06/2024; letter: uy-quyen.pdf”."""
    powers = ", ".join(_(POWERS[power]) for power in row.powers if power in POWERS)
    days = f"{short_date(row.first)} - {short_date(row.last)}"
    over = _("over") if row.last < date.today() else ""
    letter = _("letter: {name}").format(name=row.letter) if row.letter else _("by PIN, no letter")
    return "; ".join(part for part in (powers, days, letter, over) if part)


class LendDialog(Modal):
    """Answers True once the power is lent. It rests on the scanned letter, or on the principal's PIN typed here."""

    def __init__(self, parent: tkinter.Misc, *, home: Home, dialogs: Dialogs, by_name: Callable[[], str]) -> None:
        super().__init__(parent, _("Lend a power"))
        self._home, self._dialogs, self._by_name = home, dialogs, by_name
        leader = people.roles().get("principal")
        self._people = [person for person in people.people() if leader is None or person.id != leader.person_id]
        self.letter: Path | None = None
        words = _("{name} lends").format(name=leader.name) if leader else _("Lend a power")
        ttk.Label(self.body, text=words, font=fonts.SECTION, bootstyle="@card").pack(anchor="w", pady=(0, px(INSIDE)))
        self.form = form = Form(self.body, label_width=150)
        form.pack(fill="x")
        self.who = form.choice("who", _("To"), [person.name for person in self._people])
        self._powers()
        self.first = form.row("first", _("From"), DateEntry(form, date.today()))
        self.last = form.row("last", _("Until"), DateEntry(form, date.today() + USUAL))
        self.choose = ttk.Button(form, text=_("Choose a file…"), icon="paperclip", command=self.choose_letter)
        self.choose.configure(bootstyle="@card")
        form.row("letter", _("The signed letter"), self.choose)
        self.pin = form.entry("pin", _("Or the principal's PIN"), width=20)
        self.pin.configure(show=DOT)
        foot = ttk.Frame(self.body, bootstyle="@card")
        foot.pack(fill="x", pady=(px(INSIDE), 0))
        self.ok = self.button(foot, _("Lend"), self.keep, "@card primary")
        self.button(foot, _("Cancel"), self.give_up)

    def _powers(self) -> None:
        row = ttk.Frame(self.form, bootstyle="@card")
        self.powers = {power: tkinter.BooleanVar(self, power == "approve") for power in POWERS}
        for power, words in POWERS.items():
            tick = ttk.Checkbutton(row, text=_(words), variable=self.powers[power], bootstyle="@card primary")
            tick.pack(anchor="w", pady=px(HALF) // 2)
        self.form.row("powers", _("The power to"), row)

    def choose_letter(self) -> None:
        """Ask for the scan of the letter."""
        kinds = [(_("Scans and photos"), "*.pdf *.jpg *.jpeg *.png *.heic")]
        self.letter = self._dialogs.choose_file(_("The signed letter"), kinds) or self.letter
        if self.letter is not None:
            self.choose.configure(text=self.letter.name)

    def keep(self) -> None:
        """Lend it, or say what is missing."""
        first, last = self.first.get(), self.last.get()
        self.form.wrong("who", "" if self.who.current() >= 0 else _("Choose a name"))
        for name, day in (("first", first), ("last", last)):
            self.form.wrong(name, "" if day else _("The day is missing"))
        if self.who.current() < 0 or first is None or last is None:
            return
        try:
            delegations.lend(
                self._people[self.who.current()].id,
                [power for power, ticked in self.powers.items() if ticked.get()],
                first,
                last,
                letter=keep_paper(self._home, self.letter) if self.letter else None,
                pin=self.pin.get(),
                by_name=self._by_name(),
            )
        except UserError as error:
            self._dialogs.show_error(error)
        else:
            self.close(True)
