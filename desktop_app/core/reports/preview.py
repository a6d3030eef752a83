"""A paper as it will be printed, page by page: drawn when a page is looked at, as sharp as the screen needs it."""

from __future__ import annotations

import threading
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, NamedTuple

from desktop_app.core.files import written_aside

if TYPE_CHECKING:
    from PIL import Image

PIXELS_A_POINT = 96 / 72
"""Of a screen at 100 %."""
WIDEST = 4000
"""Pixels: a page of A4 at 480 dpi; more would take the memory of a photo archive."""
_one_at_a_time = threading.Lock()  # PDFium knows nothing of threads, whichever file they look at


class PageSize(NamedTuple):
    """In points of 1/72 inch."""

    width: float
    height: float


class Pages:
    """The pages of the PDF ``file``, numbered from 1. A ``folder`` made only for it goes when it is closed."""

    def __init__(self, file: Path, folder: TemporaryDirectory[str] | None = None) -> None:
        import pypdfium2  # 8 MB of library that only printing and previews need

        self.file, self._folder = file, folder
        with _one_at_a_time:
            self._document = pypdfium2.PdfDocument(file)
            self.count = len(self._document)

    def size(self, number: int) -> PageSize:
        """How large a page is on paper."""
        with _one_at_a_time:
            return PageSize(*self._document.get_page_size(number - 1))

    def picture(self, number: int, width: int) -> Image.Image:
        """A page drawn ``width`` pixels wide."""
        across = self.size(number).width
        with _one_at_a_time:
            page = self._document[number - 1]
            try:
                return page.render(scale=min(width, WIDEST) / across).to_pil()
            finally:
                page.close()

    def close(self) -> None:
        """Let go of the file. Asking twice is no mistake."""
        with _one_at_a_time:
            self._document.close()
        if self._folder is not None:
            self._folder.cleanup()


def write_without_links(source: Path, target: Path) -> None:
    """A copy of a PDF in which nothing can be clicked, for the printer."""
    import pypdfium2
    from pypdfium2 import raw

    with _one_at_a_time, pypdfium2.PdfDocument(source) as document, pypdfium2.PdfDocument.new() as bare:
        for page in document:
            while raw.FPDFPage_GetAnnotCount(page) > 0:
                raw.FPDFPage_RemoveAnnot(page, 0)
            page.close()
        bare.import_pages(document)  # the outline stays behind
        with written_aside(target) as file:
            bare.save(file)
