"""What a person decided about a month: exempt it, close it, tick a line of its checklist."""

from __future__ import annotations

import peewee

from db.fields import InstantField, NameField
from db.models.plans import Plan
from db.models.record import Record, link, part_of
from db.models.school import Unit


class MonthLedger(Record):
    """A month's page. Numbers are counted afresh while it is open and frozen when it is closed."""

    plan = part_of(Plan, backref="months")
    month = NameField()  # "2024-05"
    unit = link(Unit, null=True)
    exempt_reason = NameField(default="")
    exempt_by = NameField(default="")
    article_met_on = peewee.DateField(null=True)
    material_met_on = peewee.DateField(null=True)
    closed_by = NameField(default="")
    closed_at = InstantField(null=True)
    frozen = peewee.JSONField(null=True)

    class Meta:
        indexes = ((("plan", "month", "unit"), True),)


class ChecklistItem(Record):
    """A line of a month's checklist that a person added or ticked."""

    plan = part_of(Plan, backref="checklist")
    month = NameField()
    text = NameField()
    rule = NameField(default="required")  # required | recommended | off
    done_by = NameField(default="")
    done_at = InstantField(null=True)
    note = NameField(default="")
    sort = peewee.IntegerField(default=0)
