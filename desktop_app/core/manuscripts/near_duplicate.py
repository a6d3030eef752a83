"""Whether a text was handed in before: likeness by the runs of words two texts share."""

from __future__ import annotations

from collections.abc import Iterable

from db.likeness import runs


def likeness(a: str, b: str) -> float:
    """0.0 (nothing shared) to 1.0 (the same but for accents, capitals, signs): shared runs among all runs."""
    return _likeness(runs(a), runs(b))


def nearest(text: str, others: Iterable[tuple[str, str]], threshold: float = 0.5) -> list[tuple[str, float]]:
    """Of ``others`` (id, text) those at least ``threshold`` like ``text``: (id, likeness), likest first."""
    known = runs(text)
    found = ((id_, _likeness(known, runs(other))) for id_, other in others)
    return sorted((pair for pair in found if pair[1] >= threshold), key=lambda pair: -pair[1])


def _likeness(a: frozenset[str], b: frozenset[str]) -> float:
    return len(a & b) / len(a | b) if a and b else 0.0
