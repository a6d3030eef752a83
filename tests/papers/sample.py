"""The papers of the sample school, printed as it prints them: numbered, dated, signed; the same every time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, NamedTuple

from db.models import OpinionItem
from db.queries import plans
from db.queries.reviews import waiting
from desktop_app.core import articles, school
from desktop_app.core.articles import ArticleText
from desktop_app.core.demo import found_sample
from desktop_app.core.home import Home
from desktop_app.core.jobs import Progress
from desktop_app.core.reports.building import gather, set_out
from desktop_app.core.reports.pdf import write_pdf
from desktop_app.core.reports.plan_paper import write_plan_paper
from desktop_app.core.reports.plan_snapshot import plan_snapshot
from desktop_app.core.reports.slip import write_slips
from desktop_app.core.reports.slip_snapshot import slip_letterhead, slip_texts
from desktop_app.core.reports.snapshot import MonthReport

SIGNED_ON, PLANNED_ON, SENT_ON = date(2024, 5, 31), date(2024, 3, 20), date(2024, 5, 20)
OPINIONS = (
    (6, "citizens", "question", "Phụ huynh hỏi lịch nghỉ hè và ngày trả học bạ"),
    (14, "pupils", "suggestion", "Học sinh bán trú đề nghị thêm sách truyện ở phòng đọc"),
    (22, "citizens", "praise", "Trưởng bản khen buổi kể chuyện về Điện Biên Phủ"),
)
TEXT = ArticleText(
    "Ngày hội đọc sách giữa mùa hoa ban",
    "Sáng 20/5/2024, hơn 200 học sinh mang sách ra sân trường.",
    "Mỗi lớp góp một giỏ sách và một câu chuyện kể bằng tiếng phổ thông hoặc tiếng Thái. Các em lớp 1 nghe, các em "
    "lớp 5 đọc; đến trưa, giỏ sách nào cũng đã qua tay ba lớp.\n\nThư viện trường mở cửa cả chiều thứ bảy trong hè.",
)
NAMED, LETTER, MINUTES, OWN = "mẫu 1.4", "mẫu 1.5", "mẫu 1.9", "giấy nội bộ, không thuộc các mẫu của Nghị định"


class Printed(NamedTuple):
    """A paper: the name of its picture, what it is called, the decree's sample it follows, its file."""

    name: str
    title: str
    form: str
    file: Path


def print_all(home: Home, folder: Path) -> list[Printed]:
    """Every paper of a school year's May; the records must be open, and empty."""
    found_sample(home, Progress())
    for day, group, kind, summary in OPINIONS:
        received = datetime(2024, 5, day, 3, tzinfo=UTC)
        facts = {"original_text": summary, "summary": summary, "state": "answered"}
        OpinionItem.create(received_at=received, source_group=group, kind=kind, **facts)
    printed = []
    for name, title, form, write in PAPERS:
        file = folder / f"{name}.pdf"
        write(home, file)
        printed.append(Printed(name, title, form, file))
    return printed


def _letter(kind: str, period: str) -> Callable[[Home, Path], None]:
    def write(home: Home, file: Path) -> None:
        facts: Any = gather(home, kind, period, Progress())
        write_pdf(set_out(_as_of_then(replace(facts, number=5, signed_on=SIGNED_ON))), file, Progress())

    return write


def _as_of_then(facts: Any) -> Any:
    """The sample's records are made on the day it is printed; the report does not tell that day."""
    if not isinstance(facts, MonthReport):
        return facts
    quotas = tuple(quota._replace(recorded_later_on=None) for quota in facts.figures.quotas)
    told = tuple(replace(article, recorded_later_on=None) for article in facts.articles)
    return replace(facts, figures=replace(facts.figures, quotas=quotas), articles=told)


def _plan(_home: Home, file: Path) -> None:
    plan = plans.newest_plan()
    assert plan
    above = _authority(PLANNED_ON)
    facts = replace(plan_snapshot(plan.id), number=2, signed_on=PLANNED_ON, authority_line=above)
    write_plan_paper(facts, file, Progress())


def _slip(home: Home, file: Path) -> None:
    plan = plans.newest_plan()
    assert plan
    topic_id = plans.topics(plan.id)[0].id
    article = articles.start_article(plan.id, topic_id=topic_id)
    articles.save_article(article, TEXT)
    articles.describe_article(article, topic_id=topic_id, event_date=SENT_ON, authors=["Giàng A Mẫu"])
    articles.submit_article(article)
    texts = slip_texts(home, [row for row in waiting() if row.article_id == article], Progress())
    head = replace(slip_letterhead(), authority_line=_authority(SENT_ON))
    sent = [replace(text, code="7KD93F", sent_on=SENT_ON, sent_by="Giàng A Mẫu") for text in texts]
    write_slips(head, sent, file, Progress())


def _authority(day: date) -> str:
    """The line over the school's name on a day."""
    parent = school.parent_on(day)
    return parent.letterhead if parent else ""


PAPERS: tuple[tuple[str, str, str, Callable[[Home, Path], None]], ...] = (
    ("bao-cao-thang", "Báo cáo tháng", NAMED, _letter("month", "2024-05")),
    ("so-ket", "Báo cáo sơ kết học kỳ", NAMED, _letter("term", "2023-2024/II")),
    ("tong-ket", "Báo cáo tổng kết năm", NAMED, _letter("year", "2024")),
    ("tong-hop-y-kien", "Báo cáo tổng hợp ý kiến", NAMED, _letter("opinions", "2024-05")),
    ("cong-van", "Công văn gửi kèm", LETTER, _letter("letter", "2024-05")),
    ("bien-ban", "Biên bản bàn giao", MINUTES, _letter("minutes", "2024-05")),
    ("ke-hoach", "Kế hoạch", NAMED, _plan),
    ("phieu-duyet", "Phiếu duyệt", OWN, _slip),
)
