"""Who decides, proved by PIN: the name, the PIN, what went wrong with it, and how long to wait after wrong tries."""

from __future__ import annotations

import tkinter
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta

import ttkbootstrap as ttk

from db.queries import delegations
from db.queries.delegations import Decider
from desktop_app.core import pins
from desktop_app.core.errors import UserError
from desktop_app.core.i18n import N_, _
from desktop_app.core.periods import short_date
from desktop_app.ui import fonts
from desktop_app.ui.dialogs import words_of
from desktop_app.ui.later import Later
from desktop_app.ui.modal import Modal
from desktop_app.ui.theme import BETWEEN, HALF, INSIDE, px
from desktop_app.ui.widgets.wrapped import Wrapped

WIDTH = 440
DOT = "•"
SECOND = 1000
RECENT = timedelta(days=30)
"""How long the taking away of a PIN is told at every decision."""

PIN_TROUBLES = (pins.PinUnfit, pins.PinTooEasy, pins.PinNeeded, pins.WrongPin)

Sign = Callable[[Decider, str], object]


class Signature(ttk.Frame):
    """Options: ``deciders``; ``choosing``: whoever has no PIN yet chooses one here, typed twice; ``by_name()``."""

    def __init__(
        self,
        parent: tkinter.Misc,
        deciders: Sequence[Decider],
        *,
        choosing: bool = True,
        by_name: Callable[[], str] = str,
    ) -> None:
        super().__init__(parent, bootstyle="@card")
        self._deciders, self._choosing, self._by_name = list(deciders), choosing, by_name
        self.columnconfigure(1, weight=1)
        self.who = ttk.Combobox(self, values=[one.name for one in deciders], state="readonly", width=28)
        self.who.current(0)
        self.who.bind("<<ComboboxSelected>>", lambda event: self.ask(), "+")
        self._row(0, _("Decided by"), self.who)
        self.note = Wrapped(self, font=fonts.NOTE, bootstyle="@card secondary")
        self.note.grid(row=1, column=0, columnspan=2, sticky="we", pady=(0, px(INSIDE)))
        self.pin, self.again = (ttk.Entry(self, show=DOT, width=20) for _number in range(2))
        self._pin_word = self._row(2, "", self.pin)
        self._again_word = self._row(3, _("The same once more"), self.again)
        self.trouble = Wrapped(self, font=fonts.NOTE, bootstyle="@card danger")
        self.trouble.grid(row=4, column=0, columnspan=2, sticky="we", pady=(px(HALF), 0))
        self._tick = Later(self, self._count_down)
        self.ask()

    def _row(self, row: int, words: str, field: tkinter.Misc) -> ttk.Label:
        label = ttk.Label(self, text=words, bootstyle="@card")
        label.grid(row=row, column=0, sticky="w", padx=(0, px(BETWEEN)), pady=px(HALF))
        field.grid(row=row, column=1, sticky="w", pady=px(HALF))  # type: ignore[attr-defined]
        return label

    @property
    def person(self) -> Decider:
        """Who is named now."""
        return self._deciders[self.who.current()]

    @property
    def first(self) -> tkinter.Misc:
        """Where typing begins."""
        return self.pin if self.pin.winfo_manager() else self.who

    def ask(self) -> None:
        """Show what this person is asked: the PIN, a new one twice, or nothing."""
        new = self._choosing and not self.person.has_pin
        self._pin_word["text"] = _("Choose a PIN") if new else _("PIN")
        self._show(self.person.has_pin or new, self._pin_word, self.pin)
        self._show(new, self._again_word, self.again)
        self.note.say(self._note(new))
        self._clear("")
        self._count_down()

    def _show(self, shown: bool, *widgets: tkinter.Misc) -> None:
        for widget in widgets:
            widget.grid() if shown else widget.grid_remove()  # type: ignore[attr-defined]

    def _note(self, new: bool) -> str:
        lines = []
        if self.person.until:
            lines.append(_("for the principal, by delegation until {day}").format(day=short_date(self.person.until)))
        news = delegations.pin_taken_away(self.person.id, _instant(datetime.now(UTC) - RECENT))
        if news:
            day = short_date(datetime.fromisoformat(news.at.replace("Z", "+00:00")).astimezone().date())
            words = _("The old PIN was taken away by {name} on {day}.")
            lines.append(words.format(name=news.by_name or _("somebody"), day=day))
        if new:
            words = _("{name} chooses it alone, 4 to 8 digits or a word. From now on it is asked at every decision.")
            lines.append(words.format(name=self.person.name))
        return "\n".join(lines)

    def sign(self, decide: Sign) -> bool:
        """Let ``decide(person, pin)`` happen if the PIN is right; says whether it did, else why not stands below.

        What else is wrong with the decision is raised.
        """
        try:
            if self.again.winfo_manager():
                self._choose()
            decide(self.person, self.pin.get())
        except PIN_TROUBLES as error:
            self._clear(" ".join(words_of(error)))
            self._count_down()
            return False
        except pins.PinMustWait:
            self._clear("")
            self._count_down()
            return False
        return True

    def _choose(self) -> None:
        person = self.person
        if self.pin.get() != self.again.get():
            raise PinsDiffer
        pins.set_pin(person.id, self.pin.get(), by_name=self._by_name())
        self._deciders[self.who.current()] = person._replace(has_pin=True)

    def _clear(self, words: str) -> None:
        self.trouble.say(words)
        for entry in (self.pin, self.again):
            entry.delete(0, "end")

    def _count_down(self) -> None:
        """While no try is taken: how many seconds are left, each second."""
        seconds = pins.seconds_to_wait(self.person.id) if self.person.has_pin else 0
        was_waiting = str(self.pin["state"]) == "disabled"
        self.pin.configure(state="disabled" if seconds else "normal")
        if seconds:
            self.trouble.say(_("Too many wrong tries. Again in {seconds} seconds.").format(seconds=seconds))
            self._tick.start(SECOND)
        elif was_waiting:
            self.trouble.say("")
            self.pin.focus_set()


class PinsDiffer(pins.PinUnfit):
    message = N_("The two PINs are not the same.")
    hint = N_("Type the same one twice.")


class SignDialog(Modal):
    """Asks for the PIN under a question; answers the Decider once ``decide`` has happened, or the error it met."""

    def __init__(
        self,
        parent: tkinter.Misc,
        question: str,
        hint: str,
        *,
        deciders: Sequence[Decider],
        decide: Sign,
        by_name: Callable[[], str],
        yes: str,
    ) -> None:
        super().__init__(parent, yes)
        self._decide = decide
        head = ttk.Label(self.body, text=question, font=fonts.SECTION, wraplength=px(WIDTH), bootstyle="@card")
        head.pack(anchor="w")
        line = ttk.Label(self.body, text=hint, wraplength=px(WIDTH), bootstyle="@card secondary")
        line.pack(anchor="w", pady=(px(HALF), px(BETWEEN)))
        self.signature = Signature(self.body, deciders, by_name=by_name)
        self.signature.pack(fill="x")
        foot = ttk.Frame(self.body, bootstyle="@card")
        foot.pack(fill="x", pady=(px(BETWEEN), 0))
        self.ok = self.button(foot, yes, self.sign, "@card primary")
        self.button(foot, _("Cancel"), self.give_up)
        for entry in (self.signature.pin, self.signature.again):
            entry.bind("<Return>", lambda event: self.sign())

    def sign(self) -> None:
        """The button, or Enter in the field."""
        try:
            if self.signature.sign(self._decide):
                self.close(self.signature.person)
            else:
                self.signature.pin.focus_set()
        except UserError as error:
            self.close(error)


def _instant(moment: datetime) -> str:
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")
