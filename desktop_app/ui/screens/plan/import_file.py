"""The first page of the plan's wizard: which file."""

from __future__ import annotations

import tkinter

import ttkbootstrap as ttk

from desktop_app.core.i18n import _
from desktop_app.ui import fonts
from desktop_app.ui.dialogs import Dialogs
from desktop_app.ui.runner import Runner
from desktop_app.ui.screens.plan.in_hand import PlanInHand
from desktop_app.ui.screens.plan.source import PlanSource
from desktop_app.ui.theme import BETWEEN, INSIDE, px
from desktop_app.ui.widgets.wrapped import Wrapped
from desktop_app.ui.wizard import WizardPage


class FilePage(WizardPage):
    """Choose a file or the starter plan; reading goes on in the background."""

    def __init__(self, parent: tkinter.Misc, *, hand: PlanInHand, runner: Runner, dialogs: Dialogs) -> None:
        super().__init__(parent)
        self._hand = hand
        page_heading(
            self,
            _("Which plan?"),
            _("The program reads it and shows you everything for correction. Nothing is kept before the last step."),
        )
        self.source = PlanSource(self, hand, runner=runner, dialogs=dialogs)
        self.source.pack(fill="x")

    def problem(self) -> str | None:
        if self.source.reading:
            return _("The file is being read.")
        return None if self._hand.is_there else _("Choose a file first.")


def page_heading(page: tkinter.Misc, title: str, words: str) -> None:
    """The title of a wizard's page and a sentence below."""
    ttk.Label(page, text=title, font=fonts.SECTION, bootstyle="@card").pack(anchor="w")
    Wrapped(page, words, bootstyle="@card secondary").pack(fill="x", pady=(px(INSIDE), px(BETWEEN)))
