"""A first choice of the best pictures: sound ones, shown before, and something of everything that happened."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from db.queries.albums import Candidate


def best_of(candidates: Sequence[Candidate], count: int) -> list[str]:
    """The ids of up to ``count`` pictures in the order of their days: one of each moment, every activity in turn.

    A proposal and nothing more: the person takes out and adds. Within an activity the picture with the fewest flaws
    comes first, then the one that was published, then the larger one.
    """
    turns = _by_activity(_one_of_each_moment(candidates))
    chosen: list[Candidate] = []
    while len(chosen) < count and any(turns):
        chosen += [turn.pop(0) for turn in turns if turn][: count - len(chosen)]
    return [one.id for one in sorted(chosen, key=lambda one: (one.day, one.id))]


def _one_of_each_moment(candidates: Iterable[Candidate]) -> list[Candidate]:
    moments: dict[str, list[Candidate]] = defaultdict(list)
    for one in candidates:
        moments[one.group].append(one)
    return [min(alike, key=_merit) for alike in moments.values()]


def _by_activity(candidates: Iterable[Candidate]) -> list[list[Candidate]]:
    """What happened, each with its pictures from the best on; unnamed activities go by their day."""
    activities: dict[str, list[Candidate]] = defaultdict(list)
    for one in candidates:
        activities[one.activity or one.day].append(one)
    return [sorted(pictures, key=_merit) for _name, pictures in sorted(activities.items())]


def _merit(one: Candidate) -> tuple[int, int, int, str]:
    return one.flaws, -one.used, -one.pixels, one.id
