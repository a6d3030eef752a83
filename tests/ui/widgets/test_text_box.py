"""Writing: pauses are told, letters come out composed, Tab leaves, undo goes word by word."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

import ttkbootstrap as ttk

from desktop_app.ui.widgets.text_box import TextBox
from tests.ui.conftest import WaitUntil, focus, turn

Press = Callable[[object, str], None]


def made(place: ttk.Frame) -> TextBox:
    box = TextBox(place)
    box.pack()
    focus(box.text)
    turn(place)
    return box


def type_in(box: TextBox, text: str) -> None:
    for letter in text:
        box.text.insert("insert", letter)
        box.text.event_generate("<KeyRelease>", keysym="a")


def test_a_pause_is_told_once(place: ttk.Frame, wait_until: WaitUntil) -> None:
    kept: list[str] = []
    box = made(place)
    box.on_pause(0.05, lambda: kept.append(box.get()))
    type_in(box, "Xin")
    assert kept == []
    wait_until(lambda: kept)
    turn(place, 120)
    assert kept == ["Xin"]


def test_leaving_tells_what_was_not_told_yet(place: ttk.Frame) -> None:
    kept: list[str] = []
    box = made(place)
    box.on_pause(60, lambda: kept.append(box.get()))
    type_in(box, "Xin")
    box.text.event_generate("<FocusOut>")
    assert kept == ["Xin"]


def test_moving_the_cursor_is_no_change(place: ttk.Frame) -> None:
    kept: list[str] = []
    box = made(place)
    box.set("Xin chào")
    box.on_pause(0.02, lambda: kept.append("kept"))
    box.text.event_generate("<KeyRelease>", keysym="Left")
    turn(place, 80)
    assert kept == []
    assert not box.changed


def test_decomposed_letters_come_out_composed(place: ttk.Frame) -> None:
    box = made(place)
    box.text.insert("1.0", unicodedata.normalize("NFD", "Tết ở Mường Mươn"))
    assert box.get() == unicodedata.normalize("NFC", "Tết ở Mường Mươn")


def test_tab_goes_to_the_next_field(place: ttk.Frame, press: Press, wait_until: WaitUntil) -> None:
    box = made(place)
    after = ttk.Entry(place)
    after.pack()
    wait_until(after.winfo_viewable)
    press(box.text, "<Tab>")
    assert place.focus_get() is after
    assert box.get() == ""


def test_undo_takes_back_one_word(place: ttk.Frame, press: Press) -> None:
    box = made(place)
    box.text.focus_force()
    turn(place)
    for key in ("a", "b", "space", "c", "d"):
        box.text.event_generate(f"<Key-{key}>")
    assert box.get() == "ab cd"
    box.text.edit_undo()
    assert box.get() == "ab"
    press(box.text, "<Control-y>")
    assert box.get() == "ab cd"


def test_a_new_text_leaves_the_cursor_and_forgets_the_undo(place: ttk.Frame) -> None:
    box = made(place)
    box.set("một hai ba")
    box.text.mark_set("insert", "1.4")
    box.set("một hai ba bốn")
    assert box.text.index("insert") == "1.4"
    assert not box.text.edit("canundo")
