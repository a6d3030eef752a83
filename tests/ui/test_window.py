"""The frame: rooms, months, keys, leaving, errors, size."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest
import ttkbootstrap as ttk

from desktop_app.core.periods import Month
from desktop_app.ui.room import Room
from desktop_app.ui.screens.screen import Screen
from desktop_app.ui.window import Window
from tests.ui.conftest import EMPTY_ROOMS, FakeDialogs, WaitUntil, focus, turn

Press = Callable[[object, str], None]


class Diary(Screen):
    """A screen that writes down what happens to it."""

    def __init__(self, parent: ttk.Frame, log: list[Any]) -> None:
        super().__init__(parent)
        self.log, self.may_go = log, True
        self.entry = ttk.Entry(self)
        self.entry.pack()
        self.text = ttk.Text(self, height=3)
        self.text.pack()

    def open(self, **wishes: Any) -> None:
        self.log.append(("open", wishes))

    def refresh(self) -> None:
        self.log.append(("refresh", self.month))

    def leave(self) -> bool:
        return self.may_go

    def acts(self) -> Mapping[str, Callable[[], object]]:
        return {act: lambda act=act: self.log.append(act) for act in ("new", "save", "delete", "print", "export")}  # type: ignore[misc]


@pytest.fixture
def log() -> list[Any]:
    return []


@pytest.fixture
def diary(window: Window, log: list[Any]) -> Diary:
    others = [room for room in EMPTY_ROOMS if room.name != "articles"]
    window.furnish([Room("articles", "Articles", "newspaper", lambda parent: Diary(parent, log)), *others])
    window.show("articles", article_id="a1")
    turn(window, 30)
    screen = window.screen
    assert isinstance(screen, Diary)
    return screen


def test_a_room_is_opened_with_its_wishes_and_made_once(window: Window, diary: Diary, log: list[Any]) -> None:
    assert log == [("open", {"article_id": "a1"}), ("refresh", window.month)]
    window.show("calendar")
    window.show("articles")
    assert window.screen is diary
    assert log[-2] == ("open", {})


def test_escape_goes_back_to_the_room_before(window: Window, diary: Diary, press: Press) -> None:
    window.show("calendar")
    press(window.rail.buttons["calendar"], "<Escape>")
    assert window.room == "articles"


def test_a_screen_that_may_not_be_left_stays(window: Window, diary: Diary) -> None:
    diary.may_go = False
    window.rail.buttons["calendar"].invoke()
    assert window.room == "articles"
    assert window.rail._chosen.get() == "articles"
    before = window.month
    window.months.step(1)
    assert window.month == window.months.month == before
    assert window._close() is False


def test_the_month_of_the_window_reaches_the_screen(window: Window, diary: Diary, log: list[Any]) -> None:
    window.show_month(Month(2024, 5))
    assert log[-1] == ("refresh", Month(2024, 5))
    window.months.step(1)
    assert log[-1] == ("refresh", Month(2024, 6))


@pytest.mark.parametrize(
    ("key", "act"),
    [("<Control-n>", "new"), ("<Control-s>", "save"), ("<Control-p>", "print"), ("<Control-E>", "export")],
)
def test_keys_reach_the_screen_even_from_a_text(diary: Diary, log: list[Any], press: Press, key: str, act: str) -> None:
    diary.text.insert("1.0", "một\nhai")
    press(diary.text, key)
    assert log[-1] == act
    assert diary.text.get("1.0", "end-1c") == "một\nhai"


def test_delete_in_a_field_deletes_a_letter_and_nothing_else(diary: Diary, log: list[Any], press: Press) -> None:
    diary.entry.insert(0, "ab")
    diary.entry.icursor(0)
    press(diary.entry, "<Delete>")
    assert diary.entry.get() == "b"
    assert "delete" not in log


def test_control_and_a_digit_show_a_room(window: Window, diary: Diary, press: Press) -> None:
    upper = [room for room in window._rooms.values() if not room.low]
    press(diary.entry, "<Control-Key-3>")
    assert window.room == upper[2].name


def test_control_k_opens_the_search_and_wipes_nothing(window: Window, diary: Diary, press: Press) -> None:
    diary.entry.insert(0, "xin chào")
    diary.entry.icursor(0)
    press(diary.entry, "<Control-k>")
    assert diary.entry.get() == "xin chào"
    assert window.focus_get() is window.search.entry


def test_searching_shows_the_results_with_the_text(window: Window, diary: Diary, wait_until: WaitUntil) -> None:
    asked: list[dict[str, Any]] = []

    class Results(Screen):
        def open(self, **wishes: Any) -> None:
            asked.append(wishes)

    window.furnish([Room("search", "Search", "search", Results, low=True)])
    focus(window.search.entry)
    window.search.entry.insert(0, "Điện Biên")
    window.search.entry.event_generate("<Return>")
    wait_until(lambda: asked)
    assert asked == [{"text": "Điện Biên"}]
    assert window.focus_get() is window.search.entry


@pytest.mark.parametrize("key", ["<Key-space>", "<Return>"])
def test_space_and_enter_press_a_button(window: Window, place: ttk.Frame, press: Press, key: str) -> None:
    pressed: list[str] = []
    button = ttk.Button(place, text="Do it", command=lambda: pressed.append("pressed"))
    button.pack()
    press(button, key)
    if key == "<Key-space>":
        press(button, "<KeyRelease-space>")
    assert pressed == ["pressed"]


def test_space_does_not_press_a_greyed_button(place: ttk.Frame, press: Press) -> None:
    pressed: list[str] = []
    button = ttk.Button(place, text="Do it", state="disabled", command=lambda: pressed.append("pressed"))
    button.pack()
    press(button, "<KeyRelease-space>")
    assert pressed == []


def test_f1_shows_the_keys_and_escape_puts_them_away(window: Window, diary: Diary, press: Press) -> None:
    window.after(50, lambda: diary.entry.event_generate("<F1>"))
    diary.entry.focus_force()
    cards: list[Any] = []

    def shut() -> None:
        cards.extend(child for child in window.winfo_children() if isinstance(child, ttk.Toplevel))
        cards[0].give_up()

    window.after(300, shut)
    turn(window, 600)
    assert cards
    assert not cards[0].winfo_exists()


@pytest.mark.usefixtures("diary", "expects_errors")
def test_an_unexpected_error_goes_to_the_dialogs(window: Window, dialogs: FakeDialogs) -> None:
    error = ValueError("nobody thought of this")

    def fails() -> None:
        raise error

    window.after(1, fails)
    turn(window, 30)
    assert dialogs.errors == [error]


def test_dark_is_remembered(window: Window) -> None:
    window.use_theme("dark")
    assert window._settings.theme == "loa-dark"
    window.use_theme("light")
    assert str(window.theme_use()) == "loa-light"


def test_another_language_builds_the_room_anew(window: Window) -> None:
    window.show("calendar")
    before = window.screen
    window.use_language("vi")
    try:
        assert window.room == "calendar"
        assert window.screen is not before
        assert window._settings.language == "vi"
    finally:
        window.use_language("en")


def test_the_toast_outlives_the_rooms(window: Window, wait_until: WaitUntil) -> None:
    window.show("calendar")
    window.furnish(EMPTY_ROOMS)
    window.show("calendar")
    window.toast.say("Kept")
    # Mapped first and put in its place a breath later: both are awaited, and both are asserted.
    wait_until(lambda: window.toast.winfo_ismapped() and window.toast.winfo_rooty() > window.winfo_height() // 2)
    assert window.toast.winfo_ismapped()
    assert window.toast.winfo_rooty() > window.winfo_height() // 2
    window.toast.close()


@pytest.mark.parametrize(("kept", "size"), [("1200x700", (1200, 700)), ("1100x650+5000+5000", (1100, 650))])
def test_the_size_is_remembered_but_not_a_place_on_a_screen_that_is_gone(
    window: Window, kept: str, size: tuple[int, int]
) -> None:
    before, window._settings.window_size = window.geometry(), kept
    window._take_size()
    turn(window, 50)
    assert (window.winfo_width(), window.winfo_height()) == size
    assert window.winfo_rootx() < window.winfo_screenwidth()
    window.geometry(before)
    window._settings.window_size = ""
