"""Where products go and how the school proves it: channels, distributions, evidence."""

from __future__ import annotations

import peewee

from db.fields import InstantField, NameField, now
from db.models.articles import Article, Revision
from db.models.media import MediaAsset
from db.models.record import Record, link, part_of


class Channel(Record):
    """A way to the public or to the authority, while it existed."""

    kind = NameField()  # website | fanpage | groups | personal | conference | authority | press | district_page
    name = NameField()
    url = NameField(default="")
    is_official = peewee.BooleanField(default=True)
    valid_from = peewee.DateField(null=True)
    valid_to = peewee.DateField(null=True)
    sort = peewee.IntegerField(default=0)


class Distribution(Record):
    """A product on a channel: planned, done, proved, failed, taken down."""

    article = link(Article, null=True, backref="distributions")
    asset = link(MediaAsset, null=True, backref="distributions")
    revision = link(Revision, null=True)
    channel = link(Channel, backref="distributions")
    planned_on = peewee.DateField(null=True)
    done_on = peewee.DateField(null=True, index=True)
    by_name = NameField(default="")
    recorded_at = InstantField(default=now)
    state = NameField(default="planned")  # planned | done | proved | failed | taken_down
    reason = NameField(default="")
    corrects = link("self", null=True, backref="corrections")


class Evidence(Record):
    """The proof: an address, a screenshot, minutes, a sending slip, a photo of the event."""

    distribution = part_of(Distribution, backref="evidence")
    kind = NameField()  # url | screenshot | minutes | slip | photo
    url = NameField(default="")
    file_path = NameField(default="")
    sha256 = NameField(default="")
    note = NameField(default="")
    captured_at = InstantField(default=now)
