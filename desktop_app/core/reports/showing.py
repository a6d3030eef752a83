"""A paper to be looked at and taken along: a draft drawn from the records of now, an issued one as it was issued."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from db.models import Report
from db.text import fold
from desktop_app.core.files import written_aside
from desktop_app.core.home import Home
from desktop_app.core.i18n import _
from desktop_app.core.jobs import Progress
from desktop_app.core.reports.authority_words import signers_on
from desktop_app.core.reports.building import gather, paper_of, set_out
from desktop_app.core.reports.docx import write_docx
from desktop_app.core.reports.kinds import kind_named
from desktop_app.core.reports.paper import Paper
from desktop_app.core.reports.paper_file import PaperFiles, kept_files
from desktop_app.core.reports.pdf import write_pdf
from desktop_app.core.reports.preview import Pages, write_without_links
from desktop_app.core.reports.recipients import recipients_on
from desktop_app.core.reports.review import Figure, figures_of
from desktop_app.core.reports.rewording import Passage, passages
from desktop_app.core.reports.snapshot import Signer

SCREEN, PRINTER, WORD = "screen", "printer", "word"
"""What a copy is for: to be read with links, to be printed, to be written in."""


class Chosen(NamedTuple):
    """The paper one works on; ``report_id`` is "" until anything of it was kept."""

    plan_id: str
    kind: str
    period: str
    report_id: str = ""

    @property
    def file_name(self) -> str:
        """What a copy of it is called, without its ending: “BaoCaoThang_2024-05”."""
        label = fold(_(kind_named(self.kind).label))
        return "".join(word.capitalize() for word in label.split()) + f"_{self.period.replace('/', '-')}"


class Shown(NamedTuple):
    """A paper's pages, its figures, and the passages that can be written otherwise (none of an issued one)."""

    pages: Pages
    figures: tuple[Figure, ...] = ()
    passages: tuple[Passage, ...] = ()


def show_paper(home: Home, chosen: Chosen, progress: Progress) -> Shown:
    """Draw a paper; close its pages. Raises NoPlan, SchoolNotSetUp, IssuedPaperLost, Cancelled."""
    kept = _kept(home, chosen)
    if kept is not None:
        return Shown(Pages(kept.pdf), _frozen(chosen.report_id))
    folder = TemporaryDirectory(prefix="preview-", dir=home.outbox)
    try:
        file, paper = Path(folder.name) / "paper.pdf", _paper(home, chosen, progress)
        write_pdf(paper, file, progress)
        figures = figures_of(chosen.kind, chosen.period)
        return Shown(Pages(file, folder), tuple(figures), tuple(passages(paper)))
    except BaseException:
        folder.cleanup()
        raise


def save_copy(home: Home, chosen: Chosen, purpose: str, file: Path, progress: Progress) -> None:
    """Write a copy of a paper to ``file`` for a ``purpose``; an issued one as it was issued.

    Raises NoPlan, SchoolNotSetUp, IssuedPaperLost, Cancelled.
    """
    kept = _kept(home, chosen)
    if kept is not None:
        _copy_kept(kept, purpose, file)
    elif purpose == WORD:
        write_docx(_paper(home, chosen, progress), file, progress)
    else:
        write_pdf(_paper(home, chosen, progress), file, progress, links=purpose == SCREEN)
    progress.step(1, 1)


def _copy_kept(kept: PaperFiles, purpose: str, file: Path) -> None:
    if purpose == PRINTER:
        write_without_links(kept.pdf, file)
        return
    with (kept.word if purpose == WORD else kept.pdf).open("rb") as source, written_aside(file) as target:
        shutil.copyfileobj(source, target)


def _kept(home: Home, chosen: Chosen) -> PaperFiles | None:
    return kept_files(home, chosen.report_id) if chosen.report_id else None


def _paper(home: Home, chosen: Chosen, progress: Progress) -> Paper:
    if chosen.report_id:
        return paper_of(home, chosen.kind, chosen.period, progress, report_id=chosen.report_id)
    facts = gather(home, chosen.kind, chosen.period, progress)
    return set_out(replace(facts, **_heading(chosen.kind, date.today())))


def _heading(kind: str, day: date) -> dict[str, Any]:
    """Who would get and sign a paper that is issued on ``day``: what is looked at is what will be signed."""
    receivers = recipients_on(kind, day)
    heading: dict[str, Any] = {"addressees": receivers.to, "recipients": receivers.copies}
    first = next(iter(signers_on(day)), None)
    return {**heading, "signer": Signer(first.posts, first.name)} if first else heading


def _frozen(report_id: str) -> tuple[Figure, ...]:
    """The figures of an issued paper; they lead nowhere, for the records have gone on."""
    return tuple(Figure(*told) for told in Report.get_by_id(report_id).numbers.get("figures", ()))
