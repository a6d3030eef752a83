"""The school, those above it and those in it: offices by date, people, units, roles, delegations, documents."""

from __future__ import annotations

import peewee

from db.fields import InstantField, NameField, now
from db.models.record import Record, Table, link, part_of


class School(Record):
    """The one school of this file. ``short_name`` stands in document symbols, ``place`` before the date."""

    name = NameField()
    short_name = NameField(default="")
    place = NameField(default="")
    address = NameField(default="")
    phone = NameField(default="")
    website = NameField(default="")
    fanpage = NameField(default="")
    is_sample = peewee.BooleanField(default=False)


class Authority(Record):
    """An office above the school while it existed: dated, because offices are merged and renamed."""

    name = NameField()
    letterhead = NameField(default="")
    kind = NameField()  # education_office | commune | department
    address = NameField(default="")
    email = NameField(default="")
    valid_from = peewee.DateField(null=True)
    valid_to = peewee.DateField(null=True)
    is_parent = peewee.BooleanField(default=False)
    is_report_recipient = peewee.BooleanField(default=False)


class Document(Record):
    """A paper the work rests on: a plan from above, the rules for spokespersons, a letter of authority, minutes."""

    number = NameField(default="")
    issued_on = peewee.DateField(null=True)
    issuer = NameField(default="")
    kind = NameField(default="plan")
    about = NameField(default="")
    file_sha256 = NameField(default="")
    file_path = NameField(default="")


class Unit(Record):
    """A part of the school: the board, a union, a team of teachers, the office."""

    name = NameField()
    kind = NameField(default="team")  # board | union | team | office
    sort = peewee.IntegerField(default=0)


class Person(Record):
    """Someone of the school. Never a pupil; ethnic origin and health are never fields."""

    name = NameField()
    post = NameField(default="")
    is_active = peewee.BooleanField(default=True)
    pin_hash = NameField(default="")


class PinLock(Table):
    """Wrong PINs in a row on this PC, and the newest of them; this PC's own, never synced."""

    person = part_of(Person, primary_key=True)
    failures = peewee.IntegerField(default=0)
    failed_at = InstantField(default=now)


class Membership(Record):
    """A person's place in a unit."""

    person = part_of(Person, backref="memberships")
    unit = part_of(Unit, backref="memberships")

    class Meta:
        indexes = ((("person", "unit"), True),)


class RoleAssignment(Record):
    """Who holds a role, and when: principal, acting_principal, deputy, by_order, chair, clerk, spokesperson …

    ``on_behalf_of`` is the body a chair signs for, ``post`` what stands under the line of authority.
    """

    person = part_of(Person, backref="roles")
    role = NameField()
    valid_from = peewee.DateField(null=True)
    valid_to = peewee.DateField(null=True)
    on_behalf_of = NameField(default="")
    post = NameField(default="")


class Delegation(Record):
    """The principal lets another act for a while: approve, speak, sign."""

    giver = link(Person, backref="delegations_given")
    taker = link(Person, backref="delegations_taken")
    powers = peewee.JSONField(default=list)
    document = link(Document, null=True)
    valid_from = peewee.DateField()
    valid_to = peewee.DateField()
