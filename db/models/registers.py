"""Registers of outgoing papers: which numbers are used, where a year begins, and who usually gets which paper.

Nothing here is unique by rule of the file: two PCs of a school may honestly have used one number on paper, and the
records must be able to say so. That one PC never does it is the work of ``core.reports.registers``.
"""

from __future__ import annotations

import peewee

from db.fields import NameField
from db.models.record import Record, link
from db.models.reports import Report
from db.models.school import Authority


class RegisterStart(Record):
    """A year's register begins at ``first``, said by a person; the newest speaks. Register "all" with 0: one each."""

    register = NameField()
    year = peewee.IntegerField()
    first = peewee.IntegerField()
    by_name = NameField(default="")


class RegisterEntry(Record):
    """A number that was taken: reserved while its paper is made, used once issued; without report: on paper only."""

    register = NameField()
    year = peewee.IntegerField()
    number = peewee.IntegerField()
    kind = NameField()
    day = peewee.DateField(null=True)
    about = NameField(default="")
    report = link(Report, null=True, backref="register_entries")
    state = NameField(default="used")  # reserved | used
    by_name = NameField(default="")

    class Meta:
        indexes = ((("register", "year", "number"), False),)


class RecipientLine(Record):
    """A line of "Kính gửi" (to) or "Nơi nhận" (copy) that papers of ``kind`` have in these days."""

    kind = NameField()
    place = NameField()
    authority = link(Authority, null=True)
    text = NameField()
    sort = peewee.IntegerField(default=0)
    valid_from = peewee.DateField(null=True)
    valid_to = peewee.DateField(null=True)

    class Meta:
        indexes = ((("kind", "place"), False),)
