"""The fourth page of the plan's wizard: what it asks, its channels, and what a person has to settle."""

from __future__ import annotations

import tkinter

from desktop_app.core.i18n import _
from desktop_app.ui.screens.plan.amounts import QuotaRows
from desktop_app.ui.screens.plan.channels import ChannelRows
from desktop_app.ui.screens.plan.in_hand import PlanInHand
from desktop_app.ui.screens.plan.questions import QuestionList, heading
from desktop_app.ui.theme import BETWEEN, INSIDE, px
from desktop_app.ui.widgets.scrolled import Scrolled
from desktop_app.ui.wizard import WizardPage


class AsksPage(WizardPage):
    """Three parts below each other; questions may stay open."""

    def __init__(self, parent: tkinter.Misc, *, hand: PlanInHand) -> None:
        super().__init__(parent)
        self._hand = hand
        self.room = Scrolled(self, card=True, padding=(0, 0, px(INSIDE), 0))
        self.room.pack(fill="both", expand=True)
        inside = self.room.inside
        self._part(_("What it asks for"))
        self.quotas = QuotaRows(inside)
        self.quotas.pack(fill="x", pady=(0, px(BETWEEN)))
        self._part(_("Channels"))
        self.channels = ChannelRows(inside)
        self.channels.pack(fill="x", pady=(0, px(BETWEEN)))
        self._part(_("Left open by the paper: now or later, under Open questions"))
        self.questions = QuestionList(inside, answered=hand.answer)
        self.questions.pack(fill="x")

    def _part(self, text: str) -> None:
        heading(self.room.inside, text).pack(anchor="w", pady=(0, px(INSIDE)))

    def enter(self) -> None:
        draft = self._hand.draft
        self.quotas.show(draft.quotas)
        self.channels.show(draft.channels)
        self.questions.show(draft.questions, self._hand.answers)

    def problem(self) -> str | None:
        return self.quotas.problem()

    def leave(self) -> bool:
        self._hand.change(quotas=self.quotas.get(), channels=self.channels.get())
        return True
