"""A paper of any kind, put together from the records of now, with the words and the receivers kept for it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from db.models import Report
from desktop_app.core.home import Home
from desktop_app.core.jobs import Progress
from desktop_app.core.month_page import page_of
from desktop_app.core.reports.covering_letter import covering_letter
from desktop_app.core.reports.gathering import gather_month
from desktop_app.core.reports.handing_over import gather_letter, gather_minutes
from desktop_app.core.reports.handing_snapshot import CoveringLetter, Minutes
from desktop_app.core.reports.keeping import heading_of
from desktop_app.core.reports.kinds import LETTER, MINUTES, OPINIONS, TERM, YEAR
from desktop_app.core.reports.minutes import minutes_paper
from desktop_app.core.reports.month import month_paper
from desktop_app.core.reports.opinion_report import gather_opinions, opinion_paper
from desktop_app.core.reports.opinion_snapshot import OpinionReport
from desktop_app.core.reports.paper import Paper
from desktop_app.core.reports.rewording import reworded
from desktop_app.core.reports.snapshot import MonthReport, PeriodLetter
from desktop_app.core.reports.span_gathering import gather_span
from desktop_app.core.reports.span_report import span_paper
from desktop_app.core.reports.span_snapshot import SpanReport
from desktop_app.core.spans import span_called


def paper_of(
    home: Home,
    kind: str,
    period_key: str,
    progress: Progress,
    *,
    copies: Path | None = None,
    report_id: str | None = None,
) -> Paper:
    """The paper of ``kind`` about a period; with a report's id in its words, with its number, day and signer.

    With a folder ``copies`` each picture's copy for the bundle is made there.
    Raises NoPlan, SchoolNotSetUp, NotAPeriod, Cancelled.
    """
    facts = gather(home, kind, period_key, progress, copies=copies)
    if not report_id:
        return set_out(facts)
    facts = replace(facts, **heading_of(report_id)._asdict())
    return reworded(set_out(facts), Report.get_by_id(report_id).sections)


def gather(home: Home, kind: str, period_key: str, progress: Progress, *, copies: Path | None = None) -> PeriodLetter:
    """The facts of a paper as the records stand now. Raises as ``paper_of`` does."""
    span = span_called(period_key)
    if kind in (TERM, YEAR):
        return gather_span("term" if kind == TERM else "year", span)
    if kind == OPINIONS:
        return gather_opinions(span)
    if kind in (LETTER, MINUTES):
        return gather_letter(span) if kind == LETTER else gather_minutes(span)
    return gather_month(home, page_of(span.first), progress, copies=copies)


def set_out(facts: PeriodLetter) -> Paper:
    """The paper that says ``facts``."""
    return _SET_OUT[type(facts)](facts)


_SET_OUT: dict[type, Any] = {
    MonthReport: month_paper,
    SpanReport: span_paper,
    OpinionReport: opinion_paper,
    CoveringLetter: covering_letter,
    Minutes: minutes_paper,
}
