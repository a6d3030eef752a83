"""The parts that letters of the school share: head, opening, numbered sections, lists, the foot with its signature."""

from __future__ import annotations

from collections.abc import Iterator

from desktop_app.core.i18n import N_, in_vietnamese
from desktop_app.core.periods import Month
from desktop_app.core.reports.decree import Kind, decree, document_number, formal_date
from desktop_app.core.reports.paper import Addressed, Foot, Head, Heading, Part, Title, Words, words
from desktop_app.core.reports.pieces import UNBREAKABLE
from desktop_app.core.reports.signature import complete_recipients
from desktop_app.core.reports.snapshot import Letter, PeriodLetter
from desktop_app.core.reports.wording import cited, listed, period_words


def letter_head(letter: Letter, kind: Kind, subject: str, *, dated: bool = True) -> Iterator[Part]:
    """Head, kind, subject and whom it speaks to (mục IV, ô 1-5a, 9a); minutes are not ``dated`` in their head."""
    yield _head(letter, document_number(kind, letter.number, letter.school_short))._replace(dated=dated)
    yield Title(kind, subject)
    if letter.addressees:
        yield Addressed(letter.addressees)


def unnamed_head(letter: Letter, number: str, concerning: str) -> Iterator[Part]:
    """Head of a letter without a kind: its subject stands under its number (ô 5b)."""
    yield _head(letter, number, concerning)
    if letter.addressees:
        yield Addressed(letter.addressees)


def _head(letter: Letter, number: str, concerning: str = "") -> Head:
    return Head(letter.authority_line, letter.school_name, number, letter.place, letter.signed_on, concerning)


REPORTS = (
    N_("{school} reports on the communications work of {period} as follows:"),
    N_("Carrying out {basis}, {school} reports on {period} as follows:"),
)
"""How a report opens without a basis and with one."""


def opening(letter: PeriodLetter, sentences: tuple[str, str] = REPORTS) -> Words:
    """“Thực hiện Kế hoạch số …, Trường … báo cáo …:” and its days where they are not those of a month."""
    basis = cited(letter.basis, letter.plan_title)
    facts = {"basis": basis, "school": letter.school_name, "period": period_words(letter) + _days(letter)}
    return words(in_vietnamese(sentences[bool(basis)]).format(**facts))


def _days(letter: PeriodLetter) -> str:
    """The days of a time that the phrase for it does not tell, in brackets."""
    if not letter.days or (not letter.period_title and letter.days == Month.parse(letter.period).days()):
        return ""
    first, last = (formal_date(day) for day in letter.days)
    return " " + in_vietnamese("(from {first} to {last})").format(first=first, last=last)


def section(number: str, name: str) -> Heading:
    """“I. KẾT QUẢ THỰC HIỆN”; ``name`` is a message of the catalogue."""
    return Heading(f"{number}. {in_vietnamese(name)}", 1, f"section-{number}")


def clause(number: int, name: str) -> Heading:
    """“1. Số liệu chung”."""
    return Heading(f"{number}. {in_vietnamese(name)}", 2)


def paragraphs(said: tuple[str, ...], nil: str) -> Iterator[Words]:
    """What was said, or the honest sentence that nothing was."""
    for each in [each for each in said if each.strip()] or [in_vietnamese(nil)]:
        yield words(each)


def lines(said: tuple[str, ...], nil: str) -> Iterator[Words]:
    """A list with the decree's signs, or the honest sentence that it is empty."""
    for each in [f"- {line}" for line in listed(said)] or [in_vietnamese(nil)]:
        yield words(each)


def what_follows(letter: PeriodLetter) -> Iterator[Part]:
    """The sections after the results, and the foot: opinions, what is missing, what comes next."""
    yield section("II", N_("Opinions of the public (section)"))
    yield from paragraphs(letter.opinions, N_("Nothing was raised in the period."))
    yield section("III", N_("What is still missing (section)"))
    yield from lines(letter.missing, N_("Nothing that the plan asks for is missing."))
    yield section("IV", N_("Work of the coming period (section)"))
    yield from lines(letter.next_work, N_("No work has been written down for the coming period yet."))
    yield report_foot(letter)


def foot(letter: Letter, closing: str) -> Foot:
    """The closing sentence with its “./.”, receivers and signature."""
    recipients = complete_recipients(letter.recipients, bool(letter.addressees))
    return Foot(letter.signer, recipients, closing + decree().words.end, letter.prepared_by)


def report_foot(letter: PeriodLetter, sentence: str = N_("This is the report of {school} on {period}")) -> Foot:
    """“Trên đây là báo cáo … của …./.”."""
    closing = in_vietnamese(sentence).format(school=letter.school_name, period=period_words(letter))
    return foot(letter, closing)


def attached_to(letter: Letter, kind: Kind) -> str:
    """“(Kèm theo Báo cáo số … ngày … của …)” under the title of an appendix (mục III, khoản 1c)."""
    return decree().words.attached.format(
        kind=kind.name,
        number=document_number(kind, letter.number, letter.school_short),
        date=formal_date(letter.signed_on).replace(" ", UNBREAKABLE),
        issuer=letter.school_name,
    )
