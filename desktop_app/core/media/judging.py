"""Looking through the archive: photos nobody has looked at yet are measured, all are judged by the profile of today."""

from __future__ import annotations

from collections.abc import Sequence

from db import database
from db.models import MediaAsset
from db.queries.media_groups import Measured, Unmeasured, measured, unmeasured
from desktop_app.core.home import Home
from desktop_app.core.jobs import Progress
from desktop_app.core.media.bursts import gather_bursts
from desktop_app.core.media.quality import Profile, Seen, advice, profile_here, seen_of

STRIDE = 500
"""Photos between two words of progress when nothing is decoded."""
TOGETHER = 50
"""Photos written at once: a cancel or a power cut loses the looks at so few, and they are taken again."""


def measure_archive(home: Home, profile: Profile, progress: Progress) -> int:
    """Look at photos that came before anything was measured; returns how many. Raises Cancelled, keeps what is done."""
    waiting = unmeasured()
    looked = 0
    for start in range(0, len(waiting), TOGETHER):
        found = []
        for number, photo in enumerate(waiting[start : start + TOGETHER], start):
            progress.step(number, len(waiting), photo.name)
            found.append((photo, seen_of(home, photo.sha256)))
        looked += _keep_looks(found, profile)
    return looked


def _keep_looks(found: Sequence[tuple[Unmeasured, Seen | None]], profile: Profile) -> int:
    kept = 0
    with database.atomic():
        for photo, seen in found:
            if seen is not None:
                told = advice(seen, photo.width, photo.height, profile)
                facts = {**seen._asdict(), "quality": told}
                kept += MediaAsset.update(**facts).where(MediaAsset.id == photo.id).execute()
    return kept


def judge_archive(profile: Profile, progress: Progress) -> int:
    """Say anew of each photo what the profile of today makes of it; returns of how many something else is said now.

    Raises Cancelled; then all is said as before.
    """
    photos = measured()
    said = []
    for number, photo in enumerate(photos):
        if number % STRIDE == 0:
            progress.step(number, len(photos))
        told = advice(_seen(photo), photo.width, photo.height, profile)
        if told != photo.quality:
            said.append((photo.id, told))
    for start in range(0, len(said), STRIDE):
        with database.atomic():
            for asset_id, told in said[start : start + STRIDE]:
                MediaAsset.update(quality=told).where(MediaAsset.id == asset_id).execute()
    return len(said)


def _seen(photo: Measured) -> Seen | None:
    if photo.sharpness is None:
        return None
    return Seen(photo.sharpness, photo.dark or 0.0, photo.bright or 0.0)


def look_through(home: Home, progress: Progress) -> int:
    """Gather bursts and look at what nobody has looked at yet; returns how many photos changed. Raises Cancelled."""
    return gather_bursts(progress) + measure_archive(home, profile_here(home), progress)
