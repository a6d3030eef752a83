"""The wizard that takes a plan in, page by page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from db.queries import plans
from desktop_app.core.home import Home
from desktop_app.core.plans.saving import SavedPlan
from desktop_app.ui.screens.plan import import_wizard as plan_import
from desktop_app.ui.screens.plan.in_hand import PlanInHand
from desktop_app.ui.window import Window
from desktop_app.ui.wizard import Wizard

Waiting = Callable[[Callable[[], object]], None]
FILE, FACTS, TOPICS, ASKS, SUMMARY = range(5)


@pytest.fixture
def hand() -> PlanInHand:
    return PlanInHand()


@pytest.fixture
def kept() -> list[SavedPlan]:
    return []


@pytest.fixture
def wizard(window: Window, home: Home, dialogs: Any, hand: PlanInHand, kept: list[SavedPlan]) -> Iterator[Wizard]:
    wizard = plan_import.wizard(window, hand, runner=window.runner, dialogs=dialogs, done=kept.append)
    wizard.appear()
    yield wizard
    if wizard.winfo_exists():
        wizard.close()


@pytest.fixture
def read(wizard: Wizard, real_plan: Path, wait_until: Waiting) -> Wizard:
    """The wizard with the real plan read."""
    source = wizard.pages[FILE].source  # type: ignore[attr-defined]
    source.read(real_plan)
    wait_until(lambda: not source.reading)
    return wizard


def page(wizard: Wizard) -> Any:
    return wizard.pages[wizard.at]


def go_to(wizard: Wizard, number: int) -> Any:
    while wizard.at < number:
        before = wizard.at
        wizard.next()
        assert wizard.at > before, wizard.pages[before].problem()
    return page(wizard)


def test_a_plan_goes_through_the_five_pages_and_is_kept(read: Wizard, kept: list[SavedPlan]) -> None:
    go_to(read, SUMMARY)
    assert plans.newest_plan() is None
    read.next()
    assert [plan.known for plan in kept] == [False]
    assert len(plans.topics(kept[0].id)) == 13


def test_given_up_on_the_last_page_nothing_is_kept(read: Wizard, kept: list[SavedPlan]) -> None:
    go_to(read, SUMMARY)
    read.give_up()
    assert plans.newest_plan() is None
    assert not kept


def test_a_file_that_is_no_plan_is_explained_in_the_page(
    wizard: Wizard, tmp_path: Path, wait_until: Waiting, dialogs: Any
) -> None:
    disguised = tmp_path / "ke-hoach.txt"
    disguised.write_bytes(b"%PDF-1.7\n")
    source = page(wizard).source
    dialogs.answers.append(disguised)
    source.choosing.invoke()
    wait_until(lambda: not source.reading)
    assert "is a PDF with a wrong name" in str(source.words.label["text"])
    assert ".pdf" in str(source.note.label["text"])
    wizard.next()
    assert wizard.at == FILE
    assert not dialogs.errors


def test_the_starter_plan_needs_no_file(wizard: Wizard, hand: PlanInHand, wait_until: Waiting) -> None:
    page(wizard).source.starting.invoke()
    wait_until(lambda: hand.is_there)
    assert go_to(wizard, FACTS).form.values()["title"]


def test_facts_are_corrected_before_the_plan_is_kept(read: Wizard, kept: list[SavedPlan]) -> None:
    facts = go_to(read, FACTS)
    facts.form.fields["title"].insert("end", " (sửa)")
    facts.basis.number.delete(0, "end")
    facts.basis.number.insert(0, "200/KH-PGDĐT")
    go_to(read, SUMMARY)
    read.next()
    plan = plans.plan(kept[0].id)
    assert plan is not None
    assert plan.title.endswith("(sửa)")
    assert plan.basis.startswith("200/KH-PGDĐT|2024-03-12")


def test_a_plan_without_a_year_waits_for_one(read: Wizard) -> None:
    facts = go_to(read, FACTS)
    for name in ("title", "year_label", "school_year_label"):
        facts.form.fields[name].delete(0, "end")
    facts.form.fields["title"].insert(0, "Truyền thông")
    assert "Name the year" in str(facts.problem())
    facts.form.fields["year_label"].insert(0, "năm 2025")
    assert facts.problem() is None
    assert "1/2025 – 12/2025" in str(facts.covers["text"])


def test_a_line_is_split_where_the_cursor_stands(read: Wizard, hand: PlanInHand) -> None:
    topics = go_to(read, TOPICS)
    topics.tree.selection_set("0.0")
    read.update()
    topics.box.text.mark_set("insert", "1.10")
    topics.buttons["split"].invoke()
    first, second = (item.text for item in hand.draft.topics[0].items)
    assert first == "Thông tin"
    assert second.startswith("về việc")


def test_topics_are_renamed_added_taken_out_and_all_taken_back(read: Wizard, hand: PlanInHand) -> None:
    topics = go_to(read, TOPICS)
    topics.number.delete(0, "end")
    topics.number.insert(0, "1a")
    topics.box.set("Chính sách")
    topics.buttons["topic"].invoke()
    assert [(topic.printed_no, topic.title) for topic in hand.draft.topics[:2]] == [
        ("1a", "Chính sách"),
        (None, "New topic"),
    ]
    read.update()
    topics.buttons["item"].invoke()
    assert [item.text for item in hand.draft.topics[1].items] == ["New line"]
    read.update()
    topics.buttons["remove"].invoke()
    assert not hand.draft.topics[1].items
    topics.reset.invoke()
    assert hand.draft.topics == hand.read.topics


def test_amounts_and_channels_are_corrected_and_wrong_numbers_hold_the_page(
    read: Wizard, kept: list[SavedPlan]
) -> None:
    asks = go_to(read, ASKS)
    amount = asks.quotas.rows[0].amount
    amount.delete(0, "end")
    assert "whole number" in str(asks.problem())
    amount.insert(0, "2")
    asks.quotas.rows[0].scope.current(1)
    asks.channels._remove(asks.channels.rows[-1])
    go_to(read, SUMMARY)
    read.next()
    quota = plans.quotas(kept[0].id)[0]
    assert (quota.minimum, quota.scope) == (2, "unit")
    assert len(plans.channels()) == 3


def test_questions_may_be_settled_or_left_open(read: Wizard, kept: list[SavedPlan], hand: PlanInHand) -> None:
    asks = go_to(read, ASKS)
    place = next(place for place, one in enumerate(hand.draft.questions) if one.code == "no_number")
    asks.questions.rows[place].answer("15/KH-THS2MM")
    go_to(read, SUMMARY)
    read.next()
    plan = plans.plan(kept[0].id)
    assert plan is not None
    assert plan.number == "15/KH-THS2MM"
    assert sum(bool(question.answer) for question in plans.questions(plan.id)) == 1


def test_what_cannot_be_kept_leaves_the_wizard_open_with_everything_typed(
    read: Wizard, kept: list[SavedPlan], hand: PlanInHand, dialogs: Any
) -> None:
    asks = go_to(read, ASKS)
    place = next(place for place, one in enumerate(hand.draft.questions) if one.code == "no_date")
    asks.questions.rows[place].answer("hôm kia")
    go_to(read, SUMMARY)
    read.next()
    assert len(dialogs.errors) == 1
    assert read.winfo_exists()
    assert not kept
    assert plans.newest_plan() is None
