"""Choosing in a long list, by id, without a window."""

from __future__ import annotations

from desktop_app.ui.widgets.selection import Selection


def letters() -> Selection:
    return Selection(lambda first, last: list("abcdefgh"[first : last + 1]))


def test_shift_reaches_in_both_directions_from_the_same_row() -> None:
    selection = letters()
    selection.go(3)
    selection.reach(5)
    assert list(selection.chosen) == ["d", "e", "f"]
    selection.reach(1)
    assert list(selection.chosen) == ["b", "c", "d"]


def test_control_adds_and_takes_out() -> None:
    selection = letters()
    selection.go(0)
    selection.toggle(2)
    selection.toggle(0)
    assert list(selection.chosen) == ["c"]
