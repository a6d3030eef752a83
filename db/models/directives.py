"""What the authority asks of a school: written there, read here, never changed on the way."""

from __future__ import annotations

import peewee

from db.fields import InstantField, NameField, now
from db.models.record import Record


class Directive(Record):
    """A word from the authority (văn bản chỉ đạo, nhắc việc); ``due_on`` is the day it is wanted by."""

    office = NameField()
    subject = NameField()
    text = NameField(default="")
    due_on = peewee.DateField(null=True)
    sent_at = InstantField(default=now)
    read_at = InstantField(null=True)
    read_by = NameField(default="")
