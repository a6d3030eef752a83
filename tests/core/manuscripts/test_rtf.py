"""Rich text: fonts that decide how bytes are read, pictures in hex, tables, and any rubbish survived."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop_app.core.errors import UserError
from desktop_app.core.manuscripts.errors import DocumentIsDamaged
from desktop_app.core.manuscripts.manuscript import Manuscript
from desktop_app.core.manuscripts.reading import read_manuscript
from desktop_app.core.manuscripts.rtf import read_rtf

HEAD = (
    rb"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\froman\fcharset163 Times New Roman{\*\falt Times};}"
    rb"{\f1\fnil\fcharset163 .VnTime;}{\f2\fnil .VnTimeH;}{\f3\fnil VNI-Times;}}"
    rb"{\colortbl;\red0\green0\blue0;}{\stylesheet{\s0 Normal;}{\s1 heading 1;}}"
    rb"{\info{\author Ng\'b8}}\pard\plain "
)


@pytest.fixture
def read(tmp_path: Path) -> Callable[[bytes], Manuscript]:
    def read_body(body: bytes) -> Manuscript:
        (tmp_path / "bai.rtf").write_bytes(HEAD + body + b"}")
        return read_manuscript(tmp_path / "bai.rtf")

    return read_body


def unicode_of(text: str) -> bytes:
    units = [int.from_bytes(text.encode("utf-16-le")[at : at + 2], "little") for at in range(0, len(text) * 2, 2)]
    return "".join(chr(u) if u < 128 else f"\\u{u - 65536 if u > 32767 else u}?" for u in units).encode("ascii")


def test_unicode_bold_and_headings(read: Callable[[bytes], Manuscript]) -> None:
    manuscript = read(
        rb"\pard\s1 " + unicode_of("Ngày hội đọc sách") + rb"\par\pard\plain S\'e1ng {\b nay} vui\line xong\par"
    )
    assert manuscript.title == "Ngày hội đọc sách"
    assert manuscript.body == "Sáng **nay** vui\nxong"


def test_vietnamese_windows_text_is_composed(read: Callable[[bytes], Manuscript]) -> None:
    # Code page 1258: a letter, then its tone as a mark of its own.
    raw = "Trươ\u0300ng ho\u0323c".encode("cp1258")
    coded = b"".join(b"\\'%02x" % code if code > 127 else bytes([code]) for code in raw)
    assert read(coded + rb"\par").title == "Trường học"


def test_each_font_reads_its_own_bytes(read: Callable[[bytes], Manuscript]) -> None:
    manuscript = read(
        rb"{\f1 V\'d2 tr\'ad\'eang, tr\-\'eang }{\f2 tr\'ad\'eang }{\f3 Tr\'f6\'f4\'f8ng }"
        + unicode_of("Trường")
        + rb"\par"
    )
    assert manuscript.title == "Về trường, trường TRƯỜNG Trường Trường"
    assert [note.facts["encoding"] for note in manuscript.notes] == ["TCVN3", "VNI"]


def test_pictures_in_their_places(read: Callable[[bytes], Manuscript], make_picture: Callable[..., bytes]) -> None:
    hex_ = make_picture(1600, 900).hex()
    lines = "\r\n".join(hex_[at : at + 127] for at in range(0, len(hex_), 127)).encode()
    raw = make_picture(640, 480, "PNG")
    body = (
        rb"Tin \par Truoc\par"
        rb"{\*\shppict{\pict{\*\picprop{\sp{\sn a}{\sv b}}}\jpegblip\picw1 " + lines + rb"}}"
        rb"{\nonshppict{\pict\wmetafile8 0102}}\par {\i Cac em doc sach}\par"
        rb"{\shp{\*\shpinst{\sp{\sn pib}{\sv {\pict\pngblip\bin" + str(len(raw)).encode() + b" " + raw + rb"}}}}"
        rb"{\shprslt{\pict\pngblip 00}}}sau\par"
    )
    manuscript = read(body)
    assert [(picture.width, picture.suggested_name) for picture in manuscript.pictures] == [
        (1600, "bai_01.jpg"),
        (640, "bai_02.png"),
    ]
    assert manuscript.pictures[1].payload == raw
    assert manuscript.body == "Truoc\n\n![1]\n\n![2]\n\nsau"
    assert [picture.caption for picture in manuscript.pictures] == ["Cac em doc sach", ""]
    assert [note.code for note in manuscript.notes] == ["pictures-shrunk"]


def test_lists_and_tables(read: Callable[[bytes], Manuscript]) -> None:
    manuscript = read(
        rb"Tin\par {\listtext\'b7\tab}mot\par{\listtext 1.\tab}hai\par"
        rb"\trowd\cellx1\pard\intbl A\cell B\cell\row\trowd\pard\intbl C\cell D\cell\row\pard Het\par"
    )
    assert manuscript.body == "- mot\n\n1. hai\n\nA | B\n\nC | D\n\nHet"
    assert [note.code for note in manuscript.notes] == ["tables-flattened"]


def test_marks_of_word_are_no_words(read: Callable[[bytes], Manuscript]) -> None:
    manuscript = read(
        rb"{\field{\*\fldinst HYPERLINK x}{\fldrslt Tin}}{\v giau}{\footnote chu}\{a\}\emdash b{\*\bkmkstart q}\par"
    )
    assert manuscript.title == "Tin{a}—b"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(st.sampled_from([*b"{}\\'*;u-b0 1a"]) | st.integers(0, 255), max_size=80).map(bytes))
def test_rubbish_is_read_or_refused_but_never_breaks(tmp_path: Path, rubbish: bytes) -> None:
    (tmp_path / "a.rtf").write_bytes(HEAD + rubbish)
    try:
        read_manuscript(tmp_path / "a.rtf")
    except UserError:
        return


@pytest.mark.parametrize("word", ["u", "u99999999", "uc-5", "f99", "bin99999", "'zz", "cell", "row", "pict", "}}}}"])
def test_odd_words_do_no_harm(read: Callable[[bytes], Manuscript], word: str) -> None:
    assert read(b"mot \\" + word.encode() + b" hai ba bon\\par").title.startswith("mot")


def test_groups_without_end_are_refused(tmp_path: Path) -> None:
    (tmp_path / "a.rtf").write_bytes(HEAD + b"{" * 100_000)
    with pytest.raises(DocumentIsDamaged):
        read_manuscript(tmp_path / "a.rtf")


def test_what_is_no_rich_text_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.rtf").write_bytes(b"hello")
    with pytest.raises(DocumentIsDamaged):
        read_rtf(tmp_path / "a.rtf")
