"""The first day: the school, its plan and how its months count enter the records together, or not at all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from db import database
from db.models import Plan
from desktop_app.core import school
from desktop_app.core.periods import Month
from desktop_app.core.plans.counting import count_from
from desktop_app.core.plans.draft import PlanDraft
from desktop_app.core.plans.saving import SavedPlan, save_plan
from desktop_app.core.plans.settling import settle
from desktop_app.core.school import SchoolGiven


@dataclass(frozen=True)
class PlanGiven:
    """A plan as a person let it stand: corrected, its questions answered by place, its first month chosen."""

    draft: PlanDraft
    source_name: str = ""
    answers: Mapping[int, str] = field(default_factory=dict)
    first_month: Month | None = None
    grace_days: int = 5


def begin(given: SchoolGiven, plan: PlanGiven) -> SavedPlan:
    """Keep the school with its people and offices, and its plan. Raises what keep_plan raises; then nothing is kept."""
    with database.atomic():
        school.set_up(given)
        return keep_plan(plan, by_name=given.clerk)


def keep_plan(plan: PlanGiven, *, by_name: str = "") -> SavedPlan:
    """Keep one plan with all that was decided about it. Raises NoPeriod, NotADate, MonthOutsidePlan."""
    with database.atomic():
        saved = save_plan(plan.draft, source_name=plan.source_name, by_name=by_name)
        if not saved.known:
            settle(saved.id, plan.answers, by_name=by_name)
            _count(saved.id, plan, by_name)
    return saved


def _count(plan_id: str, plan: PlanGiven, by_name: str) -> None:
    kept = Plan.get_by_id(plan_id)
    first = plan.first_month or Month.parse(kept.quota_from)
    count_from(plan_id, first, grace_days=plan.grace_days, by_name=by_name)
