"""A report as it will be printed, page by page, before anything is written anywhere."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from desktop_app.core.home import Home
from desktop_app.core.jobs import Progress
from desktop_app.core.month_page import page_of
from desktop_app.core.periods import Month
from desktop_app.core.reports.gathering import gather_month
from desktop_app.core.reports.month import month_paper
from desktop_app.core.reports.pdf import write_pdf

if TYPE_CHECKING:
    from PIL import Image

SHARPNESS = 96 / 72
"""Pixels a point: a page of A4 is then 794 x 1123 pixels, enough for any office screen."""


def preview_month(home: Home, month: Month, progress: Progress) -> list[Image.Image]:
    """The pages of the report of ``month``. Raises NoPlan, SchoolNotSetUp, Cancelled."""
    with TemporaryDirectory(prefix="preview-", dir=home.outbox) as folder:
        paper = Path(folder) / "report.pdf"
        write_pdf(month_paper(gather_month(home, page_of(month), progress)), paper, progress)
        return pages_of(paper, progress)


def pages_of(paper: Path, progress: Progress) -> list[Image.Image]:
    """Every page of a PDF as a picture. Raises Cancelled between two pages."""
    import pypdfium2  # 8 MB of library that only a preview needs

    with pypdfium2.PdfDocument(paper) as document:
        pictures = []
        for number, page in enumerate(document, 1):
            progress.step(number, len(document))
            pictures.append(page.render(scale=SHARPNESS).to_pil())
        return pictures
