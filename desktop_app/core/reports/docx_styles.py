"""The decree's letters as Word styles: the same sizes, indents and gaps that the PDF has, named after their element."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from desktop_app.core.reports.fonts import SINGLE_LINE
from desktop_app.core.reports.styles import element_of, style

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.text.paragraph import Paragraph

FONT = "Times New Roman"
"""What every office PC has; the PDF's Liberation Serif has the same widths."""
LANGUAGE = "vi-VN"
PREFIX = "Loa "


class Styles:
    """The Word styles of one document by element, each made when first asked for."""

    def __init__(self, document: WordDocument) -> None:
        self._document = document
        self._ids: dict[str, str] = {}

    def put(self, paragraph: Paragraph, name: str) -> Paragraph:
        """Give ``paragraph`` the style of the element ``name``; answers it."""
        # By its id: looking a style up by its name walks through all of Word's, each time.
        paragraph._p.style = self._ids.get(name) or self._made(name)
        return paragraph

    def _made(self, name: str) -> str:
        from docx.enum.style import WD_STYLE_TYPE

        made: Any = self._document.styles.add_style(PREFIX + name.replace("_", " "), WD_STYLE_TYPE.PARAGRAPH)
        made.base_style = self._document.styles["Normal"]
        _letters(made, name)
        _paragraphs(made, name)
        self._ids[name] = str(made.style_id)
        return self._ids[name]


def use_house_letters(document: WordDocument) -> None:
    """Everything without a style of its own is written in the decree's font and in Vietnamese."""
    from docx.shared import Pt

    normal: Any = document.styles["Normal"]
    normal.font.name, normal.font.size = FONT, Pt(element_of("body").size)
    _all_scripts(normal.element.get_or_add_rPr())
    normal.paragraph_format.space_after = normal.paragraph_format.space_before = Pt(0)
    for properties in document.styles.element.iter(_w("rPrDefault")):
        for language in properties.iter(_w("lang")):
            language.set(_w("val"), LANGUAGE)


def _letters(made: Any, name: str) -> None:
    from docx.shared import Pt, RGBColor

    element = element_of(name)
    made.font.name, made.font.size = FONT, Pt(element.size)
    made.font.bold, made.font.italic = "bold" in element.face, "italic" in element.face
    made.font.color.rgb = RGBColor(0, 0, 0)
    _all_scripts(made.element.get_or_add_rPr())


def _paragraphs(made: Any, name: str) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH as _ALIGN
    from docx.shared import Pt

    as_pdf, layout = style(name), made.paragraph_format
    layout.alignment = {0: _ALIGN.LEFT, 1: _ALIGN.CENTER, 2: _ALIGN.RIGHT, 4: _ALIGN.JUSTIFY}[int(as_pdf.alignment)]
    layout.first_line_indent = Pt(as_pdf.firstLineIndent)
    layout.space_before, layout.space_after = Pt(as_pdf.spaceBefore), Pt(as_pdf.spaceAfter)
    layout.line_spacing = round(as_pdf.leading / (as_pdf.fontSize * SINGLE_LINE), 2)
    layout.keep_with_next = bool(as_pdf.keepWithNext)
    layout.widow_control = True


def _all_scripts(properties: Any) -> None:
    """Word picks a font by script; Vietnamese letters beyond Latin-1 would fall to another one."""
    fonts = properties.get_or_add_rFonts()
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(_w(script), FONT)


def _w(name: str) -> str:
    from docx.oxml.ns import qn

    return qn(f"w:{name}")
