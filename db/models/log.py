"""What happened on this PC and what still has to leave it: the audit, the outbox, the bin."""

from __future__ import annotations

import peewee

from db.fields import InstantField, NameField, now
from db.models.record import Record, Table


class AuditEvent(Record):
    """Who did what to which record. Only ever added; nobody deletes it."""

    at = InstantField(default=now, index=True)
    by_name = NameField(default="")
    act = NameField()
    table = NameField(column_name="table_name", default="")
    record_id = NameField(default="")
    facts = peewee.JSONField(default=dict)


class Outbox(Table):
    """A change waiting to leave this PC; this PC's own, never synced."""

    id = peewee.AutoField()
    event_id = NameField(unique=True)
    payload = peewee.JSONField()
    state = NameField(default="waiting", index=True)
    tries = peewee.IntegerField(default=0)
    created_at = InstantField(default=now)


class TrashEntry(Record):
    """A record in the bin: why, by whom, and until when it can come back (30 days)."""

    table = NameField(column_name="table_name")
    record_id = NameField(index=True)
    title = NameField(default="")
    reason = NameField(default="")
    by_name = NameField(default="")
    at = InstantField(default=now, index=True)
