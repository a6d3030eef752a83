"""Vietnamese text as the records keep it: one spelling (NFC), a search key without accents, a dictionary order."""

from __future__ import annotations

import re
import unicodedata

# The order of the Vietnamese alphabet with the four foreign letters in their Latin places.
ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
# Dictionary order of the tones: ngang, huyền, hỏi, ngã, sắc, nặng (CLDR/ICU rules for vi).
TONES = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}

_MARKS = re.compile("[\u0300-\u036f]+")
_FOREIGN = re.compile("[\u0483-\u1fff\u20d0-\U0010ffff]")
"""Where marks of other scripts may be; dashes and quotation marks are not there."""

SortKey = tuple[list[tuple[int, int]], list[int], list[bool]]


def nfc(text: str) -> str:
    """``text`` composed (NFC): the one form that enters the records."""
    return unicodedata.normalize("NFC", text)


def fold(text: str) -> str:
    """The search key of ``text``: lower case, no accents, đ as d, single spaces."""
    # str.replace for đ is far faster than translate; taking out runs of marks, than asking every sign what it is.
    lowered = unicodedata.normalize("NFD", text.casefold().replace("đ", "d"))
    plain = lowered if lowered.isascii() else _MARKS.sub("", lowered)
    if not plain.isascii() and _FOREIGN.search(plain):
        plain = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return " ".join(plain.split())


def sort_key(text: str) -> SortKey:
    """A key that sorts like a Vietnamese dictionary: letters first, then tones, then capitals."""
    letters: list[tuple[int, int]] = []
    tones: list[int] = []
    capitals: list[bool] = []
    for sign in nfc(text):
        parts = unicodedata.normalize("NFD", sign)
        base = nfc("".join(part for part in parts if part not in TONES))
        letters.append(_letter_rank(base.lower()))
        tones.append(next((TONES[part] for part in parts if part in TONES), 0))
        capitals.append(base != base.lower())
    return letters, tones, capitals


def _letter_rank(letter: str) -> tuple[int, int]:
    place = ALPHABET.find(letter) if len(letter) == 1 else -1
    return (2, place) if place >= 0 else (1, ord(letter[0]) if letter else 0)


def collate(left: str, right: str) -> int:
    """Compare as a Vietnamese dictionary does; SQLite's collation VIETNAMESE."""
    a, b = sort_key(left), sort_key(right)
    return (a > b) - (a < b)
