"""A paper printed as a Word file that offices can edit: the same words, tables and photos as its PDF.

Word 2010 and later open it. The same paper gives the same bytes.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop_app.core.files import written_aside
from desktop_app.core.i18n import _
from desktop_app.core.jobs import Progress
from desktop_app.core.reports.decree import decree
from desktop_app.core.reports.document import PRESS, PROGRAM
from desktop_app.core.reports.docx_pieces import add_field, count_from_one
from desktop_app.core.reports.docx_setting import Setting
from desktop_app.core.reports.docx_styles import Styles, use_house_letters
from desktop_app.core.reports.fonts import printable
from desktop_app.core.reports.paper import Appendix, Milestone, Paper, Part

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

FIXED_DAY = datetime(2020, 3, 5)  # noqa: DTZ001  # the decree's own day: a file must not change with the clock
ZIP_DAY = (2020, 3, 5, 0, 0, 0)
PACKED_ALREADY = (".jpg", ".jpeg", ".png")


def write_docx(paper: Paper, path: Path, progress: Progress) -> None:
    """Write the paper's Word file to ``path``, whole or not at all. Raises Cancelled between two articles."""
    with PRESS:
        document = _blank(paper)
        styles = Styles(document)
        _number_pages(document, styles)
        parts = list(paper.parts())
        total = sum(isinstance(part, Milestone) for part in parts) + 1
        setting, reached = Setting(document, styles), 0
        for part, following in _with_following(parts):
            if isinstance(part, Milestone):
                progress.step(reached, total, part.words)
                reached += 1
            elif isinstance(part, Appendix):
                _new_section(document)
                setting.set(part, following)
            else:
                setting.set(part, following)
        content = _settled(document)
    with written_aside(path) as file:
        file.write(content)
    progress.step(total, total, _("The paper is written"))


def _with_following(parts: list[Part]) -> Iterator[tuple[Part, Part | None]]:
    yield from zip(parts, [*parts[1:], None], strict=True)


def _blank(paper: Paper) -> WordDocument:
    """A document of the decree's paper, margins and letters (mục I, khoản 1, 2)."""
    from docx import Document  # 200 ms that only a Word file needs

    document = Document()
    use_house_letters(document)
    about = document.core_properties
    about.title, about.author, about.subject = (printable(each) for each in (paper.title, paper.author, paper.subject))
    about.comments, about.keywords, about.language = "", "", "vi-VN"
    about.last_modified_by, about.revision = PROGRAM, 1
    about.created = about.modified = FIXED_DAY
    _lay_out(document.sections[0])
    return document


def _number_pages(document: WordDocument, styles: Styles) -> None:
    """In the middle of the top margin, from the second page on (mục I, khoản 7)."""
    add_field(styles.put(document.sections[0].header.paragraphs[0], "page_number"), "PAGE", "2")


def _lay_out(section: Any) -> None:
    from docx.shared import Mm

    page = decree().page
    section.page_width, section.page_height = Mm(page.width_mm), Mm(page.height_mm)
    section.top_margin, section.bottom_margin = Mm(page.top_mm), Mm(page.bottom_mm)
    section.left_margin, section.right_margin = Mm(page.left_mm), Mm(page.right_mm)
    section.header_distance = section.footer_distance = Mm(page.number_from_top_mm)
    section.different_first_page_header_footer = True


def _new_section(document: WordDocument) -> None:
    """An appendix counts its pages from 1 again (mục III, khoản 1đ)."""
    from docx.enum.section import WD_SECTION

    section = document.add_section(WD_SECTION.NEW_PAGE)
    section.different_first_page_header_footer = True
    count_from_one(section)


def _settled(document: WordDocument) -> bytes:
    """The file with the clock taken out of it, and photos stored as they are: they cannot be packed smaller."""
    written = io.BytesIO()
    document.save(written)
    settled = io.BytesIO()
    with zipfile.ZipFile(written) as source, zipfile.ZipFile(settled, "w") as target:
        for entry in source.infolist():
            kept = zipfile.ZipInfo(entry.filename, ZIP_DAY)
            packed = entry.filename.lower().endswith(PACKED_ALREADY)
            kept.compress_type = zipfile.ZIP_STORED if packed else zipfile.ZIP_DEFLATED
            target.writestr(kept, source.read(entry))
    return settled.getvalue()
