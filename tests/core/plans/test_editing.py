"""Topics corrected by a person before the plan is kept."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.plans import editing
from desktop_app.core.plans.draft import ItemDraft, TopicDraft

TOPICS = (
    TopicDraft("1", "Chính sách", (ItemDraft("Nghị quyết. - Thông tin về học phí", had_dash=False),)),
    TopicDraft(None, "Điểm sáng"),
)


def test_a_topic_is_named_anew_and_an_empty_number_is_none() -> None:
    changed = editing.with_topic(TOPICS, 0, printed_no=" ", title="  Chính   sách mới ")
    assert (changed[0].printed_no, changed[0].title) == (None, "Chính sách mới")
    assert changed[0].items == TOPICS[0].items


def test_an_item_is_split_where_a_dash_was_hidden() -> None:
    text = TOPICS[0].items[0].text
    changed = editing.with_item_split(TOPICS, 0, 0, text.index("-"))
    assert [item.text for item in changed[0].items] == ["Nghị quyết.", "Thông tin về học phí"]
    assert [item.had_dash for item in changed[0].items] == [False, True]


@given(at=st.integers(-3, 60))
def test_a_split_never_loses_a_letter_and_never_leaves_an_empty_line(at: int) -> None:
    changed = editing.with_item_split(TOPICS, 0, 0, at)
    assert all(item.text for item in changed[0].items)
    letters = "".join(item.text for item in changed[0].items).replace(" ", "").replace("-", "")
    assert letters == TOPICS[0].items[0].text.replace(" ", "").replace("-", "")


def test_topics_and_items_are_added_and_taken_out() -> None:
    more = editing.with_new_item(editing.with_new_topic(TOPICS, 0, "Mới"), 1, -1, "Nội dung")
    assert [topic.title for topic in more] == ["Chính sách", "Mới", "Điểm sáng"]
    assert editing.without_topic(editing.without_item(more, 1, 0), 1) == TOPICS


def test_an_item_is_reworded() -> None:
    assert editing.with_item(TOPICS, 0, 0, "Nghị\nquyết")[0].items[0].text == "Nghị quyết"
