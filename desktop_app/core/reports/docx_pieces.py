"""What python-docx has no words for: fields, bookmarks, links, rules, shaded bars, tables without lines."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from desktop_app.core.reports.decree import decree

if TYPE_CHECKING:
    from docx.table import Table as WordTable
    from docx.table import _Cell as WordCell
    from docx.text.paragraph import Paragraph

EIGHTHS = 8
"""Word measures lines in eighths of a point."""
BAR_POINTS = 9.0
# Word calls a file damaged when the parts of its properties stand in another order than its schema's
# (ECMA-376, part 1, 17.4.60, 17.4.70, 17.3.1.26).
AFTER_BORDERS = ("w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook")
AFTER_SHADE = ("w:noWrap", "w:tcMar", "w:textDirection", "w:tcFitText", "w:vAlign", "w:hideMark")
AFTER_PARAGRAPH_BORDERS = ("w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:outlineLvl", "w:rPr", "w:sectPr")
AFTER_PAGE_NUMBERS = ("w:cols", "w:titlePg", "w:docGrid")


def element(tag: str, /, **attributes: object) -> Any:
    """An XML element of Word's own, such as ``element("shd", fill="1F6F5C")``."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    made = OxmlElement(f"w:{tag}")
    for attribute, value in attributes.items():
        made.set(qn(f"w:{attribute}"), str(value))
    return made


def add_field(paragraph: Paragraph, instruction: str, shown: str) -> None:
    """A field such as PAGE or PAGEREF; ``shown`` stands there until Word counts, which it does on opening."""
    from docx.oxml.ns import qn

    begin = element("fldChar", fldCharType="begin", dirty="true")
    words = element("instrText")
    words.set(qn("xml:space"), "preserve")
    words.text = f" {instruction} "
    for piece in (begin, words, element("fldChar", fldCharType="separate")):
        paragraph.add_run()._r.append(piece)
    paragraph.add_run(shown)
    paragraph.add_run()._r.append(element("fldChar", fldCharType="end"))


def add_bookmark(paragraph: Paragraph, key: str, number: int) -> None:
    """Make ``paragraph`` the place that page references to ``key`` lead to."""
    name = bookmark_name(key)
    paragraph._p.append(element("bookmarkStart", id=number, name=name))
    paragraph._p.append(element("bookmarkEnd", id=number))


def bookmark_name(key: str) -> str:
    """Word takes letters, digits and underscores only."""
    return "loa_" + "".join(sign if sign.isalnum() else "_" for sign in key)


def add_link(paragraph: Paragraph, words: str, address: str) -> None:
    """Words that open ``address`` in a browser."""
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.oxml.ns import qn

    link = element("hyperlink")
    link.set(qn("r:id"), paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    run = paragraph.add_run(words)
    link.append(run._r)
    paragraph._p.append(link)


def add_rule(paragraph: Paragraph, room: float, length: float) -> None:
    """A real line of ``length`` points centred in ``room``: the lower border of an empty paragraph."""
    from docx.shared import Pt

    layout = paragraph.paragraph_format
    layout.first_line_indent = Pt(0)
    layout.left_indent = layout.right_indent = Pt(max((room - length) / 2, 0))
    layout.space_before = layout.space_after = Pt(0)
    layout.line_spacing = Pt(4)
    borders = element("pBdr")
    borders.append(
        element("bottom", val="single", sz=round(decree().rules.thickness_pt * EIGHTHS), space="0", color="000000")
    )
    properties = paragraph._p.get_or_add_pPr()
    properties.insert_element_before(borders, *AFTER_PARAGRAPH_BORDERS)


def shape(table: WordTable, widths: Sequence[float], *, grid: bool) -> None:
    """Give a table its widths in points, with lines or without; Word may not change them by itself."""
    from docx.oxml.ns import qn
    from docx.shared import Pt

    table.autofit = False
    properties = table._tbl.tblPr
    for old in properties.findall(qn("w:tblBorders")):
        properties.remove(old)
    borders = element("tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        borders.append(element(side, val="single" if grid else "nil", sz=4, space="0", color="000000"))
    properties.insert_element_before(borders, *AFTER_BORDERS)
    properties.insert_element_before(_margins(4.0 if grid else 0.0), "w:tblLook")
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Pt(width)
        for cell in column.cells:
            cell.width = Pt(width)


def _margins(sides: float) -> Any:
    margins = element("tblCellMar")
    for side in ("left", "right"):
        margins.append(element(side, w=round(sides * 20), type="dxa"))
    return margins


def keep_rows_whole(table: WordTable, *, head: bool) -> None:
    """No row parts at a page's end; with ``head`` the first one comes again on every page."""
    for number, row in enumerate(table.rows):
        properties = row._tr.get_or_add_trPr()
        properties.append(element("cantSplit"))
        if head and number == 0:
            properties.append(element("tblHeader"))


def shade(cell: WordCell, colour: str) -> None:
    """The ground of a cell, as “#1F6F5C”."""
    ground = element("shd", val="clear", color="auto", fill=colour.lstrip("#"))
    cell._tc.get_or_add_tcPr().insert_element_before(ground, *AFTER_SHADE)


def add_bar(cell: WordCell, parts: Sequence[tuple[float, str]], width: float) -> None:
    """A bar in a cell: a row of shaded boxes, each a share of ``width`` points; "" is a box without ground."""
    from docx.enum.table import WD_ROW_HEIGHT_RULE
    from docx.shared import Pt

    drawn = [(share, colour) for share, colour in parts if share > 0]
    if not drawn:
        return
    bar = cell.add_table(rows=1, cols=len(drawn))
    shape(bar, [share * width for share, _colour in drawn], grid=False)
    bar.rows[0].height, bar.rows[0].height_rule = Pt(BAR_POINTS), WD_ROW_HEIGHT_RULE.EXACTLY
    for box, (_share, colour) in zip(bar.rows[0].cells, drawn, strict=True):
        if colour:
            shade(box, colour)
        box.paragraphs[0].paragraph_format.line_spacing = Pt(1)
    # Word wants a paragraph after a table inside a cell; the one that was there before is taken for it.
    first = cell.paragraphs[0]._p
    cell._tc.remove(first)
    cell._tc.append(first)
    cell.paragraphs[0].paragraph_format.line_spacing = Pt(1)


def count_from_one(section: Any) -> None:
    """The pages of a section are numbered from 1."""
    from docx.oxml.ns import qn

    properties = section._sectPr
    if properties.find(qn("w:pgNumType")) is None:
        properties.insert_element_before(element("pgNumType", start=1), *AFTER_PAGE_NUMBERS)
