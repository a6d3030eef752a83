"""The markup of an article's body: what is written is what is read, whatever a teacher types."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.manuscripts.markup import (
    Block,
    Kind,
    Span,
    compose,
    joined,
    paragraphs,
    picture,
    picture_numbers,
    plain,
    plain_text,
    word_count,
)

SIGNS = st.text(st.sampled_from("ab #-!*\\[]1\nộ"), max_size=30)
ANYTHING = st.text(st.characters(exclude_categories=["Cs"]), max_size=60) | SIGNS


@st.composite
def blocks(draw: st.DrawFn) -> Block:
    kind: Kind = draw(st.sampled_from(["paragraph", "heading", "item", "picture"]))
    if kind == "picture":
        return picture(draw(st.integers(1, 9999)))
    # Edges are letters, so that no span loses the spaces that end a line.
    inner = st.text(st.sampled_from("a #-!*\\[]1ộ ")).map(lambda text: f"x{text}x")
    starts = st.sampled_from(["", "#", "-", "!", "*", "## ", "- ", "![1]", "**", "\\"])
    spans = draw(st.lists(st.builds(Span, st.builds(str.__add__, starts, inner), st.booleans()), min_size=1))
    return Block(kind, joined(spans))


@given(st.lists(blocks(), max_size=6))
def test_what_is_written_is_read_back(written: list[Block]) -> None:
    assert paragraphs(compose(written)) == written


@given(ANYTHING)
def test_any_text_is_markup_and_settles_after_one_writing(body: str) -> None:
    once = compose(paragraphs(body))
    assert compose(paragraphs(once)) == once


@given(ANYTHING)
def test_reading_and_writing_keep_every_block(body: str) -> None:
    assert paragraphs(compose(paragraphs(body))) == paragraphs(body)


@given(ANYTHING, st.sampled_from(["paragraph", "heading", "item"]))
def test_words_of_a_person_never_turn_into_signs(text: str, kind: Kind) -> None:
    said = [block for block in paragraphs(compose([plain(text, kind)])) if block.text.strip()]
    assert all(block.kind == kind for block in said)
    assert " ".join(" ".join(block.text for block in said).split()) == " ".join(text.split())


def test_one_of_each() -> None:
    body = "Mở đầu **rất đậm** nhé\ndòng hai\n\n## Kết quả\n\n- một\n- hai\n\n![1]\n\n\\- không phải mục"
    assert paragraphs(body) == [
        Block("paragraph", (Span("Mở đầu "), Span("rất đậm", True), Span(" nhé\ndòng hai"))),
        plain("Kết quả", "heading"),
        plain("một", "item"),
        plain("hai", "item"),
        picture(1),
        plain("- không phải mục"),
    ]
    assert compose(paragraphs(body)) == body


@pytest.mark.parametrize("text", ["-5 độ", "# 1", "![1]", "- gạch", "2 * 3 * 4", "**", "C:\\anh", "\\*", "!"])
def test_real_signs_survive(text: str) -> None:
    assert paragraphs(compose([plain(text)])) == [plain(text)]


def test_a_lonely_pair_of_asterisks_is_text() -> None:
    assert paragraphs("giá 5** nhé") == [plain("giá 5** nhé")]


def test_plain_text_is_ready_to_paste() -> None:
    assert plain_text("## Tin\n\n**Sáng** nay\n\n- một\n- hai\n\n![1]") == "Tin\nSáng nay\n- một\n- hai"


def test_words_are_counted_without_signs_and_pictures() -> None:
    assert word_count("## Tin vui\n\n- một **hai**\n\n![1]\n\nba – bốn \\- 5") == 7


def test_pictures_are_named_in_order_of_place() -> None:
    assert picture_numbers("![2]\n\nchữ ![3]\n\n![1]") == [2, 1]
