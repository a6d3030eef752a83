"""A time that is reported on, called by its key."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from desktop_app.core.periods import Month
from desktop_app.core.spans import NotAPeriod, quarters_within, school_years_within, span_called, terms_within


@pytest.mark.parametrize(
    ("key", "first", "last"),
    [
        ("2024-05", Month(2024, 5), Month(2024, 5)),
        ("2024-2025/I", Month(2024, 8), Month(2024, 12)),
        ("2024-2025/II", Month(2025, 1), Month(2025, 5)),
        ("2024-2025", Month(2024, 8), Month(2025, 7)),
        ("2024", Month(2024, 1), Month(2024, 12)),
        ("2024/Q1", Month(2024, 1), Month(2024, 3)),
        ("2024/Q4", Month(2024, 10), Month(2024, 12)),
    ],
)
def test_a_key_names_its_months(key: str, first: Month, last: Month) -> None:
    span = span_called(key)
    assert (span.key, span.first, span.last) == (key, first, last)


@pytest.mark.parametrize(
    "key", ["", "2024-2026", "2024-2025/III", "tháng năm", "2024-13", "2025-2024", "2024/Q5", "2024/I"]
)
def test_what_is_no_time_is_told(key: str) -> None:
    with pytest.raises(NotAPeriod):
        span_called(key)


@given(some.dates(date(2000, 1, 1), date(2090, 1, 1)), some.integers(0, 800))
def test_no_month_of_classes_is_in_two_terms(first: date, days: int) -> None:
    last = date.fromordinal(first.toordinal() + days)
    months = [month for term in terms_within(first, last) for month in term.months()]
    assert len(months) == len(set(months))
    assert all(span_called(term.key) == term for term in terms_within(first, last))
    assert school_years_within(first, last)


def test_the_quarters_of_a_year_are_four() -> None:
    found = quarters_within(date(2024, 3, 31), date(2024, 12, 1))
    assert [quarter.key for quarter in found] == ["2024/Q1", "2024/Q2", "2024/Q3", "2024/Q4"]
