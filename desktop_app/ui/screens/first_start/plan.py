"""The second page of the first start: the plan is read, its topics are shown for a check, odd numbers explained."""

from __future__ import annotations

import tkinter

import ttkbootstrap as ttk

from desktop_app.core.i18n import _
from desktop_app.ui import fonts
from desktop_app.ui.dialogs import Dialogs
from desktop_app.ui.runner import Runner
from desktop_app.ui.screens.first_start.answers import FirstAnswers
from desktop_app.ui.screens.plan import words as plan_words
from desktop_app.ui.screens.plan.import_file import page_heading
from desktop_app.ui.screens.plan.reading import Passage, Reading
from desktop_app.ui.screens.plan.source import PlanSource
from desktop_app.ui.theme import BETWEEN, HALF, INSIDE, px
from desktop_app.ui.widgets.wrapped import Wrapped
from desktop_app.ui.wizard import WizardPage


class PlanPage(WizardPage):
    """Choose the file here if that was not done on the page before."""

    def __init__(self, parent: tkinter.Misc, *, answers: FirstAnswers, runner: Runner, dialogs: Dialogs) -> None:
        super().__init__(parent)
        self._answers = answers
        words = _(
            "The signed plan says what each month owes. Check that every topic is here; corrections come later too."
        )
        page_heading(self, _("The year's plan"), words)
        self.source = PlanSource(self, answers.hand, runner=runner, dialogs=dialogs, taken=self._read)
        self.source.pack(fill="x")
        self.note = Wrapped(self, lines=2, font=fonts.NOTE, bootstyle="@card secondary")
        self.note.pack(side="bottom", fill="x", pady=(px(HALF), 0))
        self.line = ttk.Frame(self, height=1, style="Line.TFrame")
        self.line.pack(fill="x", pady=(px(BETWEEN), px(INSIDE)))
        self.topics = Reading(self, widest=0)
        self.topics.pack(fill="both", expand=True)

    def enter(self) -> None:
        self.source.show()
        self._show_topics()

    def problem(self) -> str | None:
        if self.source.reading:
            return _("The file is being read.")
        return None if self._answers.hand.is_there else _("Choose the plan, or begin with the starter plan.")

    def leave(self) -> bool:
        self._answers.prefill()
        return True

    def _read(self) -> None:
        self._answers.prefill()
        self._show_topics()

    def _show_topics(self) -> None:
        topics = self._answers.hand.draft.topics
        self.topics.show(
            [Passage(f"{topic.printed_no or plan_words.NO_NUMBER}\t{topic.title}", "numbered") for topic in topics]
        )
        note = plan_words.gap_note([topic.printed_no for topic in topics])
        kept = _("It stays as printed; no number is made up.")
        self.note.say(f"{note} {kept}" if note else "")
