"""Questions of a plan answered by a person."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from db.models import AuditEvent
from db.queries import plans
from desktop_app.core.home import Home
from desktop_app.core.periods import Month, NotADate
from desktop_app.core.plans.counting import MonthOutsidePlan, TooManyGraceDays, count_from
from desktop_app.core.plans.draft import PlanDraft
from desktop_app.core.plans.reader import read_plan
from desktop_app.core.plans.saving import save_plan
from desktop_app.core.plans.settling import chosen_period, settle


@pytest.fixture
def draft(real_plan: Path) -> PlanDraft:
    return read_plan(real_plan.read_text(encoding="utf-8"))


@pytest.fixture
def plan_id(home: Home, draft: PlanDraft) -> str:
    return save_plan(draft).id


def place_of(plan_id: str, code: str) -> tuple[int, tuple[str, ...]]:
    question = next(one for one in plans.questions(plan_id) if one.code == code)
    return question.place, question.options


def test_an_answer_is_kept_with_its_question(plan_id: str) -> None:
    place, options = place_of(plan_id, "number_missing")
    settle(plan_id, {place: options[0]}, by_name="Cô Hoa")
    assert plans.questions(plan_id)[place].answer == options[0]
    assert sum(bool(question.answer) for question in plans.questions(plan_id)) == 1


def test_the_number_and_day_of_the_plan_are_filled_in(plan_id: str) -> None:
    number, day = place_of(plan_id, "no_number")[0], place_of(plan_id, "no_date")[0]
    settle(plan_id, {number: "15/KH-THS2MM", day: "20/3/2024"})
    plan = plans.newest_plan()
    assert plan is not None
    assert (plan.number, plan.signed_on) == ("15/KH-THS2MM", date(2024, 3, 20))


def test_a_day_that_is_none_leaves_everything_as_it_was(plan_id: str) -> None:
    number, day = place_of(plan_id, "no_number")[0], place_of(plan_id, "no_date")[0]
    said = AuditEvent.select().count()
    with pytest.raises(NotADate):
        settle(plan_id, {number: "15/KH", day: "hôm kia"})
    assert AuditEvent.select().count() == said
    plan = plans.newest_plan()
    assert plan is not None
    assert not plan.number
    assert not any(question.answer for question in plans.questions(plan_id))


def test_each_team_may_owe_the_month_by_itself(plan_id: str) -> None:
    place, options = place_of(plan_id, "scope_not_said")
    settle(plan_id, {place: options[1]})
    assert {quota.scope for quota in plans.quotas(plan_id)} == {"unit"}


def test_the_school_year_may_be_what_counts(plan_id: str, draft: PlanDraft) -> None:
    place, options = place_of(plan_id, "years_differ")
    settle(plan_id, {place: options[1]})
    plan = plans.newest_plan()
    assert plan is not None
    assert (plan.period_start, plan.period_end) == (date(2023, 8, 1), date(2024, 7, 31))
    assert chosen_period(draft, {place: options[1]}) == (plan.period_start, plan.period_end)
    assert plan.quota_from == "2024-03"


def test_the_first_month_and_the_days_of_grace_are_chosen(plan_id: str) -> None:
    count_from(plan_id, Month(2024, 4), grace_days=7)
    plan = plans.newest_plan()
    assert plan is not None
    assert (plan.quota_from, plan.record_grace_days) == ("2024-04", 7)
    with pytest.raises(MonthOutsidePlan):
        count_from(plan_id, Month(2025, 1))
    with pytest.raises(TooManyGraceDays):
        count_from(plan_id, Month(2024, 5), grace_days=-1)
