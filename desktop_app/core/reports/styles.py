"""Paragraph styles of a paper, each made from its element of the decree."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from desktop_app.core.reports.decree import MM, decree
from desktop_app.core.reports.fonts import FONT_NAMES, SINGLE_LINE, register_fonts

if TYPE_CHECKING:
    from reportlab.lib.styles import ParagraphStyle

# Letters of a style that is no element of the decree by itself.
_LETTERS_OF = {
    "lead": "clause",
    "addressee": "addressees",
    "intro": "body",
    "subheading": "body",
    "proof": "note",
    "cell": "table",
    "centre_cell": "table",
    "head": "table_head",
    "sheet_head": "table",
    "centred_sheet": "sheet",
}
_JUSTIFIED = {"body", "intro", "subheading", "lead", "basis", "section", "clause", "note"}
_LEFT = {"addressee", "recipients_word", "recipients", "cell", "proof", "sheet"}
_LOOSE = {"body", "intro", "subheading", "lead", "basis", "section", "clause"}
_SPACED = _JUSTIFIED | {"proof", "addressees", "addressee"}
_WITH_NEXT = {"section", "clause", "intro", "subheading"}


@cache
def style(name: str) -> ParagraphStyle:
    """The style called ``name``: an element of the decree, or a name that borrows an element's letters."""
    from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_LEFT
    from reportlab.lib.styles import ParagraphStyle

    register_fonts()
    text = decree().text
    element = decree().elements[_LETTERS_OF.get(name, name)]
    spacing = text.line_spacing if name in _LOOSE else 1.0
    return ParagraphStyle(
        name,
        fontName=FONT_NAMES[element.face],
        fontSize=element.size,
        leading=element.size * SINGLE_LINE * spacing,
        alignment=TA_JUSTIFY if name in _JUSTIFIED else TA_LEFT if name in _LEFT else TA_CENTER,
        firstLineIndent=text.first_line_mm * MM if name in _JUSTIFIED else 0,
        spaceBefore=text.paragraph_gap_pt if name == "section" else 0,
        spaceAfter=text.paragraph_gap_pt if name in _SPACED else 0,
        keepWithNext=name in _WITH_NEXT,
        allowWidows=0,
        allowOrphans=0,
        splitLongWords=1,
    )
