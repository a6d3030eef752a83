"""The form on which guardian and pupil say yes or no to pictures, to be signed at the parents' meeting."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from db.models import School
from desktop_app.core import school
from desktop_app.core.channels import KIND_WORDS, SHOWN_KINDS
from desktop_app.core.i18n import N_, _, in_vietnamese
from desktop_app.core.jobs import Progress
from desktop_app.core.reports.decree import decree
from desktop_app.core.reports.document import About, Pages, write_document
from desktop_app.core.reports.letterhead import letterhead
from desktop_app.core.reports.pieces import Cell, gap, paragraph, table, text
from desktop_app.core.reports.wording import plain
from desktop_app.core.school import SchoolNotSetUp

if TYPE_CHECKING:
    from reportlab.platypus import Flowable

NAME = N_("CONSENT TO PICTURES OF A PUPIL")
DOTS = "\u2026"
BOX_WIDTH, ROOM_TO_SIGN = 18.0, 64.0
TERMS = (
    N_(
        "Pictures are taken of the school's work only: lessons, meals, festivals, sport. They show no marks, illness, "
        "address or anything else that is the pupil's own affair."
    ),
    N_(
        "A yes is given freely. From seven years the pupil's own yes is needed beside the guardian's; silence is no "
        "consent (Law 91/2025/QH15, Article 24)."
    ),
    N_(
        "A yes may be taken back at any time, in writing or by word to the school. Within 15 days the school then "
        "takes down what it has published."
    ),
    N_("Without a yes the picture stays in the school's own archive and is shown nowhere else."),
)


def write_consent_form(path: Path, class_name: str, progress: Progress) -> None:
    """Write the empty form as a PDF of one page to ``path``, whole or not at all. Raises SchoolNotSetUp.

    Layout after Nghị định 30/2020/NĐ-CP, phụ lục I; terms after Luật 91/2025/QH15, Điều 24.
    """
    ours = School.get_or_none()
    if ours is None:
        raise SchoolNotSetUp
    parent = school.parent_on(date.today())
    pages = Pages()

    def story() -> list[Flowable]:
        head = letterhead(parent.letterhead if parent else "", ours.name, "", ours.place, None)
        return [head, *_body(class_name), *_signatures()]

    write_document(story, pages, About(in_vietnamese(NAME), ours.name, ""), path)
    progress.step(1, 1, _("The form is written"))


def _body(class_name: str) -> Iterator[Flowable]:
    yield gap(18)
    yield text("kind", in_vietnamese(NAME))
    yield gap(12)
    yield from (text("body", line) for line in _who(class_name))
    yield text("body", in_vietnamese("We have read the terms below and agree that pictures of the pupil are shown on:"))
    yield _boxes()
    yield gap(6)
    until = in_vietnamese("This holds until: {dots} (left empty: until the pupil leaves the school).")
    yield text("body", until.format(dots=_dots(24)))
    for number, term in enumerate(TERMS, 1):
        yield paragraph("body", f"{number}. {plain(in_vietnamese(term))}")


def _who(class_name: str) -> list[str]:
    born = in_vietnamese("Born on: {dots}   Class: {class_name}")
    return [
        in_vietnamese("Pupil: {name}").format(name=_dots(56)),
        born.format(dots=_dots(28), class_name=class_name or _dots(20)),
        in_vietnamese("Father, mother or guardian: {name}").format(name=_dots(46)),
        in_vietnamese("Telephone: {phone}").format(phone=_dots(28)),
    ]


def _dots(count: int) -> str:
    return DOTS * (count // 2)


def _boxes() -> Flowable:
    """A box to tick before each kind of channel, two to a row."""
    words: list[Cell] = [text("cell", in_vietnamese(KIND_WORDS[kind])) for kind in SHOWN_KINDS]
    words += [""] * (len(words) % 2)
    rows = [["", words[place], "", words[place + 1]] for place in range(0, len(words), 2)]
    width = decree().page.text_width / 2 - BOX_WIDTH
    marks = [("BOX", (column, row), (column, row), 0.7, "#000000") for row in range(len(rows)) for column in (0, 2)]
    used = [mark for mark in marks if rows[mark[1][1]][mark[1][0] + 1]]
    return table(rows, [BOX_WIDTH, width, BOX_WIDTH, width], [*used, ("VALIGN", (0, 0), (-1, -1), "MIDDLE")])


def _signatures() -> Iterator[Flowable]:
    yield gap(18)
    half = decree().page.text_width / 2
    heads = [N_("PUPIL (from seven years)"), N_("FATHER, MOTHER OR GUARDIAN")]
    under = in_vietnamese("(signature and full name)")
    cells = [[text("head", in_vietnamese(head)), text("centre_cell", under), gap(ROOM_TO_SIGN)] for head in heads]
    yield table([cells], [half, half])
