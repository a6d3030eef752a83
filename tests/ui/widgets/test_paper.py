"""The pages of a paper: turned and zoomed by keys and the wheel, drawn only when they are looked at."""

from __future__ import annotations

import pytest
import ttkbootstrap as ttk
from PIL import Image

from desktop_app.ui.widgets.paper import KEPT, Paper
from desktop_app.ui.window import Window
from tests.ui.conftest import WaitUntil, turn


class SevenPages:
    """Pages that remember which of them were drawn, and how wide."""

    def __init__(self, count: int = 7) -> None:
        self.count = count
        self.drawn: list[tuple[int, int]] = []

    def size(self, number: int) -> tuple[float, float]:
        return 595.0, 842.0

    def picture(self, number: int, width: int) -> Image.Image:
        self.drawn.append((number, width))
        return Image.new("RGB", (width, round(width * 842 / 595)), "white")


@pytest.fixture
def pages() -> SevenPages:
    return SevenPages()


@pytest.fixture
def paper(window: Window, place: ttk.Frame, pages: SevenPages, wait_until: WaitUntil) -> Paper:
    paper = Paper(place)
    paper.pack(fill="both", expand=True)
    paper.show(pages)
    wait_until(lambda: pages.drawn)
    paper.sheet.focus_force()
    turn(window)
    return paper


def key(paper: Paper, name: str) -> None:
    paper.sheet.event_generate(name)
    turn(paper)


def test_keys_turn_the_pages_and_the_ends_are_ends(paper: Paper) -> None:
    seen = []
    for name in ("<Next>", "<Next>", "<Prior>", "<End>", "<Next>", "<Home>", "<Prior>"):
        key(paper, name)
        seen.append(paper.number)
    assert seen == [2, 3, 2, 7, 7, 1, 1]
    assert paper.where["text"] == "Page 1 of 7"
    assert str(paper.before["state"]) == "disabled"


def test_only_the_pages_looked_at_are_drawn(paper: Paper, pages: SevenPages) -> None:
    key(paper, "<Next>")
    key(paper, "<Prior>")
    key(paper, "<Next>")
    assert [number for number, _width in pages.drawn] == [1, 2]


def test_a_page_is_drawn_anew_when_it_is_larger(paper: Paper, pages: SevenPages) -> None:
    fitting = pages.drawn[-1][1]
    key(paper, "<plus>")
    key(paper, "<plus>")
    assert pages.drawn[-1][1] == round(fitting * 1.5)
    assert str(paper.whole["state"]) == "normal"
    key(paper, "<Key-0>")
    assert str(paper.smaller["state"]) == "disabled"


def test_the_arrows_move_in_a_large_page_and_turn_at_its_end(paper: Paper) -> None:
    key(paper, "<plus>")
    key(paper, "<Down>")
    assert paper.number == 1
    assert paper.sheet.yview()[0] > 0
    for _press in range(20):
        key(paper, "<Down>")
    assert paper.number > 1
    paper.go_to(2)
    key(paper, "<Home>")
    key(paper, "<Next>")
    key(paper, "<Up>")
    assert paper.number == 1
    assert paper.sheet.yview()[1] == 1.0, "coming from below, its end is seen"


def test_few_drawn_pages_are_kept(paper: Paper) -> None:
    for _page in range(6):
        key(paper, "<Next>")
    assert len(paper._drawn) == KEPT


def test_a_shorter_paper_shows_its_last_page(paper: Paper) -> None:
    key(paper, "<End>")
    paper.show(SevenPages(2))
    assert paper.where["text"] == "Page 2 of 2"


def test_without_pages_it_says_a_sentence(paper: Paper) -> None:
    paper.say("Being drawn")
    assert paper.where["text"] == ""
    for name in ("<Next>", "<plus>", "<End>", "<Down>"):
        key(paper, name)
    assert paper.count == 0
