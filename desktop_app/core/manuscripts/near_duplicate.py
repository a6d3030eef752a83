"""Whether a text was handed in before: likeness by the runs of words two texts share."""

from __future__ import annotations

import re
from collections.abc import Iterable

from db.text import fold

WORDS_TOGETHER = 3
"""Vietnamese words are one to three syllables, so runs of three say what is told, not only in which words."""


def likeness(a: str, b: str) -> float:
    """0.0 (nothing shared) to 1.0 (the same but for accents, capitals, signs): shared runs among all runs."""
    return _likeness(_runs(a), _runs(b))


def nearest(text: str, others: Iterable[tuple[str, str]], threshold: float = 0.5) -> list[tuple[str, float]]:
    """Of ``others`` (id, text) those at least ``threshold`` like ``text``: (id, likeness), likest first."""
    runs = _runs(text)
    found = ((id_, _likeness(runs, _runs(other))) for id_, other in others)
    return sorted((pair for pair in found if pair[1] >= threshold), key=lambda pair: -pair[1])


def _likeness(a: frozenset[tuple[str, ...]], b: frozenset[tuple[str, ...]]) -> float:
    return len(a & b) / len(a | b) if a and b else 0.0


def _runs(text: str) -> frozenset[tuple[str, ...]]:
    words = re.findall(r"[^\W_]+", fold(text))
    together = min(WORDS_TOGETHER, len(words)) or 1
    return frozenset(tuple(words[at : at + together]) for at in range(len(words) - together + 1))
