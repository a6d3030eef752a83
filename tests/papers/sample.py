"""The papers of the sample school, printed as it prints them: numbered, dated, signed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from db.queries import plans
from db.queries.reviews import waiting
from desktop_app.core import articles
from desktop_app.core.articles import ArticleText
from desktop_app.core.demo import found_sample
from desktop_app.core.home import Home
from desktop_app.core.jobs import Progress
from desktop_app.core.reports.building import gather, set_out
from desktop_app.core.reports.pdf import write_pdf
from desktop_app.core.reports.plan_paper import write_plan_paper
from desktop_app.core.reports.plan_snapshot import plan_snapshot
from desktop_app.core.reports.slip import print_slips

SIGNED: dict[str, Any] = {"number": 5, "signed_on": date(2024, 5, 31)}


class Printed(NamedTuple):
    """A paper: the name of its picture, what it is called, its file."""

    name: str
    title: str
    file: Path


def print_all(home: Home, folder: Path) -> list[Printed]:
    """Every paper of a school year's May; the records must be open, and empty."""
    found_sample(home, Progress())
    printed = []
    for name, title, write in PAPERS:
        file = folder / f"{name}.pdf"
        write(home, file)
        printed.append(Printed(name, title, file))
    return printed


def _letter(kind: str, period: str) -> Callable[[Home, Path], None]:
    def write(home: Home, file: Path) -> None:
        facts: Any = gather(home, kind, period, Progress())
        write_pdf(set_out(replace(facts, **SIGNED)), file, Progress())

    return write


def _plan(home: Home, file: Path) -> None:
    plan = plans.newest_plan()
    assert plan
    write_plan_paper(replace(plan_snapshot(plan.id), **SIGNED), file, Progress())


def _slip(home: Home, file: Path) -> None:
    plan = plans.newest_plan()
    assert plan
    topic_id = plans.topics(plan.id)[0].id
    article = articles.start_article(plan.id, topic_id=topic_id)
    articles.save_article(article, ArticleText("Ngày hội đọc sách", "Sáng 21/4.", "Thầy và trò đọc sách. " * 12))
    articles.describe_article(article, topic_id=topic_id, event_date=date(2024, 4, 21), authors=["Giàng A Mẫu"])
    articles.submit_article(article)
    print_slips(home, [row for row in waiting() if row.article_id == article], file, Progress())


PAPERS: tuple[tuple[str, str, Callable[[Home, Path], None]], ...] = (
    ("bao-cao-thang", "Báo cáo tháng", _letter("month", "2024-05")),
    ("so-ket", "Báo cáo sơ kết học kỳ", _letter("term", "2023-2024/II")),
    ("tong-ket", "Báo cáo tổng kết năm", _letter("year", "2024")),
    ("tong-hop-y-kien", "Báo cáo tổng hợp ý kiến", _letter("opinions", "2024-05")),
    ("cong-van", "Công văn gửi kèm", _letter("letter", "2024-05")),
    ("bien-ban", "Biên bản bàn giao", _letter("minutes", "2024-05")),
    ("ke-hoach", "Kế hoạch", _plan),
    ("phieu-duyet", "Phiếu duyệt", _slip),
)
