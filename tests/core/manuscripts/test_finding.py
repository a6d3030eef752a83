"""Looking for words: accents count only where they are typed, and places are those of the text as it is."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.manuscripts.finding import found

TEXT = "Trường Mường Mươn: thầy và trò TRƯỜNG Đồi đọc sách"


def words_found(text: str, wanted: str) -> list[str]:
    return [text[start:end] for start, end in found(text, wanted)]


def test_without_accents_every_spelling_is_found() -> None:
    assert words_found(TEXT, "truong") == ["Trường", "TRƯỜNG"]
    assert words_found(TEXT, "doi doc") == ["Đồi đọc"]


def test_with_accents_only_that_spelling_is_found() -> None:
    assert words_found(TEXT, "mươn") == ["Mươn"]
    assert words_found(TEXT, "đồi") == ["Đồi"]
    assert words_found(TEXT, "trương") == []


def test_accents_typed_apart_are_part_of_their_letter() -> None:
    apart = unicodedata.normalize("NFD", TEXT)
    assert [unicodedata.normalize("NFC", word) for word in words_found(apart, "trường")] == ["Trường", "TRƯỜNG"]
    assert [unicodedata.normalize("NFC", word) for word in words_found(apart, "muon")] == ["Mườn", "Mươn"]


def test_nothing_is_found_for_nothing_and_not_across_lines() -> None:
    assert found(TEXT, "  ") == []
    assert found("một\nhai", "mot hai") == []


@given(st.text(max_size=30), st.text(min_size=1, max_size=4))
def test_finds_are_in_order_and_do_not_overlap(text: str, wanted: str) -> None:
    places = [place for stretch in found(text, wanted) for place in stretch]
    assert places == sorted(places)
    assert all(0 <= place <= len(text) for place in places)
