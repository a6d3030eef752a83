"""Words cut to a width."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.ui.widgets.ellipsis import SIGN, cut


@given(st.text(max_size=60), st.integers(1, 40))
def test_words_fit_or_end_in_the_sign(words: str, width: int) -> None:
    short = cut(words, width, len)
    assert len(short) <= width
    assert short == words or (short.endswith(SIGN) and words.startswith(short[:-1]))
