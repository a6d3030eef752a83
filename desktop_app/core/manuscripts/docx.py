"""Word files (.docx, .docm, strict or not): words, headings, lists, tables, text boxes, pictures in order.

The XML is read as it is, because a ready-made reader drops ``w:softHyphen``, which is the letter ư in the
old .VnTime fonts, and everything in text boxes.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from xml.etree.ElementTree import Element

from desktop_app.core.archives import open_archive
from desktop_app.core.manuscripts import tables
from desktop_app.core.manuscripts.docx_numbering import BULLET, Numbering
from desktop_app.core.manuscripts.docx_styles import Look, Style, Styles, layout_of, look_of
from desktop_app.core.manuscripts.errors import DocumentIsDamaged
from desktop_app.core.manuscripts.office_xml import Parts, attribute, children
from desktop_app.core.manuscripts.passages import Draft, Passage, Run

Piece = Run | Passage
"""What stands in a line: words, or a picture or a text box's passage."""

MAIN = "word/document.xml"
_NOT_SAID = {"w_del", "w_moveFrom", "w_pPr", "w_rPr", "w_delText", "w_instrText", "w_tblPr", "w_sectPr"}
_SIGNS = {
    "w_tab": " ",
    "w_ptab": " ",
    "w_cr": "\n",
    "w_softHyphen": "\u00ad",
    "w_noBreakHyphen": "-",
}


def read_docx(path: Path) -> Draft:
    """The passages of a Word file. Raises DocumentIsDamaged, DocumentIsBomb and the errors of archives."""
    with open_archive(path) as archive:
        parts = Parts(archive, path.name)
        main = _target(_relations(parts, "_rels/.rels"), "officeDocument", "") or MAIN
        tree = parts.tree(main)
        body = None if tree is None else tree.find("w_body")
        if body is None:
            raise DocumentIsDamaged(file=path.name)
        return _WordFile(parts, main).draft_of(body)


def _relations(parts: Parts, name: str) -> dict[str, Element]:
    return {attribute(relation, "Id"): relation for relation in parts.tree(name) or ()}


def _target(relations: dict[str, Element], kind: str, folder: str) -> str | None:
    """The part a relation of ``kind`` points to."""
    found = (r for r in relations.values() if attribute(r, "Type").endswith("/" + kind))
    return next((_within(folder, relation) for relation in found), None)


def _within(folder: str, relation: Element) -> str:
    return posixpath.normpath(posixpath.join("/", folder, attribute(relation, "Target"))).lstrip("/")


class _WordFile:
    """One walk through a document: its styles, its counters, and what was noticed."""

    def __init__(self, parts: Parts, main: str) -> None:
        self.parts = parts
        self.folder, name = posixpath.split(main)
        self.relations = _relations(parts, f"{self.folder}/_rels/{name}.rels")
        self.styles = Styles(self._related("styles"))
        self.numbering = Numbering(self._related("numbering"))
        self.draft = Draft()

    def _related(self, kind: str) -> Element | None:
        return self.parts.tree(_target(self.relations, kind, self.folder) or f"{self.folder}/{kind}.xml")

    def draft_of(self, body: Element) -> Draft:
        self.draft.passages = list(self.passages(body))
        return self.draft

    def passages(self, parent: Element) -> Iterator[Passage]:
        for child in parent:
            if child.tag == "w_p":
                yield from self.paragraph(child)
            elif child.tag == "w_tbl":
                yield from self.table(child)
            elif child.tag not in _NOT_SAID:
                yield from self.passages(child)  # content controls, insertions and the like

    # ---------------------------------------------------------------- paragraphs

    def paragraph(self, element: Element) -> Iterator[Passage]:
        properties = element.find("w_pPr")
        style_id = attribute(element.find("w_pPr/w_pStyle"), "w_val", self.styles.paragraph_default)
        style = self.styles.of(style_id)
        layout = layout_of(properties).over(style.layout)
        shape = Passage(kind=layout.kind or "paragraph", centred=bool(layout.centred))
        mark = self.numbering.mark(layout.list_id, layout.level)
        return _broken_at_pictures(_marked(shape, mark), self.pieces(element, style), mark)

    def pieces(self, element: Element, style: Style) -> Iterator[Piece]:
        for child in element:
            if child.tag == "w_r":
                yield from self.run(child, style)
            elif child.tag == "m_t":
                yield Run(child.text or "")
            elif child.tag not in _NOT_SAID:
                yield from self.pieces(child, style)

    def run(self, element: Element, style: Style) -> Iterator[Piece]:
        look = self.look(element.find("w_rPr"), style)
        if look.hidden:
            return
        for child in element:
            if child.tag == "w_t":
                yield _said(child.text or "", look)
            elif child.tag in _SIGNS:
                yield _said(_SIGNS[child.tag], look)
            elif child.tag == "w_br":
                yield _said("" if child.get("w_type") in ("page", "column") else "\n", look)
            elif child.tag not in _NOT_SAID:
                yield from self.drawn(child)

    def look(self, properties: Element | None, style: Style) -> Look:
        named = None if properties is None else properties.find("w_rStyle")
        run_style = self.styles.of(attribute(named, "w_val"))
        return look_of(properties).over(run_style.look).over(style.look).over(self.styles.default_look)

    # ---------------------------------------------------------------- pictures and boxes

    def drawn(self, element: Element) -> Iterator[Passage]:
        if element.tag == "a_blip":
            yield from self.picture(attribute(element, "r_embed"))
        elif element.tag == "v_imagedata":
            yield from self.picture(attribute(element, "r_id"))
        elif element.tag == "w_txbxContent":
            yield from self.passages(element)
        elif element.tag == "mc_AlternateContent":
            yield from self.alternative(element)
        else:
            for child in element:
                yield from self.drawn(child)

    def alternative(self, element: Element) -> Iterator[Passage]:
        """The new drawing, or the old one (VML) where the new one shows nothing: never both."""
        for way in (*children(element, "mc_Choice"), *children(element, "mc_Fallback")):
            found = list(self.drawn(way))
            if found:
                yield from found
                return

    def picture(self, relation_id: str) -> Iterator[Passage]:
        relation = self.relations.get(relation_id)
        inside = relation is not None and attribute(relation, "TargetMode") != "External"
        payload = self.parts.content(_within(self.folder, relation)) if inside and relation is not None else None
        if payload:
            yield Passage(picture=payload)
        else:
            self.draft.pictures_left_out += 1

    # ---------------------------------------------------------------- tables

    def table(self, element: Element) -> Iterator[Passage]:
        merged = any(mark.tag in ("w_gridSpan", "w_vMerge") for mark in element.iter())
        rows = [[self.cell(cell) for cell in _cells(row)] for row in _rows(element)]
        return tables.flatten(rows, self.draft, merged=merged)

    def cell(self, element: Element) -> list[Passage]:
        below = element.find("w_tcPr/w_vMerge")
        # A cell merged with the one above holds an empty paragraph of its own: nothing is repeated.
        return [] if below is not None and below.get("w_val") != "restart" else list(self.passages(element))


def _rows(table: Element) -> Iterator[Element]:
    for child in table:
        if child.tag == "w_tr":
            yield child
        elif child.tag in ("w_sdt", "w_sdtContent", "w_customXml", "w_ins"):
            yield from _rows(child)


def _cells(row: Element) -> Iterator[Element]:
    for child in row:
        if child.tag == "w_tc":
            yield child
        elif child.tag in ("w_sdt", "w_sdtContent", "w_customXml"):
            yield from _cells(child)


def _said(text: str, look: Look) -> Run:
    return Run(text, look.font or "", bool(look.bold), bool(look.italic))


def _marked(shape: Passage, mark: str) -> Passage:
    return replace(shape, kind="item") if mark == BULLET and shape.kind == "paragraph" else shape


def _broken_at_pictures(shape: Passage, pieces: Iterator[Piece], mark: str) -> Iterator[Passage]:
    """A paragraph as passages: its words up to a picture, the picture, the words after it."""
    before = (Run(mark + " "),) if mark not in ("", BULLET) else ()
    runs: list[Run] = []
    for piece in pieces:
        if isinstance(piece, Run):
            runs.append(piece)
            continue
        if _speak(runs):
            yield replace(shape, runs=(*before, *runs))
            before, runs = (), []
        yield piece
    if _speak(runs):
        yield replace(shape, runs=(*before, *runs))


def _speak(runs: list[Run]) -> bool:
    return any(run.text.strip() for run in runs)
