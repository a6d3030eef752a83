"""The month of all schools on paper: the table, the sums, who is missing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from desktop_app.core.i18n import in_vietnamese
from desktop_app.core.jobs import Progress
from desktop_app.core.office.report import STATE_WORDS, OfficeMonth, SchoolMonth, name_of, owed_by
from desktop_app.core.periods import short_date
from desktop_app.core.reports.decree import decree
from desktop_app.core.reports.paper import Column, Heading, Paper, Part, Table, Title, words
from desktop_app.core.reports.pdf import write_pdf


def write_office_paper(page: OfficeMonth, path: Path, progress: Progress, today: date | None = None) -> None:
    """Write the table's PDF to ``path``, whole or not at all."""
    write_pdf(office_paper(page, today or date.today()), path, progress)


def office_paper(page: OfficeMonth, today: date) -> Paper:
    """The table as a paper; it says on which day it was drawn up, because schools go on sending."""
    subject = in_vietnamese("on the schools' communications in month {month}").format(month=page.month.label())

    def parts() -> Iterator[Part]:
        yield Title(decree().kinds["report"], subject)
        yield words(_summary(page, today))
        yield Heading(in_vietnamese("I. Each school"), 1, "schools")
        yield _table(page)
        yield Heading(in_vietnamese("II. Opinions and incidents"), 1, "opinions")
        yield words(_opinions(page))
        yield Heading(in_vietnamese("III. Who still owes something"), 1, "missing")
        yield from _missing(page)

    return Paper(subject[:1].upper() + subject[1:], "", subject, parts)


def _summary(page: OfficeMonth, today: date) -> str:
    said = in_vietnamese(
        "As of {day}, of {schools} schools {met} have what the plan asks ({late} of them late) "
        "and {handed_in} have handed in their report. Together: {articles} articles, {materials} photos and videos."
    )
    return said.format(day=short_date(today), **page.sums._asdict())


def _opinions(page: OfficeMonth) -> str:
    said = in_vietnamese(
        "The schools heard {heard} opinions ({private} private ones as a number only); {waiting} wait for an answer. "
        "Incidents: {all}, {grave} grave, {untrue} untrue news."
    )
    return said.format(**page.sums.opinions._asdict(), **page.sums.incidents._asdict())


def _table(page: OfficeMonth) -> Table:
    columns = (
        Column(in_vietnamese("No."), 10, "centre"),
        Column(in_vietnamese("School"), 60),
        Column(in_vietnamese("Month"), 28),
        Column(in_vietnamese("Articles"), 15, "centre"),
        Column(in_vietnamese("Materials"), 15, "centre"),
        Column(in_vietnamese("Report"), 25, "centre"),
        Column(in_vietnamese("Opinions"), 12, "centre"),
    )
    rows = tuple(_row(number, school) for number, school in enumerate(page.schools, start=1))
    sums = page.sums
    total = ("", in_vietnamese("Together"), f"{sums.met}/{sums.schools}", str(sums.articles), str(sums.materials))
    return Table(columns, rows, (*total, f"{sums.handed_in}/{sums.schools}", str(sums.opinions.heard)))


def _row(number: int, school: SchoolMonth) -> tuple[str, ...]:
    day = date.fromisoformat(school.report.signed_on) if school.report and school.report.signed_on else None
    return (
        str(number),
        name_of(school),
        in_vietnamese(STATE_WORDS[school.now.state]),
        "/".join(map(str, school.now.articles)),
        "/".join(map(str, school.now.materials)),
        (short_date(day) or "✓") if school.handed_in else "",
        str(school.opinions.heard or ""),
    )


def _missing(page: OfficeMonth) -> Iterator[Part]:
    owing = [school for school in page.schools if not (school.met and school.handed_in)]
    for school in owing:
        yield words(f"- {name_of(school)}: {owed_by(school)}.")
    if not owing:
        yield words(in_vietnamese("No school owes anything."))
