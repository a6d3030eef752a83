"""Each part of a paper as Word sets it: paragraphs, tables, photos, charts as shaded tables."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop_app.core.i18n import in_vietnamese
from desktop_app.core.reports.charts import Channels, Coverage, Legend, Months, QuotaBar, TopicBar
from desktop_app.core.reports.contact_sheet import BETWEEN as BETWEEN_TILES
from desktop_app.core.reports.contact_sheet import BOX_HEIGHT, COLUMNS, VIDEO_GROUND, tile_rows, tile_words, video_words
from desktop_app.core.reports.decree import MM, decree
from desktop_app.core.reports.docx_charts import (
    add_channels,
    add_coverage,
    add_legend,
    add_months,
    add_quota,
    add_topic,
)
from desktop_app.core.reports.docx_pieces import (
    add_bookmark,
    add_field,
    add_link,
    add_rule,
    bookmark_name,
    element,
    keep_rows_whole,
    shade,
    shape,
)
from desktop_app.core.reports.docx_styles import Styles
from desktop_app.core.reports.fonts import printable
from desktop_app.core.reports.letterhead import BELOW_NUMBER, ISSUER_WIDTH, STATE_WIDTH, where_and_when
from desktop_app.core.reports.paper import (
    Addressed,
    Appendix,
    Cell,
    ContactSheet,
    Foot,
    Head,
    Heading,
    PageOf,
    Part,
    Photos,
    Span,
    Table,
    Title,
    Words,
)
from desktop_app.core.reports.photos import aspect, caption_words, photo_pairs, row_sizes
from desktop_app.core.reports.pieces import balanced_words
from desktop_app.core.reports.signature import SIGNING_ROOM, THREE_COLUMNS, TWO_COLUMNS
from desktop_app.core.reports.snapshot import PhotoInReport, Signer, VideoInReport
from desktop_app.core.reports.wording import listed

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.table import _Cell as WordCell
    from docx.text.paragraph import Paragraph

AFTER_HEAD = 16.0
SMALL_GAP = 6.0
ROOM_OF_CELL = 8.0
UNKNOWN_PAGE = "…"
_HEADING_STYLES = {1: "section", 2: "clause", 3: "clause"}
_CELL_STYLES = {"left": "cell", "centre": "centre_cell", "right": "right_cell"}


class Setting:
    """A Word document that grows part by part."""

    def __init__(self, document: WordDocument, styles: Styles) -> None:
        self._document, self._styles = document, styles
        self._bookmarks = 0
        self._setters: dict[type, Callable[[Any], object]] = {
            Head: self._head,
            Title: self._title,
            Addressed: self._addressed,
            Heading: self._heading,
            Words: self._words,
            Table: self._table,
            Photos: self._photos,
            ContactSheet: self._contact_sheet,
            Appendix: self._appendix,
            Foot: self._foot,
            Coverage: lambda chart: add_coverage(document, styles, chart),
            Months: lambda chart: add_months(document, styles, chart),
            Channels: lambda chart: add_channels(document, styles, chart),
        }

    def set(self, part: Part, following: Part | None) -> None:
        """Set ``part``; a heading stays with what follows it."""
        self._setters[type(part)](part)
        if isinstance(part, Table) and not isinstance(following, Appendix):
            self._gap(SMALL_GAP)

    # ------------------------------------------------------------------ the letter

    def _head(self, part: Head) -> None:
        """Two columns without lines (mục IV, ô 1-4)."""
        table = self._document.add_table(rows=2 if part.number else 1, cols=2)
        shape(table, (ISSUER_WIDTH, STATE_WIDTH), grid=False)
        issuer, state = table.rows[0].cells
        if part.authority_line:
            self._balanced(issuer, "authority", part.authority_line, ISSUER_WIDTH - 3 * MM)
        longest = self._balanced(issuer, "issuer", part.school, ISSUER_WIDTH - 3 * MM)
        self._rule(issuer, ISSUER_WIDTH, longest * decree().rules.issuer)
        words = decree().words
        self._line(state, "state_name", words.state_name)
        motto = self._balanced(state, "motto", words.motto, STATE_WIDTH)
        self._rule(state, STATE_WIDTH, motto * decree().rules.motto)
        if part.number:
            self._numbered(table.rows[1].cells, part)
        self._gap(AFTER_HEAD)

    def _numbered(self, cells: Sequence[WordCell], part: Head) -> None:
        number = self._line(cells[0], "number", f"{decree().words.number} {part.number}").paragraph_format
        number.space_before = _pt(8)
        if part.concerning:
            number.space_after = _pt(BELOW_NUMBER)
            self._balanced(cells[0], "concerning", part.concerning, ISSUER_WIDTH)
        if part.dated:
            place = self._line(cells[1], "place_and_date", where_and_when(part.place, part.day))
            place.paragraph_format.space_before = _pt(8)

    def _title(self, part: Title) -> None:
        width = decree().page.text_width
        self._line(None, "kind", part.kind.word)
        longest = self._balanced(None, "subject", part.subject, width - 20 * MM)
        self._rule(None, width, longest * decree().rules.subject)
        self._gap(AFTER_HEAD)

    def _addressed(self, part: Addressed) -> None:
        word = decree().words.addressees
        if len(part.to) == 1:
            self._line(None, "addressees", f"{word} {part.to[0].strip().rstrip('.;')}")
        else:
            table = self._document.add_table(rows=len(part.to) + 1, cols=2)
            shape(table, (22 * MM, 120 * MM), grid=False)
            self._line(table.cell(0, 0), "addressee", word)
            for row, line in enumerate(listed(part.to), 1):
                self._line(table.cell(row, 1), "addressee", f"- {line}")
        self._gap(AFTER_HEAD / 2)

    def _heading(self, part: Heading) -> None:
        heading = self._line(None, _HEADING_STYLES[part.level], part.words)
        heading.paragraph_format.keep_with_next = True
        if part.level == 3:
            heading.paragraph_format.space_before = _pt(14)
        if part.key:
            self._bookmark(heading, part.key)
        self._outline(heading, 1 if part.level != 2 else 2)

    def _words(self, part: Words) -> None:
        self._spans(self._paragraph(None, part.style), part.spans)

    def _foot(self, part: Foot) -> None:
        """Receivers and signers level with each other, the closing sentence on their page (ô 7, 9b)."""
        if part.closing:
            self._line(None, "body", part.closing).paragraph_format.keep_with_next = True
        signers = [signer for signer in (part.prepared_by, part.signer) if signer is not None]
        widths = TWO_COLUMNS if len(signers) == 1 else THREE_COLUMNS
        table = self._document.add_table(rows=1, cols=len(widths))
        shape(table, widths, grid=False)
        keep_rows_whole(table, head=False)
        self._line(table.cell(0, 0), "recipients_word", decree().words.recipients)
        for line in listed(part.recipients):
            self._line(table.cell(0, 0), "recipients", f"- {line}")
        most = max(len(signer.posts) for signer in signers)
        for column, signer in enumerate(signers, 1):
            self._signer(table.cell(0, column), signer, most)

    def _signer(self, cell: WordCell, signer: Signer, posts: int) -> None:
        for post in signer.posts:
            self._line(cell, "post", post)
        for _missing in range(posts - len(signer.posts)):
            self._line(cell, "post", "")
        room = self._paragraph(cell, "signer")
        room.paragraph_format.space_before = _pt(SIGNING_ROOM - 16)
        self._line(cell, "signer", signer.name)

    # ------------------------------------------------------------- tables and charts

    def _table(self, part: Table) -> None:
        rows = [*part.rows, *([part.sum_row] if part.sum_row else [])]
        table = self._document.add_table(rows=len(rows) + 1, cols=len(part.columns))
        widths = [column.width * MM for column in part.columns]
        shape(table, widths, grid=True)
        keep_rows_whole(table, head=True)
        for column, cell in zip(part.columns, table.rows[0].cells, strict=True):
            self._line(cell, "head", column.name)
        for number, row in enumerate(rows, 1):
            summed = bool(part.sum_row) and number == len(rows)
            # Asking a table for one cell walks through all of it: a row is asked once.
            for cell, column, place in zip(row, part.columns, table.rows[number].cells, strict=True):
                self._cell(place, cell, "head" if summed else _CELL_STYLES[column.align], column.width * MM)

    def _cell(self, place: WordCell, cell: Cell, style: str, width: float) -> None:
        from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT

        place.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
        if isinstance(cell, str):
            self._line(place, style, cell)
        elif isinstance(cell, Span):
            self._spans(self._paragraph(place, style), (cell,))
        elif isinstance(cell, Words):
            self._spans(self._paragraph(place, style), cell.spans)
        elif isinstance(cell, PageOf):
            add_field(self._paragraph(place, style), f"PAGEREF {bookmark_name(cell.key)} \\h", UNKNOWN_PAGE)
        elif isinstance(cell, QuotaBar):
            add_quota(place, cell, width - ROOM_OF_CELL)
        elif isinstance(cell, TopicBar):
            add_topic(place, cell, width - ROOM_OF_CELL)
        elif isinstance(cell, Legend):
            add_legend(self._paragraph(place, "sheet"))

    # ---------------------------------------------------------------- photos, videos

    def _photos(self, part: Photos) -> None:
        for pair in photo_pairs(part.photos):
            widths, height = row_sizes(pair)
            table = self._document.add_table(rows=2, cols=len(pair))
            room = decree().page.text_width / len(pair)
            shape(table, [room] * len(pair), grid=False)
            keep_rows_whole(table, head=False)
            for photo, width, above, below in zip(pair, widths, *(row.cells for row in table.rows), strict=True):
                self._picture(above, photo.path, width, height)
                self._line(below, "caption", caption_words(photo))
            self._gap(SMALL_GAP)

    def _contact_sheet(self, part: ContactSheet) -> None:
        """Three tiles a row, numbered as in the PDF."""
        room = decree().page.text_width / COLUMNS
        for tiles in tile_rows(part.materials):
            table = self._document.add_table(rows=2, cols=COLUMNS)
            shape(table, [room] * COLUMNS, grid=False)
            keep_rows_whole(table, head=False)
            above, below = (row.cells for row in table.rows)
            for (number, material), picture, words in zip(tiles, above, below, strict=False):
                self._tile(picture, material, room - BETWEEN_TILES)
                caption, quiet = tile_words(material)
                line = self._paragraph(words, "sheet")
                self._spans(line, (Span(f"{number}.", bold=True), Span(f" {caption}")))
                if quiet:
                    line.add_run().add_break()
                    self._spans(line, (Span(quiet, italic=True),))
            self._gap(SMALL_GAP)

    def _tile(self, cell: WordCell, material: PhotoInReport | VideoInReport, width: float) -> None:
        if isinstance(material, PhotoInReport):
            self._fitting(cell, material.path, width)
            return
        shade(cell, VIDEO_GROUND)
        if material.poster is not None and aspect(material.poster):
            self._fitting(cell, material.poster, width)
        run = self._paragraph(cell, "centred_sheet").add_run(printable(video_words(material)))
        run.font.color.rgb = _white()

    def _fitting(self, cell: WordCell, path: Path | None, width: float) -> None:
        shape_of = aspect(path) or width / BOX_HEIGHT
        height = min(BOX_HEIGHT, width / shape_of)
        self._picture(cell, path, height * shape_of, height)

    def _picture(self, cell: WordCell, path: Path | None, width: float, height: float) -> None:
        """The picture in its box; words that say so where the file cannot be read."""
        place = self._paragraph(cell, "caption")
        place.paragraph_format.keep_with_next = True
        if path is None or not aspect(path):
            place.add_run(in_vietnamese("The photo file cannot be read"))
            return
        place.add_run().add_picture(str(path), width=_pt(width), height=_pt(height))

    # ------------------------------------------------------------------- appendices

    def _appendix(self, part: Appendix) -> None:
        width = decree().page.text_width
        label = self._line(None, "appendix", part.label)
        self._bookmark(label, part.key)
        self._outline(label, 1)
        self._balanced(None, "appendix_title", part.title, width)
        if part.attached:
            longest = self._balanced(None, "appendix_reference", part.attached, width)
            self._rule(None, width, longest * decree().rules.subject)
        self._gap(2 * SMALL_GAP)

    # ------------------------------------------------------------------- paragraphs

    def _paragraph(self, cell: WordCell | None, style: str) -> Paragraph:
        """A new paragraph of the page or of a cell; a cell's first, empty one is taken before another is made."""
        if cell is None:
            return self._styles.put(self._document.add_paragraph(), style)
        first = cell.paragraphs[0]
        fresh = first._p.style is None and not first.text and cell._tc[-1] is first._p
        return self._styles.put(first if fresh else cell.add_paragraph(), style)

    def _line(self, cell: WordCell | None, style: str, words: str) -> Paragraph:
        upper = style in decree().elements and decree().elements[style].upper
        made = self._paragraph(cell, style)
        made.add_run(printable(words.upper() if upper else words))
        return made

    def _balanced(self, cell: WordCell | None, style: str, words: str, width: float) -> float:
        """Centred lines of about one length; answers the longest one's length in points."""
        lines, longest = balanced_words(style, words, width)
        made = self._paragraph(cell, style)
        for number, line in enumerate(lines):
            run = made.add_run()
            if number:
                run.add_break()
            run.add_text(line)
        return longest

    def _spans(self, paragraph: Paragraph, spans: Sequence[Span]) -> None:
        for span in spans:
            words = printable(span.words)
            if span.link:
                add_link(paragraph, words, span.link)
                continue
            run = paragraph.add_run(words)
            # A style's own bold stays where a span says nothing.
            run.bold, run.italic = span.bold or None, span.italic or None

    def _rule(self, cell: WordCell | None, room: float, length: float) -> None:
        add_rule(self._paragraph(cell, "rule_line"), room, length)

    def _gap(self, points: float) -> None:
        layout = self._paragraph(None, "rule_line").paragraph_format
        layout.line_spacing, layout.space_after = _pt(1), _pt(points - 1)

    def _bookmark(self, paragraph: Paragraph, key: str) -> None:
        self._bookmarks += 1
        add_bookmark(paragraph, key, self._bookmarks)

    def _outline(self, paragraph: Paragraph, level: int) -> None:
        """Show a heading in Word's own navigation."""
        properties = paragraph._p.get_or_add_pPr()
        properties.insert_element_before(element("outlineLvl", val=level - 1), "w:rPr", "w:sectPr")


def _pt(points: float) -> Any:
    from docx.shared import Pt

    return Pt(points)


def _white() -> Any:
    from docx.shared import RGBColor

    return RGBColor(255, 255, 255)
