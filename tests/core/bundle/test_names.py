"""Names that every PC keeps as they are."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.bundle.names import (
    LONGEST_NAME,
    file_name,
    free_name,
    is_portable,
    is_portable_place,
    letters_only,
    plain_words,
)


def test_a_title_becomes_a_dated_name_without_accents() -> None:
    name = file_name("Lễ kỷ niệm 70 năm!", ".docx", date(2024, 5, 7))
    assert name == "2024-05-07_le-ky-niem-70-nam.docx"


def test_the_letter_d_with_stroke_is_a_d() -> None:
    assert plain_words("Điện Biên Phủ, đường số 3") == "dien-bien-phu-duong-so-3"


def test_a_long_title_is_cut_between_words() -> None:
    name = file_name("nghiêng " * 40, ".txt", date(2024, 5, 7))
    assert len(name) <= LONGEST_NAME
    assert name.endswith("-nghieng.txt")


def test_one_endless_word_is_cut_all_the_same() -> None:
    assert len(file_name("a" * 500, ".txt")) == LONGEST_NAME


@pytest.mark.parametrize("title", ["", "!!!", "日本", "CON", "nul", "com1", "  "])
def test_a_title_that_makes_no_name_gets_one(title: str) -> None:
    assert is_portable(file_name(title, ".txt"))
    assert is_portable(plain_words(title))


@pytest.mark.parametrize(
    "name",
    ["", ".", "..", "a/b", "a\\b", "a:b", "a?", "a*", 'a"', "a<b", "a|b", "a.", "a ", " a", "CON", "nul.txt",
     "Com1.jpg", "LPT9", "com¹", "aux .txt", "a\nb", "a\x00", "a\x7f", "Le\u0302"],
)  # fmt: skip
def test_names_that_some_pc_would_refuse_or_change(name: str) -> None:
    assert not is_portable(name)


@pytest.mark.parametrize("name", ["a", "Báo cáo tháng 5.pdf", "console.txt", "com10", ".hidden", "a b", "con-x.txt"])
def test_names_that_every_pc_keeps(name: str) -> None:
    assert is_portable(name)


@pytest.mark.parametrize("place", ["/a", "a//b", "a/../b", "../a", "a/", "C:/a", "a\\..\\b", "x/" * 99 + "toolong"])
def test_places_that_lead_outside_or_are_too_long(place: str) -> None:
    assert not is_portable_place(place)


def test_names_that_differ_in_case_only_are_the_same_name_on_a_stick() -> None:
    assert free_name("Anh.JPG", {"anh.jpg", "anh-2.jpg"}) == "Anh-3.JPG"


def test_a_school_in_letters() -> None:
    assert letters_only("THMM 2") == "THMM2"
    assert letters_only("Mường Mươn số 2") == "MuongMuonSo2"
    assert letters_only("…") == "Truong"


@given(st.text(max_size=300), st.sampled_from([".jpg", ".JPEG", "", ".tar.gz", ".???"]))
def test_whatever_the_title_the_name_is_portable_and_short(title: str, suffix: str) -> None:
    name = file_name(title, suffix, date(2024, 5, 7))
    assert is_portable(name)
    assert name.isascii()
    assert len(name) <= LONGEST_NAME


@given(st.lists(st.text(max_size=12), max_size=30))
def test_names_never_collide_even_where_case_does_not_count(titles: list[str]) -> None:
    taken: set[str] = set()
    for title in titles:
        taken.add(free_name(file_name(title, ".txt"), taken).casefold())
    assert len(taken) == len(titles)
