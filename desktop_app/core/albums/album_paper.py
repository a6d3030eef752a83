"""The album on paper: its name, the school, and its pictures three a row with their captions."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.core.i18n import N_, _, in_vietnamese
from desktop_app.core.jobs import Progress
from desktop_app.core.reports.contact_sheet import contact_sheet
from desktop_app.core.reports.document import About, Pages, write_document
from desktop_app.core.reports.pieces import gap, text
from desktop_app.core.reports.snapshot import Material

if TYPE_CHECKING:
    from reportlab.platypus import Flowable

UNDER_TITLE = 16.0


def write_album_paper(
    title: str, school_name: str, materials: tuple[Material, ...], path: Path, progress: Progress
) -> None:
    """Write the PDF to ``path``, whole or not at all. It is no official paper: it has no number and no signature."""
    pages = Pages()
    sizes = in_vietnamese(N_("{count} photos and videos")).format(count=len(materials))

    def story() -> list[Flowable]:
        head = [text("issuer", school_name), gap(UNDER_TITLE / 2), text("subject", title), text("sheet_head", sizes)]
        return [pages.anchor("album", title), *head, gap(UNDER_TITLE), *contact_sheet(materials)]

    write_document(story, pages, About(title, school_name, title), path)
    progress.step(progress.total, progress.total, _("The album is written"))
