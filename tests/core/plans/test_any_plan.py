"""Whatever a plan says and however it is printed, it is read back as it was meant."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.core.errors import UserError
from desktop_app.core.plans.draft import PlanDraft
from desktop_app.core.plans.lines import lines_of, plain, rejoined
from desktop_app.core.plans.reader import read_plan
from tests.core.plans.rendering import Demand, Style, Topic, demands, printed, styles, topics


@settings(max_examples=120, deadline=None)
@given(rows=topics(), wanted=demands(), style=styles())
def test_a_printed_plan_reads_back_as_it_was_meant(
    rows: tuple[Topic, ...], wanted: tuple[tuple[Demand, str], ...], style: Style
) -> None:
    plan = read_plan(printed(rows, wanted, style))
    assert topics_in(plan) == list(rows)
    assert demands_in(plan) == [demand for demand, _sentence in wanted]


def topics_in(plan: PlanDraft) -> list[Topic]:
    return [Topic(topic.printed_no, topic.title, tuple(item.text for item in topic.items)) for topic in plan.topics]


def demands_in(plan: PlanDraft) -> list[Demand]:
    return [Demand(quota.scope, quota.product, quota.minimum, quota.per) for quota in plan.quotas]


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet=st.sampled_from("aàế Đ1I.-\n\t|;:/()năm tháng bài tin MỤC ĐÍCH NỘI DUNG Stt"), max_size=400))
def test_no_text_breaks_the_reader(text: str) -> None:
    try:
        plan = read_plan(text)
    except UserError:
        return
    assert plan.source_text == text


@given(st.text(max_size=60))
def test_letters_without_accents_stand_in_the_same_places(text: str) -> None:
    assert len(plain(text)) == len(text)


@given(
    st.lists(st.sampled_from(["trường", "học,", "năm", "2024.", "văn", "hóa"]), min_size=1, max_size=30),
    st.integers(8, 60),
)
def test_wrapped_lines_are_joined_as_they_were(words: list[str], width: int) -> None:
    lines, line = [], ""
    for word in words:
        if len(line) + len(word) > width:
            lines.append(line)
            line = ""
        line += f"{word} "
    assert rejoined([*lines, line]) == " ".join(words)


@given(st.text(alphabet="ab\n\r\f ", max_size=80))
def test_lines_keep_the_numbers_an_editor_shows(text: str) -> None:
    shown = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    assert all(line.bare in " ".join(shown[line.number - 1].split()) for line in lines_of(text))


@pytest.mark.timeout(20)
@pytest.mark.parametrize(
    "unit", ["1 A\n", "1 bài mỗi tháng, ", "ađ", "I", "(", "a:", "Dòng này\n", "a. - B ", "\t\n1\tA\tb"]
)
def test_a_text_made_to_be_slow_is_read_in_good_time(unit: str) -> None:
    text = f"KẾ HOẠCH\nTruyền thông\n\nII. NỘI DUNG\n1 Chính sách\n\n- Thông tin.\n{unit * (30_000 // len(unit))}"
    assert read_plan(text).topics
