"""The last page of the first start: the offices that get the reports. Leaving it puts everything into the records."""

from __future__ import annotations

import tkinter

from desktop_app.core.errors import UserError
from desktop_app.core.i18n import _
from desktop_app.ui.dialogs import Dialogs
from desktop_app.ui.screens.first_start.answers import FirstAnswers
from desktop_app.ui.screens.office_rows import Office, OfficeRows
from desktop_app.ui.screens.plan.import_file import page_heading
from desktop_app.ui.theme import INSIDE, px
from desktop_app.ui.widgets.scrolled import Scrolled
from desktop_app.ui.wizard import WizardPage


class OfficesPage(WizardPage):
    """More than one, because offices are merged and renamed; each paper takes the one of its day."""

    def __init__(self, parent: tkinter.Misc, *, answers: FirstAnswers, dialogs: Dialogs) -> None:
        super().__init__(parent)
        self._answers, self._dialogs = answers, dialogs
        words = _(
            "Each report goes to the office of its day: give a closed office its last day, its successor its first."
        )
        page_heading(self, _("Who gets the reports?"), words)
        self.room = Scrolled(self, card=True, padding=(0, 0, px(INSIDE), 0))
        self.room.pack(fill="both", expand=True)
        self.offices = OfficeRows(self.room.inside)
        self.offices.pack(fill="x")

    def enter(self) -> None:
        self.offices.show([Office(given) for given in self._answers.school.authorities])
        if not self.offices.rows:
            self.offices.add()

    def problem(self) -> str | None:
        return self.offices.problem()

    def leave(self) -> bool:
        self._answers.change(authorities=tuple(self.offices.get()))
        try:
            self._answers.keep()
        except UserError as error:
            self._dialogs.show_error(error)
            return False
        return True
