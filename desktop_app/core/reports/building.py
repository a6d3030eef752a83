"""A paper of any kind, put together from the records of now, with the words and the receivers kept for it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from db.models import Report
from desktop_app.core.home import Home
from desktop_app.core.jobs import Progress
from desktop_app.core.month_page import page_of
from desktop_app.core.periods import Month
from desktop_app.core.reports.gathering import gather_month
from desktop_app.core.reports.keeping import heading_of
from desktop_app.core.reports.month import month_paper
from desktop_app.core.reports.paper import Paper
from desktop_app.core.reports.rewording import reworded


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
    Raises NoPlan, SchoolNotSetUp, Cancelled.
    """
    facts = gather_month(home, page_of(Month.parse(period_key)), progress, copies=copies)
    if not report_id:
        return month_paper(facts)
    facts = replace(facts, **heading_of(report_id)._asdict())
    return reworded(month_paper(facts), Report.get_by_id(report_id).sections)
