"""Minutes of handing a bundle over (biên bản bàn giao): who gave what to whom, with the proof that it is whole."""

from __future__ import annotations

from collections.abc import Iterator

from desktop_app.core.i18n import N_, in_vietnamese
from desktop_app.core.reports.decree import decree, formal_date
from desktop_app.core.reports.handing_snapshot import Minutes
from desktop_app.core.reports.letter_parts import letter_head, section
from desktop_app.core.reports.paper import Column, Foot, Paper, Part, Table, lower_first, words
from desktop_app.core.reports.snapshot import Signer
from desktop_app.core.reports.wording import period_words

MEGABYTE = 1_000_000
BLANK = "……………………………………"
BLANK_HOUR = "……"


def minutes_paper(minutes: Minutes) -> Paper:
    """The minutes' parts. Layout: Nghị định 30/2020/NĐ-CP, phụ lục III, mẫu 1.9 (biên bản)."""
    subject = in_vietnamese("Handing over the communications report and materials of {period}")
    subject = subject.format(period=period_words(minutes))
    title = f"{decree().kinds['minutes'].name} {lower_first(subject)}"
    return Paper(title, minutes.school_name, minutes.plan_title, lambda: _parts(minutes, subject))


def _parts(minutes: Minutes, subject: str) -> Iterator[Part]:
    yield from letter_head(minutes, decree().kinds["minutes"], subject, dated=False)
    yield from (words(each) for each in _when_and_where(minutes))
    yield section("I", N_("Those present (section)"))
    giver = minutes.prepared_by or minutes.signer
    yield words(in_vietnamese("1. For {school} (giving): {name}").format(school=minutes.school_name, name=giver.name))
    receiver = minutes.receiver or BLANK
    yield words(in_vietnamese("2. For the receiver: {name}").format(name=receiver))
    yield words(in_vietnamese("Name and post of who receives: {blank}").format(blank=BLANK))
    yield section("II", N_("What was handed over (section)"))
    yield _things(minutes)
    if minutes.proof:
        sentence = in_vietnamese("Bundle {bundle}; SHA-256 of its list of files: {proof}.")
        yield words(sentence.format(bundle=minutes.bundle, proof=minutes.proof), "note")
    yield section("III", N_("What both say (section)"))
    yield words(in_vietnamese("The receiver has opened the bundle; every file is there and reads as it was written."))
    yield from (words(each) for each in minutes.next_work)
    yield words(in_vietnamese("These minutes are made in two copies of equal worth; each side keeps one."))
    closing = in_vietnamese("The handing over ended at {time} of the same day").format(time=_time())
    given = Signer((in_vietnamese(N_("FOR THE GIVER")),), giver.name)
    taken = Signer((in_vietnamese(N_("FOR THE RECEIVER")),))
    yield Foot(given, (decree().words.on_file,), closing + decree().words.end, taken)


def _when_and_where(minutes: Minutes) -> Iterator[str]:
    """The hours are the pen's: nobody knows them before the two sides meet."""
    began = in_vietnamese("Begun at {time} on {date}.")
    yield began.format(time=_time(), date=formal_date(minutes.signed_on))
    yield in_vietnamese("Place: {place}.").format(place=minutes.place or minutes.school_name)


def _time() -> str:
    return in_vietnamese("{blank} o'clock {blank}").format(blank=BLANK_HOUR)


def _things(minutes: Minutes) -> Table:
    columns = (
        Column(in_vietnamese(N_("No.")), 12, "centre"),
        Column(in_vietnamese(N_("What (minutes)")), 93),
        Column(in_vietnamese(N_("Number (minutes)")), 30, "centre"),
        Column(in_vietnamese(N_("Size (MB)")), 30, "centre"),
    )
    rows = tuple(
        (str(number), each.name, str(each.count), "-" if each.size is None else f"{each.size / MEGABYTE:.1f}")
        for number, each in enumerate(minutes.things, 1)
    )
    return Table(columns, rows)
