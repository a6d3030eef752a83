"""Letters on their way in: one spelling, nothing unseen, Đ where it was meant."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.manuscripts.cleaning import clean, cleaned
from desktop_app.core.manuscripts.passages import Passage, Run


@given(st.text())
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    assert clean(clean(text)) == clean(text)
    assert unicodedata.is_normalized("NFC", clean(text))


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (unicodedata.normalize("NFD", "Trường Mường Báng"), "Trường Mường Báng"),
        ("hai\u00a0chữ\t\tba", "hai chữ ba"),
        ("a\u200bb\ufeffc\u00add\x00", "abcd"),
        ("một\r\nhai\rba\u2028bốn", "một\nhai\nba\nbốn"),
        ("Ðại hội Ðoàn, Reykjavík Ðóra", "Đại hội Đoàn, Reykjavík Ðóra"),
        ("Ásgarðr", "Ásgarðr"),
        ("vui 👨‍👩‍👧 quá", "vui 👨‍👩‍👧 quá"),
        ("\ud83d", "\ufffd"),
    ],
)
def test_each_letter_finds_its_form(raw: str, expected: str) -> None:
    assert clean(raw) == expected


def test_a_mark_in_the_next_run_joins_its_letter() -> None:
    passage = cleaned(Passage((Run(" Tru"), Run("\u031bo\u031b\u0300ng ", bold=True))))
    assert passage.runs == (Run("Trư"), Run("ờng", bold=True))
