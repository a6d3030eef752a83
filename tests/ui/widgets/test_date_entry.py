"""Dates typed as people type them; nothing is rewritten before the field is left."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
import ttkbootstrap as ttk

from desktop_app.ui.widgets.date_entry import DateEntry
from tests.ui.conftest import turn

Press = Callable[[object, str], None]


def made(place: ttk.Frame, value: date | None = None, **wishes: object) -> DateEntry:
    entry = DateEntry(place, value, **wishes)  # type: ignore[arg-type]
    entry.pack()
    turn(place)
    return entry


def type_in(entry: DateEntry, text: str) -> None:
    entry.entry.delete(0, "end")
    entry.entry.insert(0, text)


@pytest.mark.parametrize("text", ["7/5/24", "07-05-2024", "7.5.2024", "07/05/2024"])
def test_every_usual_way_means_the_same_day(place: ttk.Frame, text: str) -> None:
    entry = made(place)
    type_in(entry, text)
    assert entry.get() == date(2024, 5, 7)


def test_leaving_tidies_the_date_and_tells_once(place: ttk.Frame) -> None:
    told: list[str] = []
    entry = made(place, changed=lambda: told.append("changed"))
    type_in(entry, "7/5/24")
    assert entry.entry.get() == "7/5/24"
    entry.entry.event_generate("<FocusOut>")
    entry.entry.event_generate("<FocusOut>")
    assert entry.entry.get() == "07/05/2024"
    assert told == ["changed"]


@pytest.mark.parametrize("text", ["11/25/2026", "31/2/2024", "hôm qua"])
def test_a_wrong_date_is_said_quietly_and_kept(place: ttk.Frame, text: str) -> None:
    told: list[str] = []
    entry = made(place, date(2024, 5, 7), changed=lambda: told.append("changed"))
    type_in(entry, text)
    entry.check()
    assert text in entry.line["text"]
    assert entry.entry.get() == text
    assert entry.get() is None
    assert told == []


def test_an_empty_date_is_no_date_and_no_problem(place: ttk.Frame) -> None:
    told: list[str] = []
    entry = made(place, date(2024, 5, 7), changed=lambda: told.append("changed"))
    type_in(entry, "")
    entry.check()
    assert entry.get() is None
    assert entry.problem() == ""
    assert told == ["changed"]
