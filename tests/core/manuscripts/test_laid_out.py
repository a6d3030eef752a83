"""A body with its photos: each where it was placed, none lost, none twice by itself."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.manuscripts.laid_out import html_of, laid_out, text_of
from desktop_app.core.manuscripts.markup import paragraphs

LINES = st.lists(st.sampled_from(["lời", "## mục", "- ý", "![1]", "![2]", "![3]", "![9]"]), max_size=8)


@given(LINES, st.integers(0, 3))
def test_every_word_and_every_photo_is_shown(lines: list[str], count: int) -> None:
    blocks = paragraphs("\n\n".join(lines))
    photos = [f"photo {number}" for number in range(1, count + 1)]
    pieces = list(laid_out(blocks, photos))
    assert [block for piece in pieces if isinstance(piece, list) for block in piece] == [
        block for block in blocks if block.kind != "picture"
    ]
    shown = [photo for piece in pieces if isinstance(piece, tuple) for photo in piece]
    assert set(shown) == set(photos)
    assert len(shown) == max(len(photos), len(shown))


def test_photos_placed_below_each_other_stand_together_and_the_rest_comes_last() -> None:
    pieces = list(laid_out(paragraphs("một\n\n![3]\n\n![1]\n\nhai"), ["a", "b", "c"]))
    assert [piece for piece in pieces if isinstance(piece, tuple)] == [("c", "a"), ("b",)]
    assert isinstance(pieces[-1], tuple)


def test_html_from_outside_stays_words() -> None:
    html = html_of(paragraphs("## <b>x\n\n**<script>**\n\n- a & b"), ["p"], lambda photos: f"[{len(photos)}]")
    assert html == "<h4>&lt;b&gt;x</h4>\n<p><strong>&lt;script&gt;</strong></p>\n<ul><li>a &amp; b</li></ul>\n[1]"


def test_plain_text_keeps_lists_together() -> None:
    assert text_of(paragraphs("một\n\n- a\n- b\n\n![1]"), ["x"], str.upper) == "một\n\n- a\n- b\n\nX"
