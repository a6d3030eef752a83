"""The school's own website: how it is reached, what waits to be posted there, what it already has."""

from __future__ import annotations

import peewee

from db.fields import InstantField, NameField
from db.models.channels import Channel, Distribution
from db.models.record import Record, part_of


class WebSite(Record):
    """A WordPress behind a channel. The application password lies in the system's keyring, never here."""

    channel = part_of(Channel, backref="sites", unique=True)
    address = NameField()
    user_name = NameField()


class WebPost(Record):
    """An article on its way to the website; ``text_sha256`` names the approved text that is sent."""

    distribution = part_of(Distribution, backref="posts", unique=True)
    state = NameField(default="queued", index=True)  # queued | sent | failed | withdrawn
    post_id = peewee.IntegerField(null=True)
    link = NameField(default="")
    text_sha256 = NameField(default="")
    tries = peewee.IntegerField(default=0)
    next_try_at = InstantField(null=True)
    problem = NameField(default="")


class WebUpload(Record):
    """A picture the website has already, by the hash of its original and of what was covered or cropped in it."""

    site = part_of(WebSite, backref="uploads")
    sha256 = NameField()
    media_id = peewee.IntegerField()
    link = NameField(default="")

    class Meta:
        indexes = ((("site", "sha256"), True),)
