"""The same story twice: found without accents, after small changes, and not where only the topic is the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.text import fold
from desktop_app.core.manuscripts.near_duplicate import likeness, nearest

STORY = (
    "Sáng 21/4, Trường Tiểu học Mường Báng tổ chức ngày hội đọc sách cho hơn ba trăm học sinh. "
    "Các em được nghe kể chuyện, đố vui và trao đổi sách với các bạn lớp khác. Kết thúc ngày hội, "
    "nhà trường trao mười giải cho các lớp có gian hàng đẹp và quyên góp được nhiều sách nhất."
)
OTHER = "Chiều 5/9, nhà trường khai giảng năm học mới trong niềm vui của thầy cô và học sinh toàn trường."


@given(st.text(), st.text())
def test_likeness_is_a_share_and_looks_both_ways(a: str, b: str) -> None:
    assert 0 <= likeness(a, b) <= 1
    assert likeness(a, b) == likeness(b, a)


@given(st.text(st.sampled_from("abc đêộ ,"), min_size=1))
def test_a_text_is_like_itself(text: str) -> None:
    assert likeness(text, text) == (1.0 if text.replace(",", " ").strip() else 0.0)


def test_accents_capitals_and_signs_make_no_difference() -> None:
    assert likeness(STORY, fold(STORY).upper().replace(",", "")) == 1.0


def test_a_changed_sentence_is_still_the_same_story() -> None:
    assert likeness(STORY, STORY.replace("hơn ba trăm học sinh", "toàn thể các em")) > 0.6


def test_another_story_is_another_story() -> None:
    assert likeness(STORY, OTHER) < 0.1


def test_the_likest_comes_first() -> None:
    found = nearest(STORY, [("other", OTHER), ("part", STORY[:150]), ("same", STORY)], 0.3)
    assert [id_ for id_, _likeness in found] == ["same", "part"]
    assert found[0][1] == pytest.approx(1.0)
