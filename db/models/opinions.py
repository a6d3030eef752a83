"""Public opinion from first word to answer: the original words, what happened since, advice to the authority."""

from __future__ import annotations

import peewee

from db.fields import InstantField, NameField, now
from db.models.plans import Topic
from db.models.record import Record, link, part_of
from db.models.school import Authority, Person


class OpinionItem(Record):
    """What someone said. ``original_text`` never changes."""

    received_at = InstantField(default=now)
    source_group = NameField()  # pupils | teachers | managers | staff | press | citizens | other
    via = NameField(default="")
    kind = NameField(default="suggestion")
    original_text = NameField()
    summary = NameField(default="")
    topic = link(Topic, null=True)
    sentiment = NameField(default="")
    severity = peewee.IntegerField(default=1)
    is_private = peewee.BooleanField(default=False)
    duplicate_of = peewee.ForeignKeyField("self", null=True, on_delete="SET NULL")
    handler = link(Person, null=True)
    due_on = peewee.DateField(null=True)
    waiting_until = peewee.DateField(null=True)
    late_since = peewee.DateField(null=True)
    state = NameField(default="new")
    outcome = NameField(default="")


class OpinionEvent(Record):
    """One act on an opinion: a note inside, an answer outside, a change of state. Only ever added."""

    opinion = part_of(OpinionItem, backref="events")
    kind = NameField()  # note | reply | state | transfer | merge
    text = NameField(default="")
    by_name = NameField(default="")
    at = InstantField(default=now)


class Advice(Record):
    """A proposal to the authority drawn from opinions (tham mưu)."""

    text = NameField()
    authority = link(Authority, null=True)
    proposed_on = peewee.DateField(null=True)
    state = NameField(default="draft")


class AdviceOpinion(Record):
    """The opinions an advice rests on."""

    advice = part_of(Advice, backref="opinions")
    opinion = part_of(OpinionItem)
