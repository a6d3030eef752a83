"""The first page of the first start: which school, filled in from its plan where there is one, or the sample school."""

from __future__ import annotations

import tkinter
from collections.abc import Callable

import ttkbootstrap as ttk

from desktop_app.core.i18n import _
from desktop_app.core.school import short_name_of
from desktop_app.ui.dialogs import Dialogs
from desktop_app.ui.runner import Runner
from desktop_app.ui.screens.first_start.answers import FirstAnswers
from desktop_app.ui.screens.plan.import_file import page_heading
from desktop_app.ui.screens.plan.source import PlanSource
from desktop_app.ui.widgets.form import Form
from desktop_app.ui.wizard import WizardPage

FACTS = ("name", "short_name", "place", "address")


class SchoolPage(WizardPage):
    """Options: ``try_sample()`` for who only wants to look around."""

    def __init__(
        self,
        parent: tkinter.Misc,
        *,
        answers: FirstAnswers,
        runner: Runner,
        dialogs: Dialogs,
        try_sample: Callable[[], object],
    ) -> None:
        super().__init__(parent)
        self._answers = answers
        row = ttk.Frame(self, bootstyle="@card")
        row.pack(side="bottom", fill="x")
        self.sample = ttk.Button(row, text=_("Try it with a sample school"), command=try_sample, icon="binoculars")
        self.sample.configure(bootstyle="@card ghost")
        self.sample.pack(side="right", anchor="n")
        self.source = PlanSource(row, answers.hand, runner=runner, dialogs=dialogs, taken=self._read, short=True)
        self.source.choosing.configure(text=_("Fill in from the plan's file…"))
        self.source.pack(side="left", fill="x", expand=True)
        words = _("What stands here appears on every paper. All of it can be changed later in Settings.")
        page_heading(self, _("Which school is it?"), words)
        self.form = Form(self, label_width=140)
        self.form.pack(fill="x")
        self.form.entry("name", _("Name of the school"))
        self.form.entry("short_name", _("Short sign"), note=_("Used in document numbers, for example 12/BC-THS2MM"))
        self.form.entry("place", _("Place"), note=_("Stands before the date on papers"))
        self.form.entry("address", _("Address"))
        self.form.fields["name"].bind("<FocusOut>", lambda event: self._propose_sign(), "+")

    def enter(self) -> None:
        self._fill()
        self.source.show()

    def problem(self) -> str | None:
        if self.source.reading:
            return _("The file is being read.")
        return None if self.form.values()["name"] else _("The school needs a name.")

    def leave(self) -> bool:
        self._propose_sign()
        self._answers.change(**self.form.values())
        return True

    def _read(self) -> None:
        self._answers.change(**self.form.values())
        self._answers.prefill()
        self._fill()

    def _fill(self) -> None:
        for name in FACTS:
            self._set(name, getattr(self._answers.school, name))

    def _propose_sign(self) -> None:
        facts = self.form.values()
        if facts["name"] and not facts["short_name"]:
            self._set("short_name", short_name_of(facts["name"]))

    def _set(self, name: str, value: str) -> None:
        self.form.fields[name].delete(0, "end")
        self.form.fields[name].insert(0, value)
