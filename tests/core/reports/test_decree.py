"""The layout file against the decree: no value outside what it allows."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from desktop_app.core.periods import Month
from desktop_app.core.reports.decree import Element, decree, document_number, formal_date, formal_month

LAID_OUT = [decree().page, decree().text, decree().rules]


@pytest.mark.parametrize("name", decree().elements)
def test_every_size_is_one_the_decree_allows(name: str) -> None:
    element = decree().elements[name]
    smallest, largest = element.sizes
    assert smallest <= element.size <= largest
    assert element.source


@pytest.mark.parametrize("part", LAID_OUT, ids=lambda part: type(part).__name__)
def test_every_margin_gap_and_rule_is_one_the_decree_allows(part: Any) -> None:
    ranges = [name for name in part._fields if name.endswith("_range")]
    assert ranges
    for name in ranges:
        smallest, largest = getattr(part, name)
        stem = name.removesuffix("_range")
        values = [getattr(part, f"{stem}{unit}", None) for unit in ("", "_mm", "_pt")]
        assert [smallest <= value <= largest for value in values if value is not None] == [True]


def test_sizes_follow_the_decree_letter_by_letter() -> None:
    """Phụ lục I, mục V: the table of the decree itself, copied by hand."""
    expected = {
        "state_name": ((12, 13), "bold", True),
        "motto": ((13, 14), "bold", False),
        "authority": ((12, 13), "regular", True),
        "issuer": ((12, 13), "bold", True),
        "number": ((13, 13), "regular", False),
        "place_and_date": ((13, 14), "italic", False),
        "kind": ((13, 14), "bold", True),
        "subject": ((13, 14), "bold", False),
        "body": ((13, 14), "regular", False),
        "post": ((13, 14), "bold", True),
        "signer": ((13, 14), "bold", False),
        "recipients_word": ((12, 12), "bold_italic", False),
        "recipients": ((11, 11), "regular", False),
        "appendix": ((14, 14), "bold", False),
        "page_number": ((13, 14), "regular", False),
    }
    assert {name: look(decree().elements[name]) for name in expected} == expected


def look(element: Element) -> tuple[tuple[float, float], str, bool]:
    return element.sizes, element.face, element.upper


def test_the_fixed_words_are_those_of_the_decree() -> None:
    words = decree().words
    assert words.state_name == "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    assert words.motto == "Độc lập - Tự do - Hạnh phúc"


def test_days_below_10_and_the_first_two_months_have_a_zero() -> None:
    assert formal_date(date(2024, 2, 5)) == "ngày 05 tháng 02 năm 2024"
    assert formal_date(date(2024, 3, 12)) == "ngày 12 tháng 3 năm 2024"
    assert formal_month(Month(2024, 1)) == "tháng 01 năm 2024"
    assert formal_month(Month(2024, 10)) == "tháng 10 năm 2024"


def test_a_day_not_yet_known_is_left_to_the_pen() -> None:
    assert formal_date(None).split() == ["ngày", "tháng", "năm"]


def test_numbers_below_10_have_a_zero_and_none_is_left_to_the_pen() -> None:
    report = decree().kinds["report"]
    assert document_number(report, 5, "THMM2") == "05/BC-THMM2"
    assert document_number(report, 12, "THMM2") == "12/BC-THMM2"
    assert document_number(report, None, "THMM2").strip("\u00a0") == "/BC-THMM2"
