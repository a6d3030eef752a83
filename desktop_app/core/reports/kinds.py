"""The kinds of papers a school makes about a period, and the periods of a plan that each can be about."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from db.queries import plans
from db.queries.plans import PlanRow
from desktop_app.core.i18n import N_, _
from desktop_app.core.periods import Month, months_between
from desktop_app.core.spans import MonthSpan, quarters_within, school_years_within, span_called, terms_within

MONTH, TERM, YEAR, OPINIONS, LETTER, MINUTES = "month", "term", "year", "opinions", "letter", "minutes"

QUARTERS = {"Q1": "I", "Q2": "II", "Q3": "III", "Q4": "IV"}
"""A quarter's number as people write it, by the end of its key."""


class Period(NamedTuple):
    """A period as it is kept (“2024-05”) and as people say it (“tháng 5/2024”)."""

    key: str
    label: str


class ReportKind(NamedTuple):
    """A kind: its name in the records, its label, and the periods it can be about in a plan (by its id)."""

    name: str
    label: str
    periods: Callable[[str], list[Period]]


def kind_named(name: str) -> ReportKind:
    """The kind of this name; the month's report for one that this version does not know."""
    return next((kind for kind in KINDS if kind.name == name), KINDS[0])


def span_label(span: MonthSpan) -> str:
    """“tháng 5/2024”, “quý II/2024”, “học kỳ I năm học 2024-2025”, “năm 2024” in the person's language."""
    year, _slash, term = span.key.partition("/")
    if quarter := QUARTERS.get(term):
        return _("quarter {quarter}, {year}").format(quarter=quarter, year=year)
    if term:
        return _("term {term}, {year}").format(term=term, year=year)
    if span.first == span.last:
        return _("month {month}").format(month=span.first.label())
    return (_("the school year {year}") if "-" in year else _("the year {year}")).format(year=year)


def _periods(*of: Callable[[PlanRow], list[MonthSpan]]) -> Callable[[str], list[Period]]:
    def periods(plan_id: str) -> list[Period]:
        plan = plans.plan(plan_id)
        spans = [span for each in of for span in each(plan)] if plan else []
        return [Period(span.key, span_label(span)) for span in spans]

    return periods


def _months(plan: PlanRow) -> list[MonthSpan]:
    months = months_between(Month.of(plan.period_start), Month.of(plan.period_end))
    return [MonthSpan(str(month), month, month) for month in months]


def _terms(plan: PlanRow) -> list[MonthSpan]:
    return terms_within(plan.period_start, plan.period_end)


def _quarters(plan: PlanRow) -> list[MonthSpan]:
    return quarters_within(plan.period_start, plan.period_end)


def _years(plan: PlanRow) -> list[MonthSpan]:
    """The plan's own year first where it is a calendar year; the school years it touches."""
    year = plan.period_start.year
    whole = [span_called(str(year))] if plan.period_end <= date(year, 12, 31) else []
    return [*whole, *school_years_within(plan.period_start, plan.period_end)]


KINDS = (
    ReportKind(MONTH, N_("Report of a month"), _periods(_months)),
    ReportKind(TERM, N_("Review of a term"), _periods(_terms)),
    ReportKind(YEAR, N_("Summing up of a year"), _periods(_years)),
    ReportKind(OPINIONS, N_("Report on opinions"), _periods(_months, _quarters, _terms, _years)),
    ReportKind(LETTER, N_("Covering letter"), _periods(_months)),
    ReportKind(MINUTES, N_("Minutes of handing over"), _periods(_months)),
)
