"""A paper on a term, a year or opinions leaves the school: PDF, Word file and signed scan as one proved bundle."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from desktop_app.core.bundle.contents import INDEX_PLACE, REPORT_PLACE, WORD_PLACE
from desktop_app.core.bundle.copying import BundleFile
from desktop_app.core.bundle.names import letters_only
from desktop_app.core.bundle.packing import letters_or_dashes
from desktop_app.core.bundle.paper_page import PaperFacts, paper_page
from desktop_app.core.exporting import ExportedBundle, Parcel, deliver, scan_file
from desktop_app.core.home import Home
from desktop_app.core.i18n import in_vietnamese
from desktop_app.core.jobs import Progress
from desktop_app.core.reports.building import gather, paper_of
from desktop_app.core.reports.keeping import report_to_send
from desktop_app.core.reports.kinds import LETTER, MINUTES, OPINIONS, TERM, YEAR
from desktop_app.core.reports.paper_file import kept_files, make_files
from desktop_app.core.reports.review import named_figures_of
from desktop_app.core.reports.span_gathering import plan_of_period
from desktop_app.core.spans import span_called

NAMES = {TERM: "SoKet", YEAR: "TongKet", OPINIONS: "DuLuan", LETTER: "CongVan", MINUTES: "BienBan"}
"""What the folder of each kind is called on the stick."""


def export_paper(
    home: Home, kind: str, period_key: str, target: Path, progress: Progress, *, by_name: str = ""
) -> ExportedBundle:
    """Write the bundle of a paper into ``target`` and prove it. Nothing is left half-done on any error or cancel.

    Raises NotAPeriod, NoPlan, SchoolNotSetUp and the errors of ``bundle.errors``.
    """
    with paper_parcel(home, kind, period_key, progress) as parcel:
        return deliver(parcel, target, progress, by_name=by_name)


@contextmanager
def paper_parcel(home: Home, kind: str, period_key: str, progress: Progress) -> Iterator[Parcel]:
    """A paper as PDF and Word file with its page, ready to be written anywhere while the block lasts."""
    span = span_called(period_key)
    report_id = report_to_send(plan_of_period(span).id, kind, span.key)
    facts = gather(home, kind, span.key, progress)
    paper = paper_of(home, kind, span.key, progress, report_id=report_id)
    figures = [(in_vietnamese(figure.label), figure.value) for figure in named_figures_of(kind, span.key)]
    page = paper_page(PaperFacts(facts.authority_line, facts.school_name, paper.title, figures))
    name = f"{NAMES[kind]}_{letters_or_dashes(span.key)}_{letters_only(facts.school_short or facts.school_name)}"
    info = {"Source-Organization": facts.school_name, "External-Identifier": name}
    numbers = {"figures": [list(figure) for figure in figures]}
    with TemporaryDirectory(prefix="export-", dir=home.outbox) as folder:
        papers = kept_files(home, report_id) or make_files(paper, Path(folder), progress)
        files = [BundleFile(papers.pdf, REPORT_PLACE), BundleFile(papers.word, WORD_PLACE), *scan_file(papers)]
        files.append(BundleFile(page, INDEX_PLACE))
        yield Parcel(report_id, name, files, info, f"export {kind}", numbers, [], Path(folder))
