"""What a person typed into the search, and where a text says it: marks sit right on accents, đ and either form."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from db.text import fold, nfc

Stretch = tuple[int, int]

WORD = re.compile(r"[^\W_]+")
WRITTEN_WORD = re.compile(r"[^\W_](?:[^\W_]|[\u0300-\u036f])*")
MARKS_OF_SHEET = re.compile(r"!\[\d+\]|\*\*|^#+ |^- ", re.MULTILINE)
LEAD_IN, LENGTH = 40, 200
NEAREST = 40
"""So many places are weighed against each other; the first of a long text tell enough."""
ELLIPSIS = "…"

# One syllable, two places of the tone: both stand side by side in every school's papers.
OLD_AND_NEW = [
    ("oà", "òa"), ("oá", "óa"), ("oả", "ỏa"), ("oã", "õa"), ("oạ", "ọa"),
    ("oè", "òe"), ("oé", "óe"), ("oẻ", "ỏe"), ("oẽ", "õe"), ("oẹ", "ọe"),
    ("uỳ", "ùy"), ("uý", "úy"), ("uỷ", "ủy"), ("uỹ", "ũy"), ("uỵ", "ụy"),
]  # fmt: skip
_EITHER = {form: f"(?:{new}|{old})" for new, old in OLD_AND_NEW for form in (new, old)}
_TWO_PLACES = re.compile("|".join(_EITHER))


class Asked(NamedTuple):
    """``words`` folded; ``spoken`` the words typed with accents, one space between; ``match`` for the index."""

    words: tuple[str, ...]
    spoken: str

    @property
    def match(self) -> str:
        """Every word as the beginning of one, in the index's own language."""
        return " ".join(f'"{word}"*' for word in self.words)

    def without_accents(self) -> Asked:
        """The same, whatever the accents."""
        return Asked(self.words, "")


class Snippet(NamedTuple):
    """A line out of a text, and the stretches of it to be marked."""

    text: str
    marks: list[Stretch]


def asked(text: str) -> Asked:
    """What ``text`` asks for."""
    typed = WORD.findall(nfc(text).casefold())
    spoken = [word for word in typed if fold(word) != word]
    return Asked(tuple(dict.fromkeys(WORD.findall(fold(text)))), " ".join(spoken))


def says(text: str | None, spoken: str) -> bool:
    """Whether each of the words ``spoken`` begins a word of ``text``, accent for accent; SQL function says(text, ?)."""
    return text is not None and all(pattern.search(text) for pattern in _patterns(spoken))


@lru_cache(maxsize=16)
def _patterns(spoken: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(rf"(?<![^\W_]){_either_place(word)}", re.IGNORECASE) for word in spoken.split())


def _either_place(word: str) -> str:
    return _TWO_PLACES.sub(lambda found: _EITHER[found[0]], re.escape(word))


def stretches(text: str, meant: Asked) -> list[Stretch]:
    """Where ``text`` (NFC or NFD) has the words: (start, end) of the letters that were typed, in its own signs."""
    return list(_stretches(text, meant))


def _stretches(text: str, meant: Asked) -> Iterator[Stretch]:
    spoken = {fold(word): pattern for word, pattern in zip(meant.spoken.split(), _patterns(meant.spoken), strict=True)}
    for found in WRITTEN_WORD.finditer(text):
        folded = fold(found[0])
        begun = [word for word in meant.words if folded.startswith(word)]
        begun = [word for word in begun if word not in spoken or spoken[word].match(nfc(found[0]))]
        if begun:
            yield found.start(), found.start() + _letters(found[0], len(max(begun, key=len)))


def _letters(word: str, folded: int) -> int:
    """How many signs of ``word`` hold its first ``folded`` folded letters, with the accents that belong to them."""
    have = 0
    for place, sign in enumerate(word):
        letters = len(fold(sign))
        if have >= folded and letters:
            return place
        have += letters
    return len(word)


def snippet(text: str, meant: Asked, length: int = LENGTH) -> Snippet:
    """About ``length`` signs of ``text`` round the first words found; its beginning where none is."""
    line = " ".join(MARKS_OF_SHEET.sub(" ", text).split())
    places = stretches(line, meant)
    start = _start(line, _best(line, places, length))
    end = _end(line, start + length)
    before, after = ELLIPSIS * (start > 0), ELLIPSIS * (end < len(line))
    moved = len(before) - start
    marks = [(first + moved, last + moved) for first, last in places if start <= first and last <= end]
    return Snippet(f"{before}{line[start:end]}{after}", marks)


def _best(line: str, places: Sequence[Stretch], length: int) -> int:
    """Where the line should be read: the first place with the most different words near it."""

    def words_near(place: Stretch) -> int:
        return len({fold(line[start:end]) for start, end in places if 0 <= start - place[0] < length - LEAD_IN})

    return max(places[:NEAREST], key=words_near)[0] if places else 0


def _start(line: str, first: int) -> int:
    return 0 if first <= LEAD_IN else line.rfind(" ", 0, first - LEAD_IN // 2) + 1


def _end(line: str, wished: int) -> int:
    if wished >= len(line):
        return len(line)
    return max(line.rfind(" ", 0, wished), 0) or wished
