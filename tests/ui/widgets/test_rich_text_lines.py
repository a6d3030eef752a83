"""Lines of the sheet and blocks of the markup: the same body there and back."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.manuscripts.markup import Block, Span, compose, joined, paragraphs, picture
from desktop_app.ui.widgets.rich_text_lines import Line, bold_at, lines_of, markup_of, plain_of, split_kinds

SIGNS = st.characters(exclude_categories=("Cc", "Cs")) | st.sampled_from("\n*\\#-! [](1)đẵÀ😀 ")
WORDS = st.text(SIGNS, min_size=1, max_size=12)
ONE_LINE = WORDS.map(lambda text: text.replace("\n", " "))


def spans(words: st.SearchStrategy[str]) -> st.SearchStrategy[tuple[Span, ...]]:
    return st.lists(st.builds(Span, words, st.booleans()), min_size=1, max_size=4).map(joined)


BLOCKS = st.lists(
    st.builds(lambda s: Block("paragraph", s), spans(WORDS))
    | st.builds(Block, st.sampled_from(("heading", "item")), spans(ONE_LINE))
    | st.integers(1, 9).map(picture),
    max_size=6,
)
BODIES = st.text(SIGNS, max_size=80) | BLOCKS.map(compose)


def tidied(body: str) -> str:
    """The body as the markup itself writes what it reads, until that no longer changes."""
    while (again := compose(paragraphs(body))) != body:
        body = again
    return body


@given(BODIES)
def test_any_body_comes_back_as_it_was(body: str) -> None:
    body = tidied(body)
    assert markup_of(lines_of(body)) == body


def test_a_line_break_inside_a_paragraph_is_a_line_of_its_own() -> None:
    lines = lines_of("Trăng **sáng\nquá** chừng\n\n- một\n- hai\n\n![3]")
    assert [line.kind for line in lines] == ["paragraph", "more", "item", "item", "picture"]
    assert plain_of(lines) == "Trăng sáng\nquá chừng\nmột\nhai\n\ufffc"
    assert lines[0].bold_end
    assert lines[-1].number == 3


def test_empty_lines_are_not_kept() -> None:
    assert markup_of([Line(), Line("item"), Line("heading", (Span("Tin"),)), Line()]) == "## Tin"


def test_a_line_that_continues_nothing_is_a_paragraph() -> None:
    assert markup_of([Line("item", (Span("một"),)), Line("more", (Span("hai"),))]) == "- một\n\nhai"


def test_a_heading_is_followed_by_a_paragraph_and_an_item_by_an_item() -> None:
    assert split_kinds("heading", at_start=False) == ("heading", "paragraph")
    assert split_kinds("heading", at_start=True) == ("paragraph", "heading")
    assert split_kinds("item", at_start=False) == ("item", "item")
    assert split_kinds("more", at_start=False) == ("more", "paragraph")


def test_a_letter_looks_like_the_one_before_it() -> None:
    spans = (Span("ab"), Span("cd", True), Span("e"))
    assert [bold_at(spans, place) for place in range(6)] == [False, False, False, True, True, False]
    assert bold_at((Span("a", True),), 0)
    assert not bold_at((), 0)
