"""What a plan asks for, in the many ways plans say it; and what only looks like it."""

from __future__ import annotations

import pytest

from desktop_app.core.plans.amounts import number_of
from desktop_app.core.plans.draft import DeadlineRule, QuotaDraft
from desktop_app.core.plans.paragraphs import Paragraph
from desktop_app.core.plans.quotas import ReadQuotas, quotas_of

ASKED = [
    ("Viết 2 tin bài/tuần.", [("school", "tin_bai", 2, None, "week")]),
    ("mỗi tuần ít nhất 02 tin, bài", [("school", "tin_bai", 2, None, "week")]),
    ("Mỗi tổ chuyên môn 1 bài/tháng", [("unit", "bai", 1, None, "month")]),
    ("Hằng tháng, các tổ gửi hai mươi lăm ảnh", [("unit", "photo", 25, None, "month")]),
    ("Mỗi giáo viên viết ít nhất một bài.", [("person", "bai", 1, None, "month")]),
    (
        "Tối thiểu 05 ảnh và 01 video mỗi học kỳ",
        [("school", "photo", 5, None, "term"), ("school", "video", 1, None, "term")],
    ),
    ("02 tin và 01 bài/tháng", [("school", "tin", 2, None, "month"), ("school", "bai", 1, None, "month")]),
    ("mỗi tuần 1 tin, mỗi tháng 2 bài", [("school", "tin", 1, None, "week"), ("school", "bai", 2, None, "month")]),
    ("1 tin/tuần và 2 bài/tháng", [("school", "tin", 1, None, "week"), ("school", "bai", 2, None, "month")]),
    ("01 bài/lớp/tháng", [("class", "bai", 1, None, "month")]),
    ("Tin bài: tối thiểu 02/tháng", [("school", "tin_bai", 2, None, "month")]),
    ("Tin bài: mỗi tháng ít nhất 02 bài", [("school", "tin_bai", 2, None, "month")]),
    ("+ Tư liệu: mỗi tháng ít nhất 01 ảnh/video của trường", [("school", "photo_or_video", 1, None, "month")]),
    ("Từ 2-3 tin bài mỗi tháng", [("school", "tin_bai", 2, 3, "month")]),
    ("Mỗi tháng hai đến bốn tin/bài", [("school", "tin_bai", 2, 4, "month")]),
    ("Không quá 5 bài/tuần", [("school", "bai", 0, 5, "week")]),
    ("Mỗi sự kiện 01 tin bài", [("school", "tin_bai", 1, None, "event")]),
    ("Mỗi năm năm bài", [("school", "bai", 5, None, "year")]),
    ("Mỗi đồng chí viết 01 (một) bài trong năm học", [("person", "bai", 1, None, "year")]),
    ("Nhà trường đăng 10 sản phẩm truyền thông/năm", [("school", "any", 10, None, "year")]),
    ("Mỗi tháng, mỗi điểm trường 2 video", [("unit", "video", 2, None, "month")]),
    ("Mỗi tháng một bài kèm 02 ảnh", [("school", "bai", 1, None, "month")]),
    ("Năm 2024 phấn đấu đăng 24 tin bài/năm", [("school", "tin_bai", 24, None, "year")]),
    (
        "Mỗi tuần ít nhất 3 tin; 1 video; 10 hình ảnh",
        [
            ("school", "tin", 3, None, "week"),
            ("school", "video", 1, None, "week"),
            ("school", "photo", 10, None, "week"),
        ],
    ),
]

NOT_ASKED = [
    "Năm 2023 đã đăng 24 tin bài",
    "Năm học 2022-2023 trường đăng 30 bài/năm",
    "Tháng trước đăng ít nhất 5 bài mỗi tuần",
    "Mỗi bài ít nhất 02 ảnh",
    "1 bài cộng 2 điểm mỗi tháng",
    "Mỗi tin bài được 50.000 đồng/tháng",
    "Mỗi tháng soạn 4 bài giảng điện tử",
    "Mỗi tuần 2 bài hát, 3 tin nhắn",
    "Mỗi tháng 1 ảnh hưởng",
    "Viết 01 bài về ngày 20/11",
    "Thông tin về 5 bài",
    "Sản phẩm truyền thông gồm 2 dạng:",
    "Mỗi tháng họp 01 lần",
    "Thông tin thường xuyên trong tháng 5",
]

DEADLINES = [
    ("Mỗi lớp nộp 1 bài trước ngày 25 hằng tháng", "trước ngày 25 hằng tháng", DeadlineRule("day_of_month", 25)),
    ("Mỗi tháng 2 bài, nộp trước ngày 05 tháng sau", "trước ngày 05 tháng sau", DeadlineRule("day_of_next_month", 5)),
    (
        "Mỗi sự kiện 1 tin, chậm nhất 24 giờ sau sự kiện.",
        "chậm nhất 24 giờ sau sự kiện",
        DeadlineRule("hours_after_event", 24),
    ),
    ("Mỗi tổ gửi 2 tin bài vào thứ Sáu hằng tuần", "vào thứ Sáu hằng tuần", DeadlineRule("weekday", 6)),
    (
        "Mỗi tháng 1 bài, gửi vào ngày làm việc cuối cùng của tháng",
        "ngày làm việc cuối cùng của tháng",
        DeadlineRule("last_working_day_of_month"),
    ),
    ("Mỗi tháng 1 bài. Gửi trước ngày 20 hàng tháng.", "trước ngày 20 hàng tháng", DeadlineRule("day_of_month", 20)),
]


def read(*texts: str) -> ReadQuotas:
    return quotas_of([Paragraph(line, text) for line, text in enumerate(texts, start=1)], plan_year=2024)


def in_short(quota: QuotaDraft) -> tuple[str, str, int, int | None, str]:
    return quota.scope, quota.product, quota.minimum, quota.maximum, quota.per


@pytest.mark.parametrize(("text", "expected"), ASKED)
def test_a_demand_is_understood(text: str, expected: list[tuple[str, str, int, int | None, str]]) -> None:
    assert [in_short(quota) for quota in read(text).quotas] == expected


@pytest.mark.parametrize("text", NOT_ASKED)
def test_what_is_no_demand_is_left_alone(text: str) -> None:
    assert read(text).quotas == []


@pytest.mark.parametrize(("text", "words", "rule"), DEADLINES)
def test_a_deadline_is_kept_as_printed_and_understood(text: str, words: str, rule: DeadlineRule) -> None:
    (quota,) = read(text).quotas
    assert quota.deadline.endswith(words)
    assert quota.deadline_rule == rule


def test_a_deadline_on_a_line_of_its_own_is_for_the_demands_above() -> None:
    found = read("Mỗi tháng 2 tin bài", "Thời gian nộp: trước ngày 25 hằng tháng.")
    assert [quota.deadline for quota in found.quotas] == ["trước ngày 25 hằng tháng"]


def test_a_line_leading_in_says_the_period_for_the_lines_below() -> None:
    lines = [
        Paragraph(1, "Chỉ tiêu mỗi tổ, mỗi tháng:"),
        Paragraph(2, "Tin bài: 02 bài", bulleted=True),
        Paragraph(3, "Ảnh: 05 ảnh", bulleted=True),
    ]
    assert [in_short(quota) for quota in quotas_of(lines, 2024).quotas] == [
        ("unit", "tin_bai", 2, None, "month"),
        ("unit", "photo", 5, None, "month"),
    ]


def test_a_demand_without_a_period_is_asked_about() -> None:
    found = read("Mỗi giáo viên viết ít nhất một bài.")
    assert [question.code for question in found.questions] == ["period_not_said"]


@pytest.mark.parametrize("text", ["Mỗi quý 2 bài", "2 tháng một bài", "Mỗi ngày 1 tin"])
def test_a_period_we_do_not_count_is_asked_about(text: str) -> None:
    found = read(text)
    assert (found.quotas, [question.code for question in found.questions]) == ([], ["period_unknown"])


def test_two_demands_that_disagree_are_both_kept_and_asked_about() -> None:
    found = read("Mỗi tổ 1 bài/tháng", "Mỗi tổ chuyên môn nộp 2 bài/tháng")
    assert [quota.minimum for quota in found.quotas] == [1, 2]
    assert [question.code for question in found.questions] == ["quotas_disagree"]


def test_the_same_demand_said_twice_counts_once() -> None:
    assert len(read("Mỗi tổ 1 bài/tháng", "Như vậy mỗi tổ 01 bài/tháng").quotas) == 1


def test_numbers_are_read_in_figures_and_in_words() -> None:
    words = ("01", "một", "mười", "mười lăm", "hai mươi", "hai mươi mốt", "chín mươi")
    assert [number_of(word) for word in words] == [1, 1, 10, 15, 20, 21, 90]
