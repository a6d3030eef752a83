"""The month in numbers: what the plan asks against what the school has, and what each topic brought."""

from __future__ import annotations

from desktop_app.core.i18n import N_, in_vietnamese
from desktop_app.core.periods import short_date
from desktop_app.core.reports.charts import Legend, QuotaBar, TopicBar
from desktop_app.core.reports.paper import Cell, Column, Span, Table, Words
from desktop_app.core.reports.snapshot import ArticleInReport, Figures, Quota, State, TopicRow
from desktop_app.core.reports.wording import shortened

_STATE_WORDS: dict[State, str] = {
    "met": N_("Met (figures)"),
    "late": N_("Met late (figures)"),
    "missing": N_("{count} missing (figures)"),
    "exempt": N_("Exempt (figures)"),
    "open": N_("Month not over (figures)"),
}


def quota_table(figures: Figures) -> Table:
    """Each quota: asked, done, a bar, the word for it."""
    columns = (
        Column(in_vietnamese(N_("No.")), 10, "centre"),
        Column(in_vietnamese(N_("What the plan asks")), 47),
        Column(in_vietnamese(N_("Asked")), 21, "centre"),
        Column(in_vietnamese(N_("Done (figures)")), 22, "centre"),
        Column(in_vietnamese(N_("Against the plan")), 33),
        Column(in_vietnamese(N_("Result")), 32, "centre"),
    )
    return Table(columns, tuple(_quota_row(number, quota) for number, quota in enumerate(figures.quotas, 1)))


def topic_table(topics: tuple[TopicRow, ...]) -> Table:
    """Each topic in the plan's order under its printed number, with the month's articles and materials."""
    columns = (
        Column(in_vietnamese(N_("No.")), 10, "centre"),
        Column(in_vietnamese(N_("Topic (heading)")), 84),
        Column(in_vietnamese(N_("Articles (figures)")), 18, "centre"),
        Column(in_vietnamese(N_("Photos, videos")), 19, "centre"),
        Column(in_vietnamese(N_("Compared")), 34),
    )
    most = max((topic.articles + topic.materials for topic in topics), default=0)
    return Table(columns, tuple(_topic_row(topic, most) for topic in topics), _topic_sum(topics))


def state_words(quota: Quota) -> str:
    """“Đạt”, “Thiếu 1” …: the word a paper has for it."""
    return in_vietnamese(_STATE_WORDS[quota.state]).format(count=max(quota.need - quota.have, 0))


def later_mark(product: Quota | ArticleInReport) -> str:
    """“(ghi nhận sau, ngày 09/06/2024)” for what was recorded after its month, else nothing."""
    day = product.recorded_later_on
    return in_vietnamese("(recorded later, on {date})").format(date=short_date(day)) if day else ""


def _quota_row(number: int, quota: Quota) -> tuple[Cell, ...]:
    mark = later_mark(quota)
    result = Words("cell", (Span(state_words(quota), bold=True), *((Span(f" {mark}"),) if mark else ())))
    return str(number), shortened(quota.name), str(quota.need), str(quota.have), QuotaBar(quota), result


def _topic_row(topic: TopicRow, most: int) -> tuple[Cell, ...]:
    counts = (str(topic.articles), str(topic.materials))
    bar = TopicBar(topic.articles, topic.materials, most)
    return topic.printed_no or "-", shortened(topic.title), *counts, bar


def _topic_sum(topics: tuple[TopicRow, ...]) -> tuple[Cell, ...]:
    articles, materials = sum(topic.articles for topic in topics), sum(topic.materials for topic in topics)
    return "", Span(in_vietnamese("Sum"), bold=True), str(articles), str(materials), Legend()
