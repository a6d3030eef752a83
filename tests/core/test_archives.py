"""Zip files from outside: bombs, lies, tricks and damage are refused before anything is unpacked."""

from __future__ import annotations

import struct
import zipfile
from pathlib import Path

import pytest

from desktop_app.core import archives
from desktop_app.core.archives import (
    ArchiveIsBomb,
    ArchiveIsDamaged,
    ArchiveIsLocked,
    ArchiveNamesAreUnsafe,
    open_archive,
)


def zip_of(path: Path, entries: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(path, "w", method) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return path


def test_an_honest_archive_opens(tmp_path: Path) -> None:
    with open_archive(zip_of(tmp_path / "a.docx", {"word/document.xml": b"<a/>", "b.txt": b""})) as archive:
        assert archive.read("word/document.xml") == b"<a/>"


def test_a_part_that_unpacks_a_thousand_times_is_a_bomb(tmp_path: Path) -> None:
    with pytest.raises(ArchiveIsBomb):
        open_archive(zip_of(tmp_path / "bomb.docx", {"word/document.xml": bytes(20 << 20)}))


def test_too_many_bytes_in_all_is_a_bomb(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "MOST_UNPACKED", 1000)
    with pytest.raises(ArchiveIsBomb):
        open_archive(zip_of(tmp_path / "a.docx", {"a": bytes(600), "b": bytes(600)}))


def test_too_many_parts_are_a_bomb(tmp_path: Path) -> None:
    parts = {f"{n}.xml": b"" for n in range(archives.MOST_ENTRIES + 1)}
    with pytest.raises(ArchiveIsBomb):
        open_archive(zip_of(tmp_path / "a.docx", parts))


def test_parts_that_share_their_bytes_are_a_bomb(tmp_path: Path) -> None:
    path = zip_of(tmp_path / "a.docx", {"a": bytes(range(256)) * 40}, zipfile.ZIP_STORED)
    raw = path.read_bytes()
    directory = raw.index(b"PK\x01\x02")
    end = raw.index(b"PK\x05\x06")
    entry, count = raw[directory:end], 30
    # The same entry thirty times under thirty names: the classic overlap.
    entries = b"".join(entry[:-1] + bytes([97 + n]) for n in range(count))
    tail = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, count, count, len(entries), directory, 0)
    path.write_bytes(raw[:directory] + entries + tail)
    with pytest.raises(ArchiveIsBomb):
        open_archive(path)


def test_a_part_that_lies_about_its_size_is_refused(tmp_path: Path) -> None:
    path = zip_of(tmp_path / "a.docx", {"word/document.xml": bytes(30 << 20)})
    raw = bytearray(path.read_bytes())
    for mark, offset in ((b"PK\x01\x02", 24), (b"PK\x03\x04", 22)):
        struct.pack_into("<L", raw, raw.index(mark) + offset, 10)
    path.write_bytes(raw)
    with pytest.raises(ArchiveIsDamaged):
        open_archive(path)


@pytest.mark.parametrize("name", ["../evil.txt", "/etc/passwd", "C:/evil.txt", "word/../../evil", "..\\evil"])
def test_names_that_point_outside_are_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(ArchiveNamesAreUnsafe):
        open_archive(zip_of(tmp_path / "a.docx", {name: b"x"}))


def test_a_locked_archive_is_named_as_such(tmp_path: Path) -> None:
    path = zip_of(tmp_path / "a.zip", {"a": b"abc"})
    raw = bytearray(path.read_bytes())
    raw[raw.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(raw)
    with pytest.raises(ArchiveIsLocked):
        open_archive(path)


@pytest.mark.parametrize("cut", [10, 60, 200])
def test_a_cut_archive_is_damaged(tmp_path: Path, cut: int) -> None:
    path = zip_of(tmp_path / "a.docx", {"a": bytes(range(256))})
    path.write_bytes(path.read_bytes()[:-cut])
    with pytest.raises(ArchiveIsDamaged):
        open_archive(path)


def test_a_flipped_byte_is_damage(tmp_path: Path) -> None:
    path = zip_of(tmp_path / "a.docx", {"a": bytes(range(256)) * 9}, zipfile.ZIP_STORED)
    raw = bytearray(path.read_bytes())
    raw[100] ^= 0xFF
    path.write_bytes(raw)
    with pytest.raises(ArchiveIsDamaged):
        open_archive(path)


def test_two_parts_of_one_name_are_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.docx", "w") as archive:
        archive.writestr("a", b"1")
        with pytest.warns(UserWarning, match="Duplicate"):
            archive.writestr("a", b"2")
    with pytest.raises(ArchiveIsDamaged):
        open_archive(tmp_path / "a.docx")


def test_methods_that_unpack_without_limit_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ArchiveIsDamaged):
        open_archive(zip_of(tmp_path / "a.docx", {"a": bytes(1000)}, zipfile.ZIP_BZIP2))
