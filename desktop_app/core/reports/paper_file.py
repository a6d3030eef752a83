"""The file of a report that is kept: its PDF with number, day and signer as they stand in its row; its figures."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from db.models import Report
from desktop_app.core.home import Home
from desktop_app.core.jobs import Progress
from desktop_app.core.month_page import ledger_of, page_of
from desktop_app.core.periods import Month
from desktop_app.core.reports.gathering import gather_month
from desktop_app.core.reports.keeping import heading_of
from desktop_app.core.reports.month import month_paper
from desktop_app.core.reports.pdf import write_pdf


def write_report_pdf(home: Home, report_id: str, file: Path, progress: Progress) -> None:
    """Write the paper of a report as it would be signed. Raises NoPlan, SchoolNotSetUp, Cancelled."""
    period, heading = Report.get_by_id(report_id).period, heading_of(report_id)
    facts = gather_month(home, page_of(Month.parse(period)), progress)
    write_pdf(month_paper(replace(facts, **heading._asdict())), file, progress)


def numbers_of(report_id: str) -> dict[str, object]:
    """The report's figures as they stand now, for keeping."""
    ledger = ledger_of(Month.parse(Report.get_by_id(report_id).period))
    return {"articles": list(ledger.articles[:3]), "materials": list(ledger.materials[:3]), "state": ledger.state}
