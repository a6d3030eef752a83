"""Letters on their way out of this PC: made ready once, sent when there is a line."""

from __future__ import annotations

import peewee

from db.fields import InstantField, NameField, now
from db.ids import new_id
from db.models.record import Table


class Letter(Table):
    """A letter as it will go over the line; this PC's own, never synced. ``file`` is its name in the outbox."""

    id = peewee.CharField(max_length=36, primary_key=True, default=new_id)
    report_id = NameField(default="", index=True)
    subject = NameField()
    recipients = peewee.JSONField()
    part = peewee.IntegerField(default=1)
    parts = peewee.IntegerField(default=1)
    bytes = peewee.BigIntegerField()
    file = NameField()
    state = NameField(default="waiting", index=True)  # waiting | sent | failed
    tries = peewee.IntegerField(default=0)
    next_try_at = InstantField(null=True)
    problem = NameField(default="")
    by_name = NameField(default="")
    queued_at = InstantField(default=now)
    sent_at = InstantField(null=True)
