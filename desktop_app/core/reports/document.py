"""A document on its pages: margins, page numbers, outline; the file appears only when it is whole."""

from __future__ import annotations

import copy
import gc
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop_app.core.files import written_aside
from desktop_app.core.jobs import Progress
from desktop_app.core.reports.decree import MM, decree
from desktop_app.core.reports.fonts import FAMILY, FONT_NAMES, SINGLE_LINE, printable, register_fonts, width_of
from desktop_app.core.reports.pdf_file import canvas_class, define_form
from desktop_app.core.reports.pieces import drawn
from desktop_app.core.reports.plain_paragraph import line_operators
from desktop_app.core.reports.typesetter import load_typesetter

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas
    from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate

FIRST_PAGE = "first"
LATER_PAGES = "later"
LANGUAGE = "vi-VN"
PROGRAM = "Loa Trường"
REFERENCE_WIDTH = 30
HARDLY = 0.01
"""Points. The typesetter forgets the room above a heading that follows something without any height."""

PRESS = threading.Lock()
"""One paper at a time: the typesetter keeps fonts and its parser for the whole program, and a preview may still be set
while a bundle is written."""


@dataclass(frozen=True)
class About:
    """What a file says of itself to whoever opens its properties."""

    title: str
    author: str
    subject: str


class Pages:
    """Page numbers of the part being set: the letter, then each appendix from 1 again (mục III, khoản 1đ).

    With ``links`` the numbers of a list can be clicked and the file has an outline.
    """

    def __init__(self, *, links: bool = True) -> None:
        self.links = links
        self._first = 1

    def start_part(self, canvas: Canvas, _document: BaseDocTemplate) -> None:
        """The part's first page: it counts, and shows no number."""
        self._first = canvas.getPageNumber()

    def show_number(self, canvas: Canvas, _document: BaseDocTemplate) -> None:
        """The number in the middle of the top margin (mục I, khoản 7)."""
        element, page = decree().elements["page_number"], decree().page
        canvas.setFont(FONT_NAMES[element.face], element.size)
        height = (page.height_mm - page.number_from_top_mm) * MM - element.size * 0.75
        middle = page.left_mm * MM + page.text_width / 2
        canvas.drawCentredString(middle, height, str(self.number(canvas)))

    def number(self, canvas: Canvas) -> int:
        """The page being drawn, counted within its part."""
        return int(canvas.getPageNumber()) - self._first + 1

    def anchor(self, key: str, title: str, level: int = 0) -> Flowable:
        """A place in the outline that page references point to; it stays with the heading after it."""

        def draw(canvas: Canvas) -> None:
            if self.links:
                canvas.bookmarkHorizontal(key, 0, 0)
                canvas.addOutlineEntry(printable(title), key, level, closed=level > 0)
            self._define_reference(canvas, key)

        return drawn(HARDLY, HARDLY, draw, keep_with_next=True)

    def reference(self, key: str) -> Flowable:
        """The page number of ``key``, known only later: a form drawn now and filled when its page is set.

        So one pass is enough; setting a long report twice for its numbers would double the wait.
        """
        size = decree().elements["table"].size

        def draw(canvas: Canvas) -> None:
            canvas.doForm(_form(key))
            if self.links:
                canvas.linkRect("", key, (0, 0, REFERENCE_WIDTH, size), relative=1, thickness=0)

        return drawn(REFERENCE_WIDTH, size * SINGLE_LINE, draw)

    def _define_reference(self, canvas: Canvas, key: str) -> None:
        number, size = str(self.number(canvas)), decree().elements["table"].size
        start = (REFERENCE_WIDTH - width_of(number, "regular", size)) / 2
        words = line_operators(canvas, number, "regular", size, (start, size * 0.25))
        define_form(canvas, _form(key), words, (0, -REFERENCE_WIDTH, REFERENCE_WIDTH, REFERENCE_WIDTH))


def _form(key: str) -> str:
    return f"page-of-{key}"


def new_part() -> list[Flowable]:
    """Go on with an appendix on a page of its own, numbered from 1."""
    from reportlab.platypus import NextPageTemplate, PageBreak

    return [NextPageTemplate(FIRST_PAGE), PageBreak()]


def write_document(story: Callable[[], list[Flowable]], pages: Pages, about: About, path: Path) -> None:
    """Make ``story``, set it and put it at ``path`` whole or not at all; the same story gives the same bytes."""
    with PRESS, _no_search_for_garbage():
        load_typesetter()
        _write(story(), pages, about, path)


@contextmanager
def _no_search_for_garbage() -> Iterator[None]:
    """All that a paper is made of lives until it is written: to look for garbage among it takes time and finds none."""
    searching = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if searching:
            gc.enable()


def _write(story: list[Flowable], pages: Pages, about: About, path: Path) -> None:
    from reportlab import rl_config
    from reportlab.platypus import BaseDocTemplate

    register_fonts()
    # Photos as raw bytes: the default, ASCII85, makes files a quarter larger and three times slower.
    rl_config.useA85 = 0
    page = decree().page
    with written_aside(path) as file:
        BaseDocTemplate(
            file,
            pagesize=(page.width_mm * MM, page.height_mm * MM),
            pageTemplates=_page_templates(pages),
            initialFontName=FAMILY,
            title=printable(about.title),
            author=printable(about.author),
            subject=printable(about.subject),
            creator=PROGRAM,
            producer=PROGRAM,
            lang=LANGUAGE,
            invariant=1,
            pageCompression=1,
        ).build(story, canvasmaker=canvas_class())


def _page_templates(pages: Pages) -> list[PageTemplate]:
    from reportlab.platypus import PageTemplate

    return [
        PageTemplate(FIRST_PAGE, [_frame()], onPage=pages.start_part, autoNextPageTemplate=LATER_PAGES),
        PageTemplate(LATER_PAGES, [_frame()], onPage=pages.show_number),
    ]


def _frame() -> Frame:
    page = decree().page
    frame: Frame = _frame_class()(
        page.left_mm * MM, page.bottom_mm * MM, page.text_width, page.text_height,
        leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0,
    )  # fmt: skip
    return frame


@cache
def _frame_class() -> Any:
    from reportlab.platypus import Frame

    class TextFrame(Frame):
        """The room for text on a page."""

        def __deepcopy__(self, _copied: dict[int, object]) -> Frame:
            """The typesetter copies it for each group of pieces; it holds numbers alone, nothing to go deep into."""
            return copy.copy(self)

    return TextFrame


def milestone(progress: Progress, done: int, total: int, words: str) -> Flowable:
    """A point in the paper where the job reports how far it is and may be stopped."""
    return drawn(0, 0, lambda _canvas: progress.step(done, total, words), keep_with_next=True)
