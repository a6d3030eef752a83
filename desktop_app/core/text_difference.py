"""What differs between two texts, word by word: what was taken out of the one, what the other has in its place.

Words that stand in both are found by runs of words that each text has once (patience: long runs first, then shorter
ones in what lies between), so that the time grows with the length of the texts and not with its square.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

RUNS = (8, 4, 2, 1)
"""Words in a run that is looked for, from the surest to the least sure."""
SMALL = 1600
"""Words of the one times words of the other up to which every pair may be looked at."""

Stretch = tuple[int, int]
Pair = tuple[int, int]


class Change(NamedTuple):
    """One place where the texts differ, in letters of each; a stretch without letters is where words are missing."""

    taken: Stretch
    added: Stretch


class WordsChanged(NamedTuple):
    """How many words came and went."""

    added: int
    taken: int


def changes(one: str, other: str) -> list[Change]:
    """Every place where ``other`` differs from ``one``, in order. Spaces and line breaks alone are no difference."""
    words, others = _spans(one), _spans(other)
    pairs = _pairs(_cut(one, words), _cut(other, others), RUNS)
    return [Change(_stretch(words, *taken), _stretch(others, *added)) for taken, added in _gaps(pairs, words, others)]


def beside(found: Iterable[tuple[Stretch, Stretch]], place: int) -> int:
    """The place in the other text that belongs to ``place`` in the one, by the pairs of stretches that differ."""
    here = there = 0
    for near, far in found:
        if place < near[0]:
            break
        if place < near[1]:
            return far[0]
        here, there = near[1], far[1]
    return max(0, place - here + there)


def words_changed(one: str, other: str) -> WordsChanged:
    """How many words ``other`` has that ``one`` has not, and the other way round."""
    found = changes(one, other)
    return WordsChanged(
        added=sum(len(other[slice(*change.added)].split()) for change in found),
        taken=sum(len(one[slice(*change.taken)].split()) for change in found),
    )


def changed_sentences(one: str, other: str) -> int:
    """How many sentences a reader of ``one`` has to read again: those of ``other`` with a change, those taken out."""
    before, after = _sentences(one), _sentences(other)
    touched: set[int] = set()
    gone = 0
    for taken, added in changes(one, other):
        whole = [start for start, end in before if taken[0] <= start and end <= taken[1]]
        here = {place for place, (start, end) in enumerate(after) if start <= added[1] and added[0] <= end}
        if added[1] > added[0]:
            touched |= {place for place in here if _overlap(after[place], added)}
        elif whole:
            gone += len(whole)
        else:
            touched |= set(sorted(here)[:1])
    return len(touched) + gone


def _overlap(one: Stretch, other: Stretch) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _sentences(text: str) -> list[Stretch]:
    """A sentence ends with its mark and a space, or with its line."""
    return [found.span() for found in re.finditer(r"\S(?:[^\n]*?[.!?…](?=\s|$)|[^\n]*)", text)]


# ---------------------------------------------------------------- words in both


def _spans(text: str) -> list[Stretch]:
    return [found.span() for found in re.finditer(r"\S+", text)]


def _cut(text: str, spans: Sequence[Stretch]) -> list[str]:
    return [text[start:end] for start, end in spans]


def _gaps(pairs: Sequence[Pair], words: Sequence[Stretch], others: Sequence[Stretch]) -> Iterator[tuple[Pair, Pair]]:
    """What lies between the words that stand in both, as words from…to of each."""
    a = b = 0
    for x, y in (*pairs, (len(words), len(others))):
        if x > a or y > b:
            yield (a, x), (b, y)
        a, b = x + 1, y + 1


def _stretch(spans: Sequence[Stretch], first: int, last: int) -> Stretch:
    """The letters of words first…last; where there are none, the place behind the word before."""
    if last > first:
        return spans[first][0], spans[last - 1][1]
    place = spans[first - 1][1] if first else 0
    return place, place


def _pairs(one: Sequence[str], other: Sequence[str], runs: Sequence[int]) -> list[Pair]:
    """The places of words that stand in both, rising in each."""
    head = _same(one, other)
    tail = _same(one[head:][::-1], other[head:][::-1])
    ends = len(one) - tail, len(other) - tail
    return [
        *((place, place) for place in range(head)),
        *((head + a, head + b) for a, b in _between(one[head : ends[0]], other[head : ends[1]], runs)),
        *((ends[0] + place, ends[1] + place) for place in range(tail)),
    ]


def _between(one: Sequence[str], other: Sequence[str], runs: Sequence[int]) -> Iterator[Pair]:
    if len(one) * len(other) <= SMALL:
        matched = SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks() if one and other else []
        yield from ((a + step, b + step) for a, b, size in matched for step in range(size))
    elif runs:
        a = b = 0
        for x, y in (*_anchors(one, other, runs[0]), (len(one), len(other))):
            yield from ((a + p, b + q) for p, q in _pairs(one[a:x], other[b:y], runs[1:]))
            if x < len(one):
                yield x, y
            a, b = x + 1, y + 1


def _same(one: Sequence[str], other: Sequence[str]) -> int:
    """How many words both begin with alike."""
    for place, (a, b) in enumerate(zip(one, other, strict=False)):
        if a != b:
            return place
    return min(len(one), len(other))


def _anchors(one: Sequence[str], other: Sequence[str], run: int) -> list[Pair]:
    """Where runs of words begin that each text has exactly once, as many as keep their order in both."""
    there = _once(other, run)
    return _rising([(a, there[words]) for words, a in _once(one, run).items() if words in there])


def _once(words: Sequence[str], run: int) -> dict[tuple[str, ...], int]:
    found: dict[tuple[str, ...], int] = {}
    for place, key in enumerate(zip(*(words[step:] for step in range(run)), strict=False)):
        found[key] = -1 if key in found else place
    return {key: place for key, place in found.items() if place >= 0}


def _rising(pairs: Sequence[Pair]) -> list[Pair]:
    """The longest chain of pairs (in order of their first) whose seconds rise too: patience sorting."""
    tops: list[int] = []
    piles: list[int] = []
    before: list[int] = []
    for number, (_a, b) in enumerate(pairs):
        pile = bisect_left(tops, b)
        before.append(piles[pile - 1] if pile else -1)
        tops[pile : pile + 1] = [b]
        piles[pile : pile + 1] = [number]
    chain: list[Pair] = []
    number = piles[-1] if piles else -1
    while number >= 0:
        chain.append(pairs[number])
        number = before[number]
    return chain[::-1]
