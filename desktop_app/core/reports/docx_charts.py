"""Charts in a Word file: shaded tables that an office can edit, with the same numbers as the drawn ones."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from desktop_app.core.i18n import N_, in_vietnamese
from desktop_app.core.reports.bars import DONE, INK, MATERIALS
from desktop_app.core.reports.chart_drawing import coverage_words, state_word
from desktop_app.core.reports.charts import Channels, Coverage, Months, QuotaBar, TopicBar
from desktop_app.core.reports.decree import MM, decree
from desktop_app.core.reports.docx_pieces import add_bar, keep_rows_whole, shade, shape
from desktop_app.core.reports.docx_styles import Styles
from desktop_app.core.reports.fonts import printable
from desktop_app.core.reports.wording import shortened

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.table import _Cell as WordCell
    from docx.text.paragraph import Paragraph

STROKE = 0.02
"""The line that marks what was asked, as a share of the bar."""


def add_quota(cell: WordCell, bar: QuotaBar, width: float) -> None:
    """Done in full, then a stroke where the plan's number is reached, then what is missing."""
    quota = bar.quota
    most = max(quota.have, quota.need, 1)
    before, after = min(quota.have, quota.need) / most, max(quota.have - quota.need, 0) / most
    missing = max(quota.need - quota.have, 0) / most
    parts = [(before, DONE), (missing, ""), (STROKE, INK), (after, DONE)]
    add_bar(cell, [(share * (1 - STROKE), colour) for share, colour in parts], width)


def add_topic(cell: WordCell, bar: TopicBar, width: float) -> None:
    """Articles dark, then materials light."""
    most = max(bar.most, 1)
    rest = max(most - bar.articles - bar.materials, 0) / most
    add_bar(cell, [(bar.articles / most, DONE), (bar.materials / most, MATERIALS), (rest, "")], width)


def add_legend(paragraph: Paragraph) -> None:
    """A coloured square and a word for each of the two colours."""
    for colour, word in ((DONE, N_("articles (legend)")), (MATERIALS, N_("photos, videos (legend)"))):
        square = paragraph.add_run("■ ")
        square.font.color.rgb = _colour(colour)
        paragraph.add_run(f"{in_vietnamese(word)}  ")


def add_coverage(document: WordDocument, styles: Styles, chart: Coverage) -> None:
    """Topics down, months across; dark where there are articles, light where only materials."""
    count = max(len(chart.months), 1)
    width, number, whole = decree().page.text_width, 9 * MM, 15 * MM
    month = min(max((width * 0.55 - whole) / count, 7 * MM), 14 * MM)
    widths = [number, width - number - whole - month * len(chart.months), *[month] * len(chart.months), whole]
    table = document.add_table(rows=len(chart.rows) + 1, cols=len(widths))
    shape(table, widths, grid=True)
    keep_rows_whole(table, head=True)
    head = [in_vietnamese(N_("No.")), in_vietnamese(N_("Topic (heading)")), *chart.months, in_vietnamese("Sum")]
    for cell, words in zip(table.rows[0].cells, head, strict=True):
        _write(styles, cell, words, bold=True)
    for row, (printed, title, cells) in zip(table.rows[1:], chart.rows, strict=True):
        places = row.cells
        _write(styles, places[0], printed or "-")
        _write(styles, places[1], shortened(title), style="sheet")
        for place, (articles, materials) in zip(places[2:-1], cells, strict=True):
            _month(styles, place, articles, materials)
        sums = coverage_words(sum(articles for articles, _ in cells), sum(materials for _, materials in cells))
        _write(styles, places[-1], sums or "0", bold=True)
    key = in_vietnamese("“2+5” in a cell: 2 articles and 5 photos or videos of that month.")
    styles.put(document.add_paragraph(), "sheet").add_run(key).italic = True


def add_months(document: WordDocument, styles: Styles, chart: Months) -> None:
    """A row a month: articles, materials with their bars, and how the month went."""
    width = decree().page.text_width
    widths = [26 * MM, (width - 56 * MM) / 2, (width - 56 * MM) / 2, 30 * MM]
    table = document.add_table(rows=len(chart.months) + 1, cols=4)
    shape(table, widths, grid=True)
    keep_rows_whole(table, head=True)
    names = (N_("Month (chart)"), N_("Articles (figures)"), N_("Photos, videos"), N_("Result"))
    for cell, name in zip(table.rows[0].cells, names, strict=True):
        _write(styles, cell, in_vietnamese(name), bold=True)
    most = max([1, *(count for _, *counts, _ in chart.months for count in counts)])
    for row, (label, articles, materials, state) in zip(table.rows[1:], chart.months, strict=True):
        cells = row.cells
        _write(styles, cells[0], label, bold=True)
        for cell, count, colour in ((cells[1], articles, DONE), (cells[2], materials, MATERIALS)):
            _counted(styles, cell, count, count / most, colour, widths[1])
        _write(styles, cells[3], state_word(state))


def add_channels(document: WordDocument, styles: Styles, chart: Channels) -> None:
    """A row a channel, its number and its bar."""
    if not chart.channels:
        return
    widths = [60 * MM, decree().page.text_width - 60 * MM]
    table = document.add_table(rows=len(chart.channels), cols=2)
    shape(table, widths, grid=False)
    keep_rows_whole(table, head=False)
    most = max(count for _, count in chart.channels)
    for row, (channel, count) in zip(table.rows, chart.channels, strict=True):
        _write(styles, row.cells[0], shortened(channel), style="sheet")
        _counted(styles, row.cells[1], count, count / max(most, 1), DONE, widths[1])


def _counted(styles: Styles, cell: WordCell, count: int, share: float, colour: str, width: float) -> None:
    """A number with its bar under it."""
    _write(styles, cell, str(count), style="sheet")
    paragraph = cell.paragraphs[0]._p
    add_bar(cell, [(share * 0.98, colour), (1 - share * 0.98, "")] if count else [], width - 12)
    cell._tc.remove(paragraph)
    cell._tc.insert(1, paragraph)
    if count:
        cell.add_paragraph().paragraph_format.line_spacing = _points(1)


def _month(styles: Styles, cell: WordCell, articles: int, materials: int) -> None:
    run = _write(styles, cell, coverage_words(articles, materials), bold=bool(articles))
    if articles:
        run.font.color.rgb = _colour("#FFFFFF")
    if articles or materials:
        shade(cell, DONE if articles else MATERIALS)


def _write(styles: Styles, cell: WordCell, words: str, *, style: str = "centred_sheet", bold: bool = False) -> Any:
    run = styles.put(cell.paragraphs[0], style).add_run(printable(words))
    run.bold = bold or None
    return run


def _colour(code: str) -> Any:
    from docx.shared import RGBColor

    return RGBColor.from_string(code.lstrip("#"))


def _points(points: float) -> Any:
    from docx.shared import Pt

    return Pt(points)
