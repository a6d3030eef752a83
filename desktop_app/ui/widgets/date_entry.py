"""DateEntry: a date typed the Vietnamese way (7/5/24, 07-05-2024, 7.5.2024) or picked from a calendar; may be empty.

day = DateEntry(form, date(2024, 5, 7), changed=self.keep)
day.get()  # a date, or None while empty or wrong; day.problem() says what is wrong
"""

from __future__ import annotations

import tkinter
from collections.abc import Callable
from datetime import date

import ttkbootstrap as ttk

from desktop_app.core.i18n import _
from desktop_app.core.periods import NotADate, parse_date, short_date
from desktop_app.ui import fonts
from desktop_app.ui.dialogs import words_of
from desktop_app.ui.theme import HALF, px


class DateEntry(ttk.Frame):
    """Options: ``value`` first shown, ``changed()`` after a good new date (or none), ``surface`` it lies on."""

    def __init__(
        self,
        parent: tkinter.Misc,
        value: date | None = None,
        *,
        changed: Callable[[], object] = lambda: None,
        surface: str = "@card",
    ) -> None:
        super().__init__(parent, bootstyle=surface)
        self._changed, self._told = changed, value
        row = ttk.Frame(self, bootstyle=surface)
        row.pack(anchor="w")
        self.entry = ttk.Entry(row, width=12)
        self.entry.pack(side="left")
        self.button = ttk.Button(
            row,
            icon="calendar3",
            icon_only=True,
            command=self.pick,
            bootstyle=f"{surface} ghost".strip(),
            takefocus=False,
        )
        ttk.ToolTip(self.button, text=_("Pick from the calendar (Alt+Down)"), delay=500)
        self.button.pack(side="left", padx=(px(HALF), 0))
        self.line = ttk.Label(self, font=fonts.NOTE, bootstyle=f"{surface} danger".strip())
        self.entry.bind("<FocusOut>", lambda event: self.check())
        self.entry.bind("<Return>", lambda event: self.check())
        self.entry.bind("<Alt-Down>", lambda event: self.pick())
        self.set(value)

    def get(self) -> date | None:
        """The date that is typed; None when empty or wrong."""
        return None if self.problem() or not self.entry.get().strip() else parse_date(self.entry.get())

    def set(self, value: date | None) -> None:
        """Show a date without telling anyone."""
        self.entry.delete(0, "end")
        self.entry.insert(0, short_date(value))
        self._told = value
        self._say("")

    def problem(self) -> str:
        """What is wrong with what is typed, or nothing."""
        text = self.entry.get()
        if not text.strip():
            return ""
        try:
            parse_date(text)
        except NotADate as error:
            return " ".join(words_of(error))
        return ""

    def check(self) -> None:
        """Look at what was typed, once it is: tidy a good date, say quietly what is wrong with another."""
        problem = self.problem()
        self._say(problem)
        if problem:
            return
        value = self.get()
        told = self._told
        if value is not None and self.entry.get() != short_date(value):
            self.set(value)
        if value != told:
            self._told = value
            self._changed()

    def pick(self) -> None:
        """Open the calendar."""
        chosen = ttk.Querybox.get_date(
            parent=self.entry,
            title=_("Pick a date"),
            first_weekday=0,
            start_date=self.get() or self._told or date.today(),
        )
        if chosen is not None:
            self.entry.delete(0, "end")
            self.entry.insert(0, short_date(chosen))
            self.check()
        self.entry.focus_set()

    def focus_set(self) -> None:
        """Go there."""
        self.entry.focus_set()

    def _say(self, problem: str) -> None:
        self.line["text"] = problem
        self.entry.state(["invalid" if problem else "!invalid"])
        if problem:
            self.line.pack(anchor="w", pady=(px(HALF) // 2, 0))
        else:
            self.line.pack_forget()
