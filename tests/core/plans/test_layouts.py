"""Plans of other schools: other numbering, tables flattened in other ways, lost spaces, odd years."""

from __future__ import annotations

import unicodedata
from datetime import date

import pytest

from desktop_app.core.plans.channels import channels_of
from desktop_app.core.plans.codes import code_for, codes_for
from desktop_app.core.plans.dates import dates_in
from desktop_app.core.plans.draft import BasisDocument, SignerDraft, TopicDraft
from desktop_app.core.plans.headings import heading_of
from desktop_app.core.plans.lines import Line, lines_of
from desktop_app.core.plans.paragraphs import Paragraph, paragraphs_of
from desktop_app.core.plans.reader import read_plan
from desktop_app.core.plans.signers import signers_of
from desktop_app.core.plans.topics import topics_of

HEAD = "KẾ HOẠCH\nTruyền thông năm 2024\n\nTrường Tiểu học A xây dựng Kế hoạch như sau:\n\n"
TABLE = "Stt Nội dung/Chủ đề Hình thức\n1 Truyền thông chính sách\n\n- Thông tin về luật mới.\n"
EXPECTED = [
    ("1", "Truyền thông chính sách", ["Thông tin về luật mới."]),
    ("2", "Gương người tốt, việc tốt", ["Thông tin về học sinh.", "Thông tin về nhà giáo."]),
    (None, "Điểm sáng", ["Các hoạt động thiện nguyện."]),
]

FLATTENED = {
    "blank lines between cells": """
        1 Truyền thông
        chính sách

        - Thông tin về luật mới.

        2 Gương người tốt,
        việc tốt

        - Thông tin về học sinh.
        - Thông tin
        về nhà giáo.

        Điểm sáng

        - Các hoạt động thiện nguyện.
        """,
    "one number a line": """
        1
        Truyền thông chính sách
        Thông tin về luật mới.
        2
        Gương người tốt, việc tốt
        - Thông tin về học sinh.
        - Thông tin về nhà giáo.
        Điểm sáng
        - Các hoạt động thiện nguyện.
        """,
    "title and content glued": """
        1. Truyền thông chính sách Thông tin về luật mới.
        2. Gương người tốt, việc tốt - Thông tin về học sinh. - Thông tin về nhà giáo.
        Điểm sáng
        - Các hoạt động thiện nguyện.
        """,
    "en dashes and dots": """
        1) Truyền thông chính sách
        • Thông tin về luật mới.
        2) Gương người tốt, việc tốt
        – Thông tin về học sinh.
        –Thông tin về nhà giáo.

        Điểm sáng
        + Các hoạt động thiện nguyện.
        """,
    "tabs": """
        STT\tNội dung/Chủ đề\tHình thức
        1\tTruyền thông chính sách\tThông tin về luật mới.
        2\tGương người tốt, việc tốt\t- Thông tin về học sinh.
        \t\t- Thông tin về nhà giáo.
        \tĐiểm sáng\t- Các hoạt động thiện nguyện.
        """,
    "bars": """
        | STT | Nội dung/Chủ đề | Hình thức |
        |-----|-----------------|-----------|
        | 1 | Truyền thông chính sách | Thông tin về luật mới. |
        | 2 | Gương người tốt, việc tốt | - Thông tin về học sinh. - Thông tin về nhà giáo. |
        |  | Điểm sáng | - Các hoạt động thiện nguyện. |
        """,
    "numbered with words": """
        Chủ đề 1: Truyền thông chính sách
        - Thông tin về luật mới.
        Chủ đề 2: Gương người tốt, việc tốt
        - Thông tin về học sinh.
        - Thông tin về nhà giáo.

        Điểm sáng

        - Các hoạt động thiện nguyện.
        """,
}


def in_short(topics: tuple[TopicDraft, ...]) -> list[tuple[str | None, str, list[str]]]:
    return [(topic.printed_no, topic.title, [item.text for item in topic.items]) for topic in topics]


def without_margin(text: str) -> str:
    return "\n".join(line.removeprefix("        ") for line in text.splitlines())


@pytest.mark.parametrize("layout", FLATTENED)
def test_a_table_flattened_in_any_way_gives_the_same_topics(layout: str) -> None:
    read = topics_of(lines_of(without_margin(FLATTENED[layout])))
    assert in_short(read.topics) == EXPECTED
    assert not read.left_over


@pytest.mark.parametrize("layout", FLATTENED)
def test_the_same_table_inside_a_plan_without_a_tables_head(layout: str) -> None:
    text = (
        f"{HEAD}II. NỘI DUNG\n{without_margin(FLATTENED[layout])}\nIII. TỔ CHỨC THỰC HIỆN\n1. Tổ trưởng\n- Nộp bài.\n"
    )
    plan = read_plan(text)
    assert in_short(plan.topics) == EXPECTED
    assert [role.name for role in plan.roles] == ["Tổ trưởng"]


def test_rows_restarting_at_one_are_kept_and_get_codes_of_their_own() -> None:
    read = topics_of(lines_of("1 Chính sách\n- Thông tin a.\n2 Học tập\n- Thông tin b.\n\n1 Sức khỏe\n- Thông tin c."))
    assert [topic.printed_no for topic in read.topics] == ["1", "2", "1"]
    assert codes_for(read.topics) == ("T01", "T02", "T01b")
    assert "number_repeated" in {question.code for question in read.questions}


def test_a_number_inside_a_sentence_begins_no_topic() -> None:
    read = topics_of(lines_of("1 Chính sách\n\n- Thông tin kỷ niệm\n70 Năm thành lập, khen\n15 Giáo viên tiêu biểu."))
    assert in_short(read.topics) == [
        ("1", "Chính sách", ["Thông tin kỷ niệm 70 Năm thành lập, khen 15 Giáo viên tiêu biểu."])
    ]


def test_a_page_number_between_rows_is_no_topic() -> None:
    read = topics_of(lines_of("1 Chính sách\n\n- Thông tin a.\n\n2\n\n2 Học tập\n\n- Thông tin b."))
    assert [topic.title for topic in read.topics] == ["Chính sách", "Học tập"]


def test_a_page_number_inside_an_item_is_no_topic() -> None:
    read = topics_of(lines_of("1 Chính sách\n\n- Thông tin của\n\n2\n\nĐiện Biên.\n\n2 Học tập\n\n- Thông tin b."))
    assert in_short(read.topics) == [
        ("1", "Chính sách", ["Thông tin của Điện Biên."]),
        ("2", "Học tập", ["Thông tin b."]),
    ]


def test_a_row_cut_by_the_end_of_a_page_goes_on() -> None:
    text = """1\tKỷ niệm chiến thắng\t- Thông tin về lễ
        \tĐiện Biên Phủ\tkỷ niệm.
        2
        \tHọc tập\t- Thông tin b.
        3\tThi đua\t- Thông tin c."""
    assert in_short(topics_of(lines_of(without_margin(text))).topics) == [
        ("1", "Kỷ niệm chiến thắng Điện Biên Phủ", ["Thông tin về lễ kỷ niệm."]),
        ("2", "Học tập", ["Thông tin b."]),
        ("3", "Thi đua", ["Thông tin c."]),
    ]


def test_cells_beyond_the_content_are_asked_about() -> None:
    read = topics_of(lines_of("1\tChính sách\tThông tin a.\tBan giám hiệu\n2\tHọc tập\tThông tin b.\tTổ 1"))
    assert [question.facts["cells"] for question in read.questions if question.code == "more_columns"] == [
        "Ban giám hiệu",
        "Tổ 1",
    ]


def test_topics_by_month_are_topics_without_numbers() -> None:
    read = topics_of(lines_of("Tháng 9/2024\n- Khai giảng.\nTháng 10/2024\n- Chuyển đổi số."))
    assert [(topic.printed_no, topic.title, len(topic.items)) for topic in read.topics] == [
        (None, "Tháng 9/2024", 1),
        (None, "Tháng 10/2024", 1),
    ]


# ---------------------------------------------------------------- headings


@pytest.mark.parametrize(
    "headings",
    [
        ("I. MỤC ĐÍCH, YÊU CẦU", "1. Mục đích", "2. Yêu cầu", "II. NỘI DUNG", "III. TỔ CHỨC THỰC HIỆN"),
        ("I. MỤC ĐÍCH, YÊU CẦU", "- Mục đích", "- Yêu cầu:", "II. NỘI DUNG", "III. TỔ CHỨC THỰC HIỆN"),
        ("Phần I: Mục đích, yêu cầu", "1. Mục đích", "2. Yêu cầu", "Phần II: Nội dung", "Phần III: Tổ chức thực hiện"),
        ("I.MỤCĐÍCH,YÊUCẦU", "1.Mụcđích", "2.Yêucầu", "II.NỘIDUNG", "III.TỔCHỨCTHỰCHIỆN"),
        ("I/ MỤC ĐÍCH, YÊU CẦU", "1/ Mục đích", "2/ Yêu cầu", "II/ NỘI DUNG", "III/ TỔ CHỨC THỰC HIỆN"),
        ("MỤC ĐÍCH, YÊU CẦU", "Mục đích:", "Yêu cầu:", "NỘI DUNG", "TỔ CHỨC THỰC HIỆN"),
    ],
)
def test_headings_are_found_however_they_are_numbered(headings: tuple[str, ...]) -> None:
    first, purpose, need, content, work = headings
    plan = read_plan(
        f"{HEAD}{first}\n{purpose}\nThông tin kịp thời.\n{need}\nĐúng và đủ.\n"
        f"{content}\n{TABLE}{work}\nHiệu trưởng: Chỉ đạo.\n"
    )
    assert [(clause.path, clause.kind, clause.text) for clause in plan.clauses][:2] == [
        ("I.1.a", "purpose", "Thông tin kịp thời."),
        ("I.2.a", "requirement", "Đúng và đủ."),
    ]
    assert [topic.title for topic in plan.topics] == ["Truyền thông chính sách"]
    assert [(role.name, role.duties) for role in plan.roles] == [("Hiệu trưởng", ("Chỉ đạo.",))]


def test_numbers_in_two_parts_are_headings_too() -> None:
    plan = read_plan(f"{HEAD}1. MỤC ĐÍCH, YÊU CẦU\n1.1. Mục đích\nThông tin kịp thời.\n2. NỘI DUNG\n{TABLE}")
    assert plan.clauses[0].path == "1.1.a"
    assert len(plan.topics) == 1


@pytest.mark.parametrize(
    "line", ["V/v truyền thông", "X quang phổi", "V Quang cảnh trường", "Nội dung truyền thông Xây dựng các nhiệm vụ"]
)
def test_a_sentence_is_no_heading(line: str) -> None:
    assert heading_of(Line(1, line)) is None


@pytest.mark.parametrize(
    ("line", "label", "kind"),
    [
        ("II/ CÁC KÊNH TRUYỀN THÔNG", "II", "channel"),
        ("1. Về mục đích", "1", "purpose"),
        ("Phần thứ hai: Một số nhiệm vụ", "II", "content"),
        ("a) Yêu cầu", "a", "requirement"),
        ("Yêu cầu:", "", "requirement"),
    ],
)
def test_a_heading_has_its_number_and_its_kind(line: str, label: str, kind: str) -> None:
    heading = heading_of(Line(1, line))
    assert heading is not None
    assert (heading.label, heading.kind) == (label, kind)


def test_a_paragraph_goes_on_below_an_empty_line_with_a_small_letter() -> None:
    lines = lines_of("Website, bảng tin…\n\ncủa nhà trường.\n\nCác hội nghị.")
    assert [paragraph.text for paragraph in paragraphs_of(lines)] == [
        "Website, bảng tin… của nhà trường.",
        "Các hội nghị.",
    ]


def test_a_part_of_no_known_kind_is_kept_and_asked_about() -> None:
    plan = read_plan(f"{HEAD}II. NỘI DUNG\n{TABLE}IV. KINH PHÍ\nTừ nguồn chi thường xuyên.\n")
    assert plan.clauses[-1].text == "Từ nguồn chi thường xuyên."
    assert "odd_section" in {question.code for question in plan.questions}


def test_results_of_last_year_are_no_demands() -> None:
    past = "I. KẾT QUẢ NĂM HỌC TRƯỚC\nMỗi tháng đăng 5 tin bài.\n"
    plan = read_plan(f"{HEAD}{past}II. NỘI DUNG\n{TABLE}")
    assert plan.quotas == ()


# ---------------------------------------------------------------- letters, spaces, line ends


def disguises() -> list[tuple[str, str]]:
    text = f"{HEAD}II. NỘI DUNG\n{TABLE}III. TỔ CHỨC THỰC HIỆN\n1. Các tổ\n- Mỗi tổ 2 tin bài/tháng.\n"
    return [
        ("decomposed", unicodedata.normalize("NFD", text)),
        ("carriage returns", text.replace("\n", "\r\n")),
        ("form feeds", text.replace("III. TỔ", "\fIII. TỔ")),
        ("double spaces", text.replace(" ", "  ")),
        ("hard spaces", text.replace(" ", "\u00a0")),
        ("a mark at the front", "\ufeff" + text),
    ]


@pytest.mark.parametrize(("_name", "text"), disguises())
def test_a_text_in_disguise_reads_the_same(_name: str, text: str) -> None:
    plan = read_plan(text)
    assert in_short(plan.topics) == EXPECTED[:1]
    assert [(quota.scope, quota.minimum) for quota in plan.quotas] == [("unit", 2)]
    assert plan.source_text == text


def test_lost_spaces_are_asked_about() -> None:
    plan = read_plan(f"{HEAD}I. MỤC ĐÍCH\nNhững quyđịnh mới.\nII. NỘI DUNG\n{TABLE}")
    (question,) = [question for question in plan.questions if question.code == "glued_words"]
    assert question.facts["words"] == "quyđịnh"


def test_lines_no_one_understands_are_asked_about() -> None:
    plan = read_plan(f"KẾ HOẠCH\nTruyền thông năm 2024\n\nBản dự thảo lần hai.\n\nII. NỘI DUNG\n{TABLE}")
    (question,) = [question for question in plan.questions if question.code == "lines_left_over"]
    assert "Bản dự thảo lần hai." in question.worded()


# ---------------------------------------------------------------- before and after


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Căn cứ Công văn số 45/SGDĐT-VP ngày 5 tháng 9 năm 2026 của Sở Giáo dục và Đào tạo về việc truyền thông;",
            BasisDocument("45/SGDĐT-VP", date(2026, 9, 5), "Sở Giáo dục và Đào tạo", "truyền thông", 4),
        ),
        (
            "Căn cứ Luật Giáo dục ngày 14/6/2019;",
            BasisDocument("", date(2019, 6, 14), "", "Luật Giáo dục ngày 14/6/2019", 4),
        ),
        (
            "Thực hiện Quyết định số 157/QĐ-TTg về truyền thông,",
            BasisDocument("157/QĐ-TTg", None, "", "truyền thông", 4),
        ),
    ],
)
def test_the_basis_is_read_from_many_phrasings(sentence: str, expected: BasisDocument) -> None:
    plan = read_plan(f"KẾ HOẠCH\nTruyền thông năm 2026\n\n{sentence}\n\nII. NỘI DUNG\n{TABLE}")
    assert plan.basis == (expected,)
    assert ("basis_without_number" in {question.code for question in plan.questions}) == (not expected.number)


def test_dates_are_read_as_people_write_them() -> None:
    text = "5/9/26, 05-09-2026, 5.9.2026, ngày 12 tháng 3 năm 2024; nhưng 31/02/2024 và 1/2024 thì không"
    assert dates_in(text) == [*[date(2026, 9, 5)] * 3, date(2024, 3, 12)]


def test_a_school_year_alone_is_no_calendar_year() -> None:
    plan = read_plan(f"KẾ HOẠCH\nTruyền thông năm học 2025-2026\n\nII. NỘI DUNG\n{TABLE}")
    assert (plan.year_label, plan.school_year_label) == ("", "2025-2026")


def test_several_years_are_asked_about() -> None:
    plan = read_plan(f"KẾ HOẠCH\nTruyền thông giai đoạn 2017-2020\n\nII. NỘI DUNG\n{TABLE}")
    assert plan.year_label == "giai đoạn 2017-2020"
    assert "several_years" in {question.code for question in plan.questions}


@pytest.mark.parametrize(
    "text",
    [
        "NGƯỜI LẬP\n\nLò Thị Ân\n\nHIỆU TRƯỞNG\n\nVừ A Đà",
        "NGƯỜI LẬP                HIỆU TRƯỞNG\n(Ký tên)              (Ký, đóng dấu)\n\nLò Thị Ân             Vừ A Đà",
        "NGƯỜI LẬP\tHIỆU TRƯỞNG\nLò Thị Ân\tVừ A Đà",
    ],
)
def test_signers_stand_below_each_other_or_side_by_side(text: str) -> None:
    signers, left = signers_of(lines_of(text))
    assert signers == [SignerDraft("NGƯỜI LẬP", "Lò Thị Ân"), SignerDraft("HIỆU TRƯỞNG", "Vừ A Đà")]
    assert not left


def test_channels_of_many_kinds_are_told_apart() -> None:
    text = "Website: https://thbanmau.edu.vn, fanpage của trường và nhóm Zalo lớp; Đài phát thanh, truyền hình huyện."
    assert [(channel.kind, channel.url) for channel in channels_of([Paragraph(1, text)])] == [
        ("website", "https://thbanmau.edu.vn"),
        ("fanpage", ""),
        ("groups", ""),
        ("press", ""),
    ]


def test_codes_come_from_numbers_or_initials() -> None:
    assert code_for("1", "Chính sách", 0) == "T01"
    assert code_for("13.", "Kỷ niệm", 12) == "T13"
    assert code_for(None, "Điểm sáng ngành", 12) == "TDS"
    assert code_for(None, "", 4) == "TX5"
