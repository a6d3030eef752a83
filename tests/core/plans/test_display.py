"""Printed words as they are shown."""

from __future__ import annotations

import pytest

from desktop_app.core.plans.display import corrected, corrections_of, missing_numbers

TYPOS = corrections_of('[["huện", "huyện"], ["truyên truyền", "tuyên truyền"], ["uyên truyền", "tuyên truyền"]]')


@pytest.mark.parametrize(
    ("printed", "shown"),
    [
        ("HĐND huện, UBND huyện", "HĐND huyện, UBND huyện"),
        ("tổ chức truyên\ntruyền về", "tổ chức tuyên truyền về"),
        ("Các hoạt động uyên truyền", "Các hoạt động tuyên truyền"),
        ("Uyên truyền", "Tuyên truyền"),
        ("HUỆN", "HUYỆN"),
        ("tuyên truyền, chuyên truyền thống", "tuyên truyền, chuyên truyền thống"),
    ],
)
def test_known_misspellings_are_put_right_as_whole_words(printed: str, shown: str) -> None:
    assert corrected(printed, TYPOS) == shown


def test_without_corrections_the_words_stay() -> None:
    assert corrected("huện", corrections_of("")) == "huện"


def test_the_numbers_a_paper_left_out_are_named() -> None:
    assert missing_numbers(["1", "2", "4", "5", None]) == (3,)
    assert missing_numbers(["2", "5"]) == (1, 3, 4)
    assert missing_numbers([None, "III"]) == ()
