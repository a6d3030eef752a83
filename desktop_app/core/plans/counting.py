"""Which months of a plan count, and how long a month may still be filled in afterwards."""

from __future__ import annotations

from db import database
from db.models import Plan
from desktop_app.core import audit
from desktop_app.core.errors import UserError
from desktop_app.core.i18n import N_
from desktop_app.core.periods import Month, months_between

MOST_GRACE_DAYS = 31


class MonthOutsidePlan(UserError):
    message = N_("Month {month} is not in the plan's time, {first} to {last}.")
    hint = N_("Choose one of the plan's own months.")


class TooManyGraceDays(UserError):
    message = N_("{days} is no number of days between 0 and {most}.")
    hint = N_("Five days are usual: time to write down what happened at the month's end.")


def count_from(plan_id: str, first: Month, *, grace_days: int = 5, by_name: str = "") -> None:
    """Let ``first`` be the first month that counts, and ``grace_days`` the days to record what happened in a month.

    Raises MonthOutsidePlan, TooManyGraceDays.
    """
    plan = Plan.get_by_id(plan_id)
    months = months_between(Month.of(plan.period_start), Month.of(plan.period_end))
    if first not in months:
        raise MonthOutsidePlan(month=first.label(), first=months[0].label(), last=months[-1].label())
    if not 0 <= grace_days <= MOST_GRACE_DAYS:
        raise TooManyGraceDays(days=grace_days, most=MOST_GRACE_DAYS)
    with database.atomic():
        plan.quota_from, plan.record_grace_days = str(first), grace_days
        plan.save()
        audit.record("count from", "plan", plan_id, by_name, month=str(first), grace_days=grace_days)
