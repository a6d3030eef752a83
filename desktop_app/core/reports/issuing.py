"""Issuing: a draft gets its number, day and signer, its PDF is made and kept, and from then on nothing changes.

The number is reserved first, in a transaction of its own; the PDF is made with it; then everything is frozen at once.
Whatever goes wrong between gives the number back; after a power cut the draft still has it and uses it next time.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from db import database
from db.fields import now
from db.models import Report
from desktop_app.core import audit
from desktop_app.core.home import Home
from desktop_app.core.i18n import in_vietnamese
from desktop_app.core.jobs import Progress
from desktop_app.core.papers import keep_paper
from desktop_app.core.reports import recipients, registers
from desktop_app.core.reports.authority_words import signer_on
from desktop_app.core.reports.building import paper_of
from desktop_app.core.reports.keeping import DRAFT, ISSUED, NotADraft, heading_of
from desktop_app.core.reports.kinds import kind_named
from desktop_app.core.reports.paper_file import make_files
from desktop_app.core.reports.review import figures_of


class Signing(NamedTuple):
    """How a paper is issued: on which day, by whom; ``number`` None takes the next of the register.

    ``posts`` picks the lines above the signature where the person may sign in more than one way.
    """

    signed_on: date
    signer_id: str
    number: int | None = None
    posts: tuple[str, ...] = ()


class Frozen(NamedTuple):
    """What stands from now on: the title in the register, the figures, the SHA-256 of the two files."""

    title: str
    numbers: dict[str, object]
    pdf_sha256: str
    word_sha256: str


def issue(home: Home, report_id: str, signing: Signing, progress: Progress, *, by_name: str = "") -> int:
    """Issue a draft: number, figures and PDF are frozen. Returns the number.

    Raises NotADraft, MayNotSign, NumberTaken, NoSuchNumber, Cancelled, and what making the paper raises; then the
    draft is as it was and no number is used.
    """
    number = _reserve(report_id, signing, by_name)
    try:
        with TemporaryDirectory(prefix="issue-", dir=home.outbox) as folder:
            frozen = _printed(home, report_id, Path(folder), progress)
        _freeze(report_id, number, frozen, by_name)
    except BaseException:
        _give_back(report_id)
        raise
    return number


def _reserve(report_id: str, signing: Signing, by_name: str) -> int:
    """Day, signer and number on the draft. A number it has from a power cut is used again, if the year is the same."""
    with database.atomic():
        report = Report.get_by_id(report_id)
        if report.state != DRAFT:
            raise NotADraft
        signer = signer_on(signing.signer_id, signing.signed_on, signing.posts)
        wanted = signing.number if signing.number is not None else _number_left(report, signing.signed_on.year)
        report.signed_on, report.signer = signing.signed_on, signing.signer_id
        report.signer_name, report.signer_posts = signer.name, list(signer.posts)
        registers.release_number(report_id)
        report.number = registers.take_number(
            report.kind,
            signing.signed_on,
            number=wanted,
            report_id=report_id,
            about=f"{in_vietnamese(kind_named(report.kind).label)} {report.period}",
            by_name=by_name,
        )
        report.save()
    return int(report.number)


def _number_left(report: Report, year: int) -> int | None:
    """The number a draft was given before the power went, if it is of this year."""
    return report.number if report.signed_on and report.signed_on.year == year else None


def _freeze(report_id: str, number: int, frozen: Frozen, by_name: str) -> None:
    heading = heading_of(report_id)
    with database.atomic():
        report = Report.get_by_id(report_id)
        if report.state != DRAFT or report.number != number:  # another window issued it, or gave its number back
            raise NotADraft
        report.state, report.issued_at = ISSUED, now()
        report.numbers, report.pdf_sha256, report.word_sha256 = frozen[1:]
        report.save()
        registers.use_number(report_id, frozen.title)
        recipients.write_recipients(report_id, heading.addressees, heading.recipients)
        facts = {"number": number, "on": str(report.signed_on), "signer": report.signer_name}
        audit.record("issue report", "report", report_id, by_name, pdf=frozen.pdf_sha256, **facts)


def _printed(home: Home, report_id: str, folder: Path, progress: Progress) -> Frozen:
    """The slow half: the paper with its number, its figures, its two files kept by their hashes."""
    report = Report.get_by_id(report_id)
    paper = paper_of(home, report.kind, report.period, progress, report_id=report_id)
    made = make_files(paper, folder, progress)
    figures = [[figure.label, figure.value] for figure in figures_of(report.kind, report.period)]
    pdf, word = (keep_paper(home, file).sha256 for file in (made.pdf, made.word))
    return Frozen(paper.title, {"figures": figures}, pdf, word)


def _give_back(report_id: str) -> None:
    with database.atomic():
        Report.update(number=None).where(Report.id == report_id, Report.state == DRAFT).execute()
        registers.release_number(report_id)
