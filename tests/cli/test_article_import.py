"""What teachers hand in, taken in by command: old fonts letter by letter, many files at once, packed folders."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from desktop_app.core.manuscripts.old_fonts import LETTERS
from tests.cli.conftest import Ran

Loa = Callable[..., Ran]

TABLE = [
    line.split("\t")
    for line in (Path(__file__).parents[1] / "core" / "manuscripts" / "old-fonts.tsv").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]
TCVN3 = {row[0]: chr(int(row[2], 16)) for row in TABLE}
VNI = {row[0]: bytes.fromhex(row[3]).decode("latin-1") for row in TABLE}
OWN_CAPITALS = "ĂÂÊÔƠƯĐ"
"""The capitals that TCVN3 has codes for; the others are small letters in a capital font."""
SENTENCE = "Trường phổ thông dân tộc bán trú tổ chức kỷ niệm, các em học sinh dự lễ chào cờ rất nghiêm trang."


def say(paragraph: Any, text: str, font: str) -> None:
    """A run as old Word wrote it: the font's codes, and its own sign for the optional hyphen, which is ư."""
    run = paragraph.add_run()
    run.font.name = font
    run._element.rPr.rFonts.set(qn("w:hAnsi"), font)
    for number, piece in enumerate(text.split("\u00ad")):
        if number:
            run._element.append(OxmlElement("w:softHyphen"))
        run.add_text(piece)


def written(file: Path, paragraphs: Sequence[tuple[str, str]]) -> Path:
    """A .docx with a title in Unicode and one paragraph a (text, font)."""
    document = docx.Document()
    document.add_heading("Bài chép từ máy cũ", 1)
    for text, font in paragraphs:
        say(document.add_paragraph(), text, font)
    document.save(str(file))
    return file


def taken_in(loa: Loa, *files: Path) -> list[dict[str, Any]]:
    """The articles of the school after the import of ``files``, as ``loa article list`` tells them."""
    assert loa("article", "import", *files, "--json").code == 0
    listed: list[dict[str, Any]] = loa("article", "list", "--json").json()
    return listed


def in_words(letters: str, codes: dict[str, str]) -> str:
    """Each letter as one word of the codes."""
    return " ".join(codes[letter] for letter in letters)


def test_all_134_letters_of_vntime_come_back_in_both_cases(loa: Loa, tmp_path: Path) -> None:
    assert len(TABLE) == 134
    file = written(
        tmp_path / "cu.docx",
        [
            (in_words(LETTERS, TCVN3), ".VnTime"),
            (in_words(LETTERS, TCVN3), ".VnTimeH"),
            (in_words(OWN_CAPITALS, TCVN3), ".VnTime"),
            ("".join(TCVN3.get(sign, sign) for sign in SENTENCE), ".VnTime"),
        ],
    )
    (article,) = taken_in(loa, file)
    assert article["text"].split("\n") == [
        " ".join(LETTERS),
        " ".join(LETTERS.upper()),
        " ".join(OWN_CAPITALS),
        SENTENCE,
    ]


def test_all_134_letters_of_vni_come_back_in_both_cases(loa: Loa, tmp_path: Path) -> None:
    both = LETTERS + LETTERS.upper()
    file = written(
        tmp_path / "cu.docx",
        [
            (in_words(both, VNI), "VNI-Times"),
            ("".join(VNI.get(sign, sign) for sign in SENTENCE), "VNI-Times"),
        ],
    )
    (article,) = taken_in(loa, file)
    assert article["text"].split("\n") == [" ".join(both), SENTENCE]


@pytest.fixture
def hand_over(tmp_path: Path) -> Callable[..., Path]:
    """A text file that a teacher hands over: ``hand_over(name, words)``."""

    def write(name: str, words: str) -> Path:
        (tmp_path / name).write_text(words, encoding="utf-8")
        return tmp_path / name

    return write


STORY = "Ngày hội đọc sách\n\nSáng nay, học sinh toàn trường dự ngày hội đọc sách ở góc thư viện xanh của bản.\n"


def test_one_file_that_cannot_be_read_does_not_stop_the_others(loa: Loa, hand_over: Callable[..., Path]) -> None:
    bad = hand_over("anh.docx", "")
    bad.write_bytes(b"\xff\xd8\xff\xe0" + bytes(100))
    ran = loa("article", "import", hand_over("tin.txt", STORY), bad, "--json")
    taken, refused = ran.json()
    assert ran.code == 1
    assert taken["title"] == "Ngày hội đọc sách"
    assert refused["file"] == "anh.docx"
    assert "ảnh" in refused["error"]


def test_a_single_file_that_cannot_be_read_is_an_error_with_a_way_on(loa: Loa, tmp_path: Path) -> None:
    ran = loa("article", "import", tmp_path / "khong-co.docx")
    assert ran.code == 3
    assert "khong-co.docx" in ran.err


def test_a_packed_folder_becomes_an_article_for_each_document(loa: Loa, tmp_path: Path) -> None:
    packed = tmp_path / "Tổ 1.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("Tổ 1/tin một.txt", STORY)
        archive.writestr("Tổ 1/tin hai.txt", "Hội khoẻ Phù Đổng\n\nChiều qua, các bạn thi chạy và kéo co rất vui.\n")
        archive.writestr("Tổ 1/ảnh.jpg", b"\xff\xd8\xff")
    assert {one["title"] for one in taken_in(loa, packed)} == {"Ngày hội đọc sách", "Hội khoẻ Phù Đổng"}
    assert "Bỏ qua 1 tệp khác trong tệp nén" in loa("article", "import", packed).out


def test_the_same_story_again_is_named_with_its_likeness(loa: Loa, hand_over: Callable[..., Path]) -> None:
    first = loa("article", "import", hand_over("a.txt", STORY), "--json").json()[0]
    again = loa("article", "import", hand_over("b.txt", STORY.replace("hội đọc", "hội ĐỌC")), "--json").json()[0]
    assert first["alike"] == []
    assert again["alike"] == [{"id": first["id"], "title": "Ngày hội đọc sách", "likeness": 1.0}]
    assert "Giống 100% bài “Ngày hội đọc sách”" in loa("article", "import", hand_over("c.txt", STORY)).out


def test_the_text_of_the_list_is_words_without_signs_of_the_markup(loa: Loa, tmp_path: Path) -> None:
    document = docx.Document()
    document.add_heading("Ngày hội đọc sách", 0)
    document.add_paragraph("Sáng nay, ").add_run("hơn 300 học sinh").bold = True
    document.add_heading("Kết quả", 2)
    document.add_paragraph("Quyên góp 120 cuốn", style="List Bullet")
    document.save(str(tmp_path / "bai.docx"))
    (article,) = taken_in(loa, tmp_path / "bai.docx")
    assert article["text"] == "Sáng nay, hơn 300 học sinh\nKết quả\n- Quyên góp 120 cuốn"
