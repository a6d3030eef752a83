"""Photos shot in one breath: the same camera, a few seconds apart, nearly the same view. They become one group."""

from __future__ import annotations

import itertools
from datetime import datetime, timedelta

from db import database
from db.models import MediaAsset
from db.queries.media_groups import Shot, are_parted, shots
from desktop_app.core import audit
from desktop_app.core.jobs import Progress

ONE_BREATH = timedelta(seconds=5)
ONE_VIEW = 12
"""Bits of 64 that may differ between two shots of a burst. A view that moves by 1 to 2 % differs in 0 to 11 bits; two
views of one trip in 17 and more. Between photos that are far apart in time, likeness has to be closer (likeness.ALIKE).
"""
STRIDE = 500


def gather_bursts(progress: Progress) -> int:
    """Join what was shot in one breath, unless a person told it apart; returns how many photos joined another's group.

    Raises Cancelled; what was joined before stays joined.
    """
    taken = shots()
    group = {shot.id: shot.group for shot in taken}
    joined = 0
    for number, (before, shot) in enumerate(itertools.pairwise(taken)):
        if number % STRIDE == 0:
            progress.step(number, len(taken))
        ours, theirs = _first(group, before.group), _first(group, shot.group)
        if ours != theirs and is_one_breath(before, shot) and not are_parted(ours, theirs):
            _join(ours, theirs)
            group[theirs] = ours
            joined += 1
    return joined


def is_one_breath(before: Shot, shot: Shot) -> bool:
    """Whether two shots that follow each other are of one burst."""
    if before.camera != shot.camera or _moment(shot) - _moment(before) > ONE_BREATH:
        return False
    one, other = int(before.phash, 16), int(shot.phash, 16)
    return bool(one and other) and (one ^ other).bit_count() <= ONE_VIEW


def _first(group: dict[str, str], place: str) -> str:
    """The first photo of a group, whatever groups were joined since."""
    while group.get(place, place) != place:
        place = group[place]
    return place


def _moment(shot: Shot) -> datetime:
    return datetime.fromisoformat(shot.taken_at[:19])


def _join(first: str, other: str) -> None:
    """All that stands under ``other``, and itself, stands under ``first``."""
    with database.atomic():
        MediaAsset.update(burst_of=first).where((MediaAsset.id == other) | (MediaAsset.burst_of == other)).execute()
        audit.record("join a burst", "media_asset", other, first=first)
