"""The second page of the plan's wizard: its title, years, school and the document it rests on."""

from __future__ import annotations

import tkinter
from dataclasses import replace

import ttkbootstrap as ttk

from desktop_app.core.i18n import _
from desktop_app.core.plans.draft import BasisDocument
from desktop_app.ui import fonts
from desktop_app.ui.screens import plan_words
from desktop_app.ui.screens.plan_import_file import page_heading
from desktop_app.ui.screens.plan_in_hand import PlanInHand
from desktop_app.ui.widgets.date_entry import DateEntry
from desktop_app.ui.widgets.form import Form
from desktop_app.ui.wizard import WizardPage


class FactsPage(WizardPage):
    """What stands above the plan's first heading."""

    def __init__(self, parent: tkinter.Misc, *, hand: PlanInHand) -> None:
        super().__init__(parent)
        self._hand = hand
        page_heading(self, _("Title and years"), _("As read from the file. Correct what is not right."))
        self.form = Form(self, label_width=150)
        self.form.pack(fill="x")
        self.form.entry("title", _("Title of the plan"))
        self.form.entry("year_label", _("Year"), note=_("For example: năm 2024"))
        self.form.entry("school_year_label", _("School year"), note=_("For example: 2023-2024"))
        self.form.entry("school_name", _("School"))
        self.form.entry("number", _("Under document"), note=_("Its number, for example: 199/KH-PGDĐT"))
        self.day = self.form.row("day", _("dated"), DateEntry(self.form))
        self.covers = ttk.Label(self, text=" ", font=fonts.STRONG, bootstyle="@card")
        self.covers.pack(anchor="w")

    def enter(self) -> None:
        draft = self._hand.draft
        basis = draft.basis[0] if draft.basis else BasisDocument("")
        for name in ("title", "year_label", "school_year_label", "school_name"):
            self._set(name, str(getattr(draft, name)))
        self._set("number", basis.number)
        self.day.set(basis.issued_on)

    def problem(self) -> str | None:
        facts = self.form.values()
        if not facts["title"]:
            return _("The title is missing.")
        if self.day.problem():
            return self.day.problem()
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
        basis = replace(first, number=facts["number"], issued_on=facts["day"])
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
