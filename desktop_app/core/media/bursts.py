"""Photos shot in one breath: the same camera, a few seconds apart, nearly the same view. They become one group."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from itertools import pairwise, product

from db import database
from db.models import MediaAsset
from db.queries.media_groups import Shot, parted_groups, shots
from desktop_app.core import audit
from desktop_app.core.jobs import Progress
from desktop_app.core.media.likeness import are_alike

ONE_BREATH = timedelta(seconds=5)
ONE_VIEW = 12
"""Bits of 64 that may differ between two shots of a burst. A view that moves by 1 to 2 % differs in 0 to 11 bits; two
views of one trip in 17 and more. Between photos that are far apart in time, likeness has to be closer (likeness.ALIKE).
"""
STRIDE = 500
TOGETHER = 100
"""Bundles written at once: the window never waits long for its turn to write."""


def gather_bursts(progress: Progress) -> int:
    """Join what was shot in one breath, unless a person told it apart; returns how many groups joined another.

    Everything is compared first and written last. Raises Cancelled; nothing is joined then.
    """
    taken = shots()
    bundles = Bundles(parted_groups())
    for number, (before, shot) in enumerate(pairwise(taken)):
        if number % STRIDE == 0:
            progress.step(number, len(taken))
        if is_one_breath(before, shot):
            bundles.tie(before.group, shot.group)
    return _join_all(list(bundles.tied.items()))


class Bundles:
    """Groups that belong together: ``tied`` names under the first of each bundle the others. No records are touched."""

    def __init__(self, apart: Iterable[tuple[str, str]]) -> None:
        self._apart = {frozenset(pair) for pair in apart}
        self._first: dict[str, str] = {}
        self.tied: dict[str, list[str]] = {}

    def tie(self, group: str, other: str) -> None:
        """Tie the bundles of two groups together, unless a person told any of the one from any of the other."""
        first, second = self._first.get(group, group), self._first.get(other, other)
        ours, theirs = [first, *self.tied.get(first, [])], [second, *self.tied.get(second, [])]
        if first == second or any(frozenset(pair) in self._apart for pair in product(ours, theirs)):
            return
        self.tied[first] = [*self.tied.get(first, []), *theirs]
        self.tied.pop(second, None)
        self._first.update(dict.fromkeys(theirs, first))


def is_one_breath(before: Shot, shot: Shot) -> bool:
    """Whether two shots that follow each other are of one burst."""
    if before.camera != shot.camera or _moment(shot) - _moment(before) > ONE_BREATH:
        return False
    return are_alike(before.phash, shot.phash, ONE_VIEW)


def _moment(shot: Shot) -> datetime:
    return datetime.fromisoformat(shot.taken_at[:19])


def _join_all(tied: Sequence[tuple[str, list[str]]]) -> int:
    joined = 0
    for start in range(0, len(tied), TOGETHER):
        with database.atomic():
            joined += sum(_join(first, others) for first, others in tied[start : start + TOGETHER])
    return joined


def _join(first: str, others: list[str]) -> int:
    """All that stands under the others, and they themselves, stand under ``first``."""
    MediaAsset.update(burst_of=first).where(MediaAsset.id.in_(others) | MediaAsset.burst_of.in_(others)).execute()
    audit.record("join a burst", "media_asset", first, joined=others)
    return len(others)
