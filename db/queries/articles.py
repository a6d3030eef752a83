"""One article as rows: its newest words, decisions, publications and pictures (the list: article_list)."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from db.connection import database


class ArticleWhole(NamedTuple):
    """One article with its newest words."""

    id: str
    title: str
    lead: str
    body: str
    topic_id: str | None
    topic: str
    authors: tuple[str, ...]
    event_date: date | None
    state: str
    state_reason: str
    revision_id: str | None
    revision: int
    saved_at: str


class DecisionRow(NamedTuple):
    """The principal's word: on which text, by whom, when, why."""

    verdict: str
    by: str
    at: str
    reasons: str
    comment: str
    revision: int
    is_head: bool
    mode: str


class DistributionRow(NamedTuple):
    """Where an article went, and the proof of it."""

    id: str
    channel_id: str
    channel: str
    kind: str
    done_on: date | None
    state: str
    evidence: str


# Derived state: what is approved and out on a channel is published.
_STATE = """
CASE WHEN article.state = 'approved' AND EXISTS (SELECT 1 FROM distribution
       WHERE article_id = article.id AND distribution.state IN ('done', 'proved')) THEN 'published'
     ELSE article.state END
"""

_WHOLE = f"""
SELECT article.id, article.title, coalesce(revision.lead, ''), coalesce(revision.body, ''), article.topic_id,
  coalesce((SELECT coalesce(printed_no || '. ', '') || title FROM topic WHERE id = article.topic_id), ''),
  article.event_date, {_STATE}, article.state_reason, revision.id, coalesce(revision.number, 0),
  coalesce(revision.at, '')
FROM article LEFT JOIN revision ON revision.id = article.head_revision_id
WHERE article.id = ?
"""


def article(article_id: str) -> ArticleWhole | None:
    """One article with its newest words, or None."""
    row = database.execute_sql(_WHOLE, (article_id,)).fetchone()
    if row is None:
        return None
    return ArticleWhole._make((*row[:6], _authors(article_id), _day(row[6]), *row[7:]))


def _authors(article_id: str) -> tuple[str, ...]:
    rows = database.execute_sql("SELECT name FROM article_author WHERE article_id = ? ORDER BY sort", (article_id,))
    return tuple(name for (name,) in rows.fetchall())


def decisions(article_id: str) -> list[DecisionRow]:
    """What was decided about an article, newest first."""
    rows = database.execute_sql(
        "SELECT verdict, decided_by_name, decision.at, reason_codes, comment, revision.number, "
        "revision.id = article.head_revision_id, mode FROM decision "
        "JOIN revision ON revision.id = decision.revision_id JOIN article ON article.id = decision.article_id "
        "WHERE decision.article_id = ? ORDER BY decision.id DESC",
        (article_id,),
    ).fetchall()
    return [DecisionRow._make((*row[:6], bool(row[6]), row[7])) for row in rows]


def distributions(article_id: str) -> list[DistributionRow]:
    """Where an article went, in order of the days."""
    rows = database.execute_sql(
        "SELECT distribution.id, channel.id, channel.name, channel.kind, done_on, distribution.state, "
        "coalesce((SELECT group_concat(coalesce(nullif(evidence.url, ''), evidence.note), '; ') FROM evidence "
        "WHERE distribution_id = distribution.id), '') FROM distribution "
        "JOIN channel ON channel.id = distribution.channel_id WHERE article_id = ? "
        "AND distribution.state IN ('done', 'proved', 'taken_down') ORDER BY done_on, distribution.id",
        (article_id,),
    ).fetchall()
    return [DistributionRow._make((*row[:4], _day(row[4]), *row[5:])) for row in rows]


def _day(value: object) -> date | None:
    return date.fromisoformat(str(value)[:10]) if value else None


class PhotoRow(NamedTuple):
    """A picture under an article, or one that could be put there; ``caption`` is the one printed below it."""

    id: str
    sha256: str
    kind: str
    caption: str
    original_name: str
    taken_at: str


def photos(article_id: str) -> list[PhotoRow]:
    """The pictures of an article in their order; an empty caption of the place falls back to the picture's own."""
    rows = database.execute_sql(
        "SELECT asset.id, sha256, kind, coalesce(nullif(usage.caption, ''), asset.caption), original_name, "
        "coalesce(taken_at, '') FROM usage JOIN media_asset AS asset ON asset.id = usage.asset_id "
        "WHERE usage.article_id = ? ORDER BY usage.sort, usage.id",
        (article_id,),
    ).fetchall()
    return [PhotoRow(*row) for row in rows]


def archive_photos(*, offset: int = 0, limit: int = 60) -> list[PhotoRow]:
    """The photos of the archive that may be put under an article, the latest taken first."""
    rows = database.execute_sql(
        "SELECT id, sha256, kind, caption, original_name, coalesce(taken_at, '') FROM media_asset "
        "WHERE deleted_at IS NULL AND kind = 'photo' AND review <> 'rejected' "
        "ORDER BY coalesce(taken_at, created_at) DESC, id DESC LIMIT ? OFFSET ?",
        (limit, offset),
    ).fetchall()
    return [PhotoRow(*row) for row in rows]


def archive_photo_count() -> int:
    """How many photos ``archive_photos`` can give."""
    question = "SELECT count(*) FROM media_asset WHERE deleted_at IS NULL AND kind = 'photo' AND review <> 'rejected'"
    return int(database.execute_sql(question).fetchone()[0])
