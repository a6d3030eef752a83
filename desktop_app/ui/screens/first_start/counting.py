"""The third page of the first start: which months count, from when, how much is owed, and how many days of grace."""

from __future__ import annotations

import tkinter

import ttkbootstrap as ttk

from desktop_app.core.i18n import _
from desktop_app.core.plans.counting import MOST_GRACE_DAYS
from desktop_app.ui import fonts
from desktop_app.ui.screens.first_start.answers import FirstAnswers
from desktop_app.ui.screens.plan import words as plan_words
from desktop_app.ui.screens.plan.amounts import QuotaRows
from desktop_app.ui.screens.plan.import_file import page_heading
from desktop_app.ui.screens.plan.questions import heading
from desktop_app.ui.theme import INSIDE, px
from desktop_app.ui.widgets.form import Form
from desktop_app.ui.widgets.scrolled import Scrolled
from desktop_app.ui.wizard import WizardPage


class CountingPage(WizardPage):
    """The plan's own figures, to be confirmed or changed."""

    def __init__(self, parent: tkinter.Misc, *, answers: FirstAnswers) -> None:
        super().__init__(parent)
        self._hand = answers.hand
        self.room = Scrolled(self, card=True, padding=(0, 0, px(INSIDE), 0))
        self.room.pack(fill="both", expand=True)
        inside = self.room.inside
        words = _("As the plan has it. Months before the first one that counts are never called missing.")
        page_heading(inside, _("What counts, and from when"), words)
        self.form = Form(inside, label_width=190)
        self.form.pack(fill="x")
        self.form.entry("year", _("Year of the plan"), note=_("As on the paper; it decides which months there are"))
        self.first = self.form.choice("first", _("First month that counts"), [])
        self.form.entry("grace", _("Days of grace"), note=_("To write down afterwards what happened in a month"))
        self.form.fields["year"].bind("<FocusOut>", lambda event: self._year_left(), "+")
        self.covers = ttk.Label(inside, text=" ", font=fonts.NOTE, bootstyle="@card secondary")
        self.covers.pack(anchor="w", pady=(0, px(INSIDE)))
        heading(inside, _("What it asks for")).pack(anchor="w", pady=(0, px(INSIDE)))
        self.quotas = QuotaRows(inside)
        self.quotas.pack(fill="x")

    def enter(self) -> None:
        draft = self._hand.draft
        self._set("year", draft.year_label or draft.school_year_label)
        self._set("grace", str(self._hand.grace_days))
        self._offer_months()
        self.quotas.show(draft.quotas)

    def problem(self) -> str | None:
        if not self._hand.months():
            return _("Name the year, for example “năm 2024”.")
        if self._grace() is None:
            return _("Days of grace are a number from 0 to {most}.").format(most=MOST_GRACE_DAYS)
        return self.quotas.problem()

    def leave(self) -> bool:
        self._year_left()
        months = self._hand.months()
        self._hand.first_month = months[self.first.current()] if self.first.current() >= 0 else None
        self._hand.grace_days = self._grace() or 0
        self._hand.change(quotas=self.quotas.get())
        return True

    def _year_left(self) -> None:
        year = self.form.values()["year"]
        if year != (self._hand.draft.year_label or self._hand.draft.school_year_label):
            self._hand.change(year_label=year)
            self._offer_months()

    def _offer_months(self) -> None:
        months, first, period = self._hand.months(), self._hand.counted_from(), self._hand.period()
        self.first.configure(values=[_("Month {month}").format(month=month.label()) for month in months])
        if first in months:
            self.first.current(months.index(first))
        else:
            self.first.set("")
        covers = _("It covers {months}.").format(months=plan_words.months_words(*period)) if period else " "
        self.covers["text"] = covers

    def _grace(self) -> int | None:
        text = self.form.values()["grace"]
        return int(text) if text.isdecimal() and int(text) <= MOST_GRACE_DAYS else None

    def _set(self, name: str, value: str) -> None:
        field: ttk.Entry = self.form.fields[name]
        field.delete(0, "end")
        field.insert(0, value)
