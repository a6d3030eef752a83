"""The slip on paper: the text as it will be published, its code on every page, boxes to tick; the same every time."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader

from db.queries.reviews import waiting
from desktop_app.core import articles
from desktop_app.core.articles import ArticleText
from desktop_app.core.home import Home
from desktop_app.core.jobs import Cancelled, Progress
from desktop_app.core.manuscripts.markup import paragraphs
from desktop_app.core.reports.slip import print_slips, write_slips
from desktop_app.core.reports.slip_snapshot import SlipLetterhead, SlipText
from desktop_app.core.reports.snapshot import Signer
from tests.core.makers import a_plan, a_school, an_article

HEAD = SlipLetterhead(
    school_name="Trường PTDTBT Tiểu học số 2 Mường Mươn",
    school_short="THMM2",
    signer=Signer(("HIỆU TRƯỞNG",), "Nguyễn Thị Liễu"),
    authority_line="UBND xã Mường Mươn",
    place="Mường Mươn",
)
SLIP = SlipText(
    code="7KD93F",
    revision=5,
    title="Ngày hội đọc sách <ở> Mường Mươn & bản xa",
    lead="Sáng nay, cả trường đọc sách.",
    body=tuple(paragraphs("## Dưới gốc cây ban\n\nCác em **mê truyện** lắm.\n\n" + "Một đoạn dài. " * 900)),
    authors=("Lò Thị Vân",),
    event_date=date(2024, 4, 21),
    sent_by="Lò Thị Vân",
    sent_on=date(2024, 5, 20),
    note="nhờ cô xem số liệu",
)


def pages_of(path: Path) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in PdfReader(path).pages]


def test_a_slip_shows_the_text_the_code_and_the_boxes(tmp_path: Path) -> None:
    write_slips(HEAD, [SLIP], tmp_path / "slip.pdf", Progress())
    first, *_rest, last = pages_of(tmp_path / "slip.pdf")
    for words in (
        "CỘNG HÒA XÃ HỘI",
        "PHIẾU DUYỆT",
        "<ở> Mường Mươn & bản xa",
        "7KD 93F",
        "Bản 5",
        "nhờ cô xem số liệu",
    ):
        assert words in first
    assert "Các em mê truyện lắm." in first
    for words in ("Duyệt, đăng đúng như bản này", "Trả lại, vì:", "Sai tên hoặc số liệu", "Chưa có đồng ý"):
        assert words in last
    assert last.index("HIỆU TRƯỞNG") < last.index("Nguyễn Thị Liễu")


def test_every_later_page_names_its_slip_and_counts_from_one(tmp_path: Path) -> None:
    write_slips(HEAD, [SLIP, replace(SLIP, code="C8RW3R")], tmp_path / "slips.pdf", Progress())
    pages = pages_of(tmp_path / "slips.pdf")
    half = len(pages) // 2
    assert half > 1
    assert all("Phiếu 7KD 93F, bản 5" in page for page in pages[1:half])
    assert all("Phiếu C8R W3R, bản 5" in page for page in pages[half + 1 :])
    assert pages[half + 1].startswith("2 ")


def test_the_same_texts_give_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one.pdf", "two.pdf"):
        write_slips(HEAD, [SLIP], tmp_path / name, Progress())
    assert (tmp_path / "one.pdf").read_bytes() == (tmp_path / "two.pdf").read_bytes()


def test_what_waits_is_printed_from_the_records_and_stopping_leaves_nothing(home: Home, tmp_path: Path) -> None:
    a_school()
    plan = a_plan()
    for title in ("Bài một", "Bài hai"):
        article = an_article(plan, ArticleText(title, "", "Nội dung của bài."))
        articles.submit_article(article, note="nhờ cô")
    path = tmp_path / "slips.pdf"
    print_slips(home, waiting(), path, Progress())
    assert [one.code in "".join(pages_of(path)).replace(" ", "") for one in waiting()] == [True, True]
    path.unlink()
    stopped = Progress()
    stopped.cancel()
    with pytest.raises(Cancelled):
        print_slips(home, waiting(), path, stopped)
    assert not list(tmp_path.glob("slips*"))
