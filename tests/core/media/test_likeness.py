"""Like pictures are found at once among many, and just those that asking every one of them would find."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.media.likeness import Looks, are_alike

hashes = st.integers(0, 2**64 - 1)
flips = st.lists(st.integers(0, 63), max_size=7)


def spoilt(look: int, bits: list[int]) -> int:
    for bit in bits:
        look ^= 1 << bit
    return look


@st.composite
def archives(draw: st.DrawFn) -> list[int]:
    """Pictures of a few moments, many of them nearly the same."""
    moments = draw(st.lists(hashes, min_size=1, max_size=4))
    return [spoilt(draw(st.sampled_from(moments)), draw(flips)) for _one in range(draw(st.integers(1, 25)))]


@given(archives(), flips)
def test_the_like_one_is_the_one_that_asking_all_would_find(archive: list[int], bits: list[int]) -> None:
    looks = Looks()
    for number, look in enumerate(archive):
        looks.add(f"{look:016x}", str(number))
    wanted = f"{spoilt(archive[-1], bits):016x}"
    slow = next((str(number) for number, look in enumerate(archive) if are_alike(f"{look:016x}", wanted)), None)
    assert looks.like(wanted) == slow


def test_a_picture_without_contrast_is_like_nothing() -> None:
    looks = Looks()
    looks.add("0" * 16, "wall")
    looks.add("", "none")
    assert looks.like("0" * 16) is None
    assert looks.like("0" * 15 + "1") is None
