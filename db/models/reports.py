"""Reports and bundles: numbers frozen when signed, a change is the next version, a bundle knows its manifest."""

from __future__ import annotations

import peewee

from db.fields import InstantField, NameField, now
from db.models.plans import Plan
from db.models.record import Record, link, part_of
from db.models.school import Authority, Person


class Report(Record):
    """A paper about a period (month, term, year, opinions, letter, minutes) in one edition.

    ``sections`` are words changed by a person, ``numbers`` the figures as they stood when it was issued;
    ``state`` is draft, issued, signed, sent, confirmed or withdrawn. What was issued never changes (db/triggers.py).
    """

    plan = link(Plan, backref="reports")
    kind = NameField(default="month")
    period = NameField()
    number = peewee.IntegerField(null=True)
    signed_on = peewee.DateField(null=True)
    edition = peewee.IntegerField(default=1)
    sections = peewee.JSONField(default=dict)
    numbers = peewee.JSONField(default=dict)
    state = NameField(default="draft")
    scan_sha256 = NameField(default="")
    signer = link(Person, null=True)
    signer_name = NameField(default="")
    signer_posts = peewee.JSONField(default=list)
    pdf_sha256 = NameField(default="")
    word_sha256 = NameField(default="")
    issued_at = InstantField(null=True)
    sent_at = InstantField(null=True)
    confirmed_at = InstantField(null=True)
    withdrawn_at = InstantField(null=True)
    withdrawn_why = NameField(default="")

    class Meta:
        indexes = ((("plan", "kind", "period", "edition"), True),)


class ReportRecipient(Record):
    """Whom a paper speaks to ("Kính gửi": to) or who gets a copy ("Nơi nhận": copy), as it stood when issued."""

    report = part_of(Report, backref="recipients")
    authority = link(Authority, null=True)
    text = NameField()
    sort = peewee.IntegerField(default=0)
    place = NameField(default="copy")  # to | copy


class Bundle(Record):
    """A report's package as written to a folder or a stick, and when it was proved."""

    report = link(Report, backref="bundles")
    name = NameField()
    written_to = NameField()
    files = peewee.IntegerField()
    bytes = peewee.BigIntegerField()
    manifest_sha256 = NameField()
    written_at = InstantField(default=now)
    verified_at = InstantField(null=True)
    received_at = InstantField(null=True)
    received_by = NameField(default="")
