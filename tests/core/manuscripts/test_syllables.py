"""What a syllable can be: all that the tables compose, nothing the school grammar forbids, all 134 letters."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.text import TONES
from desktop_app.core.manuscripts.old_fonts import LETTERS
from desktop_app.core.manuscripts.syllables import RIMES, RIMES_OF, is_syllable, tone_places

PAIRS = [(onset, rime) for onset, rimes in RIMES_OF.items() for rime in sorted(rimes)]
BOTH_WAYS = "hòa hoà khỏe khoẻ tuý túy Ủy Uỷ kỉ kỷ lí lý quý quí"
RARE = (
    "gì gìn giếng giêng giết giền giữ quốc quỳnh quyết quẫy khuỷu khuya thuở huơ ngoằn ngoèo nguệch xoong moóc "
    "loạng choạng yểng ỉa ủa ươn ướt nghiêng ghềnh kênh Pá Pu Nậm Huổi Mươn Giàng Vừ Lò Sùng Chứ"
)


def with_tone(onset: str, rime: str, tone: str, place: int) -> str:
    """The syllable in one sign a letter (NFC)."""
    toned = unicodedata.normalize("NFD", rime[place]) + tone
    return unicodedata.normalize("NFC", onset + rime[:place] + toned + rime[place + 1 :])


@st.composite
def syllables(draw: st.DrawFn) -> str:
    onset, rime = draw(st.sampled_from(PAIRS))
    stopped = rime.endswith(("c", "ch", "p", "t"))
    tones = ["\u0301", "\u0323"] if stopped else ["", *TONES]
    return with_tone(onset, rime, draw(st.sampled_from(tones)), draw(st.sampled_from(tone_places(rime))))


@given(syllables(), st.sampled_from([str.lower, str.upper, str.capitalize]))
def test_every_syllable_the_tables_compose_is_one(word: str, case: object) -> None:
    assert is_syllable(case(word))  # type: ignore[operator]


@given(syllables())
def test_marks_as_signs_of_their_own_make_no_difference(word: str) -> None:
    assert is_syllable(unicodedata.normalize("NFD", word))


def test_every_letter_of_the_alphabet_stands_in_some_syllable() -> None:
    composed = {
        letter
        for onset, rime in PAIRS
        for tone in ("", *TONES)
        for place in tone_places(rime)
        if is_syllable(word := with_tone(onset, rime, tone, place))
        for letter in word + word.upper()
    }
    assert set(LETTERS + LETTERS.upper()) <= composed


@pytest.mark.parametrize("word", BOTH_WAYS.split())
def test_both_old_and_new_spellings_are_right(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize("word", RARE.split())
def test_rare_syllables_and_names_are_syllables(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize(
    ("word", "why"),
    [
        ("huện", "no such rime"),
        ("phuơng", "a letter without its hook"),
        ("nghành", "ngh before a"),
        ("nge", "ng before e"),
        ("cẻ", "c before e"),
        ("kà", "k before a"),
        ("gế", "g before e"),
        ("qốc", "q without u"),
        ("truyêt", "a stop without a tone"),
        ("học̉", "two tones"),
        ("tổt", "a stop with hỏi"),
        ("cuả", "the tone on the wrong letter"),
        ("qúy", "the tone on the u of qu"),
        ("gía", "the tone on the i of gi"),
        ("thủơ", "the tone beside the marked letter"),
        ("boà", "lips rounded twice"),
        ("iên", "iê with nothing before it"),
        ("biyến", "yê inside"),
        ("trưng'", "a sign that is no letter"),
        ("", "nothing"),
    ],
)
def test_what_the_grammar_forbids_is_no_syllable(word: str, why: str) -> None:
    assert not is_syllable(word), why


def test_the_rimes_are_the_schools_rimes() -> None:
    assert len(RIMES) == 165
    assert {rime for rimes in RIMES_OF.values() for rime in rimes} > RIMES - {"y"}
