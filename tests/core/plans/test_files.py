"""Files a plan comes in, and every kind of file that is none."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document
from PIL import Image
from pypdf import PdfReader, PdfWriter
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Spacer, Table

from desktop_app.core.archives import ArchiveIsBomb, ArchiveIsDamaged
from desktop_app.core.errors import UserError
from desktop_app.core.manuscripts.errors import DocumentIsBomb
from desktop_app.core.paths import ASSETS
from desktop_app.core.plans import errors, word_file
from desktop_app.core.plans.draft import PlanDraft
from desktop_app.core.plans.files import read_plan_file

PLAN = """PHÒNG GD&ĐT HUYỆN MƯỜNG MẪU\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
TRƯỜNG TIỂU HỌC BẢN MẪU\tĐộc lập - Tự do - Hạnh phúc
Số: 12/KH-THBM\tMường Mẫu, ngày 20 tháng 3 năm 2024

KẾ HOẠCH
Truyền thông năm 2024

Căn cứ Kế hoạch số 114/KH-BGDĐT ngày 08/2/2024 của Bộ Giáo dục và Đào tạo về truyền thông;

Trường Tiểu học Bản Mẫu xây dựng Kế hoạch truyền thông năm 2024 như sau:

I. MỤC ĐÍCH, YÊU CẦU
1. Mục đích
Thông tin kịp thời tới phụ huynh và nhân dân.

II. NỘI DUNG
STT\tNội dung/Chủ đề\tHình thức
1\tTruyền thông chính sách\tThông tin về chính sách mới.
2\tGương người tốt, việc tốt\t- Thông tin về học sinh vượt khó.
\t\t- Thông tin về nhà giáo tiêu biểu.

III. TỔ CHỨC THỰC HIỆN
1. Tổ chuyên môn
- Nộp bài đúng hạn.
- Mỗi tổ 2 tin bài/tháng, trước ngày 25 hằng tháng.

NGƯỜI LẬP\tHIỆU TRƯỞNG
Lò Thị Ân\tVừ A Đà
"""


def in_short(plan: PlanDraft) -> list[object]:
    return [
        (plan.title, plan.own_number, str(plan.own_date), plan.school_name),
        [basis.number for basis in plan.basis],
        [(topic.printed_no, topic.title, [item.text for item in topic.items]) for topic in plan.topics],
        [(quota.scope, quota.product, quota.minimum, quota.per, quota.deadline) for quota in plan.quotas],
        [(signer.post, signer.name) for signer in plan.signers],
    ]


EXPECTED = [
    ("Truyền thông năm 2024", "12/KH-THBM", "2024-03-20", "Trường Tiểu học Bản Mẫu"),
    ["114/KH-BGDĐT"],
    [
        ("1", "Truyền thông chính sách", ["Thông tin về chính sách mới."]),
        (
            "2",
            "Gương người tốt, việc tốt",
            ["Thông tin về học sinh vượt khó.", "Thông tin về nhà giáo tiêu biểu."],
        ),
    ],
    [("unit", "tin_bai", 2, "month", "trước ngày 25 hằng tháng")],
    [("NGƯỜI LẬP", "Lò Thị Ân"), ("HIỆU TRƯỞNG", "Vừ A Đà")],
]


# ---------------------------------------------------------------- files that are plans


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_text_in_any_unicode_is_read(tmp_path: Path, encoding: str) -> None:
    file = tmp_path / "ke-hoach.txt"
    file.write_bytes(PLAN.replace("\n", "\r\n").encode(encoding))
    assert in_short(read_plan_file(file)) == EXPECTED


def test_a_text_in_the_old_windows_encoding_is_read_and_asked_about(tmp_path: Path) -> None:
    file = tmp_path / "ke-hoach.txt"
    file.write_bytes(in_old_windows(PLAN))
    plan = read_plan_file(file)
    assert in_short(plan) == EXPECTED
    assert plan.questions[0].code == "old_encoding"


def test_a_word_file_is_read_with_its_tables_and_drawn_numbers(tmp_path: Path) -> None:
    file = word_plan(tmp_path / "ke-hoach.docx")
    assert in_short(read_plan_file(file)) == EXPECTED


def test_bullets_drawn_by_word_part_the_items(tmp_path: Path) -> None:
    document = Document()
    for line in ("KẾ HOẠCH", "II. NỘI DUNG", "1. Truyền thông chính sách"):
        document.add_paragraph(line)
    for line in ("Thông tin về luật", "thông tin về nghị định"):
        document.add_paragraph(line, style="List Bullet")
    document.save(str(tmp_path / "plan.docx"))
    (topic,) = read_plan_file(tmp_path / "plan.docx").topics
    assert [(item.text, item.had_dash) for item in topic.items] == [
        ("Thông tin về luật", True),
        ("thông tin về nghị định", True),
    ]


def test_a_pdf_is_read_with_its_drawn_table(tmp_path: Path) -> None:
    file = pdf_plan(tmp_path / "ke-hoach.pdf")
    assert in_short(read_plan_file(file)) == EXPECTED


def test_the_real_plan_reads_the_same_from_word(tmp_path: Path, real_plan: Path) -> None:
    document = Document()
    plan = read_plan_file(real_plan)
    document.add_paragraph("KẾ HOẠCH")
    document.add_paragraph("II. NỘI DUNG")
    rows = [("Stt", "Nội dung/Chủ đề", "Hình thức/Sản phẩm truyền thông")]
    rows += [(t.printed_no or "", t.title, "\n".join(dashed(i.text, i.had_dash) for i in t.items)) for t in plan.topics]
    table = document.add_table(len(rows), 3)
    for place, row in enumerate(rows):
        for cell, text in zip(table.rows[place].cells, row, strict=True):
            cell.text = text
    document.save(str(tmp_path / "plan.docx"))
    read = read_plan_file(tmp_path / "plan.docx")
    assert [replace(topic, window_end=None) for topic in plan.topics] == list(read.topics)


def test_the_real_plan_reads_the_same_from_pdf(tmp_path: Path, real_plan: Path) -> None:
    look = ParagraphStyle("cell", fontName=serif(), fontSize=13, leading=16)
    plan = read_plan_file(real_plan)
    rows = [[Paragraph(text, look) for text in ("Stt", "Nội dung/Chủ đề", "Hình thức/Sản phẩm truyền thông")]]
    for topic in plan.topics:
        content = [Paragraph(dashed(item.text, item.had_dash), look) for item in topic.items]
        rows.append([Paragraph(topic.printed_no or "", look), Paragraph(topic.title, look), content])  # type: ignore[list-item]
    grid = Table(rows, colWidths=[36, 130, 300], style=[("GRID", (0, 0), (-1, -1), 0.5, "black")])
    story = [Paragraph("KẾ HOẠCH", look), Paragraph("II. NỘI DUNG", look), grid]
    SimpleDocTemplate(str(tmp_path / "plan.pdf"), pagesize=A4).build(story)
    read = read_plan_file(tmp_path / "plan.pdf")
    assert [replace(topic, window_end=None) for topic in plan.topics] == list(read.topics)


def test_the_sum_is_of_the_files_bytes(tmp_path: Path) -> None:
    one, two = tmp_path / "one.txt", tmp_path / "two.txt"
    one.write_bytes(PLAN.encode())
    two.write_bytes(PLAN.encode("utf-8-sig"))
    assert read_plan_file(one).source_sha256 != read_plan_file(two).source_sha256


# ---------------------------------------------------------------- files that are none


def a_pdf_called_text(folder: Path) -> Path:
    return pdf_plan(folder / "plan.pdf").rename(folder / "plan.txt")


def a_zip(folder: Path) -> Path:
    with zipfile.ZipFile(folder / "plan.txt", "w") as archive:
        archive.writestr("plan.txt", PLAN)
    return folder / "plan.txt"


def a_word_file_called_text(folder: Path) -> Path:
    return word_plan(folder / "plan.docx").rename(folder / "plan.txt")


def a_picture(folder: Path) -> Path:
    Image.new("RGB", (8, 8)).save(folder / "plan.txt", "JPEG")
    return folder / "plan.txt"


def written(content: bytes, name: str = "plan.txt") -> Callable[[Path], Path]:
    def make(folder: Path) -> Path:
        (folder / name).write_bytes(content)
        return folder / name

    return make


def a_locked_pdf(folder: Path) -> Path:
    writer = PdfWriter(PdfReader(pdf_plan(folder / "open.pdf")))
    writer.encrypt("secret", algorithm="AES-256")
    writer.write(folder / "plan.pdf")
    return folder / "plan.pdf"


def a_scanned_pdf(folder: Path) -> Path:
    Image.new("RGB", (300, 400), "white").save(folder / "plan.pdf")
    return folder / "plan.pdf"


def a_long_pdf(folder: Path) -> Path:
    canvas = Canvas(str(folder / "plan.pdf"))
    for number in range(90):
        canvas.drawString(72, 72, str(number))
        canvas.showPage()
    canvas.save()
    return folder / "plan.pdf"


def a_huge_file(folder: Path) -> Path:
    with (folder / "plan.txt").open("wb") as file:
        file.truncate(50 << 20)
    return folder / "plan.txt"


BAD = [
    (written(b""), errors.PlanIsEmpty),
    (written(b" \r\n \n"), errors.PlanIsEmpty),
    (written("\ufeff\n\u200b".encode()), errors.PlanIsEmpty),
    (a_pdf_called_text, errors.PlanIsPdfInDisguise),
    (a_zip, errors.PlanIsArchive),
    (a_word_file_called_text, errors.PlanIsNotNamedRight),
    (a_picture, errors.PlanIsPicture),
    (written(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "plan.doc"), errors.PlanIsOldWord),
    (written(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "plan.docx"), errors.PlanIsLocked),
    (written(bytes(range(256)) * 8), errors.PlanIsNoText),
    (written(b"{\\rtf1 Ke hoach}"), errors.PlanIsNoText),
    (written("Kế hoạch".encode(), "plan.docx"), errors.PlanIsNotNamedRight),
    (written("Kế hoạch".encode(), "plan.pdf"), errors.PlanIsNotNamedRight),
    (written(b"%PDF-1.7\nnothing else", "plan.pdf"), errors.PlanIsDamaged),
    (written(b"PK\x03\x04broken", "plan.docx"), ArchiveIsDamaged),
    (a_locked_pdf, errors.PlanIsLocked),
    (a_scanned_pdf, errors.PlanIsScan),
    (a_long_pdf, errors.PlanIsTooLong),
    (a_huge_file, errors.PlanIsTooBig),
    (written(b"Tin bai. " * 20_000), errors.PlanHasTooMuchText),
    (written("Thực đơn tuần này: cơm, rau, thịt.".encode()), errors.PlanHasNoTopics),
    (lambda folder: folder / "none.txt", errors.PlanIsMissing),
    (lambda folder: folder, errors.PlanIsFolder),
]


@pytest.mark.parametrize(("make", "error"), BAD)
def test_each_bad_file_gets_its_own_sentence_and_hint(
    tmp_path: Path, make: Callable[[Path], Path], error: type[UserError]
) -> None:
    with pytest.raises(error) as raised:
        read_plan_file(make(tmp_path))
    assert raised.value.hint
    assert "{" not in str(raised.value)


def test_a_word_file_that_unpacks_to_a_flood_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = word_plan(tmp_path / "plan.docx")
    monkeypatch.setattr(word_file, "MOST_XML", 1000)
    with pytest.raises(ArchiveIsBomb):
        read_plan_file(file)


def test_a_word_file_with_entities_is_refused(tmp_path: Path) -> None:
    file = word_plan(tmp_path / "plan.docx")
    bomb = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "boom">]><a>&b;</a>'
    content = io.BytesIO()
    with zipfile.ZipFile(file) as old, zipfile.ZipFile(content, "w") as new:
        for name in old.namelist():
            new.writestr(name, bomb if name == "word/document.xml" else old.read(name))
    file.write_bytes(content.getvalue())
    with pytest.raises(DocumentIsBomb):
        read_plan_file(file)


def test_a_word_file_whose_parts_are_missing_is_damaged(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "plan.docx", "w") as archive:
        archive.writestr("word/document.xml", "<w/>")
    with pytest.raises(errors.PlanIsDamaged):
        read_plan_file(tmp_path / "plan.docx")


# ---------------------------------------------------------------- how the files are made


def in_old_windows(text: str) -> bytes:
    """CP1258 writes a tone after its letter: "ế" is "ê" and a sign."""
    import unicodedata

    tones = {"\u0300", "\u0301", "\u0303", "\u0309", "\u0323"}
    parts: list[str] = []
    for letter in text:
        marks = unicodedata.normalize("NFD", letter)
        tone = "".join(mark for mark in marks if mark in tones)
        parts.append(unicodedata.normalize("NFC", "".join(mark for mark in marks if mark not in tones)) + tone)
    return "".join(parts).encode("cp1258")


def dashed(text: str, had_dash: bool) -> str:
    return f"- {text}" if had_dash else text


def word_plan(target: Path) -> Path:
    document = Document()
    blocks = PLAN.split("\n\n")
    two_columns(document, blocks[0])
    for block in blocks[1:5]:
        for line in block.splitlines():
            document.add_paragraph(line)
    document.add_paragraph("II. NỘI DUNG")
    topics_table(document)
    for line in blocks[6].splitlines():
        if line.startswith("- "):
            document.add_paragraph(line[2:], style="List Bullet")
        else:
            document.add_paragraph(line)
    two_columns(document, blocks[7])
    document.save(str(target))
    return target


def two_columns(document: Document, block: str) -> None:  # type: ignore[valid-type]
    lines = [line.split("\t") for line in block.splitlines()]
    table = document.add_table(1, 2)  # type: ignore[attr-defined]
    for column, cell in enumerate(table.rows[0].cells):
        cell.text = "\n".join(line[column] for line in lines)


def topics_table(document: Document) -> None:  # type: ignore[valid-type]
    """Three rows: a merged heading cell pair, numbers drawn by Word, the second topic over two merged rows."""
    table = document.add_table(4, 3)  # type: ignore[attr-defined]
    for cell, text in zip(table.rows[0].cells, ("STT", "Nội dung/Chủ đề", "Hình thức"), strict=True):
        cell.text = text
    for row in (1, 2):
        drawn = table.cell(row, 0).paragraphs[0]
        drawn.style = document.styles["List Number"]  # type: ignore[attr-defined]
    table.cell(1, 1).text = "Truyền thông chính sách"
    table.cell(1, 2).text = "Thông tin về chính sách mới."
    table.cell(2, 1).merge(table.cell(3, 1)).text = "Gương người tốt, việc tốt"
    table.cell(2, 0).merge(table.cell(3, 0))
    table.cell(2, 2).text = "- Thông tin về học sinh vượt khó."
    table.cell(3, 2).text = "- Thông tin về nhà giáo tiêu biểu."


def pdf_plan(target: Path) -> Path:
    look = ParagraphStyle("plan", fontName=serif(), fontSize=13, leading=16, spaceAfter=6)
    blocks = PLAN.split("\n\n")
    story: list[Flowable] = [columns(blocks[0])]
    for block in blocks[1:5]:
        story += [Paragraph(line.replace("&", "&amp;"), look) for line in block.splitlines()]
        story.append(Spacer(1, 16))
    story += [Paragraph("II. NỘI DUNG", look), topics_grid(look)]
    story += [Paragraph(line, look) for line in blocks[6].splitlines()]
    story += [Spacer(1, 30), columns(blocks[7])]
    SimpleDocTemplate(str(target), pagesize=A4).build(story)
    return target


def serif() -> str:
    pdfmetrics.registerFont(TTFont("Serif", ASSETS / "fonts" / "LiberationSerif-Regular.ttf"))
    return "Serif"


def columns(block: str) -> Table:
    rows = [line.split("\t") for line in block.splitlines()]
    return Table(rows, colWidths=[250, 250], style=[("FONT", (0, 0), (-1, -1), "Serif", 10)])


def topics_grid(look: ParagraphStyle) -> Table:
    def cell(*lines: str) -> list[Paragraph]:
        return [Paragraph(line, look) for line in lines]

    rows = [
        [cell("STT"), cell("Nội dung/Chủ đề"), cell("Hình thức")],
        [cell("1"), cell("Truyền thông chính sách"), cell("Thông tin về chính sách mới.")],
        [
            cell("2"),
            cell("Gương người tốt, việc tốt"),
            cell("- Thông tin về học sinh vượt khó.", "- Thông tin về nhà giáo tiêu biểu."),
        ],
    ]
    return Table(rows, colWidths=[45, 120, 200], style=[("GRID", (0, 0), (-1, -1), 0.5, "black")])
