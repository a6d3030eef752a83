"""Papers that are finished: issued and standing, each told by what its bundle would be made of today."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from db.models import MediaEdit, Report
from db.queries.reports import PictureRow
from desktop_app.core.exporting_to import pictures_that_leave
from desktop_app.core.home import Home
from desktop_app.core.month_page import MonthPage, NoPlan, page_of
from desktop_app.core.papers import paper_of
from desktop_app.core.periods import Month
from desktop_app.core.reports.keeping import DRAFT, OUT
from desktop_app.core.reports.kinds import MONTH, OPINIONS, TERM, YEAR
from desktop_app.core.reports.span_gathering import plan_of_period
from desktop_app.core.spans import span_called

KINDS = (MONTH, TERM, YEAR, OPINIONS)
"""Reports; letters and minutes go with a stick from hand to hand."""


class Finished(NamedTuple):
    """The newest standing edition of a paper. The same ``what`` (64 hex digits) is the same bundle on every PC.

    ``what`` is "" where every edition was withdrawn. ``is_here``: this PC has every file that goes into it.
    """

    report_id: str
    kind: str
    period: str
    edition: int
    what: str = ""
    is_here: bool = False


def finished(home: Home) -> Iterator[Finished]:
    """Every report that was issued, the oldest period first; one whose month has no plan any more is passed over."""
    issued = Report.select().where(Report.kind.in_(KINDS), Report.state != DRAFT, Report.deleted_at.is_null())
    ordered = issued.order_by(Report.period, Report.kind, Report.issued_at, Report.edition)
    for _paper, editions in groupby(ordered, key=lambda report: (report.period, report.kind)):
        *_earlier, newest = sorted(editions, key=lambda report: report.state in OUT)
        try:
            yield _finished(home, newest)
        except NoPlan:
            continue


def _finished(home: Home, report: Report) -> Finished:
    paper = Finished(str(report.id), report.kind, report.period, report.edition)
    if report.state not in OUT:
        return paper
    page = page_of(Month.parse(report.period)) if report.kind == MONTH else None
    pictures = pictures_that_leave(page.contents) if page else []
    plan = page.plan if page else plan_of_period(span_called(report.period))
    is_here = str(report.plan_id) == plan.id and _has_all(home, report, pictures)
    return paper._replace(what=_what(report, page, pictures), is_here=is_here)


def _has_all(home: Home, report: Report, pictures: Iterable[PictureRow]) -> bool:
    papers = filter(None, (report.pdf_sha256, report.word_sha256, report.scan_sha256))
    return all(paper_of(home, sha256) for sha256 in papers) and all(
        (home.root / picture.original_path).is_file() for picture in pictures
    )


def _what(report: Report, page: MonthPage | None, pictures: list[PictureRow]) -> str:
    """The digest of everything that decides what is in the bundle: papers, articles, pictures and what is done to them.

    Later words on an article (another place it was posted at) make no new bundle: the signed paper does not know them.
    """
    papers = [report.pdf_sha256, report.word_sha256, report.scan_sha256]
    articles = [[one.id, str(one.approved_on)] for one in page.contents.articles] if page else []
    facts = [str(report.id), papers, articles, sorted({one.sha256 for one in pictures}), _edits(pictures)]
    return hashlib.sha256(json.dumps(facts).encode()).hexdigest()


def _edits(pictures: Iterable[PictureRow]) -> list[list[object]]:
    """A face that is covered after the report was issued is covered in its bundle too."""
    done = MediaEdit.select().where(MediaEdit.asset.in_([picture.id for picture in pictures]))
    return sorted([str(one.asset_id), one.turn, one.crop, one.covered] for one in done)
