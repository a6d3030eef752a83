"""A month leaves the school: its report, its articles and pictures as one bundle that was read back whole."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from db import database
from db.fields import now
from db.models import Bundle, Plan, Report
from db.queries.reports import PictureRow, pictures_of_article
from desktop_app.core import audit
from desktop_app.core.bundle.contents import REPORT_PLACE
from desktop_app.core.bundle.errors import TargetMissing
from desktop_app.core.bundle.locking import lock_bundle
from desktop_app.core.bundle.packing import bundle_info, bundle_name, pack_month
from desktop_app.core.bundle.writing import WrittenBundle, write_bundle
from desktop_app.core.consent import LeftOut
from desktop_app.core.home import Home
from desktop_app.core.jobs import Progress
from desktop_app.core.month_page import MonthContents, MonthPage, page_of
from desktop_app.core.periods import Month
from desktop_app.core.reports.docx import write_docx
from desktop_app.core.reports.gathering import gather_month
from desktop_app.core.reports.month import month_paper
from desktop_app.core.reports.pdf import write_pdf
from desktop_app.core.reports.prints import kept_back_of


class ExportedBundle(NamedTuple):
    """A bundle that arrived: where it lies, where its report is, what stayed behind."""

    path: Path
    report: Path
    files: int
    bytes: int
    left_out: list[LeftOut]


def export_month(
    home: Home, month: Month, target: Path, progress: Progress, *, words: str = "", by_name: str = ""
) -> ExportedBundle:
    """Write the bundle of ``month`` into ``target`` and prove it. Nothing is left half-done on any error or cancel.

    With ``words`` it is one locked file that opens only with them (see ``bundle.locking``).

    Raises NoPlan, SchoolNotSetUp and the errors of ``bundle.errors``.
    """
    if not target.is_dir():
        raise TargetMissing(folder=target)
    page = page_of(month)
    with TemporaryDirectory(prefix="export-", dir=home.outbox) as work:
        report = gather_month(home, page, progress, copies=Path(work))
        paper = month_paper(report)
        pdf, word = Path(work) / "report.pdf", Path(work) / "report.docx"
        write_pdf(paper, pdf, progress)
        write_docx(paper, word, progress)
        files, folder = pack_month(report, pdf, word), Path(work) if words else target
        written = write_bundle(bundle_name(report), files, folder, progress, bundle_info(report))
        if words:
            written = written._replace(path=lock_bundle(written.path, target, words, progress))
    _remember(page, written, by_name)
    inside = written.path if words else written.path / REPORT_PLACE
    return ExportedBundle(written.path, inside, written.files, written.bytes, left_out_of(page.contents))


def left_out_of(contents: MonthContents) -> list[LeftOut]:
    """The pictures of a month that may not leave for the authority today, each once."""
    pictures: dict[str, PictureRow] = {picture.id: picture for picture in contents.materials}
    for article in contents.articles:
        pictures |= {picture.id: picture for picture in pictures_of_article(article.id)}
    kept_back = kept_back_of(pictures.values())
    return [LeftOut(pictures[asset_id].original_name, why) for asset_id, why in kept_back.items()]


def _remember(page: MonthPage, written: WrittenBundle, by_name: str) -> None:
    """Note the month's report with its numbers as exported, and the bundle with its list's digest."""
    ledger = page.ledger
    numbers: dict[str, object] = {
        "articles": list(ledger.articles[:3]),
        "materials": list(ledger.materials[:3]),
        "state": ledger.state,
    }
    with database.atomic():
        report = _draft_report(page.plan.id, ledger.month, numbers)
        Bundle.create(
            report=report,
            name=written.path.name,
            written_to=str(written.path),
            files=written.files,
            bytes=written.bytes,
            manifest_sha256=written.manifest_sha256,
            verified_at=now(),
        )
        audit.record("export month", "report", report.id, by_name, bundle=written.path.name)


def _draft_report(plan_id: str, month: Month, numbers: dict[str, object]) -> Report:
    """The open edition of the month's report with these numbers; a signed one is never touched, the next is begun."""
    newest = (
        Report.select()
        .where(Report.plan == plan_id, Report.kind == "month", Report.period == str(month))
        .order_by(Report.edition.desc())
        .first()
    )
    if newest is None or newest.state in ("signed", "sent", "confirmed"):
        edition = newest.edition + 1 if newest else 1
        return Report.create(plan=Plan.get_by_id(plan_id), period=str(month), edition=edition, numbers=numbers)
    newest.numbers = numbers
    newest.save()
    return newest
