"""A bar that is there only while needed, and never comes and goes for ever."""

from __future__ import annotations

import ttkbootstrap as ttk

from desktop_app.ui.widgets.scrolled import Scrolled
from desktop_app.ui.widgets.wrapped import Wrapped
from tests.ui.conftest import turn

WORDS = "Sáng nay học sinh toàn trường dự ngày hội đọc sách ở góc thư viện xanh. " * 4


def room_of(place: ttk.Frame, height: int) -> Scrolled:
    """A room of 300 pixels with words that break anew at every width."""
    room = Scrolled(place)
    room.place(x=0, y=0, width=300, height=height)
    Wrapped(room.inside, WORDS).pack(fill="x")
    return room


def test_the_bar_comes_with_what_does_not_fit_and_goes_with_it(place: ttk.Frame) -> None:
    room = room_of(place, 60)
    turn(place, 200)
    assert room.bar.winfo_manager()
    room.place(height=600)
    turn(place, 200)
    assert not room.bar.winfo_manager()


def test_the_window_comes_to_rest_at_every_height(place: ttk.Frame) -> None:
    room = room_of(place, 100)
    for height in range(90, 260, 5):
        room.place(height=height)
        turn(place, 60)
        before = room.bar.winfo_manager()
        turn(place, 30)
        assert room.bar.winfo_manager() == before, height


def test_a_room_that_was_never_shown_rests_too(place: ttk.Frame) -> None:
    room = Scrolled(place)
    for words in (WORDS, WORDS[:70], WORDS[:35]):
        Wrapped(room.inside, words).pack(fill="x")
    turn(place, 100)
    asked: list[int] = []
    room.inside.bind("<Configure>", lambda event: asked.append(event.width), "+")
    turn(place, 200)
    assert not asked
