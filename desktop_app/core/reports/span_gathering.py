"""A term or a year, gathered: its months as they were judged, its topics, its channels, its list of articles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Literal, NamedTuple

from db.queries import plans
from db.queries import report_periods as rows
from db.queries.plans import PlanRow
from db.queries.report_periods import PlacedRow
from desktop_app.core.i18n import N_, in_vietnamese
from desktop_app.core.month_page import MonthContentIds, NoPlan, month_ids, plan_of, year_of
from desktop_app.core.months import Ledger
from desktop_app.core.periods import Month
from desktop_app.core.reports.gathering import PAPER_STATES
from desktop_app.core.reports.kinds import QUARTERS
from desktop_app.core.reports.letter_facts import letter_facts
from desktop_app.core.reports.opinion_counts import opinion_sentences
from desktop_app.core.reports.span_snapshot import ListedArticle, MonthLine, SpanReport, TopicLine
from desktop_app.core.spans import MonthSpan


class SpanMonth(NamedTuple):
    """A month of a term or a year: its plan, how it was judged, what counted."""

    plan: PlanRow
    ledger: Ledger
    ids: MonthContentIds


def gather_span(kind: Literal["term", "year"], period: MonthSpan) -> SpanReport:
    """Everything the report of a term or a year says. Raises NoPlan, SchoolNotSetUp."""
    months = span_months(period)
    plan = months[-1].plan
    first, last = months[0].ledger.month, months[-1].ledger.month
    days = first.first_day(plan.month_starts_on), last.last_day(plan.month_starts_on)
    placed = rows.placed([id_ for month in months for id_ in month.ids.articles])
    return SpanReport(
        **letter_facts(plan, days[1]),
        kind=kind,
        period=period.key,
        period_title=period_title(period),
        days=days,
        months=tuple(_month_line(month.ledger) for month in months),
        topics=_topics(months, {one.id: one for one in placed}),
        channels=_channels(placed),
        articles=_listed(placed, plan.id),
        videos=sum(month.ids.videos for month in months),
        missing=tuple(_missing(months)),
        opinions=opinion_sentences(*days),
    )


def span_months(period: MonthSpan) -> list[SpanMonth]:
    """The months of ``period`` that have a plan, each judged by its own. Raises NoPlan where none has."""
    asked = period.months()
    by_plan = {plan.id: plan for month in asked if (plan := plans.plan_for(str(month))) is not None}
    judged = {(plan.id, ledger.month): ledger for plan in by_plan.values() for ledger in year_of(plan)}
    found = []
    for month in asked:
        plan = plans.plan_for(str(month))
        if plan is not None:
            found.append(SpanMonth(plan, judged[plan.id, month], month_ids(month)))
    if not found:
        raise NoPlan(month=period.key)
    return found


def period_title(period: MonthSpan) -> str:
    """“quý II năm 2024”, “học kỳ I năm học 2024-2025”, “năm 2024”; "" for a month, which names itself."""
    year, _slash, term = period.key.partition("/")
    if quarter := QUARTERS.get(term):
        return in_vietnamese("quarter {quarter} of the year {year}").format(quarter=quarter, year=year)
    if term:
        return in_vietnamese("term {term} of the school year {year}").format(term=term, year=year)
    if period.first == period.last:
        return ""
    words = N_("school year {year}") if "-" in year else N_("year {year}")
    return in_vietnamese(words).format(year=year)


def month_label(month: Month) -> str:
    """“9/2024” as a row or column is headed."""
    return month.label()


def _month_line(ledger: Ledger) -> MonthLine:
    state = PAPER_STATES.get(ledger.state, "open")
    owes = state != "exempt"
    return MonthLine(
        month_label(ledger.month),
        ledger.articles.have,
        ledger.materials.have,
        ledger.articles.need if owes else 0,
        ledger.materials.need if owes else 0,
        state,
    )


def _topics(months: list[SpanMonth], placed: dict[str, PlacedRow]) -> tuple[TopicLine, ...]:
    """Each topic of the plans over the months; a topic that next year's plan has again stands in one line."""
    titles = rows.topic_titles(list(dict.fromkeys(month.plan.id for month in months)))
    of_media = rows.topics_of_media([id_ for month in months for id_ in month.ids.materials])
    lines: dict[str, tuple[str, str, list[list[int]]]] = {}
    of_topic: dict[str, str] = {}
    for topic_id, (number, title) in titles.items():
        lines.setdefault(title, (number, title, [[0, 0] for _month in months]))
        of_topic[topic_id] = title
    for place, month in enumerate(months):
        for article_id in month.ids.articles:
            if (written := of_topic.get(placed[article_id].topic_id)) is not None:
                lines[written][2][place][0] += 1
        for asset_id in month.ids.materials:
            if (shown := of_topic.get(of_media.get(asset_id, ""))) is not None:
                lines[shown][2][place][1] += 1
    return tuple(
        TopicLine(number, title, tuple((articles, materials) for articles, materials in counts))
        for number, title, counts in lines.values()
    )


def _channels(placed: list[PlacedRow]) -> tuple[tuple[str, int], ...]:
    return tuple(Counter(channel for one in placed for channel in one.channels).most_common())


def _listed(placed: list[PlacedRow], plan_id: str) -> tuple[ListedArticle, ...]:
    titles = rows.topic_titles([plan_id])
    return tuple(
        ListedArticle(one.title, ". ".join(filter(None, titles.get(one.topic_id, ()))), one.channels, one.first_on)
        for one in placed
    )


def _missing(months: list[SpanMonth]) -> Iterator[str]:
    """What months owe, those that owe the same in one line."""
    owing: dict[str, list[str]] = {}
    for month in months:
        owed = ", ".join(in_vietnamese(one.text).format(short=one.short) for one in month.ledger.missing)
        if owed:
            owing.setdefault(owed, []).append(month_label(month.ledger.month))
    for owed, labels in owing.items():
        if len(labels) == 1:
            yield in_vietnamese("Month {month}: {owed}").format(month=labels[0], owed=owed)
        else:
            yield in_vietnamese("Months {months}: each {owed}").format(months=", ".join(labels), owed=owed)


def plan_of_period(period: MonthSpan) -> PlanRow:
    """The plan of the newest month of ``period`` that has one. Raises NoPlan."""
    for month in reversed(period.months()):
        if plans.plan_for(str(month)) is not None:
            return plan_of(month)
    raise NoPlan(month=period.key)
