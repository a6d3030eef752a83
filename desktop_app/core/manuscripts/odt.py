"""OpenDocument texts (.odt) of LibreOffice and WPS: the same passages a Word file gives."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple
from xml.etree.ElementTree import Element

from desktop_app.core.archives import open_archive
from desktop_app.core.manuscripts import tables
from desktop_app.core.manuscripts.errors import DocumentIsDamaged, DocumentIsLocked
from desktop_app.core.manuscripts.office_xml import Parts, attribute, children
from desktop_app.core.manuscripts.passages import Draft, Passage, Run

_NOT_SAID = {
    *("text_note", "office_annotation", "text_tracked-changes", "text_sequence-decls", "text_ruby-text"),
    *("office_forms", "svg_title", "svg_desc", "text_table-of-content"),
}
_MOST_SPACES = 200


class Look(NamedTuple):
    """How text is set, as far as it matters here."""

    font: str = ""
    bold: bool = False
    italic: bool = False
    centred: bool = False
    named_title: bool = False


def read_odt(path: Path) -> Draft:
    """The passages of an .odt. Raises DocumentIsDamaged, DocumentIsLocked, DocumentIsBomb, errors of archives."""
    with open_archive(path) as archive:
        parts = Parts(archive, path.name)
        manifest = parts.tree("META-INF/manifest.xml")
        if manifest is not None and any(part.tag == "manifest_encryption-data" for part in manifest.iter()):
            raise DocumentIsLocked(file=path.name)
        content = parts.tree("content.xml")
        body = None if content is None else content.find("office_body/office_text")
        if content is None or body is None:
            raise DocumentIsDamaged(file=path.name)
        return _Text(parts, [parts.tree("styles.xml"), content]).draft_of(body)


class _Styles:
    """Looks by style name, each over the one it stands on."""

    def __init__(self, trees: list[Element | None]) -> None:
        elements = [element for tree in trees if tree is not None for element in tree.iter()]
        self._fonts = {
            attribute(e, "style_name"): attribute(e, "svg_font-family").strip("'\"")
            for e in elements
            if e.tag == "style_font-face"
        }
        self._styles = {attribute(e, "style_name"): e for e in elements if e.tag == "style_style"}
        self._default = Look()
        for element in elements:
            if element.tag == "style_default-style" and element.get("style_family") == "paragraph":
                self._default = self._over(element, Look())

    def look(self, name: str, under: Look | None = None, depth: int = 0) -> Look:
        """The look of style ``name`` set over ``under`` (the document's default for a paragraph)."""
        element = self._styles.get(name)
        if element is None or depth > 20:
            return under or self._default
        return self._over(element, self.look(attribute(element, "style_parent-style-name"), under, depth + 1))

    def _over(self, element: Element, under: Look) -> Look:
        text, paragraph = element.find("style_text-properties"), element.find("style_paragraph-properties")
        font = attribute(text, "style_font-name") or attribute(text, "fo_font-family").strip("'\"")
        weight, slant = attribute(text, "fo_font-weight"), attribute(text, "fo_font-style")
        align = attribute(paragraph, "fo_text-align")
        return Look(
            self._fonts.get(font, font) or under.font,
            weight in ("bold", "600", "700", "800", "900") if weight else under.bold,
            slant in ("italic", "oblique") if slant else under.italic,
            align == "center" if align else under.centred,
            under.named_title or attribute(element, "style_name") == "Title",
        )


class _Text:
    """One walk through a text."""

    def __init__(self, parts: Parts, trees: list[Element | None]) -> None:
        self.parts = parts
        self.styles = _Styles(trees)
        self.draft = Draft()
        self.numbered = {
            attribute(style, "style_name")
            for tree in trees
            if tree is not None
            for style in tree.iter("text_list-style")
            if style.find("text_list-level-style-number") is not None
            and style.find("text_list-level-style-bullet") is None
        }

    def draft_of(self, body: Element) -> Draft:
        self.draft.passages = list(self.passages(body))
        return self.draft

    def passages(self, parent: Iterable[Element]) -> Iterator[Passage]:
        for child in parent:
            if child.tag in ("text_p", "text_h"):
                yield from self.paragraph(child)
            elif child.tag == "text_list":
                yield from self.list_(child, "")
            elif child.tag == "table_table":
                yield from self.table(child)
            elif child.tag in ("draw_frame", "draw_image"):
                yield from self.frame(child)
            elif child.tag not in _NOT_SAID:
                yield from self.passages(child)

    def list_(self, element: Element, style: str) -> Iterator[Passage]:
        style = attribute(element, "text_style-name", style)
        count = 0
        for item in element:
            count += item.tag == "text_list-item"
            first = True
            for child in item:
                if child.tag == "text_list":
                    yield from self.list_(child, style)
                    continue
                for passage in self.passages([child]):
                    yield _in_list(passage, count if style in self.numbered else 0) if first else passage
                    first = False

    def paragraph(self, element: Element) -> Iterator[Passage]:
        look = self.styles.look(attribute(element, "text_style-name"))
        kind = "heading" if element.tag == "text_h" else "title" if look.named_title else "paragraph"
        shape = Passage(kind=kind, centred=look.centred)  # type: ignore[arg-type]  # one of three words
        runs: list[Run] = []
        for piece in self.pieces(element, look):
            if isinstance(piece, Run):
                runs.append(piece)
                continue
            if any(run.text.strip() for run in runs):
                yield replace(shape, runs=tuple(runs))
                runs = []
            yield piece
        yield replace(shape, runs=tuple(runs))

    def pieces(self, element: Element, look: Look) -> Iterator[Run | Passage]:
        yield _said(element.text, look)
        for child in element:
            yield from self.piece(child, look)
            yield _said(child.tail, look)

    def piece(self, child: Element, look: Look) -> Iterator[Run | Passage]:
        if child.tag == "text_s":
            count = attribute(child, "text_c", "1")
            yield _said(" " * min(int(count) if count.isdecimal() else 1, _MOST_SPACES), look)
        elif child.tag in ("text_tab", "text_line-break"):
            sign = "\n" if child.tag == "text_line-break" else " "
            yield Run(sign, look.font, look.bold, look.italic)
        elif child.tag in ("draw_frame", "draw_g", "draw_custom-shape"):
            yield from self.frame(child)
        elif child.tag == "text_span":
            yield from self.pieces(child, self.styles.look(attribute(child, "text_style-name"), look))
        elif child.tag not in _NOT_SAID:
            yield from self.pieces(child, look)

    def frame(self, element: Element) -> Iterator[Passage]:
        """The picture of a frame (the first of its renderings) or the words in its box."""
        images = [element] if element.tag == "draw_image" else list(children(element, "draw_image"))
        if images:
            payload = self.parts.content(attribute(images[0], "xlink_href").removeprefix("./"))
            self.draft.pictures_left_out += payload is None
            yield from [Passage(picture=payload)] if payload else []
        elif element.find("draw_object") is None:
            yield from self.passages(element)

    def table(self, element: Element) -> Iterator[Passage]:
        rows = [[list(self.passages(cell)) for cell in row if cell.tag == "table_table-cell"] for row in _rows(element)]
        merged = any(mark.tag == "table_covered-table-cell" for mark in element.iter())
        return tables.flatten(rows, self.draft, merged=merged)


def _rows(element: Element) -> Iterator[Element]:
    for child in element:
        if child.tag == "table_table-row":
            yield child
        elif child.tag in ("table_table-header-rows", "table_table-rows", "table_table-row-group"):
            yield from _rows(child)


def _in_list(passage: Passage, number: int) -> Passage:
    if passage.kind != "paragraph" or passage.picture:
        return passage
    return replace(passage, runs=(Run(f"{number}. "), *passage.runs)) if number else replace(passage, kind="item")


def _said(text: str | None, look: Look) -> Run:
    # A line end in the XML of a text is a space; line breaks have an element of their own.
    return Run((text or "").replace("\n", " "), look.font, look.bold, look.italic)
