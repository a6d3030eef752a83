"""Incidents and those who ask about them: one chain from the first word to the lessons, statements, press, risks."""

from __future__ import annotations

import peewee

from db.fields import InstantField, NameField, now
from db.models.articles import Revision
from db.models.opinions import OpinionItem
from db.models.record import Record, link, part_of
from db.models.school import Document, Person


class Incident(Record):
    """A communication incident (sự cố truyền thông), severity 1 to 3."""

    title = NameField()
    detected_at = InstantField(default=now)
    verified_at = InstantField(null=True)
    severity = peewee.IntegerField(default=1)
    facts = NameField(default="")
    is_misinformation = peewee.BooleanField(default=False)
    commander = link(Person, null=True)
    first_facts_due = InstantField(null=True)
    lessons = NameField(default="")
    state = NameField(default="detected")


class IncidentAction(Record):
    """One thing to do about an incident."""

    incident = part_of(Incident, backref="actions")
    text = NameField()
    owner = link(Person, null=True)
    due_at = InstantField(null=True)
    done_at = InstantField(null=True)
    sort = peewee.IntegerField(default=0)


class IncidentOpinion(Record):
    """The opinions an incident grew from."""

    incident = part_of(Incident, backref="opinions")
    opinion = part_of(OpinionItem)


class PressContact(Record):
    """A newspaper, radio or television person; central or local."""

    agency = NameField()
    kind = NameField(default="press")
    level = NameField(default="local")  # central | local
    person = NameField(default="")
    phone = NameField(default="")
    email = NameField(default="")


class PressInteraction(Record):
    """One talk with the press: what was asked, what was given, what came of it."""

    contact = link(PressContact, backref="interactions")
    incident = link(Incident, null=True)
    happened_on = peewee.DateField()
    asked = NameField(default="")
    given = NameField(default="")
    by_name = NameField(default="")
    result_url = NameField(default="")


class PressStatement(Record):
    """What the spokesperson says to the press: only an approved text may leave."""

    incident = link(Incident, null=True, backref="statements")
    text = NameField()
    spokesperson = link(Person, null=True)
    approved_revision = link(Revision, null=True)
    state = NameField(default="draft")
    provided_at = InstantField(null=True)
    provided_to = NameField(default="")
    form = NameField(default="")


class RiskNote(Record):
    """A risk seen early: its sign, what prevents it, who looks again when."""

    risk = NameField()
    sign = NameField(default="")
    prevention = NameField(default="")
    owner = link(Person, null=True)
    next_review = peewee.DateField(null=True)
    document = link(Document, null=True)
