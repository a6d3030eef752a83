"""OpenDocument texts: the same answers a Word file gets."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_app.core.manuscripts.errors import DocumentIsBomb, DocumentIsDamaged, DocumentIsLocked
from desktop_app.core.manuscripts.reading import read_manuscript

STYLES = """
<office:font-face-decls><style:font-face style:name="F1" svg:font-family="'.VnTime'"/></office:font-face-decls>
<office:automatic-styles>
  <style:style style:name="B" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
  <style:style style:name="I" style:family="paragraph" style:parent-style-name="Standard">
    <style:text-properties fo:font-style="italic"/></style:style>
  <style:style style:name="V" style:family="text"><style:text-properties style:font-name="F1"/></style:style>
  <text:list-style style:name="L1"><text:list-level-style-bullet text:level="1"/></text:list-style>
  <text:list-style style:name="L2"><text:list-level-style-number text:level="1"/></text:list-style>
</office:automatic-styles>"""


def list_of(style: str, *items: str) -> str:
    inner = "".join(f"<text:list-item><text:p>{item}</text:p></text:list-item>" for item in items)
    return f'<text:list text:style-name="{style}">{inner}</text:list>'


def test_words_looks_lists_and_old_fonts(make_odt: Callable[..., Path]) -> None:
    body = (
        "<text:h>Ngày hội</text:h>"
        '<text:p>Sáng<text:s text:c="2"/>nay <text:span text:style-name="B">đông vui</text:span>, '
        '<text:span text:style-name="V">tr\u00adêng ta</text:span>.<text:note>ẩn</text:note><text:line-break/>Xong'
        "</text:p>" + list_of("L1", "một", "hai") + list_of("L2", "ba", "bốn")
    )
    manuscript = read_manuscript(make_odt(body, STYLES))
    assert manuscript.title == "Ngày hội"
    assert manuscript.body == "Sáng nay **đông vui**, trường ta.\nXong\n\n- một\n- hai\n\n1. ba\n\n2. bốn"
    assert [note.code for note in manuscript.notes] == ["old-font"]


def test_pictures_and_captions(make_odt: Callable[..., Path], make_picture: Callable[..., bytes]) -> None:
    frame = '<draw:frame><draw:image xlink:href="Pictures/1.jpg"/></draw:frame>'
    missing = '<draw:frame><draw:image xlink:href="Pictures/2.jpg"/></draw:frame>'
    body = (
        f"<text:h>Ngày hội</text:h><text:p>Trước {frame} sau</text:p><text:p>{frame}</text:p>"
        f'<text:p text:style-name="I">Các em đọc sách</text:p><text:p>{missing}</text:p>'
    )
    manuscript = read_manuscript(make_odt(body, STYLES, {"Pictures/1.jpg": make_picture()}))
    assert manuscript.body == "Trước\n\n![1]\n\nsau\n\n![2]"
    assert [picture.caption for picture in manuscript.pictures] == ["", "Các em đọc sách"]
    assert [note.code for note in manuscript.notes] == ["pictures-left-out"]


def test_tables_become_lines(make_odt: Callable[..., Path]) -> None:
    cells = "".join(f"<table:table-cell><text:p>{word}</text:p></table:table-cell>" for word in ("Lớp", "4A"))
    body = f"<text:h>Tin</text:h><table:table><table:table-row>{cells}</table:table-row></table:table>"
    manuscript = read_manuscript(make_odt(body))
    assert (manuscript.body, manuscript.notes[0].code) == ("Lớp | 4A", "tables-flattened")


def test_entities_are_refused(make_odt: Callable[..., Path], tmp_path: Path) -> None:
    bomb = '<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;">]><a>&c;</a>'
    with zipfile.ZipFile(tmp_path / "a.odt", "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", bomb)
    with pytest.raises(DocumentIsBomb):
        read_manuscript(tmp_path / "a.odt")


def test_a_locked_text_is_named_as_such(make_odt: Callable[..., Path]) -> None:
    manifest = (
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        "<manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>"
    )
    with pytest.raises(DocumentIsLocked):
        read_manuscript(make_odt("", "", {"META-INF/manifest.xml": manifest.encode()}))


def test_a_text_without_a_body_is_damaged(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.odt", "w") as archive:
        archive.writestr("content.xml", "<a/>")
    with pytest.raises(DocumentIsDamaged):
        read_manuscript(tmp_path / "a.odt")
