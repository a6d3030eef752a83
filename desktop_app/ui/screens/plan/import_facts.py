"""The second page of the plan's wizard: its title, years, school and the document it rests on."""

from __future__ import annotations

import tkinter
from dataclasses import replace
from datetime import date

import ttkbootstrap as ttk

from db.text import nfc
from desktop_app.core.i18n import _
from desktop_app.core.plans.draft import BasisDocument
from desktop_app.ui import fonts
from desktop_app.ui.screens.plan import words as plan_words
from desktop_app.ui.screens.plan.import_file import page_heading
from desktop_app.ui.screens.plan.in_hand import PlanInHand
from desktop_app.ui.theme import INSIDE, px
from desktop_app.ui.widgets.date_entry import DateEntry
from desktop_app.ui.widgets.form import Form
from desktop_app.ui.wizard import WizardPage


class FactsPage(WizardPage):
    """What stands above the plan's first heading."""

    def __init__(self, parent: tkinter.Misc, *, hand: PlanInHand) -> None:
        super().__init__(parent)
        self._hand = hand
        page_heading(self, _("Title and years"), _("As read from the file. Correct what is not right."))
        self.form = Form(self, label_width=130)
        self.form.pack(fill="x")
        self.form.entry("title", _("Title of the plan"))
        self.form.entry("year_label", _("Year"))
        self.form.entry("school_year_label", _("School year"))
        self.form.entry("school_name", _("School"))
        self.basis = self.form.row("basis", _("Under document"), NumberAndDay(self.form))
        self.covers = ttk.Label(self, text=" ", font=fonts.STRONG, bootstyle="@card")
        self.covers.pack(anchor="w")

    def enter(self) -> None:
        draft = self._hand.draft
        basis = draft.basis[0] if draft.basis else BasisDocument("")
        for name in ("title", "year_label", "school_year_label", "school_name"):
            self._set(name, str(getattr(draft, name)))
        self.basis.set(basis.number, basis.issued_on)

    def problem(self) -> str | None:
        facts = self.form.values()
        if not facts["title"]:
            return _("The title is missing.")
        if self.basis.day.problem():
            return self.basis.day.problem()
        self._keep()
        return None if self._hand.period() else _("Name the year, for example “năm 2024”.")

    def leave(self) -> bool:
        self._keep()
        return True

    def _keep(self) -> None:
        """Also asked while the page is open, so that the years are judged as they stand."""
        facts = self.form.values()
        draft = self._hand.draft
        first, *others = draft.basis or (BasisDocument(""),)
        number, issued_on = facts["basis"]
        basis = replace(first, number=number, issued_on=issued_on)
        names = ("title", "year_label", "school_year_label", "school_name")
        kept = (basis, *others) if basis.number or basis.issued_on or basis.issuer else tuple(others)
        self._hand.change(basis=kept, **{name: facts[name] for name in names})
        period = self._hand.period()
        covers = _("It covers {months}.").format(months=plan_words.months_words(*period)) if period else " "
        if covers != self.covers["text"]:
            self.covers["text"] = covers

    def _set(self, name: str, value: str) -> None:
        field = self.form.fields[name]
        field.delete(0, "end")
        field.insert(0, value)


class NumberAndDay(ttk.Frame):
    """A document's number and its day, side by side."""

    def __init__(self, parent: tkinter.Misc) -> None:
        super().__init__(parent, bootstyle="@card")
        self.number = ttk.Entry(self, width=20)
        self.number.pack(side="left")
        ttk.Label(self, text=_("dated"), bootstyle="@card").pack(side="left", padx=px(INSIDE))
        self.day = DateEntry(self)
        self.day.pack(side="left")

    def set(self, number: str, day: date | None) -> None:
        """Show a document."""
        self.number.delete(0, "end")
        self.number.insert(0, number)
        self.day.set(day)

    def get(self) -> tuple[str, date | None]:
        """What is filled in."""
        return nfc(self.number.get()).strip(), self.day.get()
