"""Vietnamese text: one spelling, a key without accents, a dictionary's order."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from db.text import fold, nfc, sort_key


def test_words_are_found_without_accents_and_without_the_bar_of_the_d() -> None:
    assert fold("  Điện   Biên Phủ ") == "dien bien phu"
    assert fold("ĐUỐI nước") == "duoi nuoc"


def test_a_dictionary_puts_d_before_d_with_bar_and_level_tone_before_falling() -> None:
    words = ["Zu", "Ông", "Hoà", "Em", "Đương", "Đào", "Dương", "Dao", "Ấn", "Ăn", "Ánh", "An"]
    assert sorted(words, key=sort_key) == [
        "An", "Ánh", "Ăn", "Ấn", "Dao", "Dương", "Đào", "Đương", "Em", "Hoà", "Ông", "Zu",
    ]  # fmt: skip


def test_tones_follow_the_dictionary_level_falling_asking_tumbling_sharp_heavy() -> None:
    assert sorted(["mạ", "má", "mã", "mả", "mà", "ma"], key=sort_key) == ["ma", "mà", "mả", "mã", "má", "mạ"]


@given(st.text())
def test_both_spellings_of_a_text_are_one(text: str) -> None:
    decomposed = unicodedata.normalize("NFD", text)
    assert nfc(decomposed) == nfc(text)
    assert fold(decomposed) == fold(text)
    assert sort_key(decomposed) == sort_key(text)


@given(st.text(alphabet="aàáăâđdeêoôơuưyỳ ABĐÔ", max_size=20))
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert fold(text).isascii()
