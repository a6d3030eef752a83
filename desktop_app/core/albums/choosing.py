"""A first choice of the best pictures, each with its reasons: sound ones, shown before, something of everything."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import date
from typing import NamedTuple

from db.queries.albums import Candidate, all_in, candidates
from desktop_app.core.albums.leaving import kept_back_of

PUBLISHED, BEST_OF_ACTIVITY, BEST_OF_MOMENT = "published", "best_of_activity", "best_of_moment"
ONLY_ONE, SOUND, FLAWED, STAYS = "only_one", "sound", "flawed", "stays"
"""Why a picture is proposed; FLAWED and STAYS (may not leave yet): nothing better is there. The window says it."""


_Merit = tuple[bool, int, int, int, float, str]


class Proposal(NamedTuple):
    """A picture proposed: of which day and activity, out of how many like ones (1: alone), and why."""

    id: str
    day: str
    activity: str
    alike: int
    reasons: tuple[str, ...]


def propose(
    album_id: str, count: int, first: date | None = None, before: date | None = None, topic_id: str = ""
) -> list[Proposal]:
    """Up to ``count`` pictures from ``first`` until the day ``before``, on a topic, that the album has not yet."""
    found = candidates(first, before, topic_id, [one.id for one in all_in(album_id)])
    return best_of(found, count, kept_back_of([one.id for one in found]))


def best_of(found: Sequence[Candidate], count: int, kept_back: Collection[str] = ()) -> list[Proposal]:
    """Up to ``count`` pictures in the order of their days: one of each moment, every activity in turn.

    A proposal and nothing more: the person takes out and adds. One that may leave the school comes before those in
    ``kept_back``; then the picture with the fewest flaws, the one that was published, the larger, the sharper one.
    """

    def merit(one: Candidate) -> _Merit:
        return one.id in kept_back, one.flaws, -one.used, -one.pixels, -one.sharpness, one.id

    moments = _moments(found)
    turns = _by_activity((min(alike, key=merit) for alike in moments.values()), merit)
    firsts = {turn[0].id: len(turn) for turn in turns}
    chosen: list[Candidate] = []
    while len(chosen) < count and any(turns):
        chosen += [turn.pop(0) for turn in turns if turn][: count - len(chosen)]
    chosen.sort(key=lambda one: (one.day, one.id))
    return [_proposal(one, len(moments[one.group]), firsts.get(one.id, 0), one.id in kept_back) for one in chosen]


def _proposal(one: Candidate, alike: int, first_of: int, stays: bool) -> Proposal:
    """``first_of`` is how many of its activity it leads, 0 if another one does."""
    holds = {
        PUBLISHED: one.used > 0,
        BEST_OF_ACTIVITY: first_of > 1,
        BEST_OF_MOMENT: alike > 1,
        ONLY_ONE: first_of == 1 and alike == 1,
        SOUND: one.flaws == 0 and not stays,
        FLAWED: one.flaws > 0,
        STAYS: stays,
    }
    return Proposal(one.id, one.day, one.activity, alike, tuple(reason for reason, is_so in holds.items() if is_so))


def _moments(found: Iterable[Candidate]) -> dict[str, list[Candidate]]:
    moments: dict[str, list[Candidate]] = defaultdict(list)
    for one in found:
        moments[one.group].append(one)
    return moments


def _by_activity(found: Iterable[Candidate], merit: Callable[[Candidate], _Merit]) -> list[list[Candidate]]:
    """What happened, each with its pictures from the best on, the best first; unnamed activities go by their day."""
    activities: dict[str, list[Candidate]] = defaultdict(list)
    for one in found:
        activities[one.activity or one.day].append(one)
    return sorted((sorted(pictures, key=merit) for pictures in activities.values()), key=lambda turn: merit(turn[0]))
