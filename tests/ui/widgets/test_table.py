"""A table of 100,000 rows: only those in view are asked for, and the keyboard reaches them all."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from datetime import date
from typing import NamedTuple

import pytest
import ttkbootstrap as ttk

from desktop_app.ui.widgets.table import Column, DataTable
from desktop_app.ui.window import Window
from tests.ui.conftest import turn

Press = Callable[[object, str], None]


class Row(NamedTuple):
    id: str
    title: str
    day: date | None
    photos: int


class School:
    """Rows made up as they are asked for; remembers how many were."""

    def __init__(self, count: int) -> None:
        self.count, self.asked, self.descending = count, 0, False

    def page(self, offset: int, limit: int) -> Sequence[Row]:
        places = range(offset, min(offset + limit, self.count))
        self.asked += len(places)
        return [self._row(self.count - 1 - place if self.descending else place) for place in places]

    def _row(self, number: int) -> Row:
        return Row(f"id{number}", f"Bài {number}", date(2024, 5, 7), number)


COLUMNS = [
    Column("title", "Title", 300, stretch=True),
    Column("day", "Day", 110, "date"),
    Column("photos", "No", 80, "number"),
]


def made(place: ttk.Frame, school: School, **wishes: object) -> DataTable:
    table = DataTable(
        place,
        COLUMNS,
        page=school.page,
        count=lambda: school.count,
        empty="No articles yet",
        **wishes,  # type: ignore[arg-type]
    )
    table.pack(fill="both", expand=True)
    table.refresh()
    turn(place, 60)
    return table


def titles(table: DataTable) -> list[str]:
    return [table.tree.set(item, "title") for item in table.tree.get_children()]


def test_only_the_rows_in_view_are_asked_for(place: ttk.Frame) -> None:
    school = School(100_000)
    table = made(place, school)
    assert titles(table)[:2] == ["Bài 0", "Bài 1"]
    assert len(table.tree.get_children()) < 40
    assert school.asked < 200


def test_dates_are_shown_the_vietnamese_way_and_numbers_at_the_right(place: ttk.Frame) -> None:
    table = made(place, School(3))
    first = table.tree.get_children()[0]
    assert table.tree.set(first, "day") == "07/05/2024"
    assert str(table.tree.column("photos", "anchor")) == "e"


def test_end_goes_to_the_last_row_and_home_back(place: ttk.Frame, press: Press) -> None:
    table = made(place, School(100_000))
    press(table.tree, "<End>")
    assert titles(table)[-1] == "Bài 99999"
    assert table.selected == ["id99999"]
    press(table.tree, "<Home>")
    assert titles(table)[0] == "Bài 0"


def test_a_page_of_the_far_end_comes_at_once(place: ttk.Frame) -> None:
    table = made(place, School(100_000))
    started = time.perf_counter()
    for jump in range(20):
        table._bar_moved("moveto", str(jump / 20))
    assert (time.perf_counter() - started) / 20 < 0.03


def test_the_selection_holds_while_the_list_is_scrolled(place: ttk.Frame, press: Press) -> None:
    table = made(place, School(1000))
    press(table.tree, "<Down>")
    chosen = table.selected
    table._bar_moved("moveto", "0.5")
    assert table.tree.selection() == ()
    table._bar_moved("moveto", "0")
    assert table.selected == chosen
    assert len(table.tree.selection()) == 1


def test_shift_chooses_a_stretch_and_control_a_everything(place: ttk.Frame, press: Press) -> None:
    heard: list[list[str]] = []
    table = made(place, School(50), chosen=heard.append)
    table.go_to(2)
    press(table.tree, "<Shift-Down>")
    press(table.tree, "<Shift-Down>")
    assert table.selected == ["id2", "id3", "id4"]
    assert heard[-1] == table.selected
    press(table.tree, "<Control-a>")
    assert len(table.selected) == 50


def test_enter_opens_the_row(place: ttk.Frame, press: Press) -> None:
    opened: list[Row] = []
    table = made(place, School(50), opened=opened.append)
    table.go_to(7)
    press(table.tree, "<Return>")
    assert [row.title for row in opened] == ["Bài 7"]


def test_a_heading_asks_for_another_order_and_turns_it(place: ttk.Frame) -> None:
    school, asked = School(50), []

    def sort(name: str, descending: bool) -> None:
        asked.append((name, descending))
        school.descending = descending

    table = made(place, school, sorted_by=sort)
    table._sort("title")
    table._sort("title")
    assert asked == [("title", False), ("title", True)]
    assert titles(table)[0] == "Bài 49"
    assert table.tree.heading("title", "text") == "Title ↓"


def test_an_empty_table_says_what_belongs_here(place: ttk.Frame) -> None:
    school = School(0)
    table = made(place, school)
    assert table.empty.winfo_ismapped()
    school.count = 1
    table.refresh()
    turn(place)
    assert not table.empty.winfo_ismapped()
    assert titles(table) == ["Bài 0"]


def test_a_shorter_list_leaves_no_rows_behind(place: ttk.Frame) -> None:
    school = School(500)
    table = made(place, school)
    table.go_to(499)
    school.count = 3
    table.refresh()
    assert titles(table) == ["Bài 0", "Bài 1", "Bài 2"]


@pytest.mark.parametrize("size", ["1180x720", "1180x500"])
def test_the_rows_fill_the_height(window: Window, place: ttk.Frame, size: str) -> None:
    window.geometry(size)
    table = made(place, School(500))
    table.go_to(499)
    turn(window, 100)
    last = table.tree.get_children()[-1]
    assert table.tree.bbox(last), "the last row is out of sight"
    window.geometry("1180x720")
