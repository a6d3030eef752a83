"""What the reader of a plan was unsure of is settled by a person: the answer is kept and takes effect."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from db import database
from db.models import Plan, Quota
from desktop_app.core import audit
from desktop_app.core.periods import Month, parse_date
from desktop_app.core.plans.draft import PlanDraft
from desktop_app.core.plans.saving import period_of

SCOPES = ("school", "unit", "class", "person")
PERIODS = ("week", "month", "term", "year", "event")
RECOGNISED = 40
"""So many letters of a quota's text tell it from another; a question shortens what it quotes."""


def settle(plan_id: str, answers: Mapping[int, str], *, by_name: str = "") -> None:
    """Keep the answers of a plan's questions, by their place from 0, and do what they say.

    An answer is one of the question's options (its id in the catalogue) or words of the person's own.
    Raises NotADate where a day was asked and something else was written; then nothing is kept.
    """
    with database.atomic():
        plan = Plan.get_by_id(plan_id)
        questions = [dict(question) for question in plan.questions]
        for place, answer in sorted(answers.items()):
            question = questions[place]
            question["answer"] = answer.strip() or None
            _EFFECTS.get(question["code"], _nothing)(plan, question, answer.strip())
            audit.record("settle question", "plan", plan_id, by_name, code=question["code"], answer=answer.strip())
        plan.questions = questions
        plan.save()


def chosen_period(draft: PlanDraft, answers: Mapping[int, str]) -> tuple[date, date]:
    """First and last day of a plan not yet kept, as its years were settled. Raises NoPeriod."""
    for place, answer in answers.items():
        question = draft.questions[place]
        if question.code == "years_differ" and answer in question.options:
            return _period_chosen(question.facts, question.options.index(answer))
    return period_of(draft)


def _period_chosen(facts: Mapping[str, Any], option: int) -> tuple[date, date]:
    return period_of(PlanDraft(title="", year_label=str(facts["school_year" if option else "year"])))


def _nothing(plan: Plan, question: Mapping[str, Any], answer: str) -> None:
    """Most answers need no act: the question was whether the text was read rightly."""


def _number(plan: Plan, question: Mapping[str, Any], answer: str) -> None:
    plan.number = "" if answer in question["options"] else answer


def _day(plan: Plan, question: Mapping[str, Any], answer: str) -> None:
    plan.signed_on = None if not answer or answer in question["options"] else parse_date(answer)


def _years(plan: Plan, question: Mapping[str, Any], answer: str) -> None:
    if answer not in question["options"]:
        return
    plan.period_start, plan.period_end = _period_chosen(question["facts"], question["options"].index(answer))
    if not plan.period_start <= Month.parse(plan.quota_from).first_day() <= plan.period_end:
        plan.quota_from = str(Month.of(plan.period_start))


def _scope(plan: Plan, question: Mapping[str, Any], answer: str) -> None:
    if answer in question["options"]:
        _change_quotas(plan, question, scope=SCOPES[question["options"].index(answer)])


def _period(plan: Plan, question: Mapping[str, Any], answer: str) -> None:
    if answer in question["options"]:
        _change_quotas(plan, question, per=PERIODS[question["options"].index(answer)])


def _change_quotas(plan: Plan, question: Mapping[str, Any], **change: str) -> None:
    quoted = question["facts"]["quota"]
    for quota in Quota.select().where(Quota.plan == plan):
        if quota.text[:RECOGNISED] in quoted:
            Quota.update(**change).where(Quota.id == quota.id).execute()


_EFFECTS: Mapping[str, Callable[[Plan, Mapping[str, Any], str], None]] = {
    "no_number": _number,
    "no_date": _day,
    "years_differ": _years,
    "scope_not_said": _scope,
    "period_not_said": _period,
}
