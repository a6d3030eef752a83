"""The report of a term (sơ kết) or a year (tổng kết): months, topics and channels as charts, the list of articles."""

from __future__ import annotations

from collections.abc import Iterator

from desktop_app.core.i18n import N_, in_vietnamese
from desktop_app.core.periods import short_date
from desktop_app.core.reports.charts import Channels, Coverage, Months
from desktop_app.core.reports.decree import decree
from desktop_app.core.reports.letter_parts import (
    attached_to,
    clause,
    letter_head,
    opening,
    section,
    what_follows,
)
from desktop_app.core.reports.paper import Appendix, Column, Paper, Part, Table, lower_first, words
from desktop_app.core.reports.span_snapshot import ListedArticle, MonthLine, SpanReport
from desktop_app.core.reports.wording import period_words, shortened

SUBJECTS = {
    "term": N_("Review of the communications work of {period}"),
    "year": N_("Summing up of the communications work of {period}"),
}


SUMS = (
    N_("{articles} articles; {materials} photos kept; {met} of {counted} months met what the plan asks."),
    N_(
        "{articles} articles; {materials} photos and videos kept, {videos} of them videos; "
        "{met} of {counted} months met what the plan asks."
    ),
)
"""Without videos and with them."""


def span_paper(report: SpanReport) -> Paper:
    """The report's parts in order. Layout: Nghị định 30/2020/NĐ-CP, phụ lục I; III, mẫu 1.4."""
    subject = span_subject(report)
    title = f"{decree().kinds['report'].name} {lower_first(subject)}"
    return Paper(title, report.school_name, report.plan_title, lambda: _parts(report, subject))


def span_subject(report: SpanReport) -> str:
    """“Sơ kết công tác truyền thông học kỳ I năm học 2024-2025”."""
    return in_vietnamese(SUBJECTS[report.kind]).format(period=period_words(report))


def _parts(report: SpanReport, subject: str) -> Iterator[Part]:
    yield from letter_head(report, decree().kinds["report"], subject)
    yield opening(report)
    yield section("I", N_("Results (section)"))
    yield from _results(report)
    yield from what_follows(report)
    if report.articles:
        yield Appendix(
            decree().words.appendix,
            in_vietnamese("Articles of {period}").format(period=period_words(report)),
            attached_to(report, decree().kinds["report"]),
            "articles",
        )
        yield _article_table(report.articles)


def _results(report: SpanReport) -> Iterator[Part]:
    yield clause(1, N_("Figures (heading)"))
    yield words(_sum_words(report))
    yield _month_table(report.months)
    yield clause(2, N_("Month by month"))
    yield Months(
        tuple((line.label, line.articles, line.materials, line.state) for line in report.months),
        max((line.need_articles for line in report.months), default=0),
        max((line.need_materials for line in report.months), default=0),
    )
    yield from _by_topic(report)
    yield clause(4, N_("Where it was published"))
    if report.channels:
        yield Channels(report.channels)
    else:
        yield words(in_vietnamese("No article was posted or sent in the period."))


def _by_topic(report: SpanReport) -> Iterator[Part]:
    yield clause(3, N_("By topic of the plan"))
    untouched = [line.title for line in report.topics if not any(map(any, line.months))]
    covered = len(report.topics) - len(untouched)
    sentence = in_vietnamese("{covered} of {count} topics had an article, a photo or a video.")
    yield words(sentence.format(covered=covered, count=len(report.topics)), "intro")
    if report.topics:
        labels = tuple(line.label.partition("/")[0] for line in report.months)
        yield Coverage(labels, tuple((line.printed_no, line.title, line.months) for line in report.topics))
    if untouched:
        yield words(in_vietnamese("Not yet touched: {topics}.").format(topics="; ".join(untouched)))


def _sum_words(report: SpanReport) -> str:
    articles, materials = (sum(getattr(line, name) for line in report.months) for name in ("articles", "materials"))
    met = sum(line.state in ("met", "late") for line in report.months)
    counted = sum(line.state != "exempt" for line in report.months)
    sentence = in_vietnamese(SUMS[bool(report.videos)])
    return sentence.format(articles=articles, materials=materials, videos=report.videos, met=met, counted=counted)


def _month_table(months: tuple[MonthLine, ...]) -> Table:
    columns = (
        Column(in_vietnamese(N_("Month (chart)")), 27, "centre"),
        Column(in_vietnamese(N_("Articles (figures)")), 26, "centre"),
        Column(in_vietnamese(N_("Asked")), 24, "centre"),
        Column(in_vietnamese(N_("Photos, videos")), 33, "centre"),
        Column(in_vietnamese(N_("Asked")), 24, "centre"),
        Column(in_vietnamese(N_("Result")), 31, "centre"),
    )
    rows = tuple(
        (
            line.label,
            str(line.articles),
            str(line.need_articles or "-"),
            str(line.materials),
            str(line.need_materials or "-"),
            in_vietnamese(_STATE_WORDS[line.state]),
        )
        for line in months
    )
    sums = (
        str(sum(line.articles for line in months)),
        str(sum(line.need_articles for line in months)),
        str(sum(line.materials for line in months)),
        str(sum(line.need_materials for line in months)),
    )
    return Table(columns, rows, (in_vietnamese("Sum"), *sums, ""))


_STATE_WORDS = {
    "met": N_("Met (figures)"),
    "late": N_("Met late (figures)"),
    "missing": N_("Not met (figures)"),
    "exempt": N_("Exempt (figures)"),
    "open": N_("Month not over (figures)"),
}


def _article_table(articles: tuple[ListedArticle, ...]) -> Table:
    columns = (
        Column(in_vietnamese(N_("No.")), 10, "centre"),
        Column(in_vietnamese(N_("Title of the article")), 60),
        Column(in_vietnamese(N_("Topic (heading)")), 38),
        Column(in_vietnamese(N_("Channel (paper)")), 32),
        Column(in_vietnamese(N_("First day")), 25, "centre"),
    )
    return Table(
        columns,
        tuple(
            (
                str(number),
                shortened(each.title),
                shortened(each.topic),
                shortened("; ".join(each.channels)),
                short_date(each.first_on),
            )
            for number, each in enumerate(articles, 1)
        ),
    )
