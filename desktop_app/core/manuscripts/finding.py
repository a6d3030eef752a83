"""Words found in a text as people look for them: capitals never count, accents only where they are typed."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from db.text import fold, nfc

Stretch = tuple[int, int]
"""From and to (not included) in signs of the text as it is, composed or not."""


def found(text: str, wanted: str) -> list[Stretch]:
    """Where ``wanted`` stands in ``text``; finds do not overlap. A line break is no space."""
    wanted = nfc(wanted)
    bare = fold(wanted) == " ".join(wanted.casefold().split())
    key = "".join(sign for sign, _start, _end in _keys(wanted, bare=bare))
    return list(_places(list(_keys(text, bare=bare)), key)) if key.strip() else []


def _places(keys: list[tuple[str, int, int]], wanted: str) -> Iterator[Stretch]:
    written = "".join(sign for sign, _start, _end in keys)
    place = written.find(wanted)
    while place >= 0:
        past = place + len(wanted)
        yield keys[place][1], keys[past - 1][2]
        place = written.find(wanted, past)


def _keys(text: str, *, bare: bool) -> Iterator[tuple[str, int, int]]:
    """The signs to compare by, each with the stretch of ``text`` it stands for."""
    for letter, start, end in _letters(text):
        for sign in _bare(letter) if bare else nfc(letter).casefold():
            yield sign, start, end


def _bare(letter: str) -> str:
    return fold(letter) or ("\n" if letter == "\n" else " ")


def _letters(text: str) -> Iterator[tuple[str, int, int]]:
    """Each sign with the accents that were typed apart from it."""
    start = 0
    for place in range(1, len(text) + 1):
        if place == len(text) or not unicodedata.combining(text[place]):
            yield text[start:place], start, place
            start = place
