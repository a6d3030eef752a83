"""Looking through the archive: photos nobody has looked at yet are measured, all are judged by the profile of today."""

from __future__ import annotations

from db.models import MediaAsset
from db.queries.media_groups import Measured, measured, unmeasured
from desktop_app.core.home import Home
from desktop_app.core.jobs import Progress
from desktop_app.core.media.bursts import gather_bursts
from desktop_app.core.media.quality import Profile, Seen, advice, profile_here, seen_of

STRIDE = 500
"""Photos between two words of progress when nothing is decoded."""


def measure_archive(home: Home, profile: Profile, progress: Progress) -> int:
    """Look at photos that came before anything was measured; returns how many. Raises Cancelled, keeps what is done."""
    waiting = unmeasured()
    looked = 0
    for number, photo in enumerate(waiting):
        progress.step(number, len(waiting), photo.name)
        seen = seen_of(home, photo.sha256)
        if seen is not None:
            told = advice(seen, photo.width, photo.height, profile)
            MediaAsset.update(**seen._asdict(), quality=told).where(MediaAsset.id == photo.id).execute()
            looked += 1
    return looked


def judge_archive(profile: Profile, progress: Progress) -> int:
    """Say anew of each photo what the profile of today makes of it; returns of how many something else is said now."""
    photos = measured()
    changed = 0
    for number, photo in enumerate(photos):
        if number % STRIDE == 0:
            progress.step(number, len(photos))
        told = advice(_seen(photo), photo.width, photo.height, profile)
        if told != photo.quality:
            changed += MediaAsset.update(quality=told).where(MediaAsset.id == photo.id).execute()
    return changed


def _seen(photo: Measured) -> Seen | None:
    if photo.sharpness is None:
        return None
    return Seen(photo.sharpness, photo.dark or 0.0, photo.bright or 0.0)


def look_through(home: Home, progress: Progress) -> int:
    """Gather bursts and look at what nobody has looked at yet; returns how many photos changed. Raises Cancelled."""
    return gather_bursts(progress) + measure_archive(home, profile_here(home), progress)
