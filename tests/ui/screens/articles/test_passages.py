"""One passage taken over from another text: just that one, with its looks, wherever it stands."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.articles import ArticleText
from desktop_app.ui.screens.articles.passages import passages, sheet_of, taking
from desktop_app.ui.widgets.rich_text_lines import lines_of, plain_of

blocks = st.lists(
    st.sampled_from(["## Mở đầu", "- một việc", "- hai việc", "Thầy và **trò** đọc sách.", "![1]", "Hết buổi\nvề nhà"]),
    max_size=6,
).map("\n\n".join)
words = st.lists(st.sampled_from(["Ngày", "hội", "đọc", "sách"]), max_size=4).map(" ".join)
texts = st.builds(ArticleText, words, words, blocks)


@given(texts, texts)
def test_taking_every_passage_gives_the_words_of_the_other_text(one: ArticleText, other: ArticleText) -> None:
    taken = one
    for passage in reversed(passages(one, other)):
        taken = taking(taken, other, passage)
    assert passages(taken, other) == []


@given(texts, texts)
def test_passages_lie_on_the_sheets_as_they_are_shown(one: ArticleText, other: ArticleText) -> None:
    sheets = [plain_of(lines_of(sheet_of(text))) for text in (one, other)]
    left = [*sheets]
    for passage in reversed(passages(one, other)):
        for side, (start, end) in enumerate(passage.sides):
            left[side] = left[side][:start] + " " + left[side][end:]
    assert left[0].split() == left[1].split()


@pytest.mark.parametrize(
    ("mine", "theirs", "taken"),
    [
        ("Thầy đọc.", "Thầy và **trò** đọc.", "Thầy và **trò** đọc."),
        ("Một.\n\nBa.", "Một.\n\n## Hai\n\nBa.", "Một.\n\n## Hai\n\nBa."),
        ("- một\n- hai\n- ba", "- một\n- ba", "- một\n- ba"),
        ("Một.\n\nHai.", "Một.\n\n![1]\n\nHai.", "Một.\n\n![1]\n\nHai."),
        ("", "Tất cả **mới**.", "Tất cả **mới**."),
        ("**Thầy** trò", "Cô trò", "Cô trò"),
    ],
)
def test_a_passage_brings_its_looks(mine: str, theirs: str, taken: str) -> None:
    one, other = ArticleText("Ngày hội", "", mine), ArticleText("Lễ hội", "", theirs)
    assert taking(one, other, passages(one, other)[-1]) == ArticleText("Ngày hội", "", taken)
