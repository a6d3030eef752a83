"""The report as a Word file says what its PDF says, can be edited, and opens in Word."""

from __future__ import annotations

import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from pypdf import PdfReader

from desktop_app.core.jobs import Cancelled, Progress
from desktop_app.core.reports.charts import Channels, Coverage, Months
from desktop_app.core.reports.contact_sheet import BOX_HEIGHT
from desktop_app.core.reports.decree import decree
from desktop_app.core.reports.docx import write_docx
from desktop_app.core.reports.month import month_paper
from desktop_app.core.reports.paper import Appendix, Heading, Paper, Part, words
from desktop_app.core.reports.pdf import write_pdf
from desktop_app.core.reports.snapshot import Distributed, MonthReport, Signer
from tests.core.reports.samples import article, month_report, photo, video

ORDERS = {
    "w:tblPr": ("tblStyle", "tblW", "jc", "tblInd", "tblBorders", "shd", "tblLayout", "tblCellMar", "tblLook"),
    "w:tcPr": ("tcW", "gridSpan", "vMerge", "tcBorders", "shd", "noWrap", "tcMar", "vAlign"),
    "w:pPr": (
        "pStyle", "keepNext", "keepLines", "widowControl", "pBdr", "shd", "tabs", "spacing", "ind", "jc",
        "outlineLvl", "rPr", "sectPr",
    ),
    "w:sectPr": (
        "headerReference", "footerReference", "type", "pgSz", "pgMar", "pgNumType", "cols", "titlePg", "docGrid",
    ),
}  # fmt: skip
"""The order of ECMA-376, part 1, annex A, of what a file of ours has."""


LEGEND_BOX = "■"
"""A letter in Word, drawn in the PDF."""


@pytest.fixture
def report(tmp_path: Path) -> MonthReport:
    one = article(
        photos=(photo(tmp_path, "a", caption="Múa xoè"), photo(tmp_path, "b")),
        distributions=(Distributed("Fanpage", evidence="https://mau.edu.vn/?a=1&b=2"),),
    )
    return month_report(articles=(one, article()), materials=(photo(tmp_path, "c"), video(), photo(tmp_path, "d")))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "report.docx"


def written(paper: Paper, file: Path) -> Any:
    write_docx(paper, file, Progress())
    return docx.Document(str(file))


def letters_of(text: str) -> Counter[str]:
    """Its letters alone: page numbers are the pages' own, and a long address may be parted on a page."""
    return Counter(re.findall(r"[^\W\d_]", text))


def text_of(document: Any) -> str:
    body = document.element.body
    return " ".join(piece.text or "" if piece.tag == qn("w:t") else " " for piece in body.iter(qn("w:t"), qn("w:p")))


def test_the_word_file_says_every_word_of_the_pdf_and_no_other(report: MonthReport, file: Path, tmp_path: Path) -> None:
    paper = month_paper(report)
    write_pdf(paper, tmp_path / "report.pdf", Progress())
    pdf = " ".join(page.extract_text() for page in PdfReader(tmp_path / "report.pdf").pages)
    assert letters_of(text_of(written(paper, file))) == letters_of(pdf)


def test_each_paragraph_of_the_word_file_stands_in_the_pdf_as_it_is(
    report: MonthReport, file: Path, tmp_path: Path
) -> None:
    paper = month_paper(report)
    write_pdf(paper, tmp_path / "report.pdf", Progress())
    pdf = "".join(map(without_number, PdfReader(tmp_path / "report.pdf").pages))
    body = written(paper, file).element.body
    said = [paragraph_text(each).replace(LEGEND_BOX, "") for each in body.iter(qn("w:p"))]
    missing = [each for each in said if each not in pdf]
    assert missing == ["…", "…"]  # Word itself puts the pages of the two articles there


def without_number(page: Any) -> str:
    """A page's words without the number on its top, and without what divides them: lines end elsewhere in Word."""
    first, _, rest = page.extract_text().partition("\n")
    return "".join((rest if first.strip().isdigit() else f"{first}{rest}").split())


def paragraph_text(paragraph: Any) -> str:
    own = (piece.text or "" for piece in paragraph.iter(qn("w:t")) if next(piece.iterancestors(qn("w:p"))) is paragraph)
    return "".join("".join(own).split())


def test_the_sheet_is_the_decrees(report: MonthReport, file: Path) -> None:
    section = written(month_paper(report), file).sections[0]
    assert [round(side.mm) for side in (section.page_width, section.page_height)] == [210, 297]
    assert [round(side.mm) for side in (section.top_margin, section.left_margin, section.right_margin)] == [20, 30, 15]


def test_pages_are_numbered_from_the_second_and_each_appendix_from_one(report: MonthReport, file: Path) -> None:
    document = written(month_paper(report), file)
    assert len(document.sections) == 3
    assert all(section.different_first_page_header_footer for section in document.sections)
    assert "PAGE" in document.sections[0].header._element.xml
    starts = [section._sectPr.find(qn("w:pgNumType")) for section in document.sections]
    assert [start is not None for start in starts] == [False, True, True]


def test_the_list_of_articles_leads_to_their_pages(report: MonthReport, file: Path) -> None:
    body = written(month_paper(report), file).element.body
    marks = {mark.get(qn("w:name")) for mark in body.iter(qn("w:bookmarkStart"))}
    asked = {field.text.split()[1] for field in body.iter(qn("w:instrText"))}
    assert asked == {"loa_article_1", "loa_article_2"}
    assert asked <= marks


def test_word_finds_its_parts_in_their_order(report: MonthReport, file: Path) -> None:
    paper = month_paper(report)
    charts = (
        Coverage(("9", "10"), (("1", "Chủ đề", ((1, 0), (0, 2))),)),
        Months((("Tháng 9", 1, 2, "met"), ("Tháng 10", 0, 0, "missing")), 1, 1),
        Channels((("Fanpage", 3),)),
    )
    both = Paper(paper.title, paper.author, paper.subject, lambda: iter([*charts, *paper.parts()]))
    body = written(both, file).element.body
    for tag, order in ORDERS.items():
        for properties in body.iter(qn(tag)):
            names = [child.tag.rpartition("}")[2] for child in properties]
            assert set(names) <= set(order), tag
            assert names == sorted(names, key=order.index), tag


def test_every_cell_ends_with_a_paragraph_and_no_two_tables_touch(report: MonthReport, file: Path) -> None:
    body = written(month_paper(report), file).element.body
    assert all(cell[-1].tag == qn("w:p") for cell in body.iter(qn("w:tc")))
    followers = [table.getnext() for table in body.iter(qn("w:tbl"))]
    assert not [each for each in followers if each is not None and each.tag == qn("w:tbl")]


def test_a_proof_on_the_web_can_be_clicked(report: MonthReport, file: Path) -> None:
    document = written(month_paper(report), file)
    targets = [link.target_ref for link in document.part.rels.values() if link.is_external]
    assert "https://mau.edu.vn/?a=1&b=2" in targets


def test_photos_stand_in_it_in_their_size(report: MonthReport, file: Path) -> None:
    extents = list(written(month_paper(report), file).element.body.iter(qn("wp:extent")))
    shown = [(int(each.get("cx")) / 12700, int(each.get("cy")) / 12700) for each in extents]
    assert len(shown) == 4  # two in the article, two of the three materials: the video has no picture of its own
    (first, second, *tiles) = shown
    assert first[1] == second[1]  # one height
    assert first[0] + second[0] <= decree().page.text_width
    assert all(height <= BOX_HEIGHT + 0.1 for _width, height in tiles)
    pictures = [part for part in zipfile.ZipFile(file).namelist() if part.startswith("word/media/")]
    assert pictures
    assert all(zipfile.ZipFile(file).getinfo(name).compress_type == zipfile.ZIP_STORED for name in pictures)


def test_a_deputy_and_whoever_wrote_it_stand_level(file: Path) -> None:
    report = month_report(
        signer=Signer(("KT. Hiệu trưởng", "Phó Hiệu trưởng"), "Lò Văn Hùng"),
        prepared_by=Signer(("Người lập",), "Nguyễn Thị Hoa"),
        articles=(),
        materials=(),
    )
    foot = written(month_paper(report), file).tables[-1].rows[0].cells
    assert [cell.text.split("\n")[0] for cell in foot] == ["Nơi nhận:", "NGƯỜI LẬP", "KT. HIỆU TRƯỞNG"]
    assert len(foot[1].paragraphs) == len(foot[2].paragraphs)


def test_the_same_report_gives_the_same_bytes(report: MonthReport, tmp_path: Path) -> None:
    files = [tmp_path / name for name in ("a.docx", "b.docx")]
    for each in files:
        write_docx(month_paper(report), each, Progress())
    assert files[0].read_bytes() == files[1].read_bytes()


def test_a_stop_leaves_nothing_behind(report: MonthReport, file: Path) -> None:
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        write_docx(month_paper(report), file, progress)
    assert not list(file.parent.glob("*.docx*"))


def test_letters_that_no_file_may_hold_vanish(file: Path) -> None:
    def parts() -> Iterator[Part]:
        yield words("Trước\x00\x0b\ud83dsau & <b>")
        yield Appendix("Phụ lục", "Tên", "", "one")
        yield Heading("1. Bài", 3, "bai 1/á")

    document = written(Paper("a\x01", "b", "c", parts), file)
    assert document.paragraphs[0].text.replace(" ", "") == "Trướcsau&<b>"


def test_long_lists_do_not_take_long(file: Path) -> None:
    report = month_report(articles=tuple(article(title=f"Bài {n}") for n in range(120)))
    assert "Bài 119" in text_of(written(month_paper(report), file))
