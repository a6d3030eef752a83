"""The dictionary order packed into text sorts as the order itself does."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from db.order import order_key
from db.text import sort_key

WORDS = st.text(st.sampled_from("aáàảãạăằâđdeêfjzwơướAÁĐBbc 012–.~{[“\x00\x1f\uffff\U0001f600"), max_size=6)


@given(WORDS, WORDS)
def test_packed_keys_compare_as_the_dictionary_does(left: str, right: str) -> None:
    packed, whole = (order_key(left), order_key(right)), (sort_key(left), sort_key(right))
    assert (packed[0] < packed[1]) == (whole[0] < whole[1])
    assert (packed[0].encode() < packed[1].encode()) == (whole[0] < whole[1])


@given(st.text(max_size=8), st.text(max_size=8))
def test_any_text_of_the_world_keeps_its_place(left: str, right: str) -> None:
    assert (order_key(left) < order_key(right)) == (sort_key(left) < sort_key(right))


def test_a_plain_letter_takes_one_byte_and_nothing_ends_the_text_early() -> None:
    assert len(order_key("hoi khoe").encode()) == 10
    assert "\0" not in order_key("a\0b")
