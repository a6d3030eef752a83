"""A register never gives one number twice, whatever the order and however many windows ask at once."""

from __future__ import annotations

import itertools
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db import database
from db.models import RegisterEntry
from db.queries import registers as rows
from desktop_app.core.home import Home
from desktop_app.core.reports import keeping, registers
from desktop_app.core.reports.registers import NoSuchNumber, NumbersUsedAlready, NumberTaken
from tests.core.makers import a_plan, a_school

JUNE = date(2024, 6, 3)
YEARS = itertools.count(2100)
"""Each example has a year of its own, so all of them share one file."""

ONE_HOME = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=40)
NUMBERS = st.integers(1, 9)
ACTS = st.one_of(
    st.tuples(st.just("take"), st.sampled_from(["month", "term", "letter"])),
    st.tuples(st.just("enter"), NUMBERS),
    st.tuples(st.just("start"), NUMBERS),
    st.tuples(st.just("release"), NUMBERS),
    st.tuples(st.just("one for all"), st.booleans()),
)


def used(year: int) -> dict[str, list[int]]:
    standing = RegisterEntry.select().where(RegisterEntry.year == year, RegisterEntry.deleted_at.is_null())
    found: dict[str, list[int]] = {}
    for entry in standing:
        found.setdefault(entry.register, []).append(entry.number)
    return found


def carry_out(act: tuple[str, object], year: int) -> None:
    name, what = act
    day = date(year, 6, 3)
    if name == "take":
        number = registers.next_number(str(what), year)
        assert registers.take_number(str(what), day) == number
    elif name == "enter":
        registers.enter_paper_number("month", int(str(what)), day, "Báo cáo trên giấy")
    elif name == "start":
        registers.start_at("month", year, int(str(what)))
    elif name == "release":
        entry = RegisterEntry.select().where(RegisterEntry.year == year, RegisterEntry.number == what).first()
        if entry is not None:
            registers.forget_paper_number(entry.id)
    else:
        (registers.number_all_in_one if what else registers.number_by_kind)(year)


@given(st.lists(ACTS, max_size=25))
@ONE_HOME
def test_no_number_is_ever_given_twice(home: Home, acts: list[tuple[str, object]]) -> None:
    year = next(YEARS)
    for act in acts:
        try:
            carry_out(act, year)
        except (NumberTaken, NumbersUsedAlready):
            continue
        for register, numbers in used(year).items():
            assert len(numbers) == len(set(numbers))
            assert rows.oddities(register, year).doubles == ()


@given(st.lists(st.sampled_from(["next", "next", 1, 2, 3, 5]), min_size=4, max_size=16))
@settings(ONE_HOME, max_examples=15)
def test_windows_that_ask_at_once_get_different_numbers(home: Home, wishes: list[object]) -> None:
    year, start = next(YEARS), Barrier(4)

    def ask(mine: list[object]) -> None:
        start.wait()
        with database.connection_context():
            for wish in mine:
                try:
                    registers.take_number("month", date(year, 6, 3), number=None if wish == "next" else int(str(wish)))
                except NumberTaken:
                    continue

    with ThreadPoolExecutor(4) as windows:
        list(windows.map(ask, [wishes[place::4] for place in range(4)]))
    numbers = used(year)["report"]
    assert len(numbers) == len(set(numbers))
    assert len(numbers) >= wishes.count("next")


TAKES = """
import sys
from datetime import date
from pathlib import Path
from desktop_app.core.home import Home
from desktop_app.core.reports import registers
with Home(Path(sys.argv[1])).opened():
    print(*[registers.take_number("month", date(2024, 6, 3)) for _ in range(40)])
"""


def test_two_programs_on_one_file_never_share_a_number(home: Home) -> None:
    command = [sys.executable, "-c", TAKES, str(home.root)]
    both = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(2)]
    numbers = [int(number) for one in both for number in one.communicate(timeout=60)[0].split()]
    assert sorted(numbers) == list(range(1, 81))


def test_each_kind_counts_for_itself_and_from_one_each_year(home: Home) -> None:
    assert [registers.take_number(kind, JUNE) for kind in ("month", "term", "letter", "minutes")] == [1, 2, 1, 1]
    assert registers.take_number("month", date(2025, 1, 2)) == 1


def test_a_school_may_number_everything_in_one_register(home: Home) -> None:
    registers.take_number("month", JUNE)
    registers.number_all_in_one(2025)
    assert registers.next_number("month", 2024) == 2
    assert [registers.take_number(kind, date(2026, 1, 5)) for kind in ("month", "letter")] == [1, 2]
    registers.number_by_kind(2027)
    assert registers.take_number("letter", date(2027, 1, 5)) == 1


def test_a_register_goes_on_where_the_paper_one_ended(home: Home) -> None:
    registers.start_at("month", 2024, 17)
    assert registers.take_number("month", JUNE) == 17
    assert rows.oddities("report", 2024).gaps == ()
    with pytest.raises(NumbersUsedAlready):
        registers.start_at("month", 2024, 9)


def test_gaps_doubles_and_days_backwards_are_told(home: Home) -> None:
    for number, day in ((1, date(2024, 2, 1)), (2, date(2024, 5, 1)), (3, date(2024, 4, 1)), (6, date(2024, 6, 1))):
        registers.enter_paper_number("month", number, day, "")
    # Another PC of the school took number 2 as well, and its row arrived here.
    RegisterEntry.create(register="report", year=2024, number=2, kind="month", day=date(2024, 5, 1))
    assert rows.oddities("report", 2024) == ((4, 5), (2,), (3,))


def test_a_reserved_number_is_no_gap_and_no_entry_yet(home: Home) -> None:
    a_school()
    report = keeping.open_report(a_plan(), "month", "2024-05")
    registers.take_number("month", JUNE, report_id=report)
    assert rows.entries("report", 2024) == []
    registers.release_number(report)
    assert registers.next_number("month", 2024) == 1


def test_a_paper_of_this_program_is_never_forgotten(home: Home) -> None:
    a_school()
    report = keeping.open_report(a_plan(), "month", "2024-05")
    registers.take_number("month", JUNE, report_id=report)
    registers.use_number(report)
    entry = rows.entries("report", 2024)[0]
    registers.forget_paper_number(entry.id)
    assert rows.entries("report", 2024) == [entry]


@pytest.mark.parametrize("number", [0, -3, 100_000])
def test_numbers_that_no_register_has_are_refused(home: Home, number: int) -> None:
    acts: list[Callable[[], object]] = [
        lambda: registers.take_number("month", JUNE, number=number),
        lambda: registers.start_at("month", 2024, number),
    ]
    for act in acts:
        with pytest.raises(NoSuchNumber):
            act()


def test_a_number_that_jumps_or_a_day_that_runs_backwards_gets_advice(home: Home) -> None:
    registers.enter_paper_number("month", 4, date(2024, 6, 10), "")
    assert registers.advice_on("month", 5, date(2024, 6, 10)) == []
    assert registers.advice_on("month", 8, JUNE) == [
        "Unused would stay: 05-07.",
        "Number 04 is of 10/06/2024 already, a later day.",
    ]


def test_a_report_left_with_a_number_goes_on_with_it(home: Home) -> None:
    a_school()
    report = keeping.open_report(a_plan(), "month", "2024-05")
    registers.take_number("month", JUNE, report_id=report)
    registers.enter_paper_number("month", 2, JUNE, "")
    assert registers.next_number("month", 2024, report) == 1
    assert registers.next_number("month", 2024) == 3
