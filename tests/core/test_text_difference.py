"""What differs between two texts: all of it, nothing else, and soon enough for a long article."""

from __future__ import annotations

import random
import time

from hypothesis import example, given
from hypothesis import strategies as st

from desktop_app.core.text_difference import (
    Stretch,
    WordsChanged,
    beside,
    changed_sentences,
    changes,
    words_changed,
)

few_words = st.lists(st.sampled_from(["và", "thầy", "trò", "đọc", "sách", "\n", "ban."]), max_size=120).map(" ".join)
SYLLABLES = [first + rest for first in "bcdghklmnprstvx" for rest in ("a", "an", "ôi", "ường", "iên", "ơ", "inh")]
BEFORE = "Sáng nay trời đẹp. Thầy và trò đọc sách. Buổi lễ kết thúc."


def without(text: str, stretches: list[Stretch]) -> list[str]:
    for start, end in reversed(stretches):
        text = text[:start] + " " + text[end:]
    return text.split()


def stretches(one: str, other: str) -> tuple[list[Stretch], list[Stretch]]:
    """The words of each text that the other has not."""
    taken, added = zip(*changes(one, other), strict=True) if changes(one, other) else ((), ())
    return [each for each in taken if each[0] < each[1]], [each for each in added if each[0] < each[1]]


@given(few_words, few_words)
@example("", "một")
@example("a b", "b a")
def test_without_what_is_marked_both_texts_have_the_same_words(one: str, other: str) -> None:
    taken, added = stretches(one, other)
    assert without(one, taken) == without(other, added)


@given(st.randoms(use_true_random=False), st.integers(0, 2500), st.integers(0, 2500))
def test_long_texts_too(chance: random.Random, first: int, second: int) -> None:
    one = chance.choices(SYLLABLES, k=first)
    other = one[: second // 2] + chance.choices(SYLLABLES, k=20) + one[second:]
    taken, added = stretches(" ".join(one), " ".join(other))
    assert without(" ".join(one), taken) == without(" ".join(other), added)


@given(few_words)
def test_a_text_does_not_differ_from_itself_nor_by_its_spaces(text: str) -> None:
    assert changes(text, text) == []
    assert changes(text, text.replace(" ", "  ")) == []


@given(few_words, few_words)
def test_whatever_went_one_way_comes_the_other_way_in_number(one: str, other: str) -> None:
    added, taken = words_changed(one, other)
    assert len(other.split()) - len(one.split()) == added - taken


def test_only_the_words_that_changed_are_marked() -> None:
    assert stretches("thầy và trò đọc sách", "thầy và trò cùng đọc báo") == ([(16, 20)], [(12, 16), (21, 24)])
    assert words_changed("thầy và trò đọc sách", "thầy và trò cùng đọc báo") == WordsChanged(2, 1)


def test_a_change_says_where_words_are_missing() -> None:
    (change,) = changes("thầy trò", "thầy và trò")
    assert change == ((4, 4), (5, 7))


def test_sentences_to_read_again_are_counted_once() -> None:
    assert changed_sentences(BEFORE, BEFORE) == 0
    assert changed_sentences(BEFORE, BEFORE.replace("Thầy và trò đọc", "Cô và trò viết")) == 1
    assert changed_sentences(BEFORE, BEFORE.replace("trời ", "").replace("Buổi", "Hội")) == 2
    assert changed_sentences(BEFORE, BEFORE + " Ai cũng vui. Hẹn gặp lại!") == 2


def test_a_sentence_taken_out_is_one_and_none_of_its_neighbours() -> None:
    assert changed_sentences(BEFORE, BEFORE.replace(" Thầy và trò đọc sách.", "")) == 1
    assert changed_sentences(BEFORE, "") == 3


def test_what_stands_beside_a_place_is_found_on_both_sides() -> None:
    one, other = "Một hai ba bốn", "Một hai chen vào đây ba bốn"
    found = changes(one, other)
    assert other[beside(found, one.index("ba")) :].startswith("ba")
    assert one[beside([change[::-1] for change in found], other.index("bốn")) :].startswith("bốn")
    assert beside(found, 0) == 0


def slowest(one: list[str], other: list[str]) -> float:
    texts = " ".join(one), " ".join(other)
    started = time.perf_counter()
    changes(*texts)
    return time.perf_counter() - started


def test_five_thousand_words_take_no_longer_than_a_blink() -> None:
    chance = random.Random(5)
    long = chance.choices(SYLLABLES, k=5000)
    edited = [word if chance.random() > 0.05 else "khác" for word in long]
    scattered = chance.sample(long, 5000)
    doubtful = [["và"] * 5000, ["và", "đọc"] * 2500]
    times = [slowest(long, edited), slowest(long, scattered), slowest(*doubtful), slowest(long, long[::-1])]
    assert max(times) < 0.5, times  # ten times what it takes, for a busy machine
