"""A plan in Word (.docx): its paragraphs and tables in order, as flat text."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from desktop_app.core.archives import ArchiveIsBomb, open_archive
from desktop_app.core.errors import UserError
from desktop_app.core.manuscripts.hostile import parsed
from desktop_app.core.plans.errors import PlanIsDamaged
from desktop_app.core.plans.flat_table import flattened
from desktop_app.core.plans.word_numbers import WordNumbers

MOST_XML = 40 << 20
"""Bytes of XML unpacked. A plan of fifty pages has below 3 MB."""
_DEEPEST_TABLE = 5


def word_text(path: Path) -> str:
    """The text of a .docx file. Raises PlanIsDamaged, and what open_archive and parsed raise."""
    _refuse_hostile(path)
    from docx import Document  # python-docx and lxml take a quarter of a second to load

    try:
        document = Document(str(path))
        return "\n".join(_lines_in(document, WordNumbers(document)))
    except UserError:
        raise
    except Exception as error:  # python-docx and lxml fail in their own ways on broken parts
        raise PlanIsDamaged(file=path.name) from error


def _refuse_hostile(path: Path) -> None:
    with open_archive(path) as archive:
        parts = [part for part in archive.infolist() if part.filename.lower().endswith((".xml", ".rels"))]
        if sum(part.file_size for part in parts) > MOST_XML:
            raise ArchiveIsBomb(file=path.name)
        for part in parts:
            parsed(archive.read(part), path.name)


def _lines_in(holder: Any, numbers: WordNumbers) -> Iterator[str]:
    for block in holder.iter_inner_content():
        if hasattr(block, "rows"):
            yield from flattened(_rows(block, numbers, 0), spaced=True)
        else:
            yield ""  # each paragraph of Word is one of the plan
            yield from _paragraph(block, numbers)


def _paragraph(paragraph: Any, numbers: WordNumbers) -> list[str]:
    text = paragraph.text
    return f"{numbers.before(paragraph)}{text}".splitlines() if text.strip() else []


def _rows(table: Any, numbers: WordNumbers, depth: int) -> list[list[list[str]]]:
    seen: set[Any] = set()  # a merged cell is given once for every place it covers
    rows: list[list[list[str]]] = []
    for row in table.rows:
        cells: list[list[str]] = []
        here: set[Any] = set()
        for cell in row.cells:
            if cell._tc not in here:
                cells.append([] if cell._tc in seen else _cell_lines(cell, numbers, depth))
            here.add(cell._tc)
        seen |= here
        rows.append(cells)
    return rows


def _cell_lines(cell: Any, numbers: WordNumbers, depth: int) -> list[str]:
    lines: list[str] = []
    for block in cell.iter_inner_content():
        if not hasattr(block, "rows"):
            lines += _paragraph(block, numbers)
        elif depth < _DEEPEST_TABLE:
            lines += [part for row in _rows(block, numbers, depth + 1) for inner in row for part in inner]
    return [" ".join(line.split()) for line in lines if line.strip()] or _number_alone(cell, numbers)


def _number_alone(cell: Any, numbers: WordNumbers) -> list[str]:
    """A column of numbers Word draws itself has empty paragraphs."""
    drawn = [numbers.before(paragraph).strip() for paragraph in cell.paragraphs]
    return [mark for mark in drawn if mark not in {"", "-"}]
