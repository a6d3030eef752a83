"""The room of the trash on a real window: back by row or all at once, and the log beside it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
import ttkbootstrap as ttk

from db.queries import article_list
from desktop_app.core import articles, trash
from desktop_app.core.home import Home
from desktop_app.ui.screens.trash import TrashScreen, days_left, days_words
from desktop_app.ui.widgets.toast import Toast
from tests.core.makers import a_picture, a_plan, an_article
from tests.ui.conftest import FakeDialogs, WaitUntil, turn


@pytest.fixture
def room(place: ttk.Frame, home: Home, dialogs: FakeDialogs) -> TrashScreen:
    screen = TrashScreen(place, dialogs=dialogs, toast=Toast(place), by_name=lambda: "Hoa")
    screen.pack(fill="both", expand=True)
    screen.refresh()
    turn(place)
    return screen


def filled(room: TrashScreen) -> None:
    plan = a_plan()
    trash.put_in(trash.ARTICLE, [an_article(plan), an_article(plan)], by_name="Hoa", reason="Trùng")
    trash.put_in(trash.ASSET, [a_picture()])
    room.refresh()
    turn(room, 60)


def test_an_empty_trash_says_what_it_is_for(room: TrashScreen) -> None:
    assert room.empty.winfo_manager()
    assert not room.card.winfo_manager()


def test_what_is_chosen_goes_back(room: TrashScreen, wait_until: WaitUntil) -> None:
    filled(room)
    wait_until(lambda: [thing.days for thing in room.table.rows] == [30, 30, 30])
    room.table.go_to(1)
    room.back.invoke()
    assert article_list.article_counts()["writing"] == 1
    assert room.table.count == 2


def test_everything_goes_back_after_a_question(room: TrashScreen, dialogs: FakeDialogs) -> None:
    filled(room)
    dialogs.answers += [False, True]
    room.all.invoke()
    assert room.table.count == 3
    room.all.invoke()
    assert room.empty.winfo_manager()
    assert article_list.article_counts()["writing"] == 2


def test_the_log_says_who_did_what_and_can_be_narrowed(room: TrashScreen, wait_until: WaitUntil) -> None:
    filled(room)
    articles.start_article(None, by_name="Ân")
    room.open(tab="log")
    room.refresh()
    log = room.log
    wait_until(lambda: len(log.table.rows) > 5)
    assert [row.by_name for row in log.table.rows][:2] == ["Ân", ""]
    assert {row.title for row in log.table.rows} == {"", "Lễ kỷ niệm 07/5", "Lễ chào cờ"}
    log.act._offer()
    log.person._offer()
    assert "Moved to the trash" in log.act["values"]
    log.person.set("Hoa")
    log._narrow()
    assert {row.act for row in log.table.rows} == {"put in trash"}
    assert log.table.count == 2


def test_the_days_left_are_counted_to_the_last() -> None:
    moment = datetime(2024, 5, 31, tzinfo=UTC)
    assert days_left("2024-05-01T00:00:00.000Z", moment) == 0
    assert days_left("2024-05-30T12:00:00.000Z", moment) == 30
    assert (days_words(3), days_words(0)) == ("3 days", "Last day")
