"""The fourth page of the first start: who leads the school, who is in charge, which teams there are."""

from __future__ import annotations

import tkinter

from desktop_app.core.i18n import _
from desktop_app.ui.screens.first_start.answers import FirstAnswers
from desktop_app.ui.screens.plan.import_file import page_heading
from desktop_app.ui.widgets.form import Form
from desktop_app.ui.widgets.text_box import TextBox
from desktop_app.ui.wizard import WizardPage


class PeoplePage(WizardPage):
    """The principal approves; the person in charge writes and records; teams owe their share where the plan says so."""

    def __init__(self, parent: tkinter.Misc, *, answers: FirstAnswers) -> None:
        super().__init__(parent)
        self._answers = answers
        words = _("Approving is the principal's; everybody may write. More people are added in Settings.")
        page_heading(self, _("People and teams"), words)
        self.form = Form(self, label_width=150)
        self.form.pack(fill="x")
        self.form.entry("principal", _("Principal"), note=_("Approves articles and signs reports"))
        self.form.entry("clerk", _("Person in charge"), note=_("Collects, records and reports; usually you"))
        note = _("One a line, for example: Tổ 1-2-3. May stay empty.")
        self.units = self.form.row("units", _("Teams and unions"), TextBox(self.form, height=5), note=note)

    def enter(self) -> None:
        ours = self._answers.school
        for name, value in (("principal", ours.principal), ("clerk", ours.clerk)):
            self.form.fields[name].delete(0, "end")
            self.form.fields[name].insert(0, value)
        self.units.set("\n".join(ours.units))

    def problem(self) -> str | None:
        return None if self.form.values()["principal"] else _("Name the principal: nobody else can approve.")

    def leave(self) -> bool:
        facts = self.form.values()
        units = [line.strip() for line in facts["units"].splitlines() if line.strip()]
        self._answers.change(principal=facts["principal"], clerk=facts["clerk"], units=list(dict.fromkeys(units)))
        return True
