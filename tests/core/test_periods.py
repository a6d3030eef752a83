"""Months and dates as people write them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.periods import (
    Month,
    NotADate,
    NotAMonth,
    formal_day,
    months_between,
    parse_date,
    short_date,
)

months = st.builds(Month, st.integers(1950, 2100), st.integers(1, 12))


@pytest.mark.parametrize("text", ["2024-05", "05/2024", "5/2024", "5.2024", " 2024-5 "])
def test_a_month_is_read_however_it_is_written(text: str) -> None:
    assert Month.parse(text) == Month(2024, 5)


@pytest.mark.parametrize("text", ["", "2024", "13/2024", "2024-00", "tháng 5", "2024-05-07"])
def test_what_is_no_month_is_said_to_be_none(text: str) -> None:
    with pytest.raises(NotAMonth):
        Month.parse(text)


@pytest.mark.parametrize("text", ["7/5/24", "07-05-2024", "7.5.2024", "2024-05-07", " 07/05/2024 "])
def test_a_date_is_read_day_first(text: str) -> None:
    assert parse_date(text) == date(2024, 5, 7)


@pytest.mark.parametrize("text", ["", "31/2/2024", "11/25/2026", "hôm qua", "7/5"])
def test_what_is_no_date_is_said_to_be_none(text: str) -> None:
    with pytest.raises(NotADate):
        parse_date(text)


def test_formal_days_carry_a_zero_only_below_ten_and_in_the_first_two_months() -> None:
    assert formal_day(date(2024, 2, 5)) == ("05", "02", "2024")
    assert formal_day(date(2024, 9, 15)) == ("15", "9", "2024")


@given(months)
def test_a_month_reads_back_what_it_writes(month: Month) -> None:
    assert Month.parse(str(month)) == Month.parse(month.label()) == month


@given(months, st.integers(-50, 50))
def test_going_there_and_back_is_staying(month: Month, steps: int) -> None:
    assert month.shifted(steps).shifted(-steps) == month


@given(months, st.integers(1, 28))
def test_months_follow_each_other_without_a_gap(month: Month, starts_on: int) -> None:
    first, last = month.days(starts_on)
    assert (month.shifted(1).first_day(starts_on) - last).days == 1
    assert Month.of(first, starts_on) == Month.of(last, starts_on) == month


@given(st.dates(date(1999, 1, 1), date(2999, 1, 1)))
def test_dates_read_back_what_they_write(day: date) -> None:
    assert parse_date(short_date(day)) == day


def test_a_span_holds_both_ends() -> None:
    assert [str(month) for month in months_between(Month(2024, 11), Month(2025, 1))] == [
        "2024-11",
        "2024-12",
        "2025-01",
    ]
