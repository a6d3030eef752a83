"""A month leaves the school: its report, its articles and pictures as one bundle that was read back whole."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from db import database
from db.fields import now
from db.models import Bundle, Report
from db.queries.reports import PictureRow, pictures_of_article
from desktop_app.core import audit
from desktop_app.core.bundle.contents import REPORT_PLACE
from desktop_app.core.bundle.copying import BundleFile
from desktop_app.core.bundle.errors import TargetMissing
from desktop_app.core.bundle.locking import lock_bundle
from desktop_app.core.bundle.packing import bundle_info, bundle_name, pack_month
from desktop_app.core.bundle.videos import VideoLimit, within
from desktop_app.core.bundle.writing import WrittenBundle, write_bundle
from desktop_app.core.consent import LeftOut
from desktop_app.core.home import Home
from desktop_app.core.jobs import Progress
from desktop_app.core.month_page import MonthContents, MonthPage, page_of
from desktop_app.core.periods import Month
from desktop_app.core.reports.gathering import gather_month
from desktop_app.core.reports.keeping import DRAFT, heading_of, is_out, mark_sent, report_to_send
from desktop_app.core.reports.month import month_paper
from desktop_app.core.reports.paper_file import PaperFiles, kept_files, make_files
from desktop_app.core.reports.prints import kept_back_of
from desktop_app.core.reports.rewording import reworded
from desktop_app.core.reports.snapshot import MonthReport
from desktop_app.core.usb import drive_of

SCAN_STEM = "data/01_BaoCao_ban-ky"
"""Where the scan of the signed report lies; it keeps its own ending."""


class ExportedBundle(NamedTuple):
    """A bundle that arrived: where it lies, where its report is, what stayed behind."""

    path: Path
    report: Path
    files: int
    bytes: int
    left_out: list[LeftOut]


class Parcel(NamedTuple):
    """What is to leave: of which report, under which name, its files, what its bag says, what stays behind.

    ``act`` is its word in the log, ``numbers`` the figures that a draft keeps of it.
    """

    report_id: str
    name: str
    files: list[BundleFile]
    info: dict[str, str]
    act: str
    numbers: dict[str, Any]
    left_out: list[LeftOut]
    work: Path


def export_month(
    home: Home,
    month: Month,
    target: Path,
    progress: Progress,
    *,
    words: str = "",
    by_name: str = "",
    videos: VideoLimit = VideoLimit(),  # noqa: B008 - a value that never changes
) -> ExportedBundle:
    """Write the bundle of ``month`` into ``target`` and prove it. Nothing is left half-done on any error or cancel.

    With ``words`` it is one locked file that opens only with them (see ``bundle.locking``).

    Raises NoPlan, SchoolNotSetUp and the errors of ``bundle.errors``.
    """
    if not target.is_dir():
        raise TargetMissing(folder=target)
    with month_parcel(home, month, progress, videos) as parcel:
        return deliver(parcel, target, progress, words=words, by_name=by_name)


@contextmanager
def month_parcel(home: Home, month: Month, progress: Progress, videos: VideoLimit) -> Iterator[Parcel]:
    """A month's papers, articles and pictures, ready to be written anywhere while the block lasts."""
    page = page_of(month)
    with TemporaryDirectory(prefix="export-", dir=home.outbox) as folder:
        work = Path(folder)
        report, held_back = within(gather_month(home, page, progress, copies=work), videos)
        report_id = report_to_send(page.plan.id, "month", str(month))
        papers = kept_files(home, report_id) or _drafted(report, report_id, work, progress)
        files = pack_month(report, papers.pdf, papers.word, scan_file(papers), held_back)
        left_out = [*left_out_of(page.contents), *(LeftOut(one.name, one.why) for one in held_back)]
        name, info = bundle_name(report), bundle_info(report)
        yield Parcel(report_id, name, files, info, "export month", _numbers(page), left_out, work)


def deliver(parcel: Parcel, target: Path, progress: Progress, *, words: str = "", by_name: str = "") -> ExportedBundle:
    """Write a parcel into ``target``, prove it, and note it. Raises the errors of ``bundle.errors``."""
    if not target.is_dir():
        raise TargetMissing(folder=target)
    with TemporaryDirectory(prefix="locked-", dir=parcel.work) as aside:
        written = write_bundle(parcel.name, parcel.files, Path(aside) if words else target, progress, parcel.info)
        if words:
            written = written._replace(path=lock_bundle(written.path, target, words, progress))
    with database.atomic():
        draft = Report.update(numbers=parcel.numbers)
        draft.where(Report.id == parcel.report_id, Report.state == DRAFT).execute()
        note_bundle(parcel.report_id, written, parcel.act, by_name)
    went_out(parcel.report_id, written, target, by_name)
    inside = written.path if words else written.path / REPORT_PLACE
    return ExportedBundle(written.path, inside, written.files, written.bytes, parcel.left_out)


def _drafted(report: MonthReport, report_id: str, folder: Path, progress: Progress) -> PaperFiles:
    """The papers of a report that is not issued yet, in the words and with the receivers kept for it."""
    headed = replace(report, **heading_of(report_id)._asdict())
    own_words = Report.get_by_id(report_id).sections
    return make_files(reworded(month_paper(headed), own_words), folder, progress)


def went_out(report_id: str, written: WrittenBundle, target: Path, by_name: str) -> None:
    """An issued report that lies on a stick now is on its way."""
    if drive_of(target) is not None and is_out(report_id):
        mark_sent(report_id, how=written.path.name, by_name=by_name)


def scan_file(papers: PaperFiles) -> tuple[BundleFile, ...]:
    """The scan of the signed report, where there is one."""
    return (BundleFile(papers.scan, f"{SCAN_STEM}{papers.scan.suffix}"),) if papers.scan else ()


def left_out_of(contents: MonthContents) -> list[LeftOut]:
    """The pictures of a month that may not leave for the authority today, each once."""
    pictures: dict[str, PictureRow] = {picture.id: picture for picture in contents.materials}
    for article in contents.articles:
        pictures |= {picture.id: picture for picture in pictures_of_article(article.id)}
    kept_back = kept_back_of(pictures.values())
    return [LeftOut(pictures[asset_id].original_name, why) for asset_id, why in kept_back.items()]


def _numbers(page: MonthPage) -> dict[str, Any]:
    """The figures of a draft as exported; those of an issued report stand."""
    ledger = page.ledger
    return {"articles": [*ledger.articles[:3]], "materials": [*ledger.materials[:3]], "state": ledger.state}


def note_bundle(report_id: str, written: WrittenBundle, act: str, by_name: str) -> None:
    """Note a bundle with its list's digest; call it inside the transaction of the export."""
    Bundle.create(
        report=report_id,
        name=written.path.name,
        written_to=str(written.path),
        files=written.files,
        bytes=written.bytes,
        manifest_sha256=written.manifest_sha256,
        verified_at=now(),
    )
    audit.record(act, "report", report_id, by_name, bundle=written.path.name)
