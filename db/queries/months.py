"""What counts in a month, and what is nearly there: the facts the month's page is judged by."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from db.connection import database
from db.queries.distributions import UNPROVED


class CountedRow(NamedTuple):
    """A product that may count: its kind, the day it happened and the day that was written down."""

    id: str
    title: str
    product: str
    happened_on: date
    recorded_on: date
    credited_month: str | None
    dated_by_hand: bool


# Approved on the very text that went out; the first use on a counting channel dates it (rules of the month).
_DISTRIBUTED = """
SELECT article.id, article.title, article.kind, min(distribution.done_on), min(substr(distribution.recorded_at, 1, 10)),
       article.credited_month, 0
FROM article
JOIN distribution ON distribution.article_id = article.id AND distribution.state IN ('done', 'proved')
JOIN channel ON channel.id = distribution.channel_id
WHERE article.plan_id = ? AND article.deleted_at IS NULL AND article.topic_id IS NOT NULL
  AND article.state NOT IN ('taken_down', 'cancelled')
  AND channel.kind IN (SELECT value FROM json_each(?))
  AND EXISTS (SELECT 1 FROM decision WHERE decision.revision_id = distribution.revision_id
              AND decision.verdict = 'approved')
GROUP BY article.id ORDER BY min(distribution.done_on), article.id
"""

_APPROVED = """
SELECT article.id, article.title, article.kind, min(substr(decision.at, 1, 10)), min(substr(decision.at, 1, 10)),
       article.credited_month, 0
FROM article JOIN decision ON decision.article_id = article.id AND decision.verdict = 'approved'
WHERE article.plan_id = ? AND article.deleted_at IS NULL AND article.topic_id IS NOT NULL
  AND article.state NOT IN ('taken_down', 'cancelled')
GROUP BY article.id ORDER BY min(decision.at), article.id
"""

# Kept for the archive, checked, described; a burst counts once.
_MATERIALS = """
SELECT min(id), min(caption), kind, min(substr(taken_at, 1, 10)), min(substr(created_at, 1, 10)), min(credited_month),
       min(taken_source = 'person')
FROM media_asset
WHERE deleted_at IS NULL AND purpose_archive AND review = 'accepted' AND state = 'kept'
  AND caption <> '' AND activity <> '' AND taken_at IS NOT NULL
GROUP BY coalesce(burst_of_id, id) ORDER BY min(taken_at), min(id)
"""


def counted_articles(plan_id: str, count_rule: str, channel_kinds: Sequence[str]) -> list[CountedRow]:
    """Articles of the plan that count, by its rule "distributed" (on a channel of these kinds) or "approved"."""
    if count_rule == "distributed":
        return _rows(_DISTRIBUTED, plan_id, json.dumps(list(channel_kinds)))
    return _rows(_APPROVED, plan_id)


def counted_materials() -> list[CountedRow]:
    """Photos and videos that count as material, whenever they were taken."""
    return _rows(_MATERIALS)


def _rows(question: str, *facts: str) -> list[CountedRow]:
    rows = database.execute_sql(question, facts).fetchall()
    return [
        CountedRow(id_, title, kind, date.fromisoformat(day), date.fromisoformat(recorded), month, bool(by_hand))
        for id_, title, kind, day, recorded, month, by_hand in rows
    ]


def approved_waiting(plan_id: str) -> list[str]:
    """Ids of approved articles that are on no channel yet."""
    return _ids(
        "SELECT id FROM article WHERE plan_id = ? AND state = 'approved' AND deleted_at IS NULL AND NOT EXISTS "
        "(SELECT 1 FROM distribution WHERE article_id = article.id AND distribution.state IN ('done', 'proved')) "
        "ORDER BY id",
        plan_id,
    )


def unfinished_articles(plan_id: str) -> list[str]:
    """Ids of articles being written, returned or in review: those nearest to approval first."""
    return _ids(
        "SELECT id FROM article WHERE plan_id = ? AND deleted_at IS NULL "
        "AND state IN ('in_review', 'needs_changes', 'writing') "
        "ORDER BY CASE state WHEN 'needs_changes' THEN 0 WHEN 'writing' THEN 1 ELSE 2 END, id",
        plan_id,
    )


def _ids(question: str, *facts: str) -> list[str]:
    return [row[0] for row in database.execute_sql(question, facts).fetchall()]


def undescribed_media(first: date, last: date) -> int:
    """Pictures taken in these days that still lack a caption, an activity or a check."""
    return _number(
        "SELECT count(*) FROM media_asset WHERE deleted_at IS NULL AND purpose_archive "
        "AND (caption = '' OR activity = '' OR review = 'waiting') AND substr(taken_at, 1, 10) BETWEEN ? AND ?",
        first.isoformat(),
        last.isoformat(),
    )


def uncaptioned_media(first: date, last: date) -> int:
    """Pictures taken in these days without a caption."""
    return _number(
        "SELECT count(*) FROM media_asset WHERE deleted_at IS NULL AND caption = '' "
        "AND substr(taken_at, 1, 10) BETWEEN ? AND ?",
        first.isoformat(),
        last.isoformat(),
    )


def unproved_distributions(first: date, last: date) -> int:
    """Publications of these days that have no evidence yet."""
    return _number(
        f"SELECT count(*) FROM distribution WHERE {UNPROVED} AND done_on BETWEEN ? AND ?",
        first.isoformat(),
        last.isoformat(),
    )


def report_written(plan_id: str, month: str) -> bool:
    """Whether the month's report exists in any edition."""
    return bool(
        _number("SELECT count(*) FROM report WHERE plan_id = ? AND kind = 'month' AND period = ?", plan_id, month)
    )


def exempt_reason(plan_id: str, month: str) -> str:
    """Why the principal exempted this month, or nothing."""
    row = database.execute_sql(
        "SELECT exempt_reason FROM month_ledger WHERE plan_id = ? AND month = ? AND unit_id IS NULL",
        (plan_id, month),
    ).fetchone()
    return str(row[0]) if row else ""


def _number(question: str, *facts: str) -> int:
    return int(database.execute_sql(question, facts).fetchone()[0])
