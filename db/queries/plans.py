"""The plan as rows: the one in force, its topics with what they hold, its quotas and clauses."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from db.connection import database


class PlanRow(NamedTuple):
    """A plan in short; ``quota_from`` is the first month that counts, "2024-03"."""

    id: str
    title: str
    year_label: str
    school_year_label: str
    period_start: date
    period_end: date
    quota_from: str
    state: str
    count_rule: str
    record_grace_days: int
    month_starts_on: int
    report_cycle: str
    number: str
    signed_on: date | None
    prepared_by: str
    signed_by: str
    signed_post: str
    basis: str
    corrections: str


class TopicRow(NamedTuple):
    """A topic with the number of its items, published articles and counted pictures."""

    id: str
    code: str
    printed_no: str | None
    title: str
    window_end: date | None
    items: int
    articles: int
    media: int
    last_on: date | None


class ItemRow(NamedTuple):
    topic_id: str
    text: str
    had_dash: bool


class ClauseRow(NamedTuple):
    path: str
    kind: str
    heading: str
    text: str


class QuotaRow(NamedTuple):
    scope: str
    product: str
    minimum: int
    maximum: int | None
    per: str
    deadline: str
    text: str


class ChannelRow(NamedTuple):
    id: str
    kind: str
    name: str
    url: str
    is_official: bool


class QuestionRow(NamedTuple):
    """What the reader of a plan was unsure of; ``place`` counts from 0, ``answer`` is "" until a person settled it."""

    place: int
    code: str
    where: str
    text: str
    facts: Mapping[str, object]
    options: tuple[str, ...]
    answer: str


_PLAN = """
SELECT plan.id, plan.title, year_label, school_year_label, period_start, period_end, quota_from, state, count_rule,
       record_grace_days, month_starts_on, report_cycle, plan.number, signed_on, prepared_by, signed_by, signed_post,
       coalesce(document.number || '|' || coalesce(document.issued_on, '') || '|' || document.issuer, ''), corrections
FROM plan LEFT JOIN document ON document.id = plan.basis_document_id
WHERE plan.deleted_at IS NULL
"""


def plan(plan_id: str) -> PlanRow | None:
    """One plan."""
    return _plan_row(database.execute_sql(_PLAN + " AND plan.id = ?", (plan_id,)).fetchone())


def plan_for(month: str) -> PlanRow | None:
    """The plan whose period holds ``month`` ("2024-05"); the newest where several do."""
    question = (
        _PLAN + " AND substr(period_start, 1, 7) <= ? AND substr(period_end, 1, 7) >= ? ORDER BY plan.id DESC LIMIT 1"
    )
    return _plan_row(database.execute_sql(question, (month, month)).fetchone())


def newest_plan() -> PlanRow | None:
    """The plan taken in last."""
    return _plan_row(database.execute_sql(_PLAN + " ORDER BY plan.id DESC LIMIT 1").fetchone())


def _plan_row(row: tuple[object, ...] | None) -> PlanRow | None:
    if row is None:
        return None
    named = PlanRow._make(row)
    return named._replace(
        period_start=_day(named.period_start),
        period_end=_day(named.period_end),
        signed_on=_day_or_none(named.signed_on),
    )


_TOPICS = """
SELECT topic.id, code, printed_no, title, window_end,
  (SELECT count(*) FROM topic_item WHERE topic_id = topic.id),
  (SELECT count(*) FROM article WHERE topic_id = topic.id AND article.deleted_at IS NULL AND EXISTS
     (SELECT 1 FROM distribution WHERE article_id = article.id AND distribution.state IN ('done', 'proved'))),
  (SELECT count(*) FROM media_asset WHERE topic_id = topic.id AND media_asset.deleted_at IS NULL
     AND review = 'accepted'),
  (SELECT max(done_on) FROM distribution JOIN article ON article.id = distribution.article_id
     WHERE article.topic_id = topic.id)
FROM topic WHERE plan_id = ? ORDER BY sort
"""


def topics(plan_id: str) -> list[TopicRow]:
    """The topics in the paper's order."""
    rows = database.execute_sql(_TOPICS, (plan_id,)).fetchall()
    return [TopicRow._make((*row[:4], _day_or_none(row[4]), *row[5:8], _day_or_none(row[8]))) for row in rows]


def items(topic_id: str) -> list[ItemRow]:
    """What a topic holds, as printed."""
    rows = database.execute_sql(
        "SELECT topic_id, text, had_dash FROM topic_item WHERE topic_id = ? ORDER BY sort", (topic_id,)
    ).fetchall()
    return [ItemRow(topic, text, bool(dash)) for topic, text, dash in rows]


def clauses(plan_id: str) -> list[ClauseRow]:
    """The plan's paragraphs in order."""
    rows = database.execute_sql(
        "SELECT path, kind, heading, text FROM plan_clause WHERE plan_id = ? ORDER BY sort", (plan_id,)
    ).fetchall()
    return [ClauseRow(*row) for row in rows]


def quotas(plan_id: str) -> list[QuotaRow]:
    """What the plan asks, line by line."""
    rows = database.execute_sql(
        "SELECT scope, product, minimum, maximum, per, deadline, text FROM quota WHERE plan_id = ? ORDER BY sort",
        (plan_id,),
    ).fetchall()
    return [QuotaRow(*row) for row in rows]


def channels() -> list[ChannelRow]:
    """The ways to the public, the plan's first."""
    rows = database.execute_sql(
        "SELECT id, kind, name, url, is_official FROM channel WHERE deleted_at IS NULL ORDER BY sort, id"
    ).fetchall()
    return [ChannelRow._make((*row[:4], bool(row[4]))) for row in rows]


def questions(plan_id: str) -> list[QuestionRow]:
    """What was unsure when the plan was read, with the answers given since."""
    row = database.execute_sql("SELECT questions FROM plan WHERE id = ?", (plan_id,)).fetchone()
    kept = json.loads(row[0] or "[]") if row else []
    return [
        QuestionRow(
            place, one["code"], one["where"], one["text"], one["facts"], tuple(one["options"]), one["answer"] or ""
        )
        for place, one in enumerate(kept)
    ]


def source_text(plan_id: str) -> str:
    """The plan's own text, verbatim."""
    row = database.execute_sql("SELECT source_text FROM plan WHERE id = ?", (plan_id,)).fetchone()
    return str(row[0]) if row else ""


def _day(value: object) -> date:
    return value if isinstance(value, date) else date.fromisoformat(str(value))


def _day_or_none(value: object) -> date | None:
    return _day(value) if value else None
