"""Photos and videos: the kept original, what is known of it, where it is used, who agreed to be seen."""

from __future__ import annotations

import peewee

from db.fields import InstantField, NameField, now
from db.models.articles import Article
from db.models.plans import Plan, Topic
from db.models.record import Record, link, part_of


class ImportRoll(Record):
    """One taking-in of files: where from, and the sum that must add up."""

    source = NameField()
    started_at = InstantField(default=now)
    ended_at = InstantField(null=True)
    seen = peewee.IntegerField(default=0)
    imported = peewee.IntegerField(default=0)
    known = peewee.IntegerField(default=0)
    similar = peewee.IntegerField(default=0)
    failed = peewee.JSONField(default=list)  # [{"file", "reason", "path"}]
    known_files = peewee.JSONField(default=list)  # [{"file", "path", "sha256"}]


class MediaAsset(Record):
    """A photo or video kept for the archive. The original is never touched; paths are relative to the home folder."""

    plan = link(Plan, null=True)
    roll = link(ImportRoll, null=True, backref="assets")
    kind = NameField(default="photo")  # photo | video
    sha256 = NameField(unique=True)
    original_path = NameField()  # media/ab/cd/<sha256>.<ext>
    original_name = NameField()
    bytes = peewee.BigIntegerField()
    width = peewee.IntegerField(null=True)  # as seen upright, pixels
    height = peewee.IntegerField(null=True)
    duration_ms = peewee.IntegerField(null=True)
    orientation = peewee.IntegerField(default=1)  # EXIF 1..8 of the original
    phash = NameField(default="")  # 16 hex digits of a 64-bit difference hash
    taken_at = NameField(null=True)  # local camera time, ISO "2024-05-07T07:30:00" or a bare date
    taken_source = NameField(default="")  # exif | file | person
    has_gps = peewee.BooleanField(default=False)
    camera = NameField(default="")
    source = NameField(default="")  # card | zalo | phone | scan
    caption = NameField(default="")
    credit = NameField(default="")
    activity = NameField(default="")
    topic = link(Topic, null=True, backref="media")
    people = NameField(default="")  # none | adults | children
    purpose_archive = peewee.BooleanField(default=True)
    quality = peewee.JSONField(default=dict)  # {"size", "blur", "exposure"}: advice, never a verdict
    review = NameField(default="waiting", index=True)  # waiting | accepted | rejected
    review_reason = NameField(default="")
    state = NameField(default="kept")  # kept | restricted
    burst_of = peewee.ForeignKeyField("self", null=True, on_delete="SET NULL")
    derived_from = peewee.ForeignKeyField("self", null=True, on_delete="SET NULL")
    credited_month = NameField(null=True)
    credited_reason = NameField(default="")
    sharpness = peewee.FloatField(null=True)  # see core.media.quality.Seen; null: not looked at yet
    dark = peewee.FloatField(null=True)  # shares, 0.0 to 1.0
    bright = peewee.FloatField(null=True)

    class Meta:
        indexes = ((("deleted_at", "taken_at", "id"), False),)  # the grid's order, see db.queries.media_shown


class MediaEdit(Record):
    """What is done to every copy of a picture; the original stays. Boxes are [left, top, right, bottom], 0.0 to 1.0."""

    asset = part_of(MediaAsset, backref="edits", unique=True)
    turn = peewee.IntegerField(default=0)  # degrees clockwise: 0, 90, 180, 270
    crop = peewee.JSONField(default=list)  # one box of the upright original, or [] for all of it
    covered = peewee.JSONField(default=list)  # boxes of the upright original that nobody may recognise


class Usage(Record):
    """Where a photo or video stands: in an article, a distribution or a report. A used one is never deleted."""

    asset = link(MediaAsset, backref="usages")
    article = part_of(Article, null=True, backref="photos")
    distribution_id = NameField(null=True)
    report_id = NameField(null=True)
    caption = NameField(default="")  # empty: the asset's own
    sort = peewee.IntegerField(default=0)


class Consent(Record):
    """A yes to being seen: the guardian's, and the child's own from seven (Luật 91/2025/QH15, Điều 24)."""

    subject = NameField()  # a name or a class list
    birth_date = peewee.DateField(null=True)
    class_name = NameField(default="")
    is_child = peewee.BooleanField(default=True)
    guardian_name = NameField(default="")
    guardian_ok = peewee.BooleanField(default=False)
    child_ok = peewee.BooleanField(default=False)
    channels = peewee.JSONField(default=list)
    purpose = NameField(default="")
    given_on = peewee.DateField(null=True)
    expires_on = peewee.DateField(null=True)
    withdrawn_on = peewee.DateField(null=True)
    form_place = NameField(default="")
    scan_sha256 = NameField(default="")


class ConsentAsset(Record):
    """Who of those who agreed is in which picture."""

    consent = part_of(Consent, backref="assets")
    asset = part_of(MediaAsset, backref="consents")

    class Meta:
        indexes = ((("consent", "asset"), True),)
