"""Albums: pictures chosen for a review of the year, an anniversary, a wall."""

from __future__ import annotations

import peewee

from db.fields import NameField
from db.models.media import MediaAsset
from db.models.record import Record, link, part_of


class Album(Record):
    """A named choice of pictures; the pictures themselves stay in the archive."""

    title = NameField()
    note = NameField(default="")


class AlbumPicture(Record):
    """A picture's place in an album."""

    album = part_of(Album, backref="pictures")
    asset = link(MediaAsset, backref="albums")
    sort = peewee.IntegerField(default=0)

    class Meta:
        indexes = ((("album", "asset"), True),)
