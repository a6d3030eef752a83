"""The articles' room built anew, hands that type as an input method does, dialogs that get their answer."""

from __future__ import annotations

import tkinter
from collections.abc import Callable
from typing import Any

import pytest
import ttkbootstrap as ttk

from db.models import Article
from db.queries import articles as rows
from desktop_app.core.home import Home
from desktop_app.ui.runner import Runner
from desktop_app.ui.screens.articles.room import ArticlesScreen
from desktop_app.ui.widgets.toast import Toast
from tests.core.makers import a_plan, a_school
from tests.ui.conftest import FakeDialogs, focus, turn
from tests.ui.screens.conftest import Sent

Press = Callable[[tkinter.Misc, str], None]

TITLE = "Ngày hội đọc sách ở Mường Mươn"
BODY = "Sáng nay, thầy và trò đọc sách dưới gốc cây ban."


CLERK = "Nguyễn Thị Hoa"


@pytest.fixture
def words() -> list[str]:
    """What the strip at the foot was told."""
    return []


@pytest.fixture
def furnish(
    place: ttk.Frame, home: Home, runner: Runner, dialogs: FakeDialogs, words: list[str], show: Sent
) -> Callable[[], ArticlesScreen]:
    """Builds the room anew, as after a new start of the program."""

    def build() -> ArticlesScreen:
        screen = ArticlesScreen(
            place,
            home=home,
            show=show,
            runner=runner,
            dialogs=dialogs,
            toast=Toast(place),
            by_name=lambda: CLERK,
            saved=words.append,
        )
        screen.pack(fill="both", expand=True)
        screen.refresh()
        turn(place)
        return screen

    return build


@pytest.fixture
def plan(home: Home) -> str:
    return a_plan()


@pytest.fixture
def principal(home: Home) -> str:
    return a_school()


@pytest.fixture
def screen(furnish: Callable[[], ArticlesScreen], plan: str) -> ArticlesScreen:
    return furnish()


def write(widget: Any, text: str) -> None:
    """Type as an input method for Vietnamese does: letters arrive whole, each with its key going up."""
    focus(widget)
    for letter in text:
        widget.insert("insert", letter)
        widget.event_generate("<KeyRelease>", keysym="a")


def opened(screen: ArticlesScreen, article_id: str) -> ArticlesScreen:
    screen.open(article_id=article_id)
    screen.refresh()
    turn(screen, 30)
    return screen


def state_of(article_id: str) -> str:
    article = rows.article(article_id)
    assert article is not None
    return article.state


def only_article() -> str:
    (found,) = Article.select()
    return str(found.id)
