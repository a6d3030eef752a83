"""A month of all schools: who has what, who is missing, who was late, and the sums for the report upwards."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from db.office import reading
from db.office.engine import Office
from db.office.reading import IncidentSum, MonthLine, OpinionSum, ReportLine, SchoolLine
from db.order import order_key
from desktop_app.core.i18n import N_, in_vietnamese
from desktop_app.core.months import MONTH_WORDS
from desktop_app.core.periods import Month, months_between, short_date

SILENT = "silent"
STATE_WORDS = {**MONTH_WORDS, SILENT: N_("Nothing sent")}
MET = ("met", "met_recorded_later", "met_late", "exempt", "not_counted")
LATE = ("met_recorded_later", "met_late")
HANDED_IN = ("issued", "signed", "sent", "confirmed")
SHOWN_MONTHS = 6
"""Months side by side that fit a window and a page."""


class Tile(NamedTuple):
    """One school in one month: its state today (a key of STATE_WORDS) and its counts."""

    state: str
    articles: tuple[int, int]
    materials: tuple[int, int]


class SchoolMonth(NamedTuple):
    """A school's line of the month's table; ``tiles`` are the months up to this one, oldest first."""

    school: SchoolLine
    tiles: dict[str, Tile]
    now: Tile
    report: ReportLine | None
    opinions: OpinionSum
    incidents: IncidentSum
    put_aside: int

    @property
    def handed_in(self) -> bool:
        return self.report is not None and self.report.state in HANDED_IN

    @property
    def met(self) -> bool:
        return self.now.state in MET

    @property
    def late(self) -> bool:
        return self.now.state in LATE


class Sums(NamedTuple):
    """All schools together."""

    schools: int
    met: int
    late: int
    handed_in: int
    articles: int
    materials: int
    opinions: OpinionSum
    incidents: IncidentSum
    put_aside: int


class OfficeMonth(NamedTuple):
    """The month's table, by the schools' names."""

    month: Month
    months: list[Month]
    schools: list[SchoolMonth]
    sums: Sums

    @property
    def missing(self) -> list[SchoolMonth]:
        """Those that have not what the plan asks, or sent nothing at all."""
        return [school for school in self.schools if not school.met]

    @property
    def not_handed_in(self) -> list[SchoolMonth]:
        """Those whose report on the month is not there."""
        return [school for school in self.schools if not school.handed_in]


def month_of(office: Office, month: Month, today: date | None = None, *, back: int = SHOWN_MONTHS) -> OfficeMonth:
    """The table of ``month`` with the ``back`` months up to it side by side; sample schools are left out."""
    shown = months_between(month.shifted(1 - back), month)
    pages: dict[str, dict[str, MonthLine]] = {}
    for line in reading.months(office, str(shown[0]), str(month)):
        pages.setdefault(line.school_id, {})[line.month] = line
    said, wrong = reading.opinions(office, str(month)), reading.incidents(office, str(month))
    reports, aside = reading.reports(office, str(month)), reading.put_aside(office)
    schools = [
        SchoolMonth(
            school,
            tiles := _tiles(pages.get(school.id, {}), shown, today or date.today()),
            tiles[str(month)],
            reports.get(school.id),
            said.get(school.id, OpinionSum(0, 0, 0)),
            wrong.get(school.id, IncidentSum(0, 0, 0)),
            aside.get(school.id, 0),
        )
        for school in reading.schools(office)
        if not school.is_sample
    ]
    schools.sort(key=lambda one: (order_key(_numbers_by_size(one.school.name)), one.school.id))
    return OfficeMonth(month, shown, schools, _sums(schools))


def _numbers_by_size(name: str) -> str:
    """“số 6” before “số 14”."""
    return re.sub(r"\d+", lambda found: found[0].zfill(4), name)


def _tiles(pages: dict[str, MonthLine], shown: Sequence[Month], today: date) -> dict[str, Tile]:
    return {str(month): _tile(pages.get(str(month)), today) for month in shown}


def _tile(page: MonthLine | None, today: date) -> Tile:
    if page is None:
        return Tile(SILENT, (0, 0), (0, 0))
    counts = (page.articles_have, page.articles_need), (page.materials_have, page.materials_need)
    return Tile(_state(page, today), *counts)


def _state(page: MonthLine, today: date) -> str:
    """A month is missing only once it is over."""
    if page.state != "missing" or today.isoformat() > page.last_day:
        return page.state
    return "running" if today.isoformat() >= page.first_day else "not_yet"


def _sums(schools: Sequence[SchoolMonth]) -> Sums:
    return Sums(
        schools=len(schools),
        met=sum(school.met for school in schools),
        late=sum(school.late for school in schools),
        handed_in=sum(school.handed_in for school in schools),
        articles=sum(school.now.articles[0] for school in schools),
        materials=sum(school.now.materials[0] for school in schools),
        opinions=OpinionSum(*_added([school.opinions for school in schools], 3)),
        incidents=IncidentSum(*_added([school.incidents for school in schools], 3)),
        put_aside=sum(school.put_aside for school in schools),
    )


def _added(rows: Sequence[tuple[int, ...]], width: int) -> list[int]:
    return [sum(row[place] for row in rows) for place in range(width)]


# ---------------------------------------------------------------- in words


def who_has_not(page: OfficeMonth, today: date | None = None) -> str:
    """“Ai chưa nộp”, ready to be pasted into a Zalo group: polite, short, each school with what it owes."""
    owing = [school for school in page.schools if not (school.handed_in and school.met)]
    day = short_date(today or date.today())
    if not owing:
        return in_vietnamese("Month {month}: all {count} schools have handed in their report. Thank you all!").format(
            month=page.month.label(), count=len(page.schools)
        )
    head = in_vietnamese("Month {month}, as of {day}: {owing} of {count} schools still owe something:").format(
        month=page.month.label(), day=day, owing=len(owing), count=len(page.schools)
    )
    lines = [f"{number}. {name_of(school)}: {owed_by(school)}" for number, school in enumerate(owing, start=1)]
    return "\n".join([head, *lines, in_vietnamese("Please send it soon. Thank you very much!")])


def name_of(school: SchoolMonth) -> str:
    """The school's name, or the beginning of its id while its name has not arrived."""
    return school.school.name or school.school.id[:8]


def owed_by(school: SchoolMonth) -> str:
    """What a school still has to send, in one line."""
    if school.now.state == SILENT:
        return in_vietnamese("nothing has arrived yet")
    owed = []
    articles, materials = (need - have for have, need in (school.now.articles, school.now.materials))
    if articles > 0 and not school.met:
        owed.append(in_vietnamese("{short} article to be published").format(short=articles))
    if materials > 0 and not school.met:
        owed.append(in_vietnamese("{short} photo or video to be kept as material").format(short=materials))
    if not school.handed_in:
        owed.append(in_vietnamese("the month's report"))
    return ", ".join(owed)
