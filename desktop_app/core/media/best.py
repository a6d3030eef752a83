"""Which of several like photos is the original: more pixels, then more bytes, not from Zalo, sharper."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePosixPath

from db.queries.media_groups import Member
from desktop_app.core.media.facts import ZALO

PIXELS, BYTES, NOT_ZALO, SHARPER, CAMERA_DAY = "pixels", "bytes", "not_zalo", "sharper", "camera_day"
"""Why one is better than another; the window says them in words."""
MORE_PIXELS, MORE_BYTES, MORE_SHARPNESS = 1.25, 1.5, 1.3
"""How many times more is a difference a person would see too; less is left to the person."""


def ranked(members: Sequence[Member]) -> list[Member]:
    """The photos of a group, the likeliest original first."""
    return sorted(members, key=_rank)


def _rank(one: Member) -> tuple[object, ...]:
    return -one.pixels, -one.bytes, one.source == ZALO, -(one.sharpness or 0.0), one.id


def proposed(members: Sequence[Member]) -> Member | None:
    """The one that is better than each other one beyond doubt, or None: then a person looks and chooses."""
    best, *others = ranked(members)
    return best if others and all(is_clearly_better(best, other) for other in others) else None


def is_clearly_better(one: Member, other: Member) -> bool:
    """Whether its size or its way here decides; a photo that is only a little sharper is not."""
    found = reasons(one, other)
    return not reasons(other, one) and any(reason in found for reason in (PIXELS, BYTES, NOT_ZALO))


def reasons(one: Member, other: Member) -> list[str]:
    """What speaks for ``one`` beside ``other``, the weightiest first."""
    found = {
        PIXELS: one.pixels >= other.pixels * MORE_PIXELS and other.pixels > 0,
        BYTES: _same_kind(one, other) and one.pixels >= other.pixels and one.bytes >= other.bytes * MORE_BYTES,
        NOT_ZALO: other.source == ZALO != one.source,
        SHARPER: bool(one.sharpness and other.sharpness and one.sharpness >= other.sharpness * MORE_SHARPNESS),
        CAMERA_DAY: one.taken_source == "exif" != other.taken_source,
    }
    return [reason for reason, holds in found.items() if holds]


def _same_kind(one: Member, other: Member) -> bool:
    """Bytes tell of compression only between files of one kind: a HEIC says as much in half of a JPEG's."""
    return PurePosixPath(one.original_path).suffix == PurePosixPath(other.original_path).suffix
