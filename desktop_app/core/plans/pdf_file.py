"""A plan in PDF: lines and drawn tables of its pages in order, as flat text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from desktop_app.core.errors import UserError
from desktop_app.core.plans.errors import PlanIsDamaged, PlanIsLocked, PlanIsScan, PlanIsTooLong
from desktop_app.core.plans.flat_table import flattened

Word = dict[str, Any]
"""A word of pdfplumber: its text and where it stands, in points from the top left."""

MOST_PAGES = 80
_PARAGRAPH_GAP = 0.9
"""An empty space this many lines high parts two paragraphs."""
_COLUMN_GAP = 1.5
"""And one this many lines wide parts two columns."""
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
    bottom_before: float | None = None
    for line in _lines_of_words(strip.extract_words()):
        height = line[0]["bottom"] - line[0]["top"]
        if bottom_before is not None and line[0]["top"] - bottom_before > _PARAGRAPH_GAP * height:
            yield ""
        bottom_before = line[0]["bottom"]
        yield "".join(_with_space(before, word, height) for before, word in zip([None, *line], line, strict=False))


def _lines_of_words(words: Iterable[Word]) -> Iterator[list[Word]]:
    """Words of one height on the page are a line, left to right."""
    line: list[Word] = []
    for word in sorted(words, key=lambda word: (word["bottom"], word["x0"])):
        if line and word["bottom"] - line[0]["bottom"] > (word["bottom"] - word["top"]) / 3:
            yield sorted(line, key=lambda word: float(word["x0"]))
            line = []
        line.append(word)
    if line:
        yield sorted(line, key=lambda word: float(word["x0"]))


def _with_space(before: Word | None, word: Word, height: float) -> str:
    """A gap wider than words of one sentence leave parts two columns: a letterhead, two signatures."""
    if before is None:
        return str(word["text"])
    return ("\t" if word["x0"] - before["x1"] > _COLUMN_GAP * height else " ") + str(word["text"])
