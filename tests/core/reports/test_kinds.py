"""Papers on a term, a year, opinions; the letter and the minutes that go with a month: from real records."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pdfplumber
import pytest
from docx import Document
from docx.shared import Pt
from pypdf import PdfReader

from db.models import Incident, OpinionItem, Plan, Topic
from desktop_app.core.home import Home
from desktop_app.core.jobs import Progress
from desktop_app.core.month_page import NoPlan
from desktop_app.core.reports.building import gather, paper_of
from desktop_app.core.reports.docx import write_docx
from desktop_app.core.reports.fonts import SINGLE_LINE
from desktop_app.core.reports.kinds import KINDS, kind_named
from desktop_app.core.reports.opinion_snapshot import OpinionReport
from desktop_app.core.reports.pdf import write_pdf
from desktop_app.core.reports.review import figures_of
from desktop_app.core.reports.span_gathering import span_months
from desktop_app.core.reports.span_snapshot import SpanReport
from desktop_app.core.spans import NotAPeriod, span_called
from tests.core.makers import a_picture, a_plan, a_published_article, a_school

KEYS = {
    "month": "2024-05",
    "term": "2023-2024/II",
    "year": "2024",
    "opinions": "2024-05",
    "letter": "2024-05",
    "minutes": "2024-05",
}


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Home]:
    """A school with a plan, two articles of May, one of April, and pictures of April."""
    home = Home(tmp_path / "home")
    with home.opened():
        principal = a_school()
        plan = a_plan()
        Topic.create(plan=plan, code="T14", printed_no=None, title="Chưa ai viết", sort=1)
        for day in (date(2024, 4, 9), date(2024, 5, 7), date(2024, 5, 20)):
            a_published_article(plan, principal, day, kind="website" if day.day != 20 else "fanpage")
        topic = Topic.get(Topic.code == "T13")
        a_picture("a" * 64, topic=topic, taken_at="2024-04-09T07:30:00")
        a_picture("b" * 64, kind="video", topic=topic, taken_at="2024-04-10T07:30:00")
        yield home


def words_of(home: Home, kind: str, key: str, folder: Path) -> str:
    file = folder / "paper.pdf"
    write_pdf(paper_of(home, kind, key, Progress()), file, Progress())
    return " ".join(" ".join(page.extract_text() for page in PdfReader(file).pages).split())


def an_opinion(day: int, **facts: object) -> None:
    given = {"source_group": "citizens", "kind": "suggestion", "original_text": "…", "summary": f"Lời thứ {day}"}
    OpinionItem.create(received_at=datetime(2024, 5, day, 3, tzinfo=UTC), **{**given, **facts})


@pytest.mark.parametrize("kind", [kind.name for kind in KINDS])
def test_every_kind_can_be_printed_and_written_as_word_file(home: Home, kind: str, tmp_path: Path) -> None:
    paper = paper_of(home, kind, KEYS[kind], Progress())
    write_pdf(paper, tmp_path / "a.pdf", Progress())
    write_docx(paper, tmp_path / "a.docx", Progress())
    text = PdfReader(tmp_path / "a.pdf").pages[0].extract_text()
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in text
    assert Document(str(tmp_path / "a.docx")).tables[0].cell(0, 1).text.startswith("CỘNG HÒA")


@pytest.mark.parametrize("kind", [kind.name for kind in KINDS])
def test_every_kind_has_figures_and_times_to_choose(home: Home, kind: str) -> None:
    assert figures_of(kind, KEYS[kind])
    assert KEYS[kind] in [period.key for period in kind_named(kind).periods(str(Plan.get().id))]


def test_a_term_counts_each_month_by_itself(home: Home) -> None:
    report = gather(home, "term", "2023-2024/II", Progress())
    assert isinstance(report, SpanReport)
    assert [(line.label, line.articles, line.materials) for line in report.months][-2:] == [
        ("4/2024", 1, 2),
        ("5/2024", 2, 0),
    ]
    assert report.videos == 1
    assert [(line.title, *line.months[-2:]) for line in report.topics] == [
        ("70 năm Điện Biên Phủ", (1, 2), (2, 0)),
        ("Chưa ai viết", (0, 0), (0, 0)),
    ]
    assert report.channels == (("website", 2), ("fanpage", 1))


def test_a_term_says_what_was_never_touched_and_what_is_missing(home: Home, tmp_path: Path) -> None:
    words = words_of(home, "term", "2023-2024/II", tmp_path)
    assert "Sơ kết công tác truyền thông học kỳ II năm học 2023-2024" in words
    assert "(từ ngày 01 tháng 01 năm 2024 đến ngày 31 tháng 5 năm 2024)" in words
    assert "Chưa thực hiện: Chưa ai viết." in words
    assert "Tháng 3/2024: 1 tin bài" in words


def test_months_that_owe_the_same_stand_in_one_line(home: Home, tmp_path: Path) -> None:
    words = words_of(home, "year", "2024", tmp_path)
    assert "Các tháng 3/2024, 6/2024, 7/2024" in words


def test_a_number_of_articles_leads_to_those_very_articles(home: Home) -> None:
    ids = {kind: dict(figures_of(kind, KEYS[kind])[0].target[1])["only"] for kind in ("month", "year")}  # type: ignore[index]
    assert (len(ids["month"]), len(ids["year"])) == (2, 3)
    assert set(ids["month"]) < set(ids["year"])


def test_a_year_is_the_plans_own_or_a_school_year(home: Home, tmp_path: Path) -> None:
    assert "Tổng kết công tác truyền thông năm 2024" in words_of(home, "year", "2024", tmp_path)
    assert "Tổng kết công tác truyền thông năm học 2023-2024" in words_of(home, "year", "2023-2024", tmp_path)


def test_a_school_year_is_judged_by_both_its_plans(home: Home) -> None:
    Plan.create(
        title="Kế hoạch mới",
        year_label="năm 2025",
        period_start=date(2025, 1, 1),
        period_end=date(2025, 12, 31),
        quota_from="2025-01",
    )
    months = span_months(span_called("2024-2025"))
    assert [month.plan.year_label for month in months] == ["năm 2024"] * 5 + ["năm 2025"] * 7


def test_opinions_are_counted_and_private_ones_only_counted(home: Home, tmp_path: Path) -> None:
    an_opinion(3, state="answered")
    an_opinion(9, kind="question", is_private=True, summary="Điều riêng của một nhà")
    an_opinion(11, state="closed", source_group="pupils")
    an_opinion(12, state="new", source_group="một nhóm lạ")
    Incident.create(title="Tin sai về bữa ăn", detected_at=datetime(2024, 5, 12, tzinfo=UTC), severity=2)
    report = gather(home, "opinions", "2024-05", Progress())
    assert isinstance(report, OpinionReport)
    assert [(tally.name, tally.came, tally.done) for tally in report.by_group] == [
        ("Học sinh", 1, 1),
        ("Người dân, cha mẹ học sinh", 2, 1),
        ("Khác", 1, 0),
    ]
    words = words_of(home, "opinions", "2024-05", tmp_path)
    assert "12/05/2024: Tin sai về bữa ăn (mức nghiêm trọng)" in words
    assert "Lời thứ 12" in words
    assert "Điều riêng" not in words
    assert "1 ý kiến riêng tư" in words
    assert "tất cả trả lời đúng hạn" in words
    assert "Tình trạng xử lý: mới tiếp nhận: 2, đã trả lời: 1, đã đóng: 1." in words


def test_opinions_can_be_told_by_the_quarter_in_which_they_came(home: Home, tmp_path: Path) -> None:
    an_opinion(3, state="answered", late_since=date(2024, 5, 9))
    words = words_of(home, "opinions", "2024/Q2", tmp_path)
    assert "quý II năm 2024" in words
    assert "Tiếp nhận 1 ý kiến; đã trả lời, giải quyết 1; trả lời muộn 1." in words
    assert "2024/Q2" in [period.key for period in kind_named("opinions").periods(str(Plan.get().id))]


def test_a_month_without_opinions_says_so(home: Home, tmp_path: Path) -> None:
    words = words_of(home, "opinions", "2024-03", tmp_path)
    assert "Trong kỳ không phát sinh ý kiến, dư luận cần xử lý." in words
    assert "Trong kỳ không xảy ra sự cố truyền thông." in words


def test_the_months_report_tells_of_its_opinions(home: Home, tmp_path: Path) -> None:
    an_opinion(3, state="answered")
    assert "Trong kỳ tiếp nhận 1 ý kiến; đã trả lời, giải quyết 1, đang xử lý 0." in words_of(
        home, "month", "2024-05", tmp_path
    )


def test_no_heading_stands_alone_at_the_end_of_a_page(home: Home, tmp_path: Path) -> None:
    kinds = ["suggestion", "criticism", "question", "praise", "complaint", "misinformation"]
    groups = ["pupils", "teachers", "managers", "staff", "press", "citizens", "other"]
    for number in range(15):
        an_opinion(number + 1, kind=kinds[number % 6], source_group=groups[number % 7], state="closed")
        write_pdf(paper_of(home, "opinions", "2024-05", Progress()), tmp_path / "a.pdf", Progress())
        pages = [page.extract_text().strip().splitlines() for page in PdfReader(tmp_path / "a.pdf").pages]
        assert not [page[-1] for page in pages if re.match(r"[IV]+\. |\d\. ", page[-1])]


def test_the_letter_has_no_kind_and_its_subject_under_its_number(home: Home, tmp_path: Path) -> None:
    words = words_of(home, "letter", "2024-05", tmp_path)
    assert "BÁO CÁO Kết" not in words
    assert "V/v nộp báo cáo công tác truyền thông tháng 5 năm 2024" in words
    assert "2. Tin bài đã đăng, gửi (2 tin bài)." in words


def test_the_subject_of_a_letter_stands_6_points_below_its_number(home: Home, tmp_path: Path) -> None:
    """Phụ lục I, mục II, khoản 5b."""
    paper = paper_of(home, "letter", "2024-05", Progress())
    write_pdf(paper, tmp_path / "a.pdf", Progress())
    write_docx(paper, tmp_path / "a.docx", Progress())
    with pdfplumber.open(tmp_path / "a.pdf") as pdf:
        lines = pdf.pages[0].extract_words(keep_blank_chars=True)
    number, subject = (next(line for line in lines if line["text"].startswith(start)) for start in ("Số:", "V/v"))
    assert subject["bottom"] - number["bottom"] - 13 * SINGLE_LINE == pytest.approx(6, abs=0.3)
    cell = Document(str(tmp_path / "a.docx")).tables[0].cell(1, 0)
    assert cell.paragraphs[0].paragraph_format.space_after == Pt(6)


def test_minutes_name_both_sides_and_speak_to_nobody(home: Home, tmp_path: Path) -> None:
    words = words_of(home, "minutes", "2024-05", tmp_path)
    assert "BIÊN BẢN" in words
    assert "Kính gửi" not in words
    assert "ĐẠI DIỆN BÊN NHẬN" in words
    assert "ĐẠI DIỆN BÊN GIAO" in words
    assert words.index("Thời gian bắt đầu:") < words.index("Địa điểm: ") < words.index("Việc bàn giao kết thúc vào")


def test_minutes_tell_their_day_in_their_first_line_alone(home: Home, tmp_path: Path) -> None:
    """Phụ lục III, mẫu 1.9: no place and day stand under the state's name."""
    paper = paper_of(home, "minutes", "2024-05", Progress())
    write_docx(paper, tmp_path / "a.docx", Progress())
    head = words_of(home, "minutes", "2024-05", tmp_path).partition("BIÊN BẢN")[0]
    assert "ngày" not in head
    assert not Document(str(tmp_path / "a.docx")).tables[0].cell(1, 1).text


def test_a_time_without_a_plan_is_told(home: Home) -> None:
    with pytest.raises(NoPlan):
        gather(home, "term", "2019-2020/I", Progress())
    with pytest.raises(NotAPeriod):
        gather(home, "year", "sang năm", Progress())


def test_the_same_records_give_the_same_bytes(home: Home, tmp_path: Path) -> None:
    files = [tmp_path / name for name in ("one.pdf", "two.pdf")]
    for file in files:
        write_pdf(paper_of(home, "year", "2024", Progress()), file, Progress())
    assert files[0].read_bytes() == files[1].read_bytes()


def test_a_paper_for_the_printer_has_no_links(home: Home, tmp_path: Path) -> None:
    write_pdf(paper_of(home, "month", "2024-05", Progress()), tmp_path / "a.pdf", Progress(), links=False)
    reader = PdfReader(tmp_path / "a.pdf")
    assert not reader.outline
    assert not [page for page in reader.pages if page.get("/Annots")]
