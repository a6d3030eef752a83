"""Numbers of papers: what comes next in each register of a year, what is missing or used twice, where it goes on."""

from __future__ import annotations

import tkinter
from collections.abc import Callable, Iterable
from datetime import date
from functools import partial
from itertools import pairwise

import ttkbootstrap as ttk

from db.queries import registers as rows
from db.queries.registers import Oddities
from desktop_app.core.errors import UserError
from desktop_app.core.i18n import _
from desktop_app.core.reports import registers
from desktop_app.core.reports.registers import LETTER, MINUTES, ONE_FOR_ALL, PLAN, REGISTERS, REPORT
from desktop_app.ui import fonts
from desktop_app.ui.dialogs import Dialogs
from desktop_app.ui.screens.settings.register_book import RegisterBook
from desktop_app.ui.theme import HALF, INSIDE, px
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.wrapped import Wrapped

BY_KIND = (REPORT, LETTER, MINUTES, PLAN)


class RegistersCard(Card):
    """Options: ``by_name()`` sits here, ``kept()`` after each change that is in the records."""

    def __init__(
        self,
        parent: tkinter.Misc,
        *,
        dialogs: Dialogs,
        by_name: Callable[[], str],
        kept: Callable[[], object],
        today: Callable[[], date] = date.today,
    ) -> None:
        super().__init__(parent, _("Numbers of papers"))
        self._dialogs, self._by_name, self._kept, self._today = dialogs, by_name, kept, today
        self.year = ttk.Combobox(self.head, width=6, state="readonly")
        self.year.set(str(today().year))
        self.year.bind("<<ComboboxSelected>>", lambda event: self.refresh(), "+")
        self.year.pack(side="right")
        words = _("Each year numbers begin at 01. Where paper came first, say at which number this program goes on.")
        line = Wrapped(self.body, words, font=fonts.NOTE, bootstyle="@card secondary")
        line.pack(fill="x", pady=(0, px(INSIDE)))
        self.lines = ttk.Frame(self.body, bootstyle="@card")
        self.lines.pack(fill="x")
        self.rows: dict[str, RegisterLine] = {}
        self._in_one = tkinter.BooleanVar(self)
        self.in_one = ttk.Checkbutton(self.body, variable=self._in_one, command=self._choose, bootstyle="@card primary")
        self.in_one.pack(anchor="w", pady=(px(HALF), 0))

    def refresh(self) -> None:
        """Show the registers of the chosen year as they stand."""
        year = int(self.year.get())
        years = {self._today().year, year, *rows.register_years()}
        self.year.configure(values=[str(each) for each in sorted(years, reverse=True)])
        self.in_one.configure(text=_("From {year} on, all papers in one register").format(year=year))
        shared = registers.register_of(REPORT, year) == ONE_FOR_ALL
        self._in_one.set(shared)
        self._show((ONE_FOR_ALL,) if shared else BY_KIND, year)

    def _show(self, names: Iterable[str], year: int) -> None:
        for line in self.rows.values():
            line.destroy()
        self.rows = {name: RegisterLine(self.lines, name, year, look=self.look, go_on=self.go_on) for name in names}
        for line in self.rows.values():
            line.pack(fill="x", pady=(0, px(INSIDE)))

    def look(self, register: str) -> None:
        """Open the register's book: its numbers, and those used on paper to be entered."""
        book = RegisterBook(self, register, int(self.year.get()), dialogs=self._dialogs, by_name=self._by_name)
        book.run(book.number)
        if book.changed:
            self._changed()

    def go_on(self, register: str) -> None:
        """Ask at which number the register goes on."""
        year = int(self.year.get())
        question = _("Which number comes next in {year}?").format(year=year)
        hint = _("Numbers below it count as used on paper.")
        typed = self._dialogs.ask_text(
            question, hint=hint, start=str(registers.next_number(register, year)), yes=_("Go on there")
        )
        if typed is not None:
            self._attempt(partial(registers.start_at, register, year, number_of(typed), by_name=self._by_name()))

    def _choose(self) -> None:
        verb = registers.number_all_in_one if self._in_one.get() else registers.number_by_kind
        self._attempt(partial(verb, int(self.year.get()), by_name=self._by_name()))

    def _attempt(self, verb: Callable[[], object]) -> None:
        try:
            verb()
        except UserError as error:
            self._dialogs.show_error(error)
        else:
            self._changed()

    def _changed(self) -> None:
        self.refresh()
        self._kept()


class RegisterLine(ttk.Frame):
    """One register: what comes next, how many numbers it has, and what an inspector would ask about."""

    def __init__(
        self,
        parent: tkinter.Misc,
        register: str,
        year: int,
        *,
        look: Callable[[str], object],
        go_on: Callable[[str], object],
    ) -> None:
        super().__init__(parent, bootstyle="@card")
        self.looking = ttk.Button(self, text=_("Register…"), command=lambda: look(register), bootstyle="@card ghost")
        self.looking.pack(side="right", anchor="n")
        self.going_on = ttk.Button(self, text=_("Go on at…"), command=lambda: go_on(register), bootstyle="@card ghost")
        self.going_on.pack(side="right", anchor="n")
        words = ttk.Frame(self, bootstyle="@card")
        words.pack(side="left", fill="x", expand=True)
        Wrapped(words, _(REGISTERS[register]), bootstyle="@card").pack(fill="x")
        used, odd = rows.entries(register, year), odd_words(rows.oddities(register, year))
        self.said = _("next number {number}; used: {count}").format(
            number=f"{registers.next_number(register, year):02d}", count=len(used)
        )
        Wrapped(words, self.said, font=fonts.NOTE, bootstyle="@card secondary").pack(fill="x")
        self.odd = odd
        if odd:
            Wrapped(words, odd, font=fonts.NOTE, bootstyle="@card danger").pack(fill="x")


def odd_words(odd: Oddities) -> str:
    """“Missing: 02-04. Used twice: 07.”, or nothing where all is in order."""
    parts = (
        (_("Missing: {numbers}."), odd.gaps),
        (_("Used twice: {numbers}."), odd.doubles),
        (_("Dated before the number below it: {numbers}."), odd.backwards),
    )
    return " ".join(words.format(numbers=ranges(numbers)) for words, numbers in parts if numbers)


def ranges(numbers: tuple[int, ...]) -> str:
    """“02-04, 07” of 2, 3, 4, 7."""
    breaks = [place for place, (one, after) in enumerate(pairwise(numbers), 1) if after != one + 1]
    runs = [numbers[start:end] for start, end in pairwise([0, *breaks, len(numbers)])]
    return ", ".join(f"{run[0]:02d}" if len(run) == 1 else f"{run[0]:02d}-{run[-1]:02d}" for run in runs)


def number_of(typed: str) -> int:
    """What was typed as a number of a register; 0, which no register has, for anything else."""
    return int(typed) if typed.strip().isdecimal() else 0
