"""The report on opinions (góp ý, dư luận): who spoke of what, what was answered, incidents, advice to the authority."""

from __future__ import annotations

from collections.abc import Iterator

from db.queries import report_periods as rows
from desktop_app.core.i18n import N_, in_vietnamese
from desktop_app.core.reports.decree import decree
from desktop_app.core.reports.letter_facts import letter_facts
from desktop_app.core.reports.letter_parts import clause, letter_head, lines, opening, report_foot, section
from desktop_app.core.reports.opinion_counts import (
    DONE_STATES,
    GROUP_WORDS,
    KIND_WORDS,
    NO_TOPIC,
    incident_lines,
    state_counts,
    tallies,
)
from desktop_app.core.reports.opinion_snapshot import OpinionReport, Tally
from desktop_app.core.reports.paper import Column, Paper, Part, Table, lower_first, words
from desktop_app.core.reports.span_gathering import period_title, plan_of_period
from desktop_app.core.reports.wording import period_words
from desktop_app.core.spans import MonthSpan

OPENINGS = (
    N_("{school} reports on opinions and their answers in {period} as follows:"),
    N_("Carrying out {basis}, {school} reports on opinions and their answers in {period} as follows:"),
)
LONGEST_LIST = 12
"""Voices told in words; a longer list belongs to the room of opinions."""


def gather_opinions(period: MonthSpan) -> OpinionReport:
    """Opinions, incidents and advice of ``period``. Raises NoPlan, SchoolNotSetUp."""
    plan = plan_of_period(period)
    days = period.days(plan.month_starts_on)
    said = rows.opinions(*days)
    titles = {id_: title for id_, (_number, title) in rows.topic_titles([plan.id]).items()}
    told = [one for one in said if one.summary and not one.is_private]
    return OpinionReport(
        **letter_facts(plan, days[1]),
        period=period.key,
        period_title=period_title(period),
        days=days,
        by_group=tallies(said, lambda one: one.group, GROUP_WORDS, GROUP_WORDS["other"]),
        by_kind=tallies(said, lambda one: one.kind, KIND_WORDS, GROUP_WORDS["other"]),
        by_state=state_counts(said),
        by_topic=tallies(said, lambda one: one.topic_id, titles, NO_TOPIC),
        late=sum(one.was_late for one in said),
        private=sum(one.is_private for one in said),
        voices=tuple(one.summary for one in told[:LONGEST_LIST]),
        incidents=incident_lines(*days),
        advice=tuple(rows.advice(*days)),
        missing=tuple(one.summary for one in told if one.state not in DONE_STATES),
    )


def opinion_paper(report: OpinionReport) -> Paper:
    """The report's parts in order. Layout: Nghị định 30/2020/NĐ-CP, phụ lục I; III, mẫu 1.4."""
    subject = in_vietnamese("Taking in and answering opinions on the school in {period}")
    subject = subject.format(period=period_words(report))
    title = f"{decree().kinds['report'].name} {lower_first(subject)}"
    return Paper(title, report.school_name, report.plan_title, lambda: _parts(report, subject))


def _parts(report: OpinionReport, subject: str) -> Iterator[Part]:
    yield from letter_head(report, decree().kinds["report"], subject)
    yield opening(report, OPENINGS)
    yield section("I", N_("Opinions taken in (section)"))
    yield from _counts(report)
    yield section("II", N_("What people spoke of (section)"))
    yield from lines(report.voices, N_("No opinion can be told in words."))
    yield section("III", N_("Communication incidents (section)"))
    yield from lines(report.incidents, N_("No incident happened in the period."))
    yield section("IV", N_("Still being handled (section)"))
    yield from lines(report.missing, N_("Everything that was raised is answered."))
    yield section("V", N_("Advice to the authority (section)"))
    yield from lines((*report.advice, *report.next_work), N_("The school has no proposal."))
    yield report_foot(report, N_("This is the report of {school} on opinions in {period}"))


def _counts(report: OpinionReport) -> Iterator[Part]:
    came, done = (sum(getattr(one, name) for one in report.by_group) for name in ("came", "done"))
    if not came:
        yield words(in_vietnamese("Nothing was raised in the period."))
        return
    yield words(_sum_words(report, came, done))
    where = ", ".join(f"{name}: {count}" for name, count in report.by_state)
    yield words(in_vietnamese("Where they stand: {states}.").format(states=where))
    tables = (
        (N_("By who spoke"), N_("Who spoke"), report.by_group),
        (N_("By kind"), N_("Kind of opinion"), report.by_kind),
        (N_("By topic"), N_("Topic (heading)"), report.by_topic),
    )
    for number, (name, head, counted) in enumerate(tables, 1):
        yield clause(number, name)
        yield _table(head, counted)


def _sum_words(report: OpinionReport, came: int, done: int) -> str:
    """How many came, how many were answered and whether in time; of private ones nothing but their number."""
    late = N_("all of them in time (answers)") if not report.late else N_("{late} answered late")
    said = [
        in_vietnamese("{came} opinions came in; {done} are answered or settled").format(came=came, done=done),
        in_vietnamese(late).format(late=report.late) if done or report.late else "",
    ]
    if report.private:
        words_of = in_vietnamese("{private} are private and stand here in numbers only")
        said.append(words_of.format(private=report.private))
    return "; ".join(filter(None, said)) + "."


def _table(head: str, counted: tuple[Tally, ...]) -> Table:
    columns = (
        Column(in_vietnamese(head), 85),
        Column(in_vietnamese(N_("Came in")), 25, "centre"),
        Column(in_vietnamese(N_("Answered, settled")), 30, "centre"),
        Column(in_vietnamese(N_("Being handled")), 25, "centre"),
    )
    named = tuple((one.name, str(one.came), str(one.done), str(one.came - one.done)) for one in counted)
    came, done = sum(one.came for one in counted), sum(one.done for one in counted)
    return Table(columns, named, (in_vietnamese("Sum"), str(came), str(done), str(came - done)))
