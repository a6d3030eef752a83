"""The plan on the desk of a wizard: as it was read, as it was corrected so far, and what was decided about it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from desktop_app.core.beginning import PlanGiven
from desktop_app.core.periods import Month, months_between
from desktop_app.core.plans.draft import PlanDraft
from desktop_app.core.plans.saving import NoPeriod, first_counted_month
from desktop_app.core.plans.settling import chosen_period


@dataclass
class PlanInHand:
    """Nothing of it is in the records before the wizard's last step. ``draft`` is empty until a plan was read."""

    read: PlanDraft = field(default_factory=lambda: PlanDraft(""))
    draft: PlanDraft = field(default_factory=lambda: PlanDraft(""))
    source_name: str = ""
    answers: dict[int, str] = field(default_factory=dict)
    first_month: Month | None = None
    grace_days: int = 5

    @property
    def is_there(self) -> bool:
        """Whether a plan was read."""
        return bool(self.source_name)

    def take(self, draft: PlanDraft, source_name: str) -> None:
        """Another plan; everything decided about the one before is forgotten."""
        self.read = self.draft = draft
        self.source_name, self.answers, self.first_month = source_name, {}, None

    def change(self, **changes: Any) -> None:
        """Correct the draft."""
        self.draft = replace(self.draft, **changes)

    def answer(self, place: int, answer: str) -> None:
        """Settle a question; an empty answer opens it again."""
        self.answers[place] = answer
        if not answer:
            del self.answers[place]

    def period(self) -> tuple[date, date] | None:
        """First and last day of the plan, or None while no year is named."""
        try:
            return chosen_period(self.draft, self.answers)
        except NoPeriod:
            return None

    def months(self) -> list[Month]:
        """The months of the plan."""
        period = self.period()
        return months_between(Month.of(period[0]), Month.of(period[1])) if period else []

    def counted_from(self) -> Month | None:
        """The first month that counts: as chosen, else the month of the document the plan rests on."""
        months = self.months()
        if self.first_month in months:
            return self.first_month
        if not months:
            return None
        first = first_counted_month(self.draft)
        return first if first in months else months[0]

    def given(self) -> PlanGiven:
        """The plan as it is to be kept."""
        return PlanGiven(self.draft, self.source_name, self.answers, self.counted_from(), self.grace_days)
