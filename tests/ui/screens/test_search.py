"""Search on a real window: typed words, found things, marked words, Enter opens them."""

from __future__ import annotations

import pytest
import ttkbootstrap as ttk

from db.search import Hit
from desktop_app.core.home import Home
from desktop_app.ui.screens.search.drop_down import DropDown
from desktop_app.ui.screens.search.screen import SearchScreen
from desktop_app.ui.screens.search.words import GROUPS, KINDS, room_of
from desktop_app.ui.widgets.search_box import SearchBox
from tests.core.makers import a_picture, a_plan, an_article
from tests.ui.conftest import WaitUntil, focus
from tests.ui.screens.conftest import Sent


@pytest.fixture
def screen(place: ttk.Frame, home: Home, show: Sent) -> SearchScreen:
    screen = SearchScreen(place, show=show, home=home)
    screen.pack(fill="both", expand=True)
    return screen


def ask(screen: SearchScreen, text: str) -> None:
    screen.open(text=text)
    screen.refresh()


def test_words_without_accents_find_articles_captions_and_the_plan(screen: SearchScreen, wait_until: WaitUntil) -> None:
    an_article(a_plan())
    a_picture(caption="Lễ kỷ niệm ở sân trường")
    ask(screen, "le ky niem")
    assert {hit.kind for hit in screen.list.hits} == {"article", "media"}
    wait_until(lambda: screen.heading.line["text"] == "2 found")
    assert list(screen.tabs.buttons) == ["", "article", "media"]


def test_a_tab_shows_one_kind_alone(screen: SearchScreen, wait_until: WaitUntil) -> None:
    an_article(a_plan())
    a_picture(caption="Lễ kỷ niệm ở sân trường")
    ask(screen, "le ky niem")
    wait_until(lambda: "media" in screen.tabs.buttons)
    screen.tabs.choose("media")
    assert [hit.kind for hit in screen.list.hits] == ["media"]


def test_the_keys_choose_and_enter_opens(screen: SearchScreen, show: Sent) -> None:
    article = an_article(a_plan())
    ask(screen, "chào cờ")
    screen.focus_first()
    focus(screen.list.canvas)
    screen.list.canvas.event_generate("<Return>")
    assert show.to == [("articles", {"article_id": article, "find": "chào cờ"})]


def test_the_words_found_stand_on_a_wash(screen: SearchScreen) -> None:
    a_picture(caption="Lễ kỷ niệm ở sân trường")
    ask(screen, "ky niem")
    screen.update()
    canvas = screen.list.canvas
    texts = [canvas.itemcget(item, "text") for item in canvas.find_all() if str(canvas.type(item)) == "text"]
    assert {"kỷ", "niệm"} <= set(texts)


def test_nothing_typed_shows_how_to_search_and_nothing_found_what_to_try(screen: SearchScreen) -> None:
    ask(screen, "   ")
    assert screen.hint.winfo_manager() == "pack"
    ask(screen, "khongcogi")
    assert screen.nothing.winfo_manager() == "pack"
    assert screen.hint.winfo_manager() == screen.results.winfo_manager() == ""


def test_accents_that_nobody_wrote_are_forgiven_and_it_says_so(screen: SearchScreen) -> None:
    a_picture(caption="Lễ kỷ niệm")
    ask(screen, "kỳ niệm")
    assert screen.forgiven.winfo_manager() == "pack"
    ask(screen, "kỷ niệm")
    assert screen.forgiven.winfo_manager() == ""


def test_more_than_a_page_comes_on_demand(screen: SearchScreen) -> None:
    for number in range(60):
        a_picture(caption=f"Lễ khai giảng {number}", sha256=f"{number:064}")
    ask(screen, "khai giang")
    assert len(screen.list.hits) == 50
    screen.more.invoke()
    assert len(screen.list.hits) == 60
    assert screen.more.winfo_manager() == ""


def test_everything_found_has_a_room() -> None:
    rooms = {kind: room_of(Hit(kind, "1", "", "", "1"))[0] for kind in KINDS}
    assert rooms["article"] == rooms["comment"] == "articles"
    assert rooms["media"] == "media"
    assert rooms["topic"] == rooms["plan"] == "plan"
    assert set(KINDS) == set(GROUPS)
    assert room_of(Hit("plan", "item", "", "", "topic"))[1] == {"topic_id": "topic"}


class Typed:
    """A box with its drop-down, as in the bar of the window."""

    def __init__(self, place: ttk.Frame, show: Sent) -> None:
        self.all: list[str] = []
        self.box = SearchBox(place, "Find…", self._enter, typing=self._suggest)
        self.box.pack(anchor="ne")
        self.down = DropDown(place, self.box, show=show, see_all=self.all.append)
        focus(self.box.entry)

    def _enter(self, text: str) -> None:
        self.down.enter(text)

    def _suggest(self, text: str) -> None:
        self.down.suggest(text)

    def press(self, key: str) -> None:
        self.box.entry.event_generate(key)
        self.box.update()

    def type(self, text: str, wait_until: WaitUntil) -> None:
        self.box.entry.insert("end", text)
        self.press("<KeyRelease-a>")
        wait_until(lambda: self.down.is_open)


@pytest.fixture
def typed(place: ttk.Frame, home: Home, show: Sent) -> Typed:
    a_picture(caption="Lễ kỷ niệm")
    return Typed(place, show)


def test_the_first_things_found_drop_down_and_open_by_keys_alone(
    typed: Typed, show: Sent, wait_until: WaitUntil
) -> None:
    typed.type("ky nie", wait_until)
    typed.press("<Down>")
    typed.press("<Return>")
    assert [room for room, _wishes in show.to] == ["media"]
    assert not typed.down.is_open


def test_enter_with_none_chosen_shows_everything_found(typed: Typed, wait_until: WaitUntil) -> None:
    typed.type("ky nie", wait_until)
    typed.press("<Return>")
    assert typed.all == ["ky nie"]
    assert not typed.down.is_open


def test_escape_and_going_elsewhere_close_it(typed: Typed, place: ttk.Frame, wait_until: WaitUntil) -> None:
    typed.type("ky", wait_until)
    typed.press("<Escape>")
    assert not typed.down.is_open
    typed.type(" n", wait_until)
    other = ttk.Entry(place)
    other.pack()
    focus(other)
    wait_until(lambda: not typed.down.is_open)
