"""The times a school looks back on."""

from __future__ import annotations

from datetime import date

from desktop_app.core.periods import Month
from desktop_app.core.spans import spans


def test_may_lies_in_the_school_year_that_began_in_august_before() -> None:
    found = {one.name: (one.first, one.last) for one in spans(Month(2024, 5))}
    assert found["month"] == (date(2024, 5, 1), date(2024, 5, 31))
    assert found["first_term"] == (date(2023, 8, 1), date(2024, 1, 15))
    assert found["second_term"] == (date(2024, 1, 16), date(2024, 5, 31))
    assert found["school_year"] == (date(2023, 8, 1), date(2024, 7, 31))
    assert found["year"] == (date(2024, 1, 1), date(2024, 12, 31))
    assert found["everything"] == (None, None)


def test_september_begins_the_next_one() -> None:
    found = {one.name: one.first for one in spans(Month(2024, 9), starts_on=15)}
    assert (found["school_year"], found["month"]) == (date(2024, 8, 1), date(2024, 8, 15))
