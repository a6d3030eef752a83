"""A plan in PDF: lines and drawn tables of its pages in order, as flat text."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from desktop_app.core.errors import UserError
from desktop_app.core.plans.errors import PlanIsDamaged, PlanIsLocked, PlanIsScan, PlanIsTooLong
from desktop_app.core.plans.flat_table import flattened

MOST_PAGES = 80
_PARAGRAPH_GAP = 0.9
"""An empty space this many lines high parts two paragraphs."""
_NARROW = 5.0
"""Points. Strips lower than this hold no line."""


def pdf_text(path: Path) -> str:
    """The text of a PDF. Raises PlanIsDamaged, PlanIsLocked, PlanIsScan, PlanIsTooLong."""
    import pdfplumber  # takes a fifth of a second to load
    from pdfminer.pdfdocument import PDFPasswordIncorrect

    try:
        with pdfplumber.open(path) as pdf:
            if len(pdf.pages) > MOST_PAGES:
                raise PlanIsTooLong(file=path.name, pages=len(pdf.pages), limit=MOST_PAGES)
            text = "\n".join(line for page in pdf.pages for line in _page_lines(page))
    except UserError:
        raise
    except Exception as error:  # pdfminer raises whatever a broken file leads it to
        if isinstance(error, PDFPasswordIncorrect) or isinstance(error.__context__, PDFPasswordIncorrect):
            raise PlanIsLocked(file=path.name) from error
        raise PlanIsDamaged(file=path.name) from error
    if not text.strip():
        raise PlanIsScan(file=path.name)
    return text


def _page_lines(page: Any) -> Iterator[str]:
    """Text above, between and below the tables, each in its place."""
    top = page.bbox[1]
    for table in sorted(page.find_tables(), key=lambda table: float(table.bbox[1])):
        yield from _strip_lines(page, top, table.bbox[1])
        rows = [[_cell_lines(cell) for cell in row] for row in table.extract()]
        yield from flattened(rows)[1:-1]  # a table may go on from the page before
        top = max(top, table.bbox[3])
    yield from _strip_lines(page, top, page.bbox[3])
    page.close()  # frees the page's drawings


def _cell_lines(cell: str | None) -> list[str]:
    return [line for line in (cell or "").splitlines() if line.strip()]


def _strip_lines(page: Any, top: float, bottom: float) -> Iterator[str]:
    if bottom - top < _NARROW:
        return
    strip = page.crop((page.bbox[0], top, page.bbox[2], bottom), strict=False)
    before: float | None = None
    for line in strip.extract_text_lines(return_chars=False):
        if before is not None and line["top"] - before > _PARAGRAPH_GAP * (line["bottom"] - line["top"]):
            yield ""
        before = line["bottom"]
        yield line["text"]
