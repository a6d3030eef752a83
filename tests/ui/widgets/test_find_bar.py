"""Finding and replacing in a body on a real window."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import ttkbootstrap as ttk

from desktop_app.ui.widgets.find_bar import FindBar
from desktop_app.ui.widgets.rich_text import RichText
from tests.ui.conftest import WaitUntil, focus, turn

Press = Callable[[object, str], None]
BODY = "Trường em **trường** xa\n\n- truong\n\nTRƯỜNG Mươn"


@pytest.fixture
def body(place: ttk.Frame) -> RichText:
    body = RichText(place)
    body.grid(row=1)
    body.set(BODY)
    return body


@pytest.fixture
def bar(place: ttk.Frame, body: RichText) -> FindBar:
    bar = FindBar(place, body)
    bar.grid(row=0)
    bar.grid_remove()
    body.text.mark_set("insert", "1.0")
    return bar


def look_for(bar: FindBar, words: str) -> None:
    bar.open()
    bar.wanted.delete(0, "end")
    bar.wanted.insert(0, words)
    bar.look()


def marked(body: RichText, look: str) -> list[str]:
    ends = [str(index) for index in body.text.tag_ranges(look)]
    return [body.text.get(start, end) for start, end in zip(ends[::2], ends[1::2], strict=True)]


def test_every_find_is_marked_and_counted_without_regard_to_accents(bar: FindBar, body: RichText) -> None:
    look_for(bar, "truong")
    assert marked(body, "found") == ["Trường", "trường", "truong", "TRƯỜNG"]
    assert marked(body, "here") == ["Trường"]
    assert bar.count["text"] == "1/4"
    look_for(bar, "trường")
    assert bar.count["text"] == "1/3"


def test_enter_goes_on_and_shift_enter_back_all_around(bar: FindBar, body: RichText, press: Press) -> None:
    look_for(bar, "truong")
    press(bar.wanted, "<Return>")
    assert bar.count["text"] == "2/4"
    press(bar.wanted, "<Shift-Return>")
    press(bar.wanted, "<Shift-Return>")
    assert (bar.count["text"], marked(body, "here")) == ("4/4", ["TRƯỜNG"])


def test_typing_looks_by_itself_after_a_pause(bar: FindBar, wait_until: WaitUntil) -> None:
    bar.open()
    focus(bar.wanted)
    bar.wanted.insert(0, "muon")
    bar.wanted.event_generate("<KeyRelease>", keysym="n")
    wait_until(lambda: bar.count["text"] == "1/1")


def test_one_is_replaced_and_the_next_is_shown(bar: FindBar, body: RichText) -> None:
    look_for(bar, "truong")
    bar.words.insert(0, "lớp")
    bar.replace()
    assert body.get().startswith("lớp em **trường**")
    assert (bar.count["text"], marked(body, "here")) == ("1/3", ["trường"])


def test_all_are_replaced_in_one_step_and_keep_their_looks(bar: FindBar, body: RichText) -> None:
    look_for(bar, "truong")
    bar.words.insert(0, "lớp")
    bar.replace_all()
    assert body.get() == "lớp em **lớp** xa\n\n- lớp\n\nlớp Mươn"
    assert bar.count["text"] == "4 replaced"
    body.undo()
    assert body.get() == BODY


def test_words_that_hold_what_they_replace_are_passed_over(bar: FindBar, body: RichText) -> None:
    look_for(bar, "truong")
    bar.words.insert(0, "trường ta")
    bar.replace()
    bar.replace()
    assert body.plain().startswith("trường ta em trường ta xa\ntruong")
    assert marked(body, "here") == ["truong"]


def test_esc_closes_and_leaves_the_cursor_at_the_find(bar: FindBar, body: RichText, press: Press) -> None:
    look_for(bar, "xa")
    press(bar.wanted, "<Escape>")
    assert not bar.is_open
    assert not marked(body, "found")
    assert body.plain()[slice(*body.selected())] == "xa"  # type: ignore[misc]


def test_the_selection_is_what_is_looked_for(bar: FindBar, body: RichText, wait_until: WaitUntil) -> None:
    focus(body.text)
    start = body.plain().index("Mươn")
    body.select(start, start + 4)
    bar.open(replace=True)
    assert bar.wanted.get() == "Mươn"
    wait_until(lambda: str(bar.tk.call("focus")) == str(bar.words))


def test_a_body_that_may_only_be_read_can_be_searched_but_not_changed(bar: FindBar, body: RichText) -> None:
    body.enable(False)
    look_for(bar, "truong")
    assert bar.all.instate(["disabled"])
    bar.replace_all()
    assert body.get() == BODY


def test_finds_follow_what_is_written_meanwhile(bar: FindBar, body: RichText, wait_until: WaitUntil) -> None:
    look_for(bar, "xa")
    body.text.insert("1.0", "xa ")
    wait_until(lambda: bar.count["text"] == "1/2")
    turn(bar)
    assert marked(body, "found") == ["xa", "xa"]
