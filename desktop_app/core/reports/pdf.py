"""A paper printed as PDF: each of its parts set by the decree, for the screen with links or for the printer without."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop_app.core.i18n import _
from desktop_app.core.jobs import Progress
from desktop_app.core.reports.chart_drawing import chart_flowable
from desktop_app.core.reports.charts import Channels, Coverage, Legend, Months, QuotaBar, TopicBar
from desktop_app.core.reports.contact_sheet import contact_sheet
from desktop_app.core.reports.decree import MM, decree
from desktop_app.core.reports.document import About, Pages, milestone, new_part, write_document
from desktop_app.core.reports.fonts import printable
from desktop_app.core.reports.letterhead import AFTER_HEAD, addressed, letterhead, title
from desktop_app.core.reports.paper import (
    Addressed,
    Appendix,
    Cell,
    Column,
    ContactSheet,
    Foot,
    Head,
    Heading,
    Milestone,
    PageOf,
    Paper,
    Part,
    Photos,
    Span,
    Table,
    Title,
    Words,
)
from desktop_app.core.reports.photos import photo_rows
from desktop_app.core.reports.pieces import GRID, balanced, gap, opening, paragraph, rule, together
from desktop_app.core.reports.pieces import table as set_table
from desktop_app.core.reports.pieces import text as set_text
from desktop_app.core.reports.plain_paragraph import plain_paragraph
from desktop_app.core.reports.signature import signatures
from desktop_app.core.reports.wording import linked, plain

if TYPE_CHECKING:
    from reportlab.platypus import Flowable

SMALL_GAP = 6.0
AROUND_ARTICLE = 14.0
ROOM_FOR_A_TABLE = 140.0
"""Points: a heading, the table's head and its first rows."""
LONG_TABLE = 8
"""Rows from which a table may part from its end; a shorter one stays with its heading."""
PADDING = 8.0
"""Points that a cell keeps free of its column's width."""
INTRO = "intro"
"""The style of a sentence that leads from a heading to a table."""
_HEADING_STYLES = {1: "section", 2: "clause", 3: "clause"}
_CELL_STYLES = {"left": "cell", "centre": "centre_cell", "right": "right_cell"}


def write_pdf(paper: Paper, path: Path, progress: Progress, *, links: bool = True) -> None:
    """Write the paper's PDF to ``path``, whole or not at all; the same paper gives the same bytes.

    Without ``links`` nothing in it can be clicked and it has no outline: for the printer. Raises Cancelled.
    """
    pages = Pages(links=links)
    about = About(paper.title, paper.author, paper.subject)
    write_document(lambda: list(_Setting(paper, pages, progress).flowables()), pages, about, path)
    progress.step(1, 1, _("The paper is written"))


def set_parts(parts: Sequence[Part], pages: Pages) -> Iterator[Flowable]:
    """The typesetter's pieces of ``parts``, for a paper that is put together by hand (the slip)."""
    for part in parts:
        yield from _set(part, pages)


class _Setting:
    """One paper on its way to the page: knows what follows a part, and how far the work is."""

    def __init__(self, paper: Paper, pages: Pages, progress: Progress) -> None:
        self._parts = list(paper.parts())
        self._pages, self._progress, self._title = pages, progress, paper.title
        self._total = 2 * sum(isinstance(part, Milestone) for part in self._parts) + 1
        self._reached = 0

    def flowables(self) -> Iterator[Flowable]:
        yield self._pages.anchor("letter", self._kind())
        first_article = True
        for number, part in enumerate(self._parts):
            if isinstance(part, Milestone):
                yield self._milestone(part)
            elif isinstance(part, Heading) and part.level < 3:
                yield from _heading(part, self._leads_to_long(number), self._pages)
            elif isinstance(part, Words) and part.style == INTRO and self._leads_to_long(number):
                yield from opening(_paragraph(part.style, part.spans, self._pages), ROOM_FOR_A_TABLE)
            else:
                if isinstance(part, Heading):
                    if not first_article:
                        yield gap(AROUND_ARTICLE)
                    first_article = False
                yield from _set(part, self._pages)

    def _leads_to_long(self, number: int) -> bool:
        """Whether after the part ``number``, and a sentence that leads on, comes what may part from its heading."""
        after = [part for part in self._parts[number + 1 : number + 3] if not _is_intro(part)]
        return bool(after) and _is_long(after[0])

    def _kind(self) -> str:
        """What the letter is called in the outline: its kind, or its title where it has none."""
        return next((part.kind.name for part in self._parts if isinstance(part, Title)), self._title)

    def _milestone(self, part: Milestone) -> Flowable:
        """Parts are made on a first way through and drawn on a second: each milestone is passed twice."""
        count = (self._total - 1) // 2
        self._progress.step(self._reached, self._total, part.words)
        self._reached += 1
        return milestone(self._progress, count + self._reached - 1, self._total, part.words)


def _is_intro(part: Part) -> bool:
    return isinstance(part, Words) and part.style == INTRO


def _is_long(part: Part) -> bool:
    return isinstance(part, Coverage) or (isinstance(part, Table) and len(part.rows) > LONG_TABLE)


def _heading(part: Heading, over_long: bool, pages: Pages) -> Iterator[Flowable]:
    if part.key:
        yield pages.anchor(part.key, part.words, level=1)
    words = set_text(_HEADING_STYLES[part.level], part.words)
    yield from opening(words, ROOM_FOR_A_TABLE) if over_long else [words]


def _set(part: Part, pages: Pages) -> Iterator[Flowable]:
    yield from _SETTERS[type(part)](part, pages)


def _head(part: Head, _pages: Pages) -> Iterator[Flowable]:
    yield letterhead(**part._asdict())
    if part.concerning:  # no title keeps room between it and whom the letter speaks to
        yield gap(AFTER_HEAD)


def _title(part: Title, _pages: Pages) -> Iterator[Flowable]:
    yield from title(part.kind, part.subject)


def _addressed(part: Addressed, _pages: Pages) -> Iterator[Flowable]:
    yield from addressed(part.to)


def _article_heading(part: Heading, pages: Pages) -> Iterator[Flowable]:
    if part.key:
        yield pages.anchor(part.key, part.words, level=1)
    yield set_text(_HEADING_STYLES[part.level], part.words)


def _words(part: Words, pages: Pages) -> Iterator[Flowable]:
    yield _paragraph(part.style, part.spans, pages)


def _paragraph(style: str, spans: Sequence[Span], pages: Pages) -> Flowable:
    """Spans as a paragraph; where none has a look of its own, no markup has to be parsed."""
    words = "".join(span.words for span in spans)
    if "\n" in words or any(span.bold or span.italic or (span.link and pages.links) for span in spans):
        return paragraph(style, _markup(spans, pages.links))
    return plain_paragraph(style, printable(words))


def _table(part: Table, pages: Pages) -> Iterator[Flowable]:
    widths = [column.width * MM for column in part.columns]
    head: list[Any] = [set_text("head", column.name) for column in part.columns]
    rows = [[_cell(*each, pages) for each in zip(row, part.columns, strict=True)] for row in part.rows]
    if part.sum_row:
        rows.append([_sum_cell(*each, pages) for each in zip(part.sum_row, part.columns, strict=True)])
    centred = [("ALIGN", (n, 1), (n, -1), "CENTER") for n, each in enumerate(part.columns) if each.align == "centre"]
    yield set_table([head, *rows], widths, [*GRID, *centred], repeat=1)
    yield gap(SMALL_GAP)


def _cell(cell: Cell, column: Column, pages: Pages) -> Any:
    style = _CELL_STYLES[column.align]
    if isinstance(cell, str):
        return set_text(style, cell)
    if isinstance(cell, Span):
        return _paragraph(style, [cell], pages)
    if isinstance(cell, Words):
        return _paragraph(style, cell.spans, pages)
    if isinstance(cell, PageOf):
        return pages.reference(cell.key)
    return chart_flowable(cell, column.width * MM - PADDING)


def _sum_cell(cell: Cell, column: Column, pages: Pages) -> Any:
    if isinstance(cell, (str, Span)):
        return set_text("head", cell if isinstance(cell, str) else cell.words)
    return _cell(cell, column, pages)


def _markup(spans: Sequence[Span], links: bool) -> str:
    return "".join(_span(span, links) for span in spans)


def _span(span: Span, links: bool) -> str:
    words = linked(span.words) if span.link and links else plain(span.words).replace("\n", "<br/>")
    words = f"<b>{words}</b>" if span.bold else words
    return f"<i>{words}</i>" if span.italic else words


def _photos(part: Photos, _pages: Pages) -> Iterator[Flowable]:
    yield from photo_rows(part.photos)


def _contact_sheet(part: ContactSheet, _pages: Pages) -> Iterator[Flowable]:
    yield from contact_sheet(part.materials)


def _chart(part: Any, _pages: Pages) -> Iterator[Flowable]:
    yield chart_flowable(part, decree().page.text_width)
    yield gap(2 * SMALL_GAP)


def _appendix(part: Appendix, pages: Pages) -> Iterator[Flowable]:
    """Number, title, and the letter it belongs to (mục III, khoản 1b, 1c), a rule under them (mẫu 2.1)."""
    width = decree().page.text_width
    yield from new_part()
    yield pages.anchor(part.key, f"{part.label}. {part.title}")
    yield set_text("appendix", part.label)
    yield balanced("appendix_title", part.title, width)[0]
    if part.attached:
        reference, longest = balanced("appendix_reference", part.attached, width)
        yield reference
        yield rule(width, longest * decree().rules.subject, below=3)
    yield gap(2 * SMALL_GAP)


def _foot(part: Foot, _pages: Pages) -> Iterator[Flowable]:
    block = signatures(part.signer, part.recipients, part.prepared_by)
    closing = [set_text("body", part.closing), gap(SMALL_GAP)] if part.closing else [gap(SMALL_GAP)]
    # A signature alone on a page could be put under any text.
    yield together([*closing, block])


_Setter = Callable[[Any, Pages], Iterator["Flowable"]]
_SETTERS: dict[type, _Setter] = {
    Head: _head,
    Title: _title,
    Addressed: _addressed,
    Heading: _article_heading,
    Words: _words,
    Table: _table,
    Photos: _photos,
    ContactSheet: _contact_sheet,
    Appendix: _appendix,
    Foot: _foot,
    **dict.fromkeys((QuotaBar, TopicBar, Legend, Coverage, Months, Channels), _chart),
}
