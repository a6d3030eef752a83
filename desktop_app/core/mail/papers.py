"""A paper by e-mail: its PDF, Word file and signed scan; with a month its articles and pictures too, if wanted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import NamedTuple

from db.models import School
from desktop_app.core.bundle.copying import BundleFile
from desktop_app.core.bundle.packing import pack_month
from desktop_app.core.home import Home
from desktop_app.core.i18n import N_, in_vietnamese
from desktop_app.core.jobs import Progress
from desktop_app.core.mail.account import MailAccount
from desktop_app.core.mail.letters import Attached, Words
from desktop_app.core.mail.queue import Queued, queue_mail
from desktop_app.core.month_page import page_of
from desktop_app.core.reports.building import paper_of
from desktop_app.core.reports.gathering import gather_month
from desktop_app.core.reports.keeping import report_to_send
from desktop_app.core.reports.kinds import MONTH
from desktop_app.core.reports.paper_file import PaperFiles, kept_files, make_files
from desktop_app.core.reports.span_gathering import plan_of_period
from desktop_app.core.spans import span_called


class Posting(NamedTuple):
    """What goes to whom; ``with_contents``: a month's articles, photos and videos too."""

    kind: str
    period: str
    to: Sequence[str]
    words: Words
    with_contents: bool = False


def queue_paper(home: Home, account: MailAccount, posting: Posting, progress: Progress, *, by_name: str = "") -> Queued:
    """Make the paper's files and put them into the queue as letters; an issued paper goes exactly as it was issued.

    Raises NoPlan, NotAPeriod, SchoolNotSetUp, NoRecipient, AddressWrong, NothingToSend, Cancelled.
    """
    span = span_called(posting.period)
    report_id = report_to_send(plan_of_period(span).id, posting.kind, span.key)
    with TemporaryDirectory(prefix="mail-", dir=home.outbox) as work:
        folder = Path(work)
        papers = kept_files(home, report_id)
        if papers is None:
            paper = paper_of(home, posting.kind, span.key, progress, report_id=report_id)
            papers = make_files(paper, folder, progress)
        files = [*_papers(papers, posting)]
        if posting.with_contents and posting.kind == MONTH:
            files += _contents(home, posting, papers, folder, progress)
        return queue_mail(home, account, posting.to, posting.words, files, report_id=report_id, by_name=by_name)


def usual_words(title: str) -> Words:
    """The letter as the school would write it; ``title`` is the paper's."""
    school = School.get_or_none()
    name = str(school.name) if school else ""
    text = in_vietnamese(N_("{school} respectfully sends: {title}. The files are enclosed.")).format(
        school=name, title=title
    )
    return Words(f"{name}: {title}" if name else title, text)


def _papers(papers: PaperFiles, posting: Posting) -> Iterator[Attached]:
    stem = f"{posting.kind}_{posting.period}".replace("/", "-")
    yield Attached(f"{stem}.pdf", papers.pdf)
    yield Attached(f"{stem}.docx", papers.word)
    if papers.scan is not None:
        yield Attached(f"{stem}_ban-ky{papers.scan.suffix}", papers.scan)


def _contents(home: Home, posting: Posting, papers: PaperFiles, folder: Path, progress: Progress) -> Iterator[Attached]:
    """Articles and pictures as a bundle would have them: only those with consent, copies without GPS."""
    report = gather_month(home, page_of(span_called(posting.period).first), progress, copies=folder)
    for number, file in enumerate(pack_month(report, papers.pdf, papers.word)):
        if file.place.startswith(("data/02", "data/03")):
            yield Attached(PurePosixPath(file.place).name, _as_file(file, folder / f"{number}.part"))


def _as_file(file: BundleFile, place: Path) -> Path:
    if isinstance(file.source, bytes):
        place.write_bytes(file.source)
        return place
    return file.source
