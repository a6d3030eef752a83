"""The plan as a screen, with a real school's plan in it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import ttkbootstrap as ttk

from db.queries import plans
from desktop_app.core import i18n
from desktop_app.core.home import Home
from desktop_app.core.plans.files import read_plan_file
from desktop_app.core.plans.saving import save_plan
from desktop_app.ui.screens.plan import words as plan_words
from desktop_app.ui.screens.plan.screen import PlanScreen
from desktop_app.ui.window import Window

Waiting = Callable[[Callable[[], object]], None]


@pytest.fixture
def plan_id(home: Home, real_plan: Path) -> str:
    return save_plan(read_plan_file(real_plan), source_name=real_plan.name).id


@pytest.fixture
def screen(window: Window, place: ttk.Frame, dialogs: Any, home: Home, show: Any) -> PlanScreen:
    screen = PlanScreen(place, show=show, runner=window.runner, dialogs=dialogs, toast=window.toast, by_name=lambda: "")
    screen.pack(fill="both", expand=True)
    screen.refresh()
    window.update_idletasks()
    return screen


def test_without_a_plan_the_screen_offers_to_import_one(screen: PlanScreen) -> None:
    assert screen.empty.winfo_manager()
    assert not screen.room.winfo_manager()
    assert not screen.printing.winfo_manager()


def test_the_topics_stand_in_the_papers_order_with_its_numbers(screen: PlanScreen, plan_id: str) -> None:
    screen.refresh()
    table = screen.topics.table
    lines = table._page(0, table.count)
    assert [line.number for line in lines] == [*"12", *map(str, range(4, 14)), plan_words.NO_NUMBER]
    assert "no number 3" in str(screen.topics.note.label["text"])
    assert "199/KH-PGDĐT" in str(screen.line.label["text"])
    assert "counted from 3/2024" in str(screen.line.label["text"])


def test_a_chosen_topic_shows_its_printed_lines_put_right(screen: PlanScreen, plan_id: str) -> None:
    screen.refresh()
    screen.topics.table.go_to(0)
    assert "HĐND huyện, UBND huyện" in screen.topics.detail.page.words
    assert "huện" in plans.source_text(plan_id)


def test_an_article_is_begun_on_the_chosen_topic(screen: PlanScreen, plan_id: str, show: Any) -> None:
    screen.refresh()
    screen.topics.table.go_to(10)
    screen.topics.detail.start.invoke()
    topic = plans.topics(plan_id)[10]
    assert show.to == [("articles", {"new": True, "topic_id": topic.id})]


def test_clauses_channels_and_source_have_their_tabs(screen: PlanScreen, plan_id: str) -> None:
    screen.refresh()
    for tab in ("clauses", "channels", "questions", "source"):
        screen.tabs.choose(tab)
        assert screen.panels[tab].winfo_manager()
    assert "I.1  Mục đích" in screen.clauses.page.words
    assert screen.channels.table.count == 4
    assert "truyên truyền" in screen.source.page.words


def test_an_answer_is_kept_at_once_and_the_count_goes_down(screen: PlanScreen, plan_id: str) -> None:
    screen.refresh()
    before = sum(not question.answer for question in plans.questions(plan_id))
    place = next(one.place for one in plans.questions(plan_id) if one.code == "number_missing")
    screen.questions.list.rows[place].buttons[0].invoke()
    assert plans.questions(plan_id)[place].answer == "No, it is printed so"
    assert str(screen.tabs.buttons["questions"]["text"]).endswith(str(before - 1))


def test_an_answer_that_is_no_day_is_said_and_not_kept(screen: PlanScreen, plan_id: str, dialogs: Any) -> None:
    screen.refresh()
    place = next(one.place for one in plans.questions(plan_id) if one.code == "no_date")
    screen.questions.list.rows[place].answer("hôm kia")
    assert len(dialogs.errors) == 1
    assert not plans.questions(plan_id)[place].answer


def test_a_search_result_leads_to_its_topic(screen: PlanScreen, plan_id: str) -> None:
    topic = plans.topics(plan_id)[-1]
    screen.open(topic_id=topic.id)
    assert screen.topics.table.selected == [topic.id]
    assert topic.title in screen.topics.detail.page.words


def test_the_plan_is_printed_where_the_user_wants(
    screen: PlanScreen, plan_id: str, dialogs: Any, tmp_path: Path, wait_until: Waiting, window: Window
) -> None:
    screen.refresh()
    dialogs.answers.append(tmp_path / "plan.pdf")
    screen.printing.invoke()
    wait_until(lambda: not window.runner.busy)
    assert (tmp_path / "plan.pdf").read_bytes().startswith(b"%PDF")


def test_the_plan_speaks_vietnamese(screen: PlanScreen, plan_id: str) -> None:
    i18n.set_language("vi")
    quotas = plans.quotas(plan_id)
    assert plan_words.quota_sentence(quotas) == "mỗi tháng ít nhất 1 tin bài, 1 ảnh hoặc video"
    assert plan_words.gap_note(["1", "3", None]) == "Văn bản gốc không có số 2. Có 1 chủ đề in không đánh số (–)."
