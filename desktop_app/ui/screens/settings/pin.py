"""PINs of those who decide: chosen, changed with the old one, taken away when forgotten, which is never silent."""

from __future__ import annotations

import tkinter
from collections.abc import Callable

import ttkbootstrap as ttk

from db.queries import delegations, people
from db.queries.people import PersonRow
from desktop_app.core import pins
from desktop_app.core.errors import UserError
from desktop_app.core.i18n import _
from desktop_app.ui import fonts
from desktop_app.ui.dialogs import Dialogs, words_of
from desktop_app.ui.modal import Modal
from desktop_app.ui.theme import BETWEEN, HALF, INSIDE, px
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.form import Form
from desktop_app.ui.widgets.wrapped import Wrapped

DOT = "•"
WIDTH = 420


class PinCard(Card):
    """Options: ``by_name()`` sits here, ``kept()`` after each change that is in the records."""

    def __init__(
        self, parent: tkinter.Misc, *, dialogs: Dialogs, by_name: Callable[[], str], kept: Callable[[], object]
    ) -> None:
        super().__init__(parent, _("PINs"))
        self._dialogs, self._by_name, self._kept = dialogs, by_name, kept
        self._shown: list[tuple[PersonRow, bool]] = []
        words = _("Whoever approves types a PIN. If it is forgotten, decide on paper, or take it away and choose anew.")
        note = Wrapped(self.body, words, font=fonts.NOTE, bootstyle="@card secondary")
        note.pack(fill="x", pady=(0, px(INSIDE)))
        self.lines = ttk.Frame(self.body, bootstyle="@card")
        self.lines.pack(fill="x")
        self.buttons: dict[str, tuple[ttk.Button, ttk.Button | None]] = {}

    def refresh(self) -> None:
        """Show who may have a PIN and whether there is one."""
        known = delegations.who_may_have_pins()
        rows = [(person, known[person.id]) for person in people.people() if person.id in known]
        if rows == self._shown:
            return
        self._shown = rows
        for child in self.lines.winfo_children():
            child.destroy()
        self.buttons = {person.id: self._line(person, has_pin) for person, has_pin in rows}

    def _line(self, person: PersonRow, has_pin: bool) -> tuple[ttk.Button, ttk.Button | None]:
        line = ttk.Frame(self.lines, bootstyle="@card")
        line.pack(fill="x", pady=(0, px(HALF)))
        ttk.Label(line, text=person.name, bootstyle="@card").pack(side="left")
        state = _("PIN is set") if has_pin else _("no PIN yet")
        ttk.Label(line, text=state, font=fonts.NOTE, bootstyle="@card secondary").pack(side="left", padx=px(INSIDE))
        words = _("Change the PIN…") if has_pin else _("Set a PIN…")
        choose = ttk.Button(line, text=words, command=lambda: self.choose(person, has_pin), bootstyle="@card")
        if not has_pin:
            choose.pack(side="right")
            return choose, None
        forget = ttk.Button(line, text=_("Forgotten…"), command=lambda: self.take_away(person), bootstyle="@card ghost")
        forget.pack(side="right", padx=(px(HALF), 0))
        choose.pack(side="right")
        return choose, forget

    def choose(self, person: PersonRow, has_pin: bool) -> None:
        """Ask for a new PIN, and for the old one where there is one."""
        dialog = ChoosePin(self, person, has_pin=has_pin, by_name=self._by_name)
        if dialog.run(dialog.first):
            self._changed()

    def take_away(self, person: PersonRow) -> None:
        """Take a forgotten PIN away; its owner hears of it at the next decision."""
        question = _("Take away the PIN of {name}?").format(name=person.name)
        hint = _("This is written into the log, and {name} is told at the next decision.").format(name=person.name)
        if self._dialogs.confirm(question, hint, yes=_("Take it away"), danger=True):
            pins.remove_pin(person.id, by_name=self._by_name())
            self._changed()

    def _changed(self) -> None:
        self.refresh()
        self._kept()


class ChoosePin(Modal):
    """Asks for a new PIN twice; answers True once it is set."""

    def __init__(self, parent: tkinter.Misc, person: PersonRow, *, has_pin: bool, by_name: Callable[[], str]) -> None:
        super().__init__(parent, _("Choose a PIN"))
        self._person, self._by_name = person, by_name
        ttk.Label(self.body, text=_("Choose a PIN"), font=fonts.SECTION, bootstyle="@card").pack(anchor="w")
        words = _("Only {name} types here: 4 to 8 digits, or a word.").format(name=person.name)
        line = ttk.Label(self.body, text=words, wraplength=px(WIDTH), bootstyle="@card secondary")
        line.pack(anchor="w", pady=(px(HALF), px(BETWEEN)))
        self.form = Form(self.body, label_width=150)
        self.form.pack(fill="x")
        if has_pin:
            self._hidden("old", _("The PIN until now"))
        self._hidden("new", _("New PIN"))
        self._hidden("again", _("The same once more"))
        self.trouble = ttk.Label(self.body, font=fonts.NOTE, wraplength=px(WIDTH), bootstyle="@card danger")
        self.trouble.pack(anchor="w")
        foot = ttk.Frame(self.body, bootstyle="@card")
        foot.pack(fill="x", pady=(px(INSIDE), 0))
        self.ok = self.button(foot, _("Set the PIN"), self.keep, "@card primary")
        self.button(foot, _("Cancel"), self.give_up)
        self.first: tkinter.Misc = next(iter(self.form.fields.values()))

    def _hidden(self, name: str, label: str) -> None:
        entry = self.form.entry(name, label, width=20)
        entry.configure(show=DOT)
        entry.bind("<Return>", lambda event: self.keep())

    def keep(self) -> None:
        """Set it, or say what is wrong with it."""
        given = self.form.values()
        if given["new"] != given["again"]:
            self.trouble["text"] = _("The two PINs are not the same.")
            return
        try:
            pins.set_pin(self._person.id, given["new"], old=given.get("old", ""), by_name=self._by_name())
        except UserError as error:
            self.trouble["text"] = " ".join(words_of(error))
        else:
            self.close(True)
