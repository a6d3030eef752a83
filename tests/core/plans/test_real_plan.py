"""The plan a real school carried out in 2024, read topic by topic."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from desktop_app.core.plans.channels import kinds_in
from desktop_app.core.plans.codes import codes_for
from desktop_app.core.plans.corrections import displayed
from desktop_app.core.plans.draft import BasisDocument, PlanDraft, SignerDraft
from desktop_app.core.plans.files import read_plan_file
from desktop_app.core.plans.starter import starter_plan

TOPICS = [
    ("1", "Truyền thông chính sách", 1),
    ("2", "Thực hiện hiệu quả chương trình giáo dục phổ thông", 4),
    ("4", "Công bằng tiếp cận giáo dục và giáo dục hoà nhập, chuyên biệt", 3),
    ("5", "Tập huấn nâng cao năng lực đội ngũ", 1),
    ("6", "Tăng cường thu hút các nguồn lực đầu tư cho giáo dục", 1),
    (
        "7",
        "Giáo dục lý tưởng cách mạng, đạo đức, lối sống văn hóa cho thiếu niên, nhi đồng trên không gian mạng",
        1,
    ),
    ("8", "Triển khai xây dựng văn hóa học đường", 1),
    ("9", "Phòng, chống vi phạm pháp luật và tội phạm", 1),
    ("10", "Công tác giáo dục thể chất, hoạt động thể thao, y tế trường học", 2),
    ("11", "Tăng cường ứng dụng CNTT và chuyển đổi số", 5),
    ("12", "Đẩy mạnh công tác thi đua, khen thưởng", 1),
    ("13", "Tổ chức các hoạt động kỷ niệm 70 năm Chiến thắng Điện Biên Phủ (07/5/1954- 07/5/2024)", 1),
    (None, "Điểm sáng ngành Giáo dục", 5),
]


@pytest.fixture
def plan(real_plan: Path) -> PlanDraft:
    return read_plan_file(real_plan)


def test_the_title_the_years_and_the_school_are_read(plan: PlanDraft) -> None:
    assert plan.title == "Truyền thông về giáo dục và đào tạo năm 2024"
    assert (plan.year_label, plan.school_year_label) == ("năm 2024", "2023-2024")
    assert plan.school_name == "Trường PTDTBT Tiểu học số 2 Mường Mươn"


def test_the_document_it_rests_on_is_read_and_its_own_number_is_left_open(plan: PlanDraft) -> None:
    assert plan.basis == (
        BasisDocument(
            "199/KH-PGDĐT",
            date(2024, 3, 12),
            "Phòng Giáo dục và Đào tạo",
            "truyền thông giáo dục và đào tạo năm 2024",
            4,
        ),
    )
    assert (plan.own_number, plan.own_date) == (None, None)


def test_purposes_and_requirements_follow_the_paragraphs(plan: PlanDraft) -> None:
    assert [clause.path for clause in plan.clauses] == [
        *(f"I.1.{letter}" for letter in "abcdefg"),
        *(f"I.2.{letter}" for letter in "abcde"),
        "II.1.a",
        *(f"II.2.{letter}" for letter in "abc"),
        *(f"III.1.{letter}" for letter in "abc"),
        *(f"III.2.{letter}" for letter in "abcde"),
    ]
    kinds = {clause.path[:-2]: (clause.kind, clause.heading) for clause in plan.clauses}
    assert kinds == {
        "I.1": ("purpose", "Mục đích"),
        "I.2": ("requirement", "Yêu cầu"),
        "II.1": ("content", "Nội dung truyền thông"),
        "II.2": ("channel", "Kênh truyền thông"),
        "III.1": ("responsibility", "Hiệu trưởng"),
        "III.2": ("responsibility", "Các đoàn thể, tổ chuyên môn, giáo viên"),
    }


def test_a_paragraph_is_whole_over_its_line_breaks(plan: PlanDraft) -> None:
    texts = {clause.path: clause.text for clause in plan.clauses}
    assert texts["I.1.b"] == (
        "Tạo sự chuyển biến mạnh mẽ về nhận thức trong toàn ngành về vị trí, vai trò, tầm quan trọng của công tác "
        "truyền thông, nhất là truyền thông chính sách."
    )
    assert texts["I.1.a"].startswith("Chủ động thông tin phù hợp")
    assert texts["I.1.a"].endswith("nói riêng.")
    assert texts["I.2.a"].endswith("nhằm tạo sự đồng thuận cao của toàn xã hội.")
    assert texts["I.2.e"].startswith("Xây dựng cơ chế phòng ngừa")
    assert texts["I.2.e"].endswith("Đào tạo.")


@pytest.mark.parametrize("place", range(len(TOPICS)))
def test_each_topic_has_its_number_its_whole_title_and_its_items(plan: PlanDraft, place: int) -> None:
    topic = plan.topics[place]
    assert (topic.printed_no, topic.title, len(topic.items)) == TOPICS[place]


def test_there_are_thirteen_topics_with_twenty_seven_items_and_no_third(plan: PlanDraft) -> None:
    assert len(plan.topics) == 13
    assert sum(len(topic.items) for topic in plan.topics) == 27
    assert codes_for(plan.topics) == (
        *("T01", "T02", "T04", "T05", "T06", "T07", "T08", "T09", "T10", "T11", "T12", "T13", "TDS"),
    )


def test_only_the_two_topics_without_dashes_say_so(plan: PlanDraft) -> None:
    without = [topic.printed_no for topic in plan.topics if not all(item.had_dash for item in topic.items)]
    assert without == ["1", "6"]


def test_an_item_goes_on_over_a_page_break(plan: PlanDraft) -> None:
    assert plan.topics[1].items[2].text == (
        "Thông tin về đổi mới dạy học, kiểm tra đánh giá các môn học theo hướng tích cực của học sinh; tính chủ động "
        "sáng tạo của các nhà trường và năng lực tự chủ, sáng tạo của các tổ chuyên môn, giáo viên trong việc thực "
        "hiện Chương trình giáo dục phổ thông 2018."
    )
    assert "Chỉ thị số 05-CT/TW về “Đẩy mạnh" in plan.topics[12].items[2].text


def test_a_dash_hidden_inside_a_line_begins_an_item(plan: PlanDraft) -> None:
    items = plan.topics[9].items
    assert items[1].text.endswith("giai đoạn 2022-2025”.")
    assert items[2].text.startswith("Thông tin về hoàn thiện cơ sở dữ liệu toàn ngành")
    assert items[4].text.endswith("quản lý, dạy - học.")
    assert [question.where for question in plan.questions if question.code == "dash_in_line"] == ["196"]


def test_only_the_anniversary_has_a_season(plan: PlanDraft) -> None:
    assert [(topic.printed_no, topic.window_end) for topic in plan.topics if topic.window_end] == [
        ("13", date(2024, 5, 7))
    ]


def test_four_channels_are_named_and_the_broken_address_is_whole(plan: PlanDraft) -> None:
    assert [(channel.kind, channel.official) for channel in plan.channels] == [
        ("website", True),
        ("conference", True),
        ("groups", False),
        ("fanpage", True),
    ]
    fanpage = plan.channels[3]
    assert fanpage.url == "https://www.facebook.com/profile.php?id=61550823471616&mibextid=LQQJ4d"
    assert fanpage.name == "Trang fanpage chính thức của trường trên Facebook"
    assert plan.channels[0].name == "Website trường PTDTBT Tiểu học số 2 Mường Mươn"
    assert kinds_in(plan.channels[2].name) == ["groups"]


def test_two_roles_have_their_duties(plan: PlanDraft) -> None:
    assert [(role.name, len(role.duties)) for role in plan.roles] == [
        ("Hiệu trưởng", 3),
        ("Các đoàn thể, tổ chuyên môn, giáo viên", 2),
    ]


def test_both_quotas_are_read_and_their_scope_is_asked(plan: PlanDraft) -> None:
    assert [(q.scope, q.product, q.minimum, q.maximum, q.per, q.source_line) for q in plan.quotas] == [
        ("school", "tin_bai", 1, None, "month", 297),
        ("school", "photo_or_video", 1, None, "month", 299),
    ]
    assert not any(quota.scope_said for quota in plan.quotas)
    assert (plan.min_articles, plan.min_materials) == (1, 1)


def test_the_signers_are_read(plan: PlanDraft) -> None:
    assert plan.signers == (
        SignerDraft("NGƯỜI LẬP", "Nguyễn Thị Hoa"),
        SignerDraft("HIỆU TRƯỞNG", "Nguyễn Thị Liễu"),
    )


def test_what_is_unsure_is_asked_and_nothing_else(plan: PlanDraft) -> None:
    assert [question.code for question in plan.questions] == [
        "no_number",
        "no_date",
        "years_differ",
        "dash_in_line",
        "number_missing",
        "topic_without_number",
        "scope_not_said",
        "glued_words",
    ]
    assert all("{" not in question.worded() for question in plan.questions)
    assert plan.questions[2].choices() == ("The calendar year: năm 2024", "The school year 2023-2024")


def test_misspellings_are_shown_right_and_kept_as_written(plan: PlanDraft, real_plan: Path) -> None:
    assert [(known.wrong, known.lines) for known in plan.corrections] == [
        ("huện", (86,)),
        ("truyên truyền", (273,)),
        ("uyên truyền", (222,)),
        ("phát luật", (170,)),
        ("nghiên nghiên cứu", (236,)),
        ("Faceboook", (260,)),
    ]
    assert plan.source_text == real_plan.read_text(encoding="utf-8")
    assert "HĐND huện" in plan.topics[0].items[0].text
    assert "HĐND huyện" in displayed(plan.topics[0].items[0].text)


# ---------------------------------------------------------------- the starter plan


def test_the_starter_plan_says_what_the_real_one_says_but_names_no_one(plan: PlanDraft) -> None:
    starter = starter_plan()
    for field in ("title", "year_label", "school_year_label"):
        assert getattr(starter, field) == getattr(plan, field)
    assert [basis.number for basis in starter.basis] == [basis.number for basis in plan.basis]
    assert words_of(starter) == words_of(plan)
    assert [(q.scope, q.product, q.minimum, q.per) for q in starter.quotas] == [
        (q.scope, q.product, q.minimum, q.per) for q in plan.quotas
    ]
    assert [signer.post for signer in starter.signers] == [signer.post for signer in plan.signers]


def words_of(plan: PlanDraft) -> list[object]:
    """Everything of a plan that is shown, right spelled, with the school and its page made one."""
    return [
        [(clause.path, clause.kind, clause.heading, nameless(clause.text)) for clause in plan.clauses],
        [
            (topic.printed_no, topic.title, topic.window_end, [(nameless(i.text), i.had_dash) for i in topic.items])
            for topic in plan.topics
        ],
        [(channel.kind, nameless(channel.name), channel.official, bool(channel.url)) for channel in plan.channels],
        [(role.name, [nameless(duty) for duty in role.duties]) for role in plan.roles],
    ]


def nameless(text: str) -> str:
    shown = displayed(text.partition("https:")[0])
    named = shown.replace("Tiểu học số 2 Mường Mươn", "Tiểu học Bản Mẫu")
    return "".join(named.split())  # the paper lost two spaces


def test_the_starter_plan_holds_no_name_of_a_real_school_or_person() -> None:
    text = starter_plan().source_text
    assert not [name for name in ("Mường Mươn", "Nguyễn Thị", "61550823471616", "huện", "Faceboook") if name in text]
    assert starter_plan().questions == ()
