"""The year's plan as signed: its clauses, topics, items, quotas, and who answers for which field."""

from __future__ import annotations

import peewee

from db.fields import NameField
from db.models.record import Record, link, part_of
from db.models.school import Document, Person, Unit


class Plan(Record):
    """A signed plan. ``source_text`` is verbatim and never changes; a new wish is a new plan that supersedes."""

    title = NameField()
    number = NameField(default="")
    signed_on = peewee.DateField(null=True)
    year_label = NameField(default="")
    school_year_label = NameField(default="")
    period_start = peewee.DateField()
    period_end = peewee.DateField()
    quota_from = NameField()  # first month that counts, "2024-03"
    basis_document = link(Document, null=True)
    source_text = peewee.TextField(default="")
    source_sha256 = NameField(default="")
    source_name = NameField(default="")
    corrections = peewee.JSONField(default=list)  # [[wrong, right], …] for display only
    questions = peewee.JSONField(default=list)  # what the reader was unsure of, and the person's answers
    prepared_by = NameField(default="")
    signed_by = NameField(default="")
    signed_post = NameField(default="")
    state = NameField(default="draft")
    count_rule = NameField(default="distributed")  # distributed | approved
    record_grace_days = peewee.IntegerField(default=5)
    month_starts_on = peewee.IntegerField(default=1)  # a reporting month may run from the 15th to the 14th
    report_cycle = NameField(default="quarter")
    supersedes = peewee.ForeignKeyField("self", null=True, on_delete="SET NULL")


class PlanClause(Record):
    """One paragraph of the plan: a purpose, a requirement, a duty."""

    plan = part_of(Plan, backref="clauses")
    path = NameField()
    kind = NameField()
    heading = NameField(default="")
    text = NameField()
    sort = peewee.IntegerField()


class Topic(Record):
    """A row of the plan's table. ``printed_no`` is the paper's own number: text, may be missing, never recomputed."""

    plan = part_of(Plan, backref="topics")
    code = NameField()
    printed_no = NameField(null=True)
    title = NameField()
    sort = peewee.IntegerField()
    window_start = peewee.DateField(null=True)
    window_end = peewee.DateField(null=True)
    owner = link(Unit, null=True)

    class Meta:
        indexes = ((("plan", "code"), True),)


class TopicItem(Record):
    """One content line of a topic, as printed."""

    topic = part_of(Topic, backref="items")
    text = NameField()
    had_dash = peewee.BooleanField(default=False)
    sort = peewee.IntegerField()


class Quota(Record):
    """Who owes how much of what in which period; read from the plan, never a constant."""

    plan = part_of(Plan, backref="quotas")
    scope = NameField(default="school")  # school | unit | class | person
    product = NameField()  # tin | bai | tin_bai | photo | video | photo_or_video | any
    minimum = peewee.IntegerField()
    maximum = peewee.IntegerField(null=True)
    per = NameField(default="month")  # week | month | term | year | event
    deadline = NameField(default="")
    text = NameField(default="")
    sort = peewee.IntegerField(default=0)


class RoleDuty(Record):
    """What the plan asks of a role, as printed."""

    plan = part_of(Plan, backref="duties")
    role_name = NameField()
    text = NameField()
    sort = peewee.IntegerField()


class FieldAssignment(Record):
    """The field a unit or a person answers for ("lĩnh vực được phân công")."""

    topic = part_of(Topic, backref="assignments")
    unit = part_of(Unit, null=True)
    person = part_of(Person, null=True)
    valid_from = peewee.DateField(null=True)
    valid_to = peewee.DateField(null=True)


class Task(Record):
    """A duty with a day: planning, apart from the text and from publishing it."""

    plan = part_of(Plan, backref="tasks")
    title = NameField()
    topic = link(Topic, null=True)
    event_date = peewee.DateField(null=True)
    due_date = peewee.DateField(null=True)
    assignee = link(Person, null=True)
    wants = peewee.JSONField(default=list)  # article | photo | video
    channels = peewee.JSONField(default=list)
    state = NameField(default="planned")
    reason = NameField(default="")
    basis_document = link(Document, null=True)


class Score(Record):
    """Points a plan gives per product, where a plan does."""

    plan = part_of(Plan, backref="scores")
    product = NameField()
    level = NameField(default="")
    points = peewee.DecimalField(max_digits=8, decimal_places=2)


class Fee(Record):
    """Money a plan gives per product (nhuận bút), in đồng, where a plan does."""

    plan = part_of(Plan, backref="fees")
    product = NameField()
    level = NameField(default="")
    amount = peewee.IntegerField()
