"""A month's report, gathered: what counted, as it was approved, with its pictures, in the words of the paper."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from db.queries import articles as article_rows
from db.queries import plans
from db.queries import reports as rows
from db.queries.plans import PlanRow
from db.queries.reports import ApprovedArticle
from desktop_app.core.home import Home
from desktop_app.core.i18n import N_, in_vietnamese
from desktop_app.core.jobs import Progress
from desktop_app.core.manuscripts.markup import Block, paragraphs, renumbered
from desktop_app.core.month_page import MonthContents, MonthPage
from desktop_app.core.months import Count, Ledger
from desktop_app.core.reports.letter_facts import letter_facts
from desktop_app.core.reports.opinion_counts import opinion_sentences
from desktop_app.core.reports.prints import Prints, may_leave
from desktop_app.core.reports.snapshot import (
    ArticleInReport,
    Distributed,
    Figures,
    MonthReport,
    Quota,
    State,
    TopicRow,
)

COUNT_RULES = {
    "distributed": N_("An article counts in the month in which it was first published or sent, once approved."),
    "approved": N_("An article counts in the month in which it was approved."),
}
PAPER_STATES: dict[str, State] = {
    "met": "met",
    "met_recorded_later": "met",
    "met_late": "late",
    "missing": "missing",
    "exempt": "exempt",
    "not_counted": "exempt",
}


def gather_month(home: Home, page: MonthPage, progress: Progress, *, copies: Path | None = None) -> MonthReport:
    """Everything the report of a month's ``page`` says.

    With a folder ``copies``, each picture's copy for the bundle (upright, without GPS) is made there.
    Raises SchoolNotSetUp, Cancelled.
    """
    plan, ledger, contents = page
    month = ledger.month
    letter = letter_facts(plan, month.last_day(plan.month_starts_on))
    prints = Prints(home, progress, copies)
    return MonthReport(
        **letter,
        period=str(month),
        days=month.days(plan.month_starts_on) if plan.month_starts_on > 1 else None,
        figures=_figures(ledger, plan),
        topics=_topics(plan, contents),
        articles=tuple(_article(one, prints) for one in contents.articles),
        materials=tuple(prints.material(one) for one in may_leave(contents.materials)),
        missing=tuple(in_vietnamese(owed.text).format(short=owed.short) for owed in ledger.missing),
        opinions=opinion_sentences(*month.days(plan.month_starts_on)),
    )


def _figures(page: Ledger, plan: PlanRow) -> Figures:
    quotas = (
        _quota(N_("Articles (tin bài)"), page.articles),
        _quota(N_("Material (photo or video)"), page.materials),
    )
    return Figures(quotas, in_vietnamese(COUNT_RULES[plan.count_rule]))


def _quota(name: str, count: Count) -> Quota:
    state = PAPER_STATES.get(count.state, "open")
    later = count.recorded_on if count.state == "met_recorded_later" else None
    return Quota(in_vietnamese(name), count.have, count.need, state, later)


def _topics(plan: PlanRow, contents: MonthContents) -> tuple[TopicRow, ...]:
    written = Counter(one.topic_id for one in contents.articles)
    kept = Counter(one.topic_id for one in contents.materials)
    return tuple(
        TopicRow(row.printed_no or "", row.title, written[row.id], kept[row.id]) for row in plans.topics(plan.id)
    )


def _article(one: ApprovedArticle, prints: Prints) -> ArticleInReport:
    placed = rows.pictures_of_article(one.id)
    going = may_leave([row for row in placed if row.kind == "photo"])
    pictures = {number: row for number, row in enumerate(placed, 1) if row in going}
    whole = article_rows.article(one.id)
    return ArticleInReport(
        title=one.title,
        lead=one.lead,
        body=_body(one.body, list(pictures)),
        topic=one.topic,
        authors=whole.authors if whole else (),
        event_date=one.event_date,
        approved_on=one.approved_on,
        approved_by=one.approved_by,
        distributions=tuple(
            Distributed(row.channel, row.done_on, row.evidence)
            for row in article_rows.distributions(one.id)
            if row.state in ("done", "proved")
        ),
        photos=tuple(prints.photo(row) for row in pictures.values()),
    )


def _body(body: str, shown: list[int]) -> tuple[Block, ...]:
    """The blocks of ``body``, its pictures counted anew: only those ``shown`` are in the report."""
    return tuple(renumbered(paragraphs(body), {number: place for place, number in enumerate(shown, 1)}))
