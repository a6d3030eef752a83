"""Paragraph styles of a paper, each made from its element of the decree."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Literal

from desktop_app.core.reports.decree import MM, Element, Face, decree
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
    "right_cell": "table",
    "head": "table_head",
    "sheet_head": "table",
    "centred_sheet": "sheet",
    "quiet_sheet": "sheet",
    "rule_line": "sheet",
}
_FACES: dict[str, Face] = {"quiet_sheet": "italic"}
"""Styles in another face than their element's."""
_JUSTIFIED = {"body", "intro", "subheading", "lead", "basis", "section", "clause", "note"}
_LEFT = {"addressee", "recipients_word", "recipients", "cell", "proof", "sheet", "quiet_sheet"}
_RIGHT = {"right_cell"}
_LOOSE = {"body", "intro", "subheading", "lead", "basis", "section", "clause"}
_SPACED = _JUSTIFIED | {"proof", "addressees", "addressee"}
_WITH_NEXT = {"section", "clause", "intro", "subheading"}


@cache
def style(name: str) -> ParagraphStyle:
    """The style called ``name``: an element of the decree, or a name that borrows an element's letters."""
    from reportlab.lib.styles import ParagraphStyle

    register_fonts()
    text = decree().text
    element = element_of(name)
    spacing = text.line_spacing if name in _LOOSE else 1.0
    return ParagraphStyle(
        name,
        fontName=FONT_NAMES[_FACES.get(name, element.face)],
        fontSize=element.size,
        leading=element.size * SINGLE_LINE * spacing,
        alignment=_alignment(name),
        firstLineIndent=text.first_line_mm * MM if name in _JUSTIFIED else 0,
        spaceBefore=text.paragraph_gap_pt if name == "section" else 0,
        spaceAfter=text.paragraph_gap_pt if name in _SPACED else 0,
        keepWithNext=name in _WITH_NEXT,
        allowWidows=0,
        allowOrphans=0,
        splitLongWords=1,
    )


def element_of(name: str) -> Element:
    """The element of the decree whose letters a style has."""
    return decree().elements[_LETTERS_OF.get(name, name)]


def _alignment(name: str) -> Literal[0, 1, 2, 4]:
    """As the typesetter counts: left, centred, right, justified."""
    if name in _RIGHT:
        return 2
    return 4 if name in _JUSTIFIED else 0 if name in _LEFT else 1
