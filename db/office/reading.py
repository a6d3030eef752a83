"""What an office asks of its database: one month of all schools, or a few months of them, each in one question."""

from __future__ import annotations

from typing import NamedTuple

from db.office.engine import Office


class SchoolLine(NamedTuple):
    """A school that sent something or is waited for; ``name`` may be "" until it is known. Instants are its own."""

    id: str
    name: str
    short_name: str
    place: str
    phone: str
    is_sample: bool
    last_at: str


class MonthLine(NamedTuple):
    """A school's month as judged once it is over, with its days as ISO text."""

    school_id: str
    month: str
    state: str
    first_day: str
    last_day: str
    articles_have: int
    articles_need: int
    materials_have: int
    materials_need: int


class OpinionSum(NamedTuple):
    """What was said in a school in a month: all of it, what still waits for an answer, what is private."""

    heard: int
    waiting: int
    private: int


class IncidentSum(NamedTuple):
    """Incidents of a month: all, those of the highest severity, untrue news."""

    all: int
    grave: int
    untrue: int


class ReportLine(NamedTuple):
    """The newest edition of a school's report on a month."""

    state: str
    signed_on: str
    edition: int


class ArticleLine(NamedTuple):
    """An article that counts in a month, and the day it went out."""

    id: str
    title: str
    published_on: str


_SCHOOLS = """
SELECT everybody.school_id, coalesce(school.name, roster.name, ''), coalesce(school.short_name, ''),
       coalesce(school.place, roster.place, ''), coalesce(nullif(school.phone, ''), roster.phone, ''),
       coalesce(school.is_sample, 0), coalesce(heard.last_at, '')
FROM (SELECT school_id FROM device UNION SELECT school_id FROM roster) AS everybody
LEFT JOIN school ON school.school_id = everybody.school_id
LEFT JOIN roster ON roster.school_id = everybody.school_id
LEFT JOIN (SELECT school_id, max(last_at) AS last_at FROM device GROUP BY school_id) AS heard
       ON heard.school_id = everybody.school_id
ORDER BY everybody.school_id
"""


def schools(office: Office) -> list[SchoolLine]:
    """Every school that sent something or is waited for, by id."""
    return [SchoolLine._make((*row[:5], bool(row[5]), row[6])) for row in office.rows(_SCHOOLS)]


def months(office: Office, first: str, last: str) -> list[MonthLine]:
    """The months from ``first`` to ``last`` ("2024-05") of every school."""
    rows = office.rows(
        "SELECT school_id, month, state, first_day, last_day, articles_have, articles_need, materials_have, "
        "materials_need FROM month WHERE month BETWEEN ? AND ? ORDER BY school_id, month",
        first,
        last,
    )
    return [MonthLine(*row) for row in rows]


def opinions(office: Office, month: str) -> dict[str, OpinionSum]:
    """What was said in each school in ``month``."""
    rows = office.rows(
        "SELECT school_id, count(*), "
        "sum(CASE WHEN state IN ('answered', 'closed', 'merged', 'transferred', 'declined') THEN 0 ELSE 1 END), "
        "sum(is_private) FROM opinion WHERE month = ? AND state <> 'deleted' GROUP BY school_id",
        month,
    )
    return {row[0]: OpinionSum(*(int(number) for number in row[1:])) for row in rows}


def incidents(office: Office, month: str) -> dict[str, IncidentSum]:
    """What went wrong in each school in ``month``; severity 3 is the highest."""
    rows = office.rows(
        "SELECT school_id, count(*), sum(CASE WHEN severity >= 3 THEN 1 ELSE 0 END), sum(is_misinformation) "
        "FROM incident WHERE month = ? AND state <> 'deleted' GROUP BY school_id",
        month,
    )
    return {row[0]: IncidentSum(*(int(number) for number in row[1:])) for row in rows}


def reports(office: Office, month: str) -> dict[str, ReportLine]:
    """Each school's newest report on ``month``."""
    rows = office.rows(
        "SELECT school_id, state, signed_on, edition FROM report WHERE period = ? AND kind = 'month' "
        "AND state <> 'deleted' ORDER BY school_id, edition",
        month,
    )
    return {row[0]: ReportLine(*row[1:]) for row in rows}


def put_aside(office: Office) -> dict[str, int]:
    """How many lines of each school cannot be read."""
    return dict(office.rows("SELECT school_id, count(*) FROM quarantine GROUP BY school_id"))


def articles(office: Office, school_id: str, month: str) -> list[ArticleLine]:
    """What counts in a school's month, by day."""
    rows = office.rows(
        "SELECT article_id, title, published_on FROM article WHERE school_id = ? AND month = ? "
        "ORDER BY published_on, article_id",
        school_id,
        month,
    )
    return [ArticleLine(*row) for row in rows]
