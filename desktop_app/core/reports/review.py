"""What to look at before a paper goes: its figures, each with the place where what it counts can be seen."""

from __future__ import annotations

from typing import Any, NamedTuple

from desktop_app.core.i18n import N_, _
from desktop_app.core.month_page import page_of
from desktop_app.core.months import Count
from desktop_app.core.reports.handing_over import gather_letter, gather_minutes
from desktop_app.core.reports.kinds import LETTER, MINUTES, OPINIONS, TERM, YEAR
from desktop_app.core.reports.opinion_report import gather_opinions
from desktop_app.core.reports.span_gathering import gather_span, span_months
from desktop_app.core.spans import MonthSpan, span_called

Target = tuple[str, dict[str, Any]]
"""A room of the window and what to ask of it."""


class Figure(NamedTuple):
    """A number of a paper and where its things are: a room of the window with what to ask of it, or None."""

    label: str
    value: str
    target: Target | None = None


MEDIA: Target = ("media", {})
PLAN: Target = ("plan", {})
PUBLISH: Target = ("publish", {})
OPINION_ROOM: Target = ("opinions", {})


def figures_of(kind: str, period: str) -> list[Figure]:
    """The figures of a paper in the order it tells them. Raises NoPlan, NotAPeriod."""
    return [figure._replace(label=_(figure.label)) for figure in named_figures_of(kind, period)]


def named_figures_of(kind: str, period: str) -> list[Figure]:
    """The same, their labels as messages: a paper says them in Vietnamese, the window in its person's language."""
    span = span_called(period)
    if kind in (TERM, YEAR):
        return _of_span(span)
    if kind == OPINIONS:
        return _of_opinions(span)
    if kind == LETTER:
        return [Figure(N_("Enclosures"), str(len(gather_letter(span).enclosures))), *_of_month(span)]
    if kind == MINUTES:
        things = gather_minutes(span).things
        return [Figure(N_("Kinds of things handed over"), str(len(things))), *_of_month(span)]
    return _of_month(span)


def _of_month(span: MonthSpan) -> list[Figure]:
    page = page_of(span.first)
    articles, materials = page.ledger.articles, page.ledger.materials
    videos = sum(one.kind == "video" for one in page.contents.materials)
    return [
        Figure(N_("Articles (figure)"), _of(articles), _articles([one.id for one in page.contents.articles])),
        Figure(N_("Photos and videos as material"), _of(materials), MEDIA),
        Figure(N_("Of them videos"), str(videos), MEDIA),
        Figure(N_("Topics with an article"), str(len({one.topic_id for one in page.contents.articles})), PLAN),
    ]


def _of_span(span: MonthSpan) -> list[Figure]:
    report = gather_span("term", span)
    articles = [id_ for month in span_months(span) for id_ in month.ids.articles]
    counted = [line for line in report.months if line.state != "exempt"]
    met = sum(line.state in ("met", "late") for line in counted)
    touched = sum(any(map(any, line.months)) for line in report.topics)
    return [
        Figure(N_("Articles (figure)"), str(len(articles)), _articles(articles)),
        Figure(N_("Photos and videos as material"), str(sum(line.materials for line in report.months)), MEDIA),
        Figure(N_("Of them videos"), str(report.videos), MEDIA),
        Figure(N_("Months that met the plan"), f"{met}/{len(counted)}", ("today", {})),
        Figure(N_("Topics touched"), f"{touched}/{len(report.topics)}", PLAN),
        Figure(N_("Publications"), str(sum(count for _name, count in report.channels)), PUBLISH),
    ]


def _of_opinions(span: MonthSpan) -> list[Figure]:
    report = gather_opinions(span)
    came, done = (sum(getattr(one, name) for one in report.by_group) for name in ("came", "done"))
    return [
        Figure(N_("Opinions taken in"), str(came), OPINION_ROOM),
        Figure(N_("Answered or settled"), f"{done}/{came}", OPINION_ROOM),
        Figure(N_("Answered late"), str(report.late), OPINION_ROOM),
        Figure(N_("Incidents"), str(len(report.incidents)), OPINION_ROOM),
    ]


def _articles(ids: list[str]) -> Target:
    """Just these articles in their list; the whole list where there are none."""
    return "articles", {"only": tuple(ids)} if ids else {}


def _of(count: Count) -> str:
    return f"{count.have}/{count.need}"
