"""What was typed and where a text says it: marks on the right signs, a snippet round them."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from db.said import asked, says, snippet, stretches
from db.text import fold

TEXT = st.text(alphabet="aàáảãạăắâấđĐdeêệioôơớuưứyỳ nhgBCT,.-“”2", max_size=60)


def marked(text: str, typed: str) -> list[str]:
    return [text[start:end] for start, end in stretches(text, asked(typed))]


def test_marks_sit_on_the_letters_that_were_typed() -> None:
    assert marked("Chiến thắng Điện Biên Phủ", "dien bi") == ["Điện", "Bi"]


def test_a_word_typed_with_accents_marks_only_itself() -> None:
    assert marked("Điện Biên, diễn biến", "điện") == ["Điện"]
    assert marked("hoà bình, hòa ca, hoa", "hòa") == ["hoà", "hòa"]


def test_both_places_of_a_tone_are_one_word() -> None:
    assert says("Uỷ ban", "ủy")
    assert not says("Uy tín", "ủy")


def test_a_snippet_stands_round_the_words_and_begins_at_a_word() -> None:
    text = "Mở đầu. " * 30 + "\n## Phần\n- Thầy **đuối** nước ![1] ở suối. " + "Và nữa. " * 40
    found = snippet(text, asked("duoi"))
    assert found.text[0] == found.text[-1] == "…"
    assert [found.text[start:end] for start, end in found.marks] == ["đuối"]
    assert not {"*", "!", "#"} & set(found.text)
    assert len(found.text) < 260


def test_a_snippet_without_the_words_is_the_beginning() -> None:
    assert snippet("Một hai ba", asked("bốn")) == ("Một hai ba", [])
    assert snippet("", asked("x")) == ("", [])


@given(TEXT, TEXT, st.sampled_from(["NFC", "NFD"]))
def test_every_mark_holds_exactly_a_word_that_was_typed(text: str, typed: str, form: str) -> None:
    text, meant = unicodedata.normalize(form, text), asked(fold(typed))  # type: ignore[arg-type]  # a literal
    for start, end in stretches(text, meant):
        assert fold(text[start:end]) in meant.words
        assert end == len(text) or not unicodedata.combining(text[end])


@given(TEXT, TEXT)
def test_a_snippets_marks_hold_what_the_texts_would(text: str, typed: str) -> None:
    found = snippet(text, asked(typed), 30)
    for start, end in found.marks:
        assert fold(found.text[start:end]) in asked(typed).words


def test_a_snippet_prefers_the_place_with_most_of_the_words() -> None:
    text = "Các em biểu diễn. " + "Rồi nghỉ. " * 40 + "Bài hát về Điện Biên vang lên. " + "Hết. " * 40
    assert "Điện Biên" in snippet(text, asked("dien bien")).text
