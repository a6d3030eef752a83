"""The small pieces: search box, tabs, checklist, form, tile, toast, scrolled room."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

import ttkbootstrap as ttk

from desktop_app.ui.widgets.checklist import Checklist, Line
from desktop_app.ui.widgets.form import Form
from desktop_app.ui.widgets.scrolled import Scrolled
from desktop_app.ui.widgets.search_box import SearchBox
from desktop_app.ui.widgets.tabs import Tab, Tabs
from desktop_app.ui.widgets.tile import MonthTile
from desktop_app.ui.widgets.toast import Toast
from desktop_app.ui.widgets.wrapped import Wrapped
from tests.ui.conftest import WaitUntil, focus, turn

Press = Callable[[object, str], None]


def test_the_search_waits_for_a_pause_and_asks_composed(place: ttk.Frame, wait_until: WaitUntil) -> None:
    asked: list[str] = []
    box = SearchBox(place, "Find…", asked.append)
    box.pack()
    focus(box.entry)
    for letter in unicodedata.normalize("NFD", "Tết"):
        box.entry.insert("end", letter)
        box.entry.event_generate("<KeyRelease>", keysym="a")
    assert asked == []
    wait_until(lambda: asked)
    assert asked == [unicodedata.normalize("NFC", "Tết")]


def test_the_hint_of_an_empty_search_is_no_text(place: ttk.Frame) -> None:
    box = SearchBox(place, "Find…", lambda text: None)
    assert box.entry.get() == "Find…"
    assert box.get() == ""
    box.set("trống")
    assert box.get() == "trống"


def test_tabs_keep_the_chosen_one_when_counts_change(place: ttk.Frame, press: Press) -> None:
    heard: list[str] = []
    tabs = Tabs(place, heard.append)
    tabs.pack()
    tabs.show([Tab("writing", "Writing", 3), Tab("review", "In review", 1)])
    press(tabs.buttons["writing"], "<Right>")
    assert heard == ["review"]
    tabs.show([Tab("writing", "Writing", 4), Tab("review", "In review", 0)])
    assert tabs.chosen == "review"
    assert tabs.buttons["writing"]["text"] == "Writing  4"


def test_a_line_of_the_checklist_leads_to_its_target(place: ttk.Frame) -> None:
    went: list[object] = []
    box = Checklist(place, went.append)
    box.show([Line("It has a title", "done"), Line("Photo 1 has no caption", "late", ("photos", 1))])
    assert len(box.links) == 1
    box.links[0].invoke()
    assert went == [("photos", 1)]


def test_the_same_lines_are_not_built_again(place: ttk.Frame) -> None:
    box = Checklist(place, lambda target: None)
    box.show([Line("one", "open", 1)])
    before = box.links[0]
    box.show([Line("one", "open", 1)])
    assert box.links[0] is before


def test_a_form_says_below_the_field_what_is_wrong(place: ttk.Frame) -> None:
    form = Form(place)
    form.entry("name", "Name", note="As in the decision", value="  Trường A ")
    form.tick("late", "Late", "Yes", value=True)
    assert form.values() == {"name": "Trường A", "late": True}
    form.check_on_leaving("name", lambda value: "" if value else "The name is missing")
    form.fields["name"].delete(0, "end")
    form.fields["name"].event_generate("<FocusOut>")
    label, _note = form._notes["name"]
    assert label["text"] == "The name is missing"
    form.wrong("name", "")
    assert label["text"] == "As in the decision"


def test_a_tile_shows_figures_state_and_act(place: ttk.Frame) -> None:
    pressed: list[str] = []
    tile = MonthTile(place, "Articles")
    tile.pack()
    tile.show(have=0, need=1, state="Almost", kind="soon", act="Record", command=lambda: pressed.append("record"))
    tile.button.invoke()
    assert (tile.have["text"], tile.need["text"], pressed) == ("0", "/1", ["record"])
    tile.show(have=1, need=1, state="Met", kind="good")
    turn(place)
    assert not tile.button.winfo_ismapped()


def test_a_toast_with_undo_stays_until_taken_back(place: ttk.Frame) -> None:
    done: list[str] = []
    toast = Toast(place)
    toast.say("3 articles moved to the trash", undo=lambda: done.append("back"))
    turn(place)
    assert toast.winfo_ismapped()
    toast.button.invoke()
    assert done == ["back"]
    assert not toast.winfo_ismapped()


def test_a_scrolled_room_follows_the_width_and_shows_a_field(place: ttk.Frame, wait_until: WaitUntil) -> None:
    room = Scrolled(place)
    room.pack(fill="both", expand=True)
    labels = [ttk.Label(room.inside, text=f"line {number}") for number in range(100)]
    for label in labels:
        label.pack(fill="x")
    wait_until(lambda: room.inside.winfo_width() == room.canvas.winfo_width() > 100)
    room.see(labels[-1])
    turn(place)
    assert labels[-1].winfo_rooty() < room.winfo_rooty() + room.winfo_height()


def test_the_wheel_rolls_the_room_even_over_widgets_made_later(place: ttk.Frame, wait_until: WaitUntil) -> None:
    room = Scrolled(place)
    room.pack(fill="both", expand=True)
    wait_until(room.winfo_viewable)
    labels = [ttk.Combobox(room.inside, values=["a", "b"], state="readonly") for _number in range(60)]
    for label in labels:
        label.pack(fill="x")
    wait_until(lambda: room.canvas.yview()[1] < 1)
    labels[0].event_generate("<Button-5>")
    assert room.canvas.yview()[0] > 0
    assert labels[0].get() == ""


def test_long_words_wrap_at_the_width_and_keep_their_room(place: ttk.Frame) -> None:
    short = Wrapped(place, "short", lines=2)
    long = Wrapped(place, "a sentence that is a good deal longer than the room given " * 2, lines=2)
    for column, each in enumerate((short, long)):
        each.place(x=column * 600, y=0, width=500)
    turn(place, 50)
    assert short.winfo_reqheight() == long.winfo_reqheight()
