"""Turning from month to month by arrows, by the panel of a year, by keys."""

from __future__ import annotations

from collections.abc import Callable

import ttkbootstrap as ttk

from desktop_app.core.periods import Month
from desktop_app.ui.widgets.month_switcher import MonthSwitcher
from tests.ui.conftest import turn

Press = Callable[[object, str], None]


def made(place: ttk.Frame, heard: list[Month]) -> MonthSwitcher:
    switcher = MonthSwitcher(place, Month(2024, 12), heard.append)
    switcher.pack()
    turn(place)
    return switcher


def test_the_arrows_cross_the_year(place: ttk.Frame) -> None:
    heard: list[Month] = []
    switcher = made(place, heard)
    switcher.after_.invoke()
    assert heard == [Month(2025, 1)]
    assert switcher.label["text"].strip() == "Month 1/2025"
    switcher.before.invoke()
    assert heard[-1] == Month(2024, 12)


def test_a_month_is_taken_from_the_year_that_folds_out(place: ttk.Frame, press: Press) -> None:
    heard: list[Month] = []
    switcher = made(place, heard)
    switcher.label.invoke()
    panel = switcher._panel
    assert panel is not None
    press(panel.months[11], "<Left>")
    assert place.focus_get() is panel.months[10]
    panel.turn(-1)
    press(panel.months[4], "<Return>")
    assert heard == [Month(2023, 5)]
    assert not panel.winfo_exists()


def test_escape_folds_the_year_away_and_changes_nothing(place: ttk.Frame, press: Press) -> None:
    heard: list[Month] = []
    switcher = made(place, heard)
    switcher.unfold()
    panel = switcher._panel
    assert panel is not None
    press(panel.months[3], "<Escape>")
    assert not panel.winfo_exists()
    assert heard == []


def test_setting_the_month_tells_nobody(place: ttk.Frame) -> None:
    heard: list[Month] = []
    made(place, heard).set(Month(2020, 1))
    assert heard == []
