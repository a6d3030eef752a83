"""Packed folders: their documents come out under their own names; what is hostile or no document stays in."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from desktop_app.core.archives import ArchiveIsDamaged, ArchiveNamesAreUnsafe
from desktop_app.core.manuscripts.packed import PackedFolderIsEmpty, is_packed_folder, unpack


def packed(file: Path, *names: str) -> Path:
    with zipfile.ZipFile(file, "w") as archive:
        for name in names:
            archive.writestr(name, name)
    return file


def test_documents_come_out_with_their_names_and_the_rest_is_counted(tmp_path: Path) -> None:
    file = packed(
        tmp_path / "tổ 1.zip", "Tổ 1/Bài một.docx", "Tổ 1/con/Bài một.docx", "tin.TXT", "ảnh.jpg", "bảng.xlsx"
    )
    assert is_packed_folder(file)
    out = unpack(file, tmp_path / "out")
    assert [document.name for document in out.documents] == ["Bài một.docx", "Bài một.docx", "tin.TXT"]
    assert out.documents[1].read_text() == "Tổ 1/con/Bài một.docx"
    assert out.left_out == 2


def test_what_a_mac_or_an_open_word_puts_beside_the_files_is_not_handed_in(tmp_path: Path) -> None:
    file = packed(tmp_path / "a.zip", "tin.txt", "__MACOSX/._tin.txt", "~$bai.docx", ".DS_Store")
    out = unpack(file, tmp_path / "out")
    assert [document.name for document in out.documents] == ["tin.txt"]
    assert out.left_out == 0


@pytest.mark.parametrize("encoding", ["utf-8", "cp1258"])
def test_names_packed_by_an_old_windows_are_read(tmp_path: Path, encoding: str) -> None:
    name = "Tổ hai.txt" if encoding == "utf-8" else "Tô hai.txt"
    plain, stand_in = tmp_path / "a.zip", "x" * len(name.encode(encoding))
    with zipfile.ZipFile(plain, "w") as archive:
        archive.writestr(f"{stand_in[:-4]}.txt", "tin")
    plain.write_bytes(plain.read_bytes().replace(stand_in[:-4].encode(), name.encode(encoding)[:-4]))
    (document,) = unpack(plain, tmp_path / "out").documents
    assert document.name == name


def test_a_folder_without_documents_says_so(tmp_path: Path) -> None:
    with pytest.raises(PackedFolderIsEmpty):
        unpack(packed(tmp_path / "a.zip", "ảnh.jpg", "trong.zip"), tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_a_name_that_leads_outside_is_refused_and_nothing_is_written(tmp_path: Path) -> None:
    with pytest.raises(ArchiveNamesAreUnsafe):
        unpack(packed(tmp_path / "a.zip", "tin.txt", "../../xau.txt"), tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_a_damaged_archive_is_refused(tmp_path: Path) -> None:
    file = packed(tmp_path / "a.zip", "tin.txt")
    file.write_bytes(file.read_bytes().replace(b"tin.txttin.txt", b"tin.txtTIN.txt", 1))
    with pytest.raises(ArchiveIsDamaged):
        unpack(file, tmp_path / "out")


@pytest.mark.parametrize("name", ["[Content_Types].xml", "content.xml", "mimetype"])
def test_a_document_that_is_a_zip_is_no_packed_folder(tmp_path: Path, name: str) -> None:
    assert not is_packed_folder(packed(tmp_path / "bai.docx", name, "word/document.xml"))
    assert not is_packed_folder(tmp_path / "missing.zip")


def test_a_name_windows_cannot_keep_becomes_one_it_can(tmp_path: Path) -> None:
    out = unpack(packed(tmp_path / "a.zip", 'Ai? "Việc gì".txt', f"{'x' * 240}.txt"), tmp_path / "out")
    assert [document.name for document in out.documents] == ["Ai_ _Việc gì_.txt", f"{'x' * 100}.txt"]
