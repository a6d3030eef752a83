"""The kinds of papers a school makes about a period, and the periods of a plan that each can be about."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from db.queries import plans
from desktop_app.core.i18n import N_, _
from desktop_app.core.periods import Month, months_between


class Period(NamedTuple):
    """A period as it is kept (“2024-05”) and as people say it (“tháng 5/2024”)."""

    key: str
    label: str


class ReportKind(NamedTuple):
    """A kind: its name in the records, its label, and the periods it can be about in a plan (by its id)."""

    name: str
    label: str
    periods: Callable[[str], list[Period]]


def _months(plan_id: str) -> list[Period]:
    plan = plans.plan(plan_id)
    if plan is None:
        return []
    months = months_between(Month.of(plan.period_start), Month.of(plan.period_end))
    return [Period(str(month), _("month {month}").format(month=month.label())) for month in months]


KINDS = (ReportKind("month", N_("Report of a month"), _months),)


def kind_named(name: str) -> ReportKind:
    """The kind of this name; the month's report for one that this version does not know."""
    return next((kind for kind in KINDS if kind.name == name), KINDS[0])
