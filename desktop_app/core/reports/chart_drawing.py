"""Charts drawn on paper in lines and boxes: sharp at any size, clear in black and white, their numbers beside them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from desktop_app.core.i18n import N_, in_vietnamese
from desktop_app.core.reports.bars import BAR_HEIGHT, DONE, INK, MATERIALS, full_bar, quota_bar, topic_bar
from desktop_app.core.reports.charts import Channels, Chart, Coverage, Legend, Months, QuotaBar, TopicBar
from desktop_app.core.reports.decree import MM
from desktop_app.core.reports.fonts import FAMILY, FONT_NAMES, printable
from desktop_app.core.reports.pieces import HAIRLINE, Cell, Look, drawn, gap, paragraph, table, text
from desktop_app.core.reports.snapshot import State
from desktop_app.core.reports.wording import plain, shortened

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas
    from reportlab.platypus import Flowable

LINE = "#B9B4A6"
PAPER = "#FFFFFF"
WORDS_SIZE = 10.0

NUMBER_WIDTH = 9 * MM
SUM_WIDTH = 15 * MM
NARROWEST_MONTH = 7 * MM
WIDEST_MONTH = 14 * MM

COLUMN_HEIGHT = 84.0
COLUMN_GROUND = 30.0
"""Points under the columns: the month, and the word for how it went."""
LEGEND_HEIGHT = 16.0
WIDEST_COLUMN = 20.0

CHANNEL_WORDS = 60 * MM

_STATE_WORDS: dict[State, str] = {
    "met": N_("Met (chart)"),
    "late": N_("Late (chart)"),
    "missing": N_("Missing (chart)"),
    "exempt": N_("Exempt (chart)"),
    "open": N_("Open (chart)"),
}


def chart_flowable(chart: Chart, width: float) -> Flowable:
    """``chart`` in ``width`` points; only the coverage of topics may break over pages."""
    if isinstance(chart, QuotaBar):
        return quota_bar(chart.quota, width)
    if isinstance(chart, TopicBar):
        return topic_bar(chart.articles, chart.materials, chart.most, width)
    if isinstance(chart, Legend):
        return drawn(width, BAR_HEIGHT, lambda canvas: _draw_key(canvas, width * 0.44, 1, 9))
    if isinstance(chart, Coverage):
        return _coverage(chart, width)
    if isinstance(chart, Months):
        return _months(chart, width)
    return _channels(chart, width)


def coverage_words(articles: int, materials: int) -> str:
    """A month of a topic in a cell: “2” articles, “2+5” with materials, “+5” materials alone, “” for neither."""
    return (str(articles) if articles else "") + (f"+{materials}" if materials else "")


def state_word(state: State) -> str:
    """How a month went, in a word that fits under its column."""
    return in_vietnamese(_STATE_WORDS[state])


# ------------------------------------------------------- topics down, months across


def _coverage(chart: Coverage, width: float) -> Flowable:
    count = max(len(chart.months), 1)
    month = min(max((width * 0.55 - SUM_WIDTH) / count, NARROWEST_MONTH), WIDEST_MONTH)
    widths = [NUMBER_WIDTH, width - NUMBER_WIDTH - SUM_WIDTH - month * count, *[month] * count, SUM_WIDTH]
    head = [in_vietnamese(N_("No.")), in_vietnamese(N_("Topic (heading)")), *chart.months, in_vietnamese("Sum")]
    rows: list[list[Cell]] = [[paragraph("centred_sheet", f"<b>{plain(words)}</b>") for words in head]]
    rows += [_coverage_row(number, title, cells) for number, title, cells in chart.rows]
    key = in_vietnamese("“2+5” in a cell: 2 articles and 5 photos or videos of that month.")
    rows.append([paragraph("sheet", f"<i>{plain(key)}</i>"), *[""] * (len(widths) - 1)])
    return table(rows, widths, [*_COVERAGE_LOOK, *_grounds(chart)], repeat=1)


def _coverage_row(number: str, title: str, cells: Sequence[tuple[int, int]]) -> list[Cell]:
    whole = (sum(articles for articles, _ in cells), sum(materials for _, materials in cells))
    months: list[Cell] = [_month_cell(*each) for each in cells]
    total = paragraph("centred_sheet", f"<b>{coverage_words(*whole) or '0'}</b>")
    return [text("centred_sheet", number or "-"), text("sheet", shortened(title)), *months, total]


def _month_cell(articles: int, materials: int) -> Cell:
    words = plain(coverage_words(articles, materials))
    if articles:  # bold white on the dark ground
        return paragraph("centred_sheet", f'<font color="{PAPER}"><b>{words}</b></font>')
    return paragraph("centred_sheet", words)


def _grounds(chart: Coverage) -> Look:
    """The ground of each month: dark where there are articles, light where there are only materials."""
    return [
        ("BACKGROUND", (column, row), (column, row), DONE if articles else MATERIALS)
        for row, (_number, _title, cells) in enumerate(chart.rows, 1)
        for column, (articles, materials) in enumerate(cells, 2)
        if articles or materials
    ]


_COVERAGE_LOOK: Look = (
    ("GRID", (0, 0), (-1, -2), HAIRLINE, LINE),
    ("LINEBELOW", (0, 0), (-1, 0), HAIRLINE, INK),
    ("SPAN", (0, -1), (-1, -1)),
    ("LEFTPADDING", (0, 0), (-1, -1), 2),
    ("RIGHTPADDING", (0, 0), (-1, -1), 2),
    ("TOPPADDING", (0, 0), (-1, -1), 2),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
    ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
)


# -------------------------------------------------------------- the months as columns


def _months(chart: Months, width: float) -> Flowable:
    numbers = [count for _, *counts, _ in chart.months for count in counts]
    unit = COLUMN_HEIGHT / max([1, chart.need_articles, chart.need_materials, *numbers])
    room = width / max(len(chart.months), 1)

    def draw(canvas: Canvas) -> None:
        needs = sorted({need for need in (chart.need_articles, chart.need_materials) if need})
        _draw_legend(canvas, needs, COLUMN_GROUND + COLUMN_HEIGHT + LEGEND_HEIGHT)
        for need in needs:
            _draw_need(canvas, COLUMN_GROUND + need * unit, 0, width)
        for place, month in enumerate(chart.months):
            _draw_month(canvas, month, place * room, room, unit)
        canvas.setStrokeColor(INK)
        canvas.setLineWidth(0.8)
        canvas.line(0, COLUMN_GROUND, width, COLUMN_GROUND)

    return drawn(width, COLUMN_GROUND + COLUMN_HEIGHT + LEGEND_HEIGHT + 12, draw)


def _draw_month(canvas: Canvas, month: tuple[str, int, int, State], left: float, room: float, unit: float) -> None:
    label, articles, materials, state = month
    column = min(room * 0.3, WIDEST_COLUMN)
    middle = left + room / 2
    for x, count, colour in ((middle - column, articles, DONE), (middle, materials, MATERIALS)):
        if count:
            canvas.setFillColor(colour)
            canvas.setStrokeColor(DONE)
            canvas.setLineWidth(0.6)
            canvas.rect(x, COLUMN_GROUND, column, count * unit, stroke=1, fill=1)
        _draw_number(canvas, count, x + column / 2, COLUMN_GROUND + count * unit)
    canvas.setFont(FONT_NAMES["bold"], WORDS_SIZE)
    canvas.drawCentredString(middle, COLUMN_GROUND - 12, printable(label))
    canvas.setFont(FONT_NAMES["italic" if state in ("exempt", "open") else "regular"], WORDS_SIZE - 1)
    canvas.drawCentredString(middle, COLUMN_GROUND - 24, state_word(state))


def _draw_number(canvas: Canvas, count: int, middle: float, height: float) -> None:
    """The number over a column, on a ground of its own: the line of what is asked may run through it."""
    canvas.setFillColor(PAPER)
    canvas.rect(middle - 5, height + 1, 10, WORDS_SIZE - 1, stroke=0, fill=1)
    canvas.setFillColor(INK)
    canvas.setFont(FAMILY, WORDS_SIZE - 1)
    canvas.drawCentredString(middle, height + 2.5, str(count))


def _draw_need(canvas: Canvas, height: float, left: float, right: float) -> None:
    """A broken line at what the plan asks."""
    canvas.saveState()
    canvas.setStrokeColor(INK)
    canvas.setLineWidth(0.5)
    canvas.setDash(3, 3)
    canvas.line(left, height, right, height)
    canvas.restoreState()


def _draw_legend(canvas: Canvas, needs: Sequence[int], height: float) -> None:
    _draw_key(canvas, 52, height, WORDS_SIZE)
    if needs:
        _draw_need(canvas, height + 3.5, 126, 150)
        asked = in_vietnamese("asked: {count}").format(count=", ".join(map(str, needs)))
        canvas.drawString(154, height, asked)


def _draw_key(canvas: Canvas, second: float, height: float, size: float) -> None:
    """The two colours and their words; the second begins at ``second`` points."""
    words = (in_vietnamese(N_("articles (legend)")), in_vietnamese(N_("photos, videos (legend)")))
    canvas.setFont(FAMILY, size)
    side = size * 0.65
    for left, colour, word in zip((0, second), (DONE, MATERIALS), words, strict=True):
        canvas.setFillColor(colour)
        canvas.setStrokeColor(DONE)
        canvas.setLineWidth(0.6)
        canvas.rect(left, height, side, side, stroke=1, fill=1)
        canvas.setFillColor(INK)
        canvas.drawString(left + side + 3, height, word)


# ------------------------------------------------------------------ where it went


def _channels(chart: Channels, width: float) -> Flowable:
    if not chart.channels:
        return gap(0)
    most = max(count for _, count in chart.channels)
    room = width - CHANNEL_WORDS - 12 * MM
    rows: list[list[Cell]] = [
        [text("sheet", shortened(channel)), _channel_bar(count, most, room)] for channel, count in chart.channels
    ]
    return table(rows, [CHANNEL_WORDS, width - CHANNEL_WORDS], [*_CHANNEL_LOOK])


def _channel_bar(count: int, most: int, room: float) -> Flowable:
    end = room * count / max(most, 1)

    def draw(canvas: Canvas) -> None:
        full_bar(canvas, 0, end, DONE)
        canvas.setFillColor(INK)
        canvas.setFont(FONT_NAMES["bold"], WORDS_SIZE)
        canvas.drawString(end + 5, 0.5, str(count))

    return drawn(room, BAR_HEIGHT, draw)


_CHANNEL_LOOK: Look = (
    ("LEFTPADDING", (0, 0), (-1, -1), 0),
    ("RIGHTPADDING", (0, 0), (-1, -1), 6),
    ("TOPPADDING", (0, 0), (-1, -1), 3),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
    ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
)
