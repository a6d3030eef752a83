"""Registers of outgoing papers: the next number of a kind in a calendar year, taken once, gaps and doubles told.

Numbers run per kind (or in one register) from 01 on 1 January: Nghị định 30/2020/NĐ-CP, phụ lục I, mục II, khoản 3.
"""

from __future__ import annotations

from datetime import date

from peewee import fn

from db import database
from db.fields import now
from db.models import RegisterEntry, RegisterStart
from desktop_app.core import audit
from desktop_app.core.errors import UserError
from desktop_app.core.i18n import N_, _
from desktop_app.core.periods import short_date

ONE_FOR_ALL = "all"
"""The register of a school that numbers all its papers in one row."""
REPORT, LETTER, MINUTES, PLAN = "report", "letter", "minutes", "plan"
REGISTERS = {
    REPORT: N_("Reports (BC)"),
    LETTER: N_("Letters (no kind)"),
    MINUTES: N_("Minutes (BB)"),
    PLAN: N_("Plans (KH)"),
    ONE_FOR_ALL: N_("All papers in one register"),
}
RESERVED, USED = "reserved", "used"
HIGHEST = 99_999


class NumberTaken(UserError):
    message = N_("Number {number} of {year} is taken already: {about}.")
    hint = N_("Take the number that comes next, {next}, or look the paper up in the register.")


class NoSuchNumber(UserError):
    message = N_("{number} is no number of a register.")
    hint = N_("Numbers begin at 1 each year.")


class NumbersUsedAlready(UserError):
    message = N_("Number {highest} of {year} is used already, so the register cannot begin at {first}.")
    hint = N_("It can begin at {next} or later.")


def register_of(kind: str, year: int) -> str:
    """The register that papers of ``kind`` are numbered in that year."""
    if _one_for_all(year):
        return ONE_FOR_ALL
    return kind if kind in REGISTERS else REPORT


def next_number(kind: str, year: int, report_id: str = "") -> int:
    """The number that the next paper of ``kind`` gets; a report that a power cut left with one goes on with it."""
    register = register_of(kind, year)
    left = _entries(register, year).where(RegisterEntry.state == RESERVED, RegisterEntry.report == report_id).first()
    return int(left.number) if left else max(_first(register, year) - 1, _highest(register, year)) + 1


def advice_on(kind: str, number: int, day: date) -> list[str]:
    """What an inspector would ask about if a paper of ``day`` got this number; nothing is refused for it."""
    register, expected = register_of(kind, day.year), next_number(kind, day.year)
    advice = []
    if number > expected:
        unused = f"{expected:02d}" if number == expected + 1 else f"{expected:02d}-{number - 1:02d}"
        advice.append(_("Unused would stay: {numbers}.").format(numbers=unused))
    later = _entries(register, day.year).where(RegisterEntry.number < number, RegisterEntry.day > day)
    newest = later.order_by(RegisterEntry.day.desc()).first()
    if newest is not None:
        words = _("Number {number} is of {day} already, a later day.")
        advice.append(words.format(number=f"{newest.number:02d}", day=short_date(newest.day)))
    return advice


def take_number(
    kind: str, day: date, *, number: int | None = None, report_id: str | None = None, about: str = "", by_name: str = ""
) -> int:
    """Reserve the next number of the year of ``day`` (or ``number``, one that is free) for a paper; returns it.

    Call it inside the transaction that keeps the number with its paper: the file is locked for writing from its first
    word, so that no other window takes the same. Raises NumberTaken, NoSuchNumber.
    """
    with database.atomic():
        chosen = next_number(kind, day.year) if number is None else _free(kind, day.year, number)
        RegisterEntry.create(
            register=register_of(kind, day.year),
            year=day.year,
            number=chosen,
            kind=kind,
            day=day,
            about=about,
            report=report_id,
            state=RESERVED,
            by_name=by_name,
        )
    return chosen


def enter_paper_number(kind: str, number: int, day: date, about: str, *, by_name: str = "") -> None:
    """Note a number that went out on paper, without this program. Raises NumberTaken, NoSuchNumber."""
    with database.atomic():
        take_number(kind, day, number=number, about=about.strip(), by_name=by_name)
        entry = _entries(register_of(kind, day.year), day.year).where(RegisterEntry.number == number).get()
        RegisterEntry.update(state=USED).where(RegisterEntry.id == entry.id).execute()
        audit.record("enter number", "register_entry", entry.id, by_name, kind=kind, number=number, day=str(day))


def forget_paper_number(entry_id: str, *, by_name: str = "") -> None:
    """Take out a number entered by mistake; one that a paper of this program has stays."""
    with database.atomic():
        entry = RegisterEntry.get_by_id(entry_id)
        if entry.report_id is None:
            _let_go(RegisterEntry.id == entry_id)
            audit.record("forget number", "register_entry", entry_id, by_name, number=entry.number, kind=entry.kind)


def use_number(report_id: str, about: str = "") -> None:
    """The paper with its reserved number is issued; ``about`` is its title."""
    said = {"about": about} if about else {}
    RegisterEntry.update(state=USED, **said).where(
        RegisterEntry.report == report_id, RegisterEntry.deleted_at.is_null()
    ).execute()


def release_number(report_id: str) -> None:
    """The paper was not issued after all: its reserved number is free again."""
    _let_go((RegisterEntry.report == report_id) & (RegisterEntry.state == RESERVED))


def start_at(kind: str, year: int, first: int, *, by_name: str = "") -> None:
    """The register of ``kind`` goes on at ``first``: what is below was used before this program.

    Raises NoSuchNumber, NumbersUsedAlready.
    """
    _check(first)
    with database.atomic():
        register = register_of(kind, year)
        highest = _highest(register, year)
        if first <= highest:
            raise NumbersUsedAlready(highest=highest, year=year, first=first, next=highest + 1)
        _start(register, year, first, by_name)


def number_all_in_one(year: int, *, by_name: str = "") -> None:
    """From this year on every paper is numbered in one register."""
    with database.atomic():
        _start(ONE_FOR_ALL, year, 1, by_name)


def number_by_kind(year: int, *, by_name: str = "") -> None:
    """From this year on each kind has a register of its own."""
    with database.atomic():
        _start(ONE_FOR_ALL, year, 0, by_name)


def _start(register: str, year: int, first: int, by_name: str) -> None:
    start = RegisterStart.create(register=register, year=year, first=first, by_name=by_name)
    audit.record("start register", "register_start", start.id, by_name, register=register, year=year, first=first)


def _one_for_all(year: int) -> bool:
    newest = _starts(ONE_FOR_ALL).where(RegisterStart.year <= year).order_by(RegisterStart.year.desc(), _NEWEST).first()
    return newest is not None and newest.first > 0


def _first(register: str, year: int) -> int:
    newest = _starts(register).where(RegisterStart.year == year).order_by(_NEWEST).first()
    return max(newest.first, 1) if newest else 1


_NEWEST = RegisterStart.id.desc()


def _starts(register: str):  # type: ignore[no-untyped-def]  # peewee has no types
    return RegisterStart.select().where(RegisterStart.register == register, RegisterStart.deleted_at.is_null())


def _entries(register: str, year: int):  # type: ignore[no-untyped-def]  # peewee has no types
    return RegisterEntry.select().where(
        RegisterEntry.register == register, RegisterEntry.year == year, RegisterEntry.deleted_at.is_null()
    )


def _highest(register: str, year: int) -> int:
    return int(_entries(register, year).select(fn.MAX(RegisterEntry.number)).scalar() or 0)


def _free(kind: str, year: int, number: int) -> int:
    _check(number)
    holder = _entries(register_of(kind, year), year).where(RegisterEntry.number == number).first()
    if holder is not None:
        raise NumberTaken(number=number, year=year, about=holder.about, next=next_number(kind, year))
    return number


def _check(number: int) -> None:
    if not 1 <= number <= HIGHEST:
        raise NoSuchNumber(number=number)


def _let_go(which: object) -> None:
    RegisterEntry.update(deleted_at=now(), report=None).where(which, RegisterEntry.deleted_at.is_null()).execute()
