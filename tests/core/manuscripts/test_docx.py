"""Word files made with python-docx and by hand: words, looks, pictures and the traps between them."""

from __future__ import annotations

import io
import unicodedata
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn

from desktop_app.core.manuscripts.manuscript import Manuscript
from desktop_app.core.manuscripts.reading import read_manuscript

TITLE = "Ngày hội đọc sách"
PARAGRAPH = "Sáng 21/4, thầy trò nhà trường tham gia ngày hội đọc sách với nhiều gian hàng do các lớp tự làm."


@pytest.fixture
def document() -> Any:
    """A Word document to fill; read it with ``saved``."""
    return docx.Document()


@pytest.fixture
def read(document: Any, tmp_path: Path) -> Callable[[], Manuscript]:
    def saved_and_read() -> Manuscript:
        document.save(tmp_path / "Bài của tổ 1.docx")
        return read_manuscript(tmp_path / "Bài của tổ 1.docx")

    return saved_and_read


def codes(manuscript: Manuscript) -> list[str]:
    return [note.code for note in manuscript.notes]


def set_font(run: Any, font: str) -> None:
    run.font.name = font
    run._element.rPr.rFonts.set(qn("w:hAnsi"), font)


def test_headings_lists_bold_and_title(document: Any, read: Callable[[], Manuscript]) -> None:
    document.add_heading(TITLE, 0)
    paragraph = document.add_paragraph("Sáng nay, ")
    paragraph.add_run("hơn 300 học sinh").bold = True
    paragraph.add_run(" đã đến.")
    document.add_heading("Kết quả", 2)
    document.add_paragraph("Quyên góp 120 cuốn", style="List Bullet")
    document.add_paragraph("- Trao 10 giải")
    document.add_paragraph("Chào mừng", style="List Number")
    document.add_paragraph("Khai mạc", style="List Number")
    manuscript = read()
    assert manuscript.title == TITLE
    assert manuscript.body == (
        "Sáng nay, **hơn 300 học sinh** đã đến.\n\n## Kết quả\n\n"
        "- Quyên góp 120 cuốn\n- Trao 10 giải\n\n1. Chào mừng\n\n2. Khai mạc"
    )
    assert (manuscript.notes, manuscript.source_name) == ((), "Bài của tổ 1.docx")


def test_pictures_stand_in_their_places_with_captions(
    document: Any, read: Callable[[], Manuscript], make_picture: Callable[..., bytes]
) -> None:
    document.add_heading(TITLE, 1)
    document.add_paragraph("Trước ảnh.")
    document.add_picture(io.BytesIO(make_picture(1600, 1000)))
    document.add_paragraph("Học sinh lớp 4A đọc sách").alignment = WD_ALIGN_PARAGRAPH.CENTER
    document.add_paragraph("Giữa hai ảnh.")
    both = document.add_paragraph("Trong dòng ")
    both.add_run().add_picture(io.BytesIO(make_picture(640, 480, "PNG")))
    both.add_run(" sau ảnh.")
    manuscript = read()
    assert manuscript.body == "Trước ảnh.\n\n![1]\n\nGiữa hai ảnh.\n\nTrong dòng\n\n![2]\n\nsau ảnh."
    first, second = manuscript.pictures
    assert (first.caption, first.suggested_name, first.shrunk) == (
        "Học sinh lớp 4A đọc sách",
        "bai-cua-to-1_01.jpg",
        False,
    )
    assert (second.caption, second.suggested_name, second.width, second.height) == (
        "",
        "bai-cua-to-1_02.png",
        640,
        480,
    )
    assert first.payload == make_picture(1600, 1000)
    assert second.shrunk
    assert codes(manuscript) == ["pictures-shrunk"]
    assert manuscript.notes[0].facts == {"count": 1}


@pytest.mark.parametrize(
    ("words", "is_caption"),
    [
        ("Ảnh: Các em dọn vệ sinh", True),
        ("Hình 2. Lễ khai giảng", True),
        ("Ảnh hưởng của bão khiến nhiều em phải nghỉ học.", False),
        ("Sau đó, các em về lớp.", False),
    ],
)
def test_words_under_a_picture(
    document: Any,
    read: Callable[[], Manuscript],
    make_picture: Callable[..., bytes],
    words: str,
    is_caption: bool,
) -> None:
    document.add_heading(TITLE, 1)
    document.add_picture(io.BytesIO(make_picture()))
    document.add_paragraph(words)
    manuscript = read()
    assert manuscript.pictures[0].caption == (words if is_caption else "")
    assert (words in manuscript.body) != is_caption


def test_pictures_in_a_table_keep_their_captions(
    document: Any, read: Callable[[], Manuscript], make_picture: Callable[..., bytes]
) -> None:
    document.add_heading(TITLE, 1)
    table = document.add_table(2, 2)
    for column, words in enumerate(["Thi kéo co", "Thi nhảy bao"]):
        table.cell(0, column).paragraphs[0].add_run().add_picture(io.BytesIO(make_picture(1300 + column, 900)))
        table.cell(1, column).text = words
    manuscript = read()
    assert [(p.width, p.caption) for p in manuscript.pictures] == [(1300, "Thi kéo co"), (1301, "Thi nhảy bao")]
    assert (manuscript.body, codes(manuscript)) == ("![1]\n\n![2]", [])


def test_tables_become_lines_with_a_note(document: Any, read: Callable[[], Manuscript]) -> None:
    document.add_heading(TITLE, 1)
    table = document.add_table(3, 2)
    for row, cells in enumerate([("Lớp", "Số em"), ("4A", "31"), ("Cả khối", "")]):
        for column, words in enumerate(cells):
            table.cell(row, column).text = words
    table.cell(2, 0).merge(table.cell(2, 1))
    manuscript = read()
    assert manuscript.body == "Lớp | Số em\n\n4A | 31\n\nCả khối"
    assert codes(manuscript) == ["tables-flattened", "cells-merged"]


def test_a_letterhead_table_is_left_out(document: Any, read: Callable[[], Manuscript]) -> None:
    table = document.add_table(1, 2)
    table.cell(0, 0).text = "PHÒNG GD&ĐT TỦA CHÙA\nTRƯỜNG TIỂU HỌC MƯỜNG BÁNG"
    table.cell(0, 1).text = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"
    document.add_paragraph("Mường Báng, ngày 20 tháng 11 năm 2024")
    document.add_paragraph("TRƯỜNG TỔ CHỨC NGÀY NHÀ GIÁO")
    document.add_paragraph(PARAGRAPH)
    manuscript = read()
    assert (manuscript.title, manuscript.body) == ("TRƯỜNG TỔ CHỨC NGÀY NHÀ GIÁO", PARAGRAPH)
    assert codes(manuscript) == ["letterhead-skipped"]


def test_old_fonts_by_run_style_and_default(document: Any, read: Callable[[], Manuscript]) -> None:
    document.styles["Normal"].font.name = ".VnTime"
    document.add_paragraph("TiÓu häc M­êng B¸ng")
    paragraph = document.add_paragraph()
    set_font(paragraph.add_run("tr­êng "), ".VnTimeH")
    set_font(paragraph.add_run("Tröôøng "), "VNI-Times")
    set_font(paragraph.add_run("Trường"), "Times New Roman")
    manuscript = read()
    assert manuscript.title == "Tiểu học Mường Báng"
    assert manuscript.body == "TRƯỜNG Trường Trường"
    assert [(note.code, note.facts["encoding"]) for note in manuscript.notes] == [
        ("old-font", "TCVN3"),
        ("old-font", "VNI"),
    ]


def test_the_soft_hyphen_of_word_is_the_letter_u_horn(document: Any, read: Callable[[], Manuscript]) -> None:
    run = document.add_paragraph().add_run("tr")
    set_font(run, ".VnTime")
    run._element.append(OxmlElement("w:softHyphen"))
    rest = OxmlElement("w:t")
    rest.text = "êng x\u00ada"
    run._element.append(rest)
    assert read().title == "trường xưa"


def test_a_soft_hyphen_in_unicode_text_is_nothing(document: Any, read: Callable[[], Manuscript]) -> None:
    run = document.add_paragraph().add_run("Trường ")
    run._element.append(OxmlElement("w:softHyphen"))
    document.paragraphs[0].add_run("học\u00ad")
    assert read().title == "Trường học"


def test_decomposed_text_becomes_composed(document: Any, read: Callable[[], Manuscript]) -> None:
    document.add_paragraph(unicodedata.normalize("NFD", TITLE))
    document.add_paragraph(unicodedata.normalize("NFD", PARAGRAPH))
    manuscript = read()
    assert (manuscript.title, manuscript.body) == (TITLE, PARAGRAPH)


def test_text_boxes_are_read_once(document: Any, read: Callable[[], Manuscript]) -> None:
    document.add_paragraph(TITLE)
    box = "<w:txbxContent><w:p><w:r><w:t>Trong khung</w:t></w:r></w:p></w:txbxContent>"
    shape = (
        f"<w:r {nsdecls('w')} xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'"
        " xmlns:v='urn:schemas-microsoft-com:vml' xmlns:s='urn:shape'>"
        f"<mc:AlternateContent><mc:Choice Requires='s'><w:drawing><s:txbx>{box}</s:txbx></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    document.add_paragraph("Ngoài khung. ")._element.append(parse_xml(shape))
    assert read().body == "Ngoài khung.\n\nTrong khung"


def test_pictures_of_old_word_are_found(
    document: Any, read: Callable[[], Manuscript], make_picture: Callable[..., bytes]
) -> None:
    document.add_paragraph(TITLE)
    relation, _image = document.part.get_or_add_image(io.BytesIO(make_picture()))
    document.add_paragraph()._element.append(
        parse_xml(
            f"<w:r {nsdecls('w', 'r')} xmlns:v='urn:schemas-microsoft-com:vml'>"
            f"<w:pict><v:shape><v:imagedata r:id='{relation}'/></v:shape></w:pict></w:r>"
        )
    )
    assert read().body == "![1]"


def test_deleted_and_hidden_words_stay_out_inserted_come_in(document: Any, read: Callable[[], Manuscript]) -> None:
    document.add_paragraph(TITLE)
    paragraph = document.add_paragraph("Còn ")
    paragraph.add_run("giấu ").font.hidden = True
    for xml in (
        "<w:del {0}><w:r><w:delText>bỏ </w:delText></w:r></w:del>",
        "<w:ins {0}><w:r><w:t>thêm</w:t></w:r></w:ins>",
    ):
        paragraph._element.append(parse_xml(xml.format(nsdecls("w"))))
    assert read().body == "Còn thêm"


def test_a_title_on_two_lines_and_a_lead(document: Any, read: Callable[[], Manuscript]) -> None:
    for line in ("TRƯỜNG TIỂU HỌC MƯỜNG BÁNG", "TỔ CHỨC NGÀY HỘI ĐỌC SÁCH"):
        paragraph = document.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.add_run(line).bold = True
    document.add_paragraph().add_run(PARAGRAPH).italic = True
    document.add_paragraph("Đúng 8 giờ, ngày hội bắt đầu.")
    manuscript = read()
    assert manuscript.title == "TRƯỜNG TIỂU HỌC MƯỜNG BÁNG TỔ CHỨC NGÀY HỘI ĐỌC SÁCH"
    assert (manuscript.lead, manuscript.body) == (PARAGRAPH, "Đúng 8 giờ, ngày hội bắt đầu.")


def test_a_plain_first_paragraph_is_no_lead(document: Any, read: Callable[[], Manuscript]) -> None:
    document.add_heading(TITLE, 1)
    document.add_paragraph(PARAGRAPH)
    document.add_paragraph("Hết.")
    manuscript = read()
    assert (manuscript.lead, manuscript.body) == ("", f"{PARAGRAPH}\n\nHết.")


def test_a_long_first_paragraph_lends_its_beginning_to_the_title(document: Any, read: Callable[[], Manuscript]) -> None:
    document.add_paragraph(PARAGRAPH + " " + PARAGRAPH * 2)
    manuscript = read()
    assert manuscript.title == PARAGRAPH
    assert manuscript.body.startswith(PARAGRAPH)


def test_pictures_that_cannot_be_used_are_counted(
    document: Any, read: Callable[[], Manuscript], make_picture: Callable[..., bytes]
) -> None:
    document.add_paragraph(TITLE)
    document.add_picture(io.BytesIO(make_picture()))
    part = next(part for part in document.part.package.iter_parts() if "image" in part.content_type)
    part._blob = b"\xd7\xcd\xc6\x9a a drawing of old Windows"
    manuscript = read()
    assert (manuscript.pictures, manuscript.body) == ((), "")
    assert [(note.code, note.facts) for note in manuscript.notes] == [("pictures-left-out", {"count": 1})]


def test_a_strict_document_is_read_too(document: Any, tmp_path: Path) -> None:
    document.add_paragraph(TITLE)
    document.save(tmp_path / "a.docx")
    with zipfile.ZipFile(tmp_path / "a.docx") as old, zipfile.ZipFile(tmp_path / "b.docx", "w") as new:
        for name in old.namelist():
            content = old.read(name).replace(
                b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
                b"http://purl.oclc.org/ooxml/wordprocessingml/main",
            )
            new.writestr(name, content)
    assert read_manuscript(tmp_path / "b.docx").title == TITLE
