"""The slip: a text as it will be published, on paper for the principal, with boxes to tick and room to sign.

The head follows Nghị định 30/2020/NĐ-CP, phụ lục I; the slip itself is a paper inside the school. Its large code names
the very text that is printed, and stands on every page of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.core.article_rules import RETURN_REASONS
from desktop_app.core.home import Home
from desktop_app.core.i18n import N_, _, in_vietnamese
from desktop_app.core.jobs import Progress
from desktop_app.core.reports.body import body_parts
from desktop_app.core.reports.decree import MM, Kind, decree, document_number
from desktop_app.core.reports.document import About, Pages, milestone, new_part, write_document
from desktop_app.core.reports.fonts import FAMILY, FONT_NAMES, width_of
from desktop_app.core.reports.letterhead import letterhead, title
from desktop_app.core.reports.pdf import set_parts
from desktop_app.core.reports.pieces import Cell, drawn, gap, paragraph, table, text, together
from desktop_app.core.reports.signature import SIGNING_ROOM
from desktop_app.core.reports.slip_snapshot import SlipLetterhead, SlipText, facts_of, slip_letterhead, slip_texts
from desktop_app.core.reports.wording import plain

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas
    from reportlab.platypus import Flowable

    from db.queries.reviews import Waiting

CODE_WIDTH, FACTS_WIDTH = 58 * MM, 107 * MM
CODE_SIZE, CODE_HEIGHT = 30.0, 16 * MM
TICK = 4.2 * MM
TICK_COLUMN, REASON_COLUMN = 8 * MM, 70 * MM
LINE_FOR_PEN = 9 * MM
SMALL_GAP, GAP = 6.0, 12.0


class SlipPages(Pages):
    """Pages that say in their foot which slip they belong to."""

    def __init__(self) -> None:
        super().__init__()
        self._foot = ""

    def belongs_to(self, slip: SlipText) -> Flowable:
        """From this place on the pages are of ``slip``."""
        words = in_vietnamese("Slip {code}, version {number}").format(code=spaced(slip.code), number=slip.revision)

        def turn(_canvas: Canvas) -> None:
            self._foot = words

        return drawn(0, 0, turn, keep_with_next=True)

    def show_number(self, canvas: Canvas, document: object) -> None:
        super().show_number(canvas, document)  # type: ignore[arg-type]  # the template passes itself through
        page = decree().page
        canvas.setFont(FAMILY, decree().elements["sheet"].size)
        canvas.drawRightString((page.width_mm - page.right_mm) * MM, page.bottom_mm / 2 * MM, self._foot)


def print_slips(home: Home, waiting: Sequence[Waiting], path: Path, progress: Progress) -> None:
    """Write the slips of these texts to ``path``, each with pages of its own. Raises SchoolNotSetUp,
    NobodyCanApprove, Cancelled; then nothing is left behind."""
    write_slips(slip_letterhead(), slip_texts(home, waiting, progress), path, progress)


def write_slips(head: SlipLetterhead, slips: Sequence[SlipText], path: Path, progress: Progress) -> None:
    """Set the slips into one PDF; the same texts give the same bytes."""
    pages = SlipPages()

    def story() -> list[Flowable]:
        pieces: list[Flowable] = []
        for number, slip in enumerate(slips):
            pieces += [*(new_part() if number else ()), milestone(progress, number, len(slips), slip.title)]
            pieces += [pages.belongs_to(slip), *_slip(head, slip, pages)]
        return pieces

    subject = ", ".join(slip.code for slip in slips)
    write_document(story, pages, About(_kind().name, head.school_name, subject), path)
    progress.step(len(slips), len(slips), _("The slips are written"))


def spaced(code: str) -> str:
    """A code in two groups, easier to read out and to type: 4K7 D93."""
    return f"{code[:3]} {code[3:]}"


def _kind() -> Kind:
    words = in_vietnamese(N_("Approval slip (paper)"))
    return Kind("trong nội bộ trường", words.upper(), words, "PD")


def _slip(head: SlipLetterhead, slip: SlipText, pages: Pages) -> Iterator[Flowable]:
    number = document_number(_kind(), None, head.school_short)
    yield letterhead(head.authority_line, head.school_name, number, head.place, None)
    yield from title(_kind(), slip.title)
    yield pages.anchor(f"slip-{slip.code}", slip.title)
    yield _named(slip)
    yield gap(GAP)
    yield text("clause", in_vietnamese("The text as it will be published"))
    if slip.lead:
        yield text("lead", slip.lead)
    yield from set_parts(list(body_parts(slip.body, slip.photos)), pages)
    yield gap(GAP)
    yield together(list(_decision(head)))


def _named(slip: SlipText) -> Flowable:
    """The code in large type in its frame, the facts beside it."""
    cells: list[Cell] = [paragraph("cell", plain(line)) for line in facts_of(slip)]
    look = [
        ("BOX", (0, 0), (0, 0), 1, "#000000"),
        ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
        ("LEFTPADDING", (1, 0), (1, 0), 5 * MM),
        ("LEFTPADDING", (0, 0), (0, 0), 0),
        ("RIGHTPADDING", (0, 0), (-1, -1), 0),
    ]
    return table([[_code(slip.code), cells]], [CODE_WIDTH, FACTS_WIDTH], look)


def _code(code: str) -> Flowable:
    name, words = in_vietnamese("Code of the slip"), spaced(code)

    def draw(canvas: Canvas) -> None:
        canvas.setFont(FAMILY, 10)
        canvas.drawCentredString(CODE_WIDTH / 2, CODE_HEIGHT - 10, name)
        canvas.setFont(FONT_NAMES["bold"], CODE_SIZE)
        canvas.drawString((CODE_WIDTH - width_of(words, "bold", CODE_SIZE)) / 2, 4, words)

    return drawn(CODE_WIDTH, CODE_HEIGHT, draw)


# ---------------------------------------------------------------- what the principal fills in


def _decision(head: SlipLetterhead) -> Iterator[Flowable]:
    yield text("clause", in_vietnamese("The principal's decision"))
    yield _ticked([("bold", in_vietnamese("Approve, publish exactly this text"))])
    yield _ticked([("bold", in_vietnamese("Return, because:"))])
    yield gap(SMALL_GAP / 2)
    words = [in_vietnamese(reason) for reason in RETURN_REASONS.values()]
    for left, right in zip(words[::2], words[1::2], strict=True):
        yield _ticked([("regular", left), ("regular", right)], inside=TICK_COLUMN)
    yield gap(SMALL_GAP)
    yield text("cell", in_vietnamese("What should be changed:"))
    yield from (_line_for_pen() for _number in range(3))
    yield gap(GAP)
    yield _signing(head)


def _ticked(choices: list[tuple[str, str]], inside: float = 0) -> Flowable:
    """Boxes to tick on one line, each before its words."""
    cells: list[Cell] = [""]
    for weight, words in choices:
        shown = plain(words)
        cells += [_box(), paragraph("cell", f"<b>{shown}</b>" if weight == "bold" else shown)]
    room = decree().page.text_width - inside - len(choices) * TICK_COLUMN
    widths = [inside, *([TICK_COLUMN, room / len(choices)] * len(choices))]
    look = [("VALIGN", (0, 0), (-1, -1), "MIDDLE"), ("LEFTPADDING", (0, 0), (-1, -1), 0)]
    return table([cells], widths, look)


def _box() -> Flowable:
    def draw(canvas: Canvas) -> None:
        canvas.setLineWidth(0.9)
        canvas.rect(0, 0, TICK, TICK)

    return drawn(TICK, TICK, draw)


def _line_for_pen() -> Flowable:
    width = decree().page.text_width

    def draw(canvas: Canvas) -> None:
        canvas.setLineWidth(0.4)
        canvas.setDash(1, 2)
        canvas.line(0, 0, width, 0)
        canvas.setDash()

    return drawn(width, LINE_FOR_PEN, draw)


def _signing(head: SlipLetterhead) -> Flowable:
    post = [text("post", line) for line in head.signer.posts]
    room = [*post, gap(SIGNING_ROOM), text("signer", head.signer.name)]
    width = decree().page.text_width
    return table([["", room]], [width / 2, width / 2])
