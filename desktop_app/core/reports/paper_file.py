"""The files of a paper: an issued one's exactly as they were issued, a draft's made from the records of now."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from db.models import Report
from desktop_app.core.errors import UserError
from desktop_app.core.home import Home
from desktop_app.core.i18n import N_
from desktop_app.core.jobs import Progress
from desktop_app.core.reports.docx import write_docx
from desktop_app.core.reports.keeping import DRAFT, issued_pdf, issued_word, scan_of
from desktop_app.core.reports.paper import Paper
from desktop_app.core.reports.pdf import write_pdf


class IssuedPaperLost(UserError):
    message = N_("The issued paper is not in the home folder any more.")
    hint = N_("Take it back from a copy of the home folder; it is never made anew from other figures.")


class PaperFiles(NamedTuple):
    """A paper to print, to edit, and the scan of the signed one if there is one."""

    pdf: Path
    word: Path
    scan: Path | None = None


def make_files(paper: Paper, folder: Path, progress: Progress) -> PaperFiles:
    """Print the paper into ``folder`` as PDF and as Word file. Raises Cancelled."""
    files = PaperFiles(folder / "report.pdf", folder / "report.docx")
    write_pdf(paper, files.pdf, progress)
    write_docx(paper, files.word, progress)
    return files


def kept_files(home: Home, report_id: str) -> PaperFiles | None:
    """The files of an issued paper, byte for byte; None for a draft. Raises IssuedPaperLost."""
    if Report.get_by_id(report_id).state == DRAFT:
        return None
    pdf, word = issued_pdf(home, report_id), issued_word(home, report_id)
    if pdf is None or word is None:
        raise IssuedPaperLost
    return PaperFiles(pdf, word, scan_of(home, report_id))
