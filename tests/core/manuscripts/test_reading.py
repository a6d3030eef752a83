"""Reading by content: endings lie, files are empty, broken, locked, too big, or meant to do harm."""

from __future__ import annotations

import io
import random
import shutil
import struct
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest

from desktop_app.core.archives import ArchiveIsBomb, ArchiveIsDamaged
from desktop_app.core.errors import UserError
from desktop_app.core.i18n import set_language
from desktop_app.core.manuscripts import doc, hostile
from desktop_app.core.manuscripts.errors import (
    DocumentIsBomb,
    DocumentIsDamaged,
    DocumentIsEmpty,
    DocumentIsLocked,
    DocumentIsTooBig,
    NotADocument,
    OldWordNotReadable,
)
from desktop_app.core.manuscripts.reading import read_manuscript, read_pasted

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENTITIES = b"""<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>
<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r>
<w:t>&b;</w:t></w:r></w:p></w:body></w:document>"""


@pytest.fixture
def word_file(tmp_path: Path) -> Path:
    document = docx.Document()
    document.add_heading("Ngày hội", 1)
    document.add_paragraph("Rất vui.")
    document.save(str(tmp_path / "bai.docx"))
    return tmp_path / "bai.docx"


def with_part(path: Path, part: str, content: bytes) -> Path:
    changed = path.with_name("changed.docx")
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(changed, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, content if name == part else old.read(name))
    return changed


def file_of(tmp_path: Path, content: bytes, name: str = "bai.docx") -> Path:
    (tmp_path / name).write_bytes(content)
    return tmp_path / name


def test_the_content_decides_not_the_ending(word_file: Path, make_odt: Callable[..., Path], tmp_path: Path) -> None:
    renamed = word_file.rename(tmp_path / "bai.txt")
    assert read_manuscript(renamed).title == "Ngày hội"
    assert read_manuscript(make_odt("<text:p>Tin</text:p>", name="bai.docx")).title == "Tin"
    assert read_manuscript(file_of(tmp_path, b"{\\rtf1 Tin\\par}", "bai.doc")).title == "Tin"
    assert read_manuscript(file_of(tmp_path, b"Tin vui", "bai.docx")).title == "Tin vui"


@pytest.mark.parametrize("content", [b"", b" \r\n\t", b"\xef\xbb\xbf", b"{\\rtf1 \\par}"])
def test_an_empty_file_says_so(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(DocumentIsEmpty):
        read_manuscript(file_of(tmp_path, content))


def test_an_empty_word_file_says_so(tmp_path: Path) -> None:
    docx.Document().save(str(tmp_path / "a.docx"))
    with pytest.raises(DocumentIsEmpty):
        read_manuscript(tmp_path / "a.docx")


def test_an_empty_paste_says_so() -> None:
    with pytest.raises(DocumentIsEmpty):
        read_pasted("  \n ")


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"%PDF-1.7 only words", "a PDF file"),
        (b"\xff\xd8\xff\xe0" + bytes(50), "a picture"),
        (b"\x00\x00\x00\x20ftypheic" + bytes(50), "a picture or a video"),
        (b"MZ\x90\x00" + bytes(50), "a program"),
        (b"<!DOCTYPE html><p>Tin</p>", "a web page"),
        (b"\x01\x02\x03\x04" * 20, "no text at all"),
        (OLE + "Workbook".encode("utf-16-le"), "a file of another Office program"),
    ],
)
def test_other_files_are_named(tmp_path: Path, content: bytes, what: str) -> None:
    set_language("en")
    try:
        with pytest.raises(NotADocument, match=f"is {what}, not a text"):
            read_manuscript(file_of(tmp_path, content))
    finally:
        set_language("vi")


@pytest.mark.parametrize(
    ("part", "what"),
    [("xl/workbook.xml", "an Excel table"), ("ppt/a.xml", "a PowerPoint file"), ("a.txt", "a packed folder")],
)
def test_other_archives_are_named(tmp_path: Path, part: str, what: str) -> None:
    set_language("en")
    with zipfile.ZipFile(tmp_path / "a.docx", "w") as archive:
        archive.writestr(part, "x")
    try:
        with pytest.raises(NotADocument, match=what):
            read_manuscript(tmp_path / "a.docx")
    finally:
        set_language("vi")


def test_a_file_too_big_is_refused_unread(tmp_path: Path) -> None:
    with (tmp_path / "a.docx").open("wb") as file:
        file.truncate(hostile.MOST_BYTES + 1)
    with pytest.raises(DocumentIsTooBig) as refused:
        read_manuscript(tmp_path / "a.docx")
    assert refused.value.facts == {"file": "a.docx", "megabytes": 60, "limit": 60}


def test_a_zip_bomb_in_word_dress_is_refused(word_file: Path) -> None:
    with pytest.raises(ArchiveIsBomb):
        read_manuscript(with_part(word_file, "word/document.xml", b" " * (64 << 20)))


@pytest.mark.parametrize("part", ["word/document.xml", "word/styles.xml", "word/_rels/document.xml.rels"])
def test_an_entity_bomb_is_refused(word_file: Path, part: str) -> None:
    with pytest.raises(DocumentIsBomb):
        read_manuscript(with_part(word_file, part, ENTITIES))


def test_an_abyss_of_elements_is_refused(word_file: Path) -> None:
    deep = b"<w:p>" * 20_000 + b"</w:p>" * 20_000
    xml = b'<w:d xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">' + deep + b"</w:d>"
    with pytest.raises(DocumentIsBomb):
        read_manuscript(with_part(word_file, "word/document.xml", xml))


def test_tables_as_deep_as_allowed_are_read(word_file: Path) -> None:
    deep = 61
    inner = b"<w:tbl><w:tr><w:tc>" * deep + b"<w:p><w:r><w:t>Tin</w:t></w:r></w:p>" + b"</w:tc></w:tr></w:tbl>" * deep
    xml = b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>%s</w:body></w:document>'
    assert read_manuscript(with_part(word_file, "word/document.xml", xml % inner)).title == "Tin"


@pytest.mark.parametrize("xml", [b"<a>", b"", b"\xff\xff", b"<a/>"])
def test_broken_xml_is_damage(word_file: Path, xml: bytes) -> None:
    with pytest.raises(DocumentIsDamaged):
        read_manuscript(with_part(word_file, "word/document.xml", xml))


def test_a_cut_word_file_is_damaged(word_file: Path) -> None:
    word_file.write_bytes(word_file.read_bytes()[:-1000])
    with pytest.raises(ArchiveIsDamaged):
        read_manuscript(word_file)


def test_word_files_with_any_byte_changed_are_read_or_refused(word_file: Path) -> None:
    whole, chance = word_file.read_bytes(), random.Random(1)
    for _turn in range(60):
        raw = bytearray(whole)
        raw[chance.randrange(len(raw))] ^= 1 << chance.randrange(8)
        word_file.write_bytes(raw)
        try:
            read_manuscript(word_file)
        except UserError:
            continue


@pytest.mark.parametrize(
    ("width", "height", "kept"), [(9_000, 9_000, 1), (12_000, 10_000, 0), (60_000, 60_000, 0), (40, 40, 0), (40, 60, 1)]
)
def test_pictures_of_far_too_many_or_few_pixels_are_left_out(
    tmp_path: Path, make_picture: Callable[..., bytes], width: int, height: int, kept: int
) -> None:
    head = b"IHDR" + struct.pack(">II", width, height) + b"\x08\x02\x00\x00\x00"
    data = struct.pack(">I", 0) + b"IDAT" + struct.pack(">I", zlib.crc32(b"IDAT"))
    png = b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + head + struct.pack(">I", zlib.crc32(head)) + data
    document = docx.Document()
    document.add_paragraph("Tin")
    document.add_picture(io.BytesIO(make_picture(60, 60, "PNG")))
    _picture_part(document)._blob = png
    document.save(str(tmp_path / "a.docx"))
    manuscript = read_manuscript(tmp_path / "a.docx")
    assert len(manuscript.pictures) == kept
    assert ("pictures-left-out" in [note.code for note in manuscript.notes]) == (width > 9_000)


def _picture_part(document: Any) -> Any:
    return next(part for part in document.part.package.iter_parts() if "image" in part.content_type)


def test_a_locked_word_file_is_named_as_such(tmp_path: Path) -> None:
    with pytest.raises(DocumentIsLocked):
        read_manuscript(file_of(tmp_path, OLE + bytes(500) + "EncryptedPackage".encode("utf-16-le")))


def test_an_old_word_file_without_a_program_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(OldWordNotReadable) as refused:
        read_manuscript(file_of(tmp_path, OLE + "WordDocument".encode("utf-16-le"), "bai.doc"))
    assert "Save As" in refused.value.hint


def test_a_program_that_hangs_is_ended_with_its_children(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    office = tmp_path / "soffice"
    office.write_text('#!/bin/sh\n/bin/sleep 600 &\necho $! > "$0.pid"\nwait\n')
    office.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(doc, "SECONDS", 1)
    with pytest.raises(OldWordNotReadable):
        read_manuscript(file_of(tmp_path, OLE + "WordDocument".encode("utf-16-le"), "bai.doc"))
    assert not _lives(int((tmp_path / "soffice.pid").read_text()))


def _lives(pid: int) -> bool:
    status = Path(f"/proc/{pid}/status")
    return status.exists() and "State:\tZ" not in status.read_text()


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not on this PC")
def test_an_old_word_file_is_read_through_libreoffice(word_file: Path, tmp_path: Path) -> None:
    doc._runs_through(  # LibreOffice itself makes the old file
        doc.Program("", ["soffice", "--headless", "--convert-to", "doc", "--outdir", str(tmp_path), str(word_file)], {})
    )
    manuscript = read_manuscript(tmp_path / "bai.doc")
    assert (manuscript.title, manuscript.body) == ("Ngày hội", "Rất vui.")
    assert manuscript.notes[-1].facts == {"program": "LibreOffice"}
