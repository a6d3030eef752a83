"""The last page of the plan's wizard: the whole in a few lines, then it is kept."""

from __future__ import annotations

import tkinter
from collections.abc import Callable

from desktop_app.core.i18n import _
from desktop_app.core.periods import Month
from desktop_app.ui.screens.plan import words as plan_words
from desktop_app.ui.screens.plan.import_file import page_heading
from desktop_app.ui.screens.plan.in_hand import PlanInHand
from desktop_app.ui.screens.plan.questions import open_count
from desktop_app.ui.widgets.checklist import Checklist, Line
from desktop_app.ui.wizard import WizardPage


class SummaryPage(WizardPage):
    """One line for each part; ``keep()`` says whether it is in the records, else the page stays."""

    def __init__(self, parent: tkinter.Misc, *, hand: PlanInHand, keep: Callable[[], bool]) -> None:
        super().__init__(parent)
        self._hand, self._keep = hand, keep
        page_heading(
            self, _("Look over and keep"), _("Go back to change anything. “Keep the plan” puts it into the records.")
        )
        self.lines = Checklist(self, go=lambda target: None)
        self.lines.pack(fill="x")

    def enter(self) -> None:
        self.lines.show(summary_lines(self._hand))

    def leave(self) -> bool:
        return self._keep()


def summary_lines(hand: PlanInHand) -> list[Line]:
    """The plan in hand, part by part."""
    draft, period, first = hand.draft, hand.period(), hand.counted_from()
    numbers = [topic.printed_no for topic in draft.topics]
    items = sum(len(topic.items) for topic in draft.topics)
    left = open_count(draft.questions, hand.answers)
    topics = _("{topics} topics with {items} lines of content").format(topics=len(draft.topics), items=items)
    asked = plan_words.quota_sentence(draft.quotas)
    lines = [
        Line(draft.title, "done", note=draft.school_name),
        Line(_("It covers {months}.").format(months=plan_words.months_words(*period)) if period else "", "done"),
        Line(topics, "done", note=plan_words.gap_note(numbers)),
        Line(asked[:1].upper() + asked[1:] or _("It asks for no amounts."), "done", note=_counted(first)),
        Line(_("{count} channels").format(count=len(draft.channels)), "done"),
    ]
    if left:
        lines.append(Line(_("{count} questions stay open; they wait on the plan's page.").format(count=left), "open"))
    return lines


def _counted(first: Month | None) -> str:
    return _("Counted from {month} on.").format(month=first.label()) if first else ""
