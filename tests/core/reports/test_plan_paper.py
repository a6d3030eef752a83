"""A plan printed as the document a principal signs."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader

from desktop_app.core.home import Home
from desktop_app.core.jobs import Cancelled, Progress
from desktop_app.core.plans.saving import save_plan
from desktop_app.core.plans.starter import starter_plan
from desktop_app.core.reports.plan_paper import write_plan_paper
from desktop_app.core.reports.plan_snapshot import plan_snapshot
from desktop_app.core.reports.snapshot import Basis, PlanDocument, PlanSection, PlanTopic, Signer
from tests.core.makers import a_school

PLAN = PlanDocument(
    title="Truyền thông về giáo dục và đào tạo năm 2024",
    school_name="Trường PTDTBT Tiểu học số 2 Mường Mươn",
    school_short="THMM2",
    authority_line="Phòng GD&ĐT huyện Mường Chà",
    place="Mường Mươn",
    basis=Basis(symbol="199/KH-PGDĐT", issued_on=date(2024, 3, 12), issuer="Phòng GD&ĐT huyện Mường Chà"),
    sections=(
        PlanSection("I", "Mục đích, yêu cầu"),
        PlanSection("1", "Mục đích", ("Chủ động thông tin phù hợp, kịp thời về các hoạt động.",)),
        PlanSection(
            "2",
            "Nội dung truyền thông",
            ("Bám sát chủ trương lớn của tỉnh, của huyện.",),
            (
                PlanTopic(
                    "2", "Chương trình giáo dục phổ thông", ("Thông tin về GDPT 2018.", "Thông tin về chuyên môn.")
                ),
                PlanTopic("4", "Công bằng tiếp cận giáo dục", ("Một nội dung",)),
                PlanTopic("", "Điểm sáng giáo dục", ("Gương người tốt " * 400,)),
            ),
        ),
    ),
    signer=Signer(("Hiệu trưởng",), "Nguyễn Thị Liễu"),
    prepared_by=Signer(("Người lập",), "Nguyễn Thị Hoa"),
)


def words(plan: PlanDocument, path: Path) -> str:
    write_plan_paper(plan, path, Progress())
    return " ".join(" ".join(page.extract_text() for page in PdfReader(path).pages).split())


def test_a_plan_has_its_head_sections_topics_and_signatures(tmp_path: Path) -> None:
    whole = words(PLAN, tmp_path / "plan.pdf")
    for expected in (
        "KẾ HOẠCH Truyền thông về giáo dục và đào tạo năm 2024",
        "/KH-THMM2",
        "Thực hiện Kế hoạch số 199/KH-PGDĐT ngày 12 tháng 3 năm 2024 của Phòng GD&ĐT huyện Mường Chà",
        "I. MỤC ĐÍCH, YÊU CẦU 1. Mục đích",
        "- Thông tin về GDPT 2018. - Thông tin về chuyên môn.",
        "Trường PTDTBT Tiểu học số 2 Mường Mươn./.",
        "NGƯỜI LẬP",
        "- Lưu: VT.",
    ):
        assert expected in whole
    assert "Kính gửi" not in whole


def test_a_number_the_plan_skips_stays_skipped(tmp_path: Path) -> None:
    whole = words(PLAN, tmp_path / "plan.pdf")
    assert "4 Công bằng" in whole
    assert "3 Công bằng" not in whole


def test_a_topic_longer_than_a_page_runs_over(tmp_path: Path) -> None:
    assert words(PLAN, tmp_path / "plan.pdf").count("Gương") == 400


def test_every_section_of_the_starter_plan_has_its_heading(home: Home) -> None:
    a_school()
    plan = plan_snapshot(save_plan(starter_plan()).id)
    assert [section.title for section in plan.sections if section.number in ("I", "II", "III")] == [
        "Mục đích, yêu cầu",
        "Nội dung truyền thông và kênh truyền thông",
        "Tổ chức thực hiện",
    ]
    assert all(section.title for section in plan.sections)


def test_an_empty_plan_says_so(tmp_path: Path) -> None:
    whole = words(replace(PLAN, sections=(), basis=Basis()), tmp_path / "plan.pdf")
    assert "Kế hoạch chưa có lời văn." in whole
    assert "Mường Mươn xây dựng kế hoạch như sau:" in whole


def test_stopping_leaves_nothing(tmp_path: Path) -> None:
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        write_plan_paper(PLAN, tmp_path / "plan.pdf", progress)
    assert not list(tmp_path.iterdir())
