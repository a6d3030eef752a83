"""A paper to be looked at: a draft drawn from the records of now, an issued one exactly as it was issued."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from desktop_app.core.home import Home
from desktop_app.core.jobs import Progress
from desktop_app.core.month_page import page_of
from desktop_app.core.periods import Month
from desktop_app.core.reports.gathering import gather_month
from desktop_app.core.reports.keeping import issued_pdf
from desktop_app.core.reports.month import month_paper
from desktop_app.core.reports.pdf import write_pdf
from desktop_app.core.reports.preview import Pages


class Chosen(NamedTuple):
    """The paper one works on; ``report_id`` is "" until anything of it was kept."""

    plan_id: str
    kind: str
    period: str
    report_id: str = ""


def pages_of(home: Home, chosen: Chosen, progress: Progress) -> Pages:
    """The pages of a paper; close them. Raises NoPlan, SchoolNotSetUp, Cancelled."""
    kept = issued_pdf(home, chosen.report_id) if chosen.report_id else None
    if kept is not None:
        return Pages(kept)
    folder = TemporaryDirectory(prefix="preview-", dir=home.outbox)
    try:
        file = Path(folder.name) / "paper.pdf"
        write_pdf(month_paper(gather_month(home, page_of(Month.parse(chosen.period)), progress)), file, progress)
        return Pages(file, folder)
    except BaseException:
        folder.cleanup()
        raise
