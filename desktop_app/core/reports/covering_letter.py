"""The letter that goes with a report to the authority (công văn): what is enclosed, and a polite request to look."""

from __future__ import annotations

from collections.abc import Iterator

from desktop_app.core.i18n import N_, in_vietnamese
from desktop_app.core.reports.decree import BLANK_NUMBER
from desktop_app.core.reports.handing_snapshot import CoveringLetter, Enclosure
from desktop_app.core.reports.letter_parts import foot, unnamed_head
from desktop_app.core.reports.paper import Paper, Part, words
from desktop_app.core.reports.wording import cited, period_words

CLERKS_MARK = "VT"
"""Letters of whoever drafted it: the school's clerk (mục II, khoản 3b)."""


def covering_letter(letter: CoveringLetter) -> Paper:
    """The letter's parts. A công văn has no kind: its subject stands under its number (ô 5b; phụ lục III, mẫu 1.5)."""
    subject = letter_subject(letter)
    return Paper(subject, letter.school_name, letter.plan_title, lambda: _parts(letter, subject))


def letter_subject(letter: CoveringLetter) -> str:
    """“V/v nộp báo cáo công tác truyền thông tháng 5 năm 2024”."""
    return in_vietnamese("Re: handing in the communications report of {period}").format(period=period_words(letter))


def _parts(letter: CoveringLetter, subject: str) -> Iterator[Part]:
    written = f"{letter.number:02d}" if letter.number is not None else BLANK_NUMBER
    yield from unnamed_head(letter, f"{written}/{letter.school_short}-{CLERKS_MARK}", subject)
    yield words(_opening(letter))
    for number, enclosure in enumerate(letter.enclosures, 1):
        yield words(f"{number}. {_line(enclosure)}{'.' if number == len(letter.enclosures) else ';'}")
    yield from (words(each) for each in letter.next_work)
    yield foot(letter, in_vietnamese("{school} respectfully submits it").format(school=letter.school_name))


def _opening(letter: CoveringLetter) -> str:
    basis = cited(letter.basis, letter.plan_title)
    message = N_("Carrying out {basis}, {school} respectfully sends:") if basis else N_("{school} respectfully sends:")
    return in_vietnamese(message).format(basis=basis, school=letter.school_name)


def _line(enclosure: Enclosure) -> str:
    return f"{enclosure.name} ({enclosure.amount})" if enclosure.amount else enclosure.name
