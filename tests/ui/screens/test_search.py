"""Search on a real window: typed words, found things, Enter opens them."""

from __future__ import annotations

import pytest
import ttkbootstrap as ttk

from desktop_app.core.home import Home
from desktop_app.ui.screens.search import SearchScreen, room_of
from tests.core.makers import a_picture, a_plan, an_article
from tests.ui.screens.conftest import Sent


@pytest.fixture
def screen(place: ttk.Frame, home: Home, show: Sent) -> SearchScreen:
    screen = SearchScreen(place, show=show)
    screen.pack(fill="both", expand=True)
    return screen


def test_words_without_accents_find_articles_captions_and_the_plan(screen: SearchScreen) -> None:
    an_article(a_plan())
    a_picture(caption="Lễ kỷ niệm ở sân trường")
    screen.open(text="le ky niem")
    screen.refresh()
    assert screen.heading.line["text"] == "2 found"
    assert {hit.kind for hit in screen._hits} == {"article", "media"}


def test_enter_opens_what_was_found(screen: SearchScreen, show: Sent) -> None:
    article = an_article(a_plan())
    screen.open(text="chào cờ")
    screen.refresh()
    screen._open(screen.table.rows[0])
    assert show.to == [("articles", {"article_id": article})]


def test_nothing_typed_shows_how_to_search(screen: SearchScreen) -> None:
    screen.open(text="   ")
    screen.refresh()
    assert screen.hint.winfo_manager() == "pack"
    assert screen.card.winfo_manager() == ""


@pytest.mark.parametrize(
    ("kind", "room"), [("article", "articles"), ("media", "media"), ("topic", "plan"), ("plan", "plan")]
)
def test_everything_found_has_a_room(kind: str, room: str) -> None:
    assert room_of(kind, "1")[0] == room
