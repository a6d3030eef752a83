"""The month in numbers: what the plan asks against what the school has, and what each topic brought."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.core.i18n import N_, in_vietnamese
from desktop_app.core.periods import short_date
from desktop_app.core.reports.bars import BAR_HEIGHT, DONE, INK, MATERIALS, quota_bar, topic_bar
from desktop_app.core.reports.decree import MM
from desktop_app.core.reports.fonts import FAMILY
from desktop_app.core.reports.pieces import GRID, drawn, paragraph, table, text
from desktop_app.core.reports.snapshot import ArticleInReport, Figures, Quota, State, TopicRow
from desktop_app.core.reports.wording import plain, shortened

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas
    from reportlab.platypus import Flowable

QUOTA_COLUMNS = (10 * MM, 47 * MM, 21 * MM, 22 * MM, 33 * MM, 32 * MM)
TOPIC_COLUMNS = (10 * MM, 84 * MM, 18 * MM, 19 * MM, 34 * MM)

_STATE_WORDS: dict[State, str] = {
    "met": N_("Met (figures)"),
    "late": N_("Met late (figures)"),
    "missing": N_("{count} missing (figures)"),
    "exempt": N_("Exempt (figures)"),
    "open": N_("Month not over (figures)"),
}


def quota_table(figures: Figures) -> Flowable:
    """Each quota: asked, done, a bar, the word for it."""
    words = (N_("No."), N_("What the plan asks"), N_("Asked"), N_("Done (figures)"))
    names = (*words, N_("Against the plan"), N_("Result"))
    rows = [[_quota_number(n), *_quota_cells(quota)] for n, quota in enumerate(figures.quotas, 1)]
    return table([_head(*names), *rows], QUOTA_COLUMNS, GRID, repeat=1)


def topic_table(topics: tuple[TopicRow, ...]) -> Flowable:
    """Each topic in the plan's order under its printed number, with the month's articles and materials."""
    names = (N_("No."), N_("Topic (heading)"), N_("Articles (figures)"), N_("Photos, videos"), N_("Compared"))
    most = max((topic.articles + topic.materials for topic in topics), default=0)
    rows = [_topic_cells(topic, most) for topic in topics]
    return table([_head(*names), *rows, _topic_sum(topics)], TOPIC_COLUMNS, GRID, repeat=1)


def state_words(quota: Quota) -> str:
    """“Đạt”, “Thiếu 1” …: the word a paper has for it."""
    return in_vietnamese(_STATE_WORDS[quota.state]).format(count=max(quota.need - quota.have, 0))


def later_mark(product: Quota | ArticleInReport) -> str:
    """“(ghi nhận sau, ngày 09/06/2024)” for what was recorded after its month, else nothing."""
    day = product.recorded_later_on
    return in_vietnamese("(recorded later, on {date})").format(date=short_date(day)) if day else ""


def _head(*names: str) -> list[Flowable]:
    return [text("head", in_vietnamese(name)) for name in names]


def _quota_number(number: int) -> Flowable:
    return text("centre_cell", str(number))


def _quota_cells(quota: Quota) -> list[Flowable]:
    return [
        text("cell", shortened(quota.name)),
        text("centre_cell", str(quota.need)),
        text("centre_cell", str(quota.have)),
        quota_bar(quota, QUOTA_COLUMNS[4] - 8),
        paragraph("centre_cell", f"<b>{plain(state_words(quota))}</b> {plain(later_mark(quota))}"),
    ]


def _topic_cells(topic: TopicRow, most: int) -> list[Flowable]:
    return [
        text("centre_cell", topic.printed_no or "-"),
        text("cell", shortened(topic.title)),
        text("centre_cell", str(topic.articles)),
        text("centre_cell", str(topic.materials)),
        topic_bar(topic.articles, topic.materials, most, TOPIC_COLUMNS[4] - 8),
    ]


def _topic_sum(topics: tuple[TopicRow, ...]) -> list[Flowable]:
    articles, materials = sum(topic.articles for topic in topics), sum(topic.materials for topic in topics)
    return [
        text("cell", ""),
        text("head", in_vietnamese("Sum")),
        text("head", str(articles)),
        text("head", str(materials)),
        _legend(TOPIC_COLUMNS[4] - 8),
    ]


def _legend(width: float) -> Flowable:
    words = (in_vietnamese("articles (legend)"), in_vietnamese("photos, videos (legend)"))

    def draw(canvas: Canvas) -> None:
        canvas.setFont(FAMILY, 9)
        for start, colour, word in zip((0, width * 0.36), (DONE, MATERIALS), words, strict=True):
            canvas.setFillColor(colour)
            canvas.rect(start, 1, 5, 5, stroke=0, fill=1)
            canvas.setFillColor(INK)
            canvas.drawString(start + 7, 1, word)

    return drawn(width, BAR_HEIGHT, draw)
