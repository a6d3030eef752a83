"""Articles: the text as it stands, every text it ever was, who decided, what was said about it."""

from __future__ import annotations

import peewee

from db.fields import InstantField, NameField, now
from db.models.plans import Plan, Task, Topic
from db.models.record import Record, Table, link, part_of
from db.models.school import Person, Unit


class Article(Record):
    """A tin bài. The text itself lies in its revisions; ``head_revision_id`` names the newest."""

    plan = link(Plan, null=True, backref="articles")
    title = NameField(default="")
    topic = link(Topic, null=True, backref="articles")
    unit = link(Unit, null=True)
    task = link(Task, null=True)
    event_date = peewee.DateField(null=True)
    kind = NameField(default="tin_bai")  # tin | bai | tin_bai
    subjects = NameField(default="")
    state = NameField(default="writing", index=True)
    state_reason = NameField(default="")
    state_before = NameField(default="")  # where a cancelled article comes back to
    head_revision_id = NameField(null=True)
    source_name = NameField(default="")
    credited_month = NameField(null=True)  # the principal gave this product to another month, e.g. "2024-05"
    credited_reason = NameField(default="")


class ArticleTopic(Record):
    """A further topic of an article, beside its first."""

    article = part_of(Article, backref="other_topics")
    topic = part_of(Topic)


class ArticleAuthor(Record):
    """A name under an article; a person of the school or someone from outside."""

    article = part_of(Article, backref="authors")
    person = link(Person, null=True)
    name = NameField(index=True)
    sort = peewee.IntegerField(default=0)


class Revision(Record):
    """The text at one save. ``sha256`` names it: an approval is for exactly this text."""

    article = part_of(Article, backref="revisions")
    number = peewee.IntegerField()
    title = NameField(default="")
    lead = NameField(default="")
    body = NameField(default="")
    sha256 = NameField()
    by_name = NameField(default="")
    at = InstantField(default=now)
    reason = NameField(default="save")  # auto | save | submit | restore | import | correction

    class Meta:
        indexes = ((("article", "number"), True),)


class ArticleMark(Table):
    """A mark of what an article's newest words tell (db.likeness); made on this PC, never synced."""

    article = part_of(Article, backref="marks", index=False)
    mark = peewee.IntegerField(index=True)

    class Meta:
        primary_key = peewee.CompositeKey("article", "mark")
        without_rowid = True


class ArticleLine(Table):
    """Where an article stands in the list (db.lines); made on this PC, never synced. The trash has no lines."""

    article = part_of(Article, primary_key=True, backref="lines")
    tab = NameField()
    sort_title = NameField()
    folded = NameField()
    event_date = peewee.DateField(null=True)
    published_on = peewee.DateField(null=True)

    class Meta:
        without_rowid = True
        indexes = (
            (("tab", "article"), False),
            (("tab", "sort_title"), False),
            (("tab", "event_date"), False),
            (("tab", "published_on"), False),
        )


class Savepoint(Record):
    """Text not yet saved, kept seconds after the last key, offered after a crash, gone after a save."""

    article = part_of(Article, backref="savepoints", unique=True)
    title = NameField(default="")
    lead = NameField(default="")
    body = NameField(default="")
    at = InstantField(default=now)


class Review(Record):
    """One asking for approval; an article has at most one open."""

    article = part_of(Article, backref="reviews")
    revision = link(Revision)
    note = NameField(default="")
    by_name = NameField(default="")
    opened_at = InstantField(default=now)
    closed_at = InstantField(null=True)
    code = NameField(default="", index=True)  # short code on the paper slip


Review.add_index(Review.article, unique=True, where=Review.closed_at.is_null(), name="review_one_open")


class Decision(Record):
    """The principal's word on exactly one revision, by PIN in the app or on paper."""

    article = part_of(Article, backref="decisions")
    revision = link(Revision)
    verdict = NameField()  # approved | returned
    decided_by = link(Person, null=True)
    decided_by_name = NameField(default="")
    recorded_by_name = NameField(default="")
    mode = NameField(default="app")  # app | paper
    scan_sha256 = NameField(default="")
    reason_codes = peewee.JSONField(default=list)
    comment = NameField(default="")
    self_approved = peewee.BooleanField(default=False)
    at = InstantField(default=now)


class Comment(Record):
    """A word inside the school about a passage; never exported. ``quote`` finds the passage again after edits."""

    article = part_of(Article, backref="comments")
    revision = part_of(Revision, null=True)
    range_start = peewee.IntegerField(null=True)
    range_end = peewee.IntegerField(null=True)
    quote = NameField(default="")
    text = NameField()
    by_name = NameField(default="")
    at = InstantField(default=now)
    resolved_at = InstantField(null=True)
    resolved_by_name = NameField(default="")
