"""Photos that look alike and yet are two: what a person said about a pair is never asked again."""

from __future__ import annotations

from db.models.media import MediaAsset
from db.models.record import Record, part_of


class MediaParted(Record):
    """A pair that is not of one moment; ``one`` is the smaller id, so that a pair stands here once."""

    one = part_of(MediaAsset, backref="parted_after")
    other = part_of(MediaAsset, backref="parted_before")

    class Meta:
        indexes = ((("one", "other"), True),)
