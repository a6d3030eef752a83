"""What waits for a person today: one list, the oldest first."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from db.connection import database
from db.queries.distributions import UNPROVED


class Waiting(NamedTuple):
    """One thing to do: ``kind`` says what, ``days`` how long it has waited."""

    kind: str
    id: str
    title: str
    days: int


_ARTICLES = """
SELECT CASE state WHEN 'needs_changes' THEN 'returned' WHEN 'in_review' THEN 'to_approve'
                  WHEN 'approved' THEN 'to_publish' ELSE 'draft' END AS kind,
       id, title, coalesce((SELECT max(at) FROM revision WHERE article_id = article.id), created_at) AS since
FROM article
WHERE deleted_at IS NULL AND state IN ('writing', 'needs_changes', 'in_review', 'approved')
  AND NOT EXISTS (SELECT 1 FROM distribution WHERE article_id = article.id
                  AND distribution.state IN ('done', 'proved', 'taken_down'))
ORDER BY since
"""
_UNPROVED = f"""
SELECT 'to_prove', article.id, article.title || ' – ' || channel.name, distribution.recorded_at
FROM distribution JOIN channel ON channel.id = distribution.channel_id
JOIN article ON article.id = distribution.article_id WHERE {UNPROVED} ORDER BY 4
"""
# A picture whose consent was taken back, in an article that anyone can still see.
_TO_TAKE_DOWN = """
SELECT 'to_take_down', article.id, article.title || ' – ' || channel.name, min(consent.withdrawn_on)
FROM consent JOIN consent_asset ON consent_asset.consent_id = consent.id
  JOIN usage ON usage.asset_id = consent_asset.asset_id JOIN article ON article.id = usage.article_id
  JOIN distribution ON distribution.article_id = article.id AND distribution.state IN ('done', 'proved')
  JOIN channel ON channel.id = distribution.channel_id
WHERE consent.deleted_at IS NULL AND consent.withdrawn_on <= ? AND channel.kind NOT IN ('authority', 'conference')
GROUP BY distribution.id
"""
_TO_READ = "SELECT 'to_read', id, subject, sent_at FROM directive WHERE deleted_at IS NULL AND read_at IS NULL"
_UNDESCRIBED = """
SELECT count(*), coalesce(min(created_at), '') FROM media_asset
WHERE deleted_at IS NULL AND (caption = '' OR review = 'waiting')
"""


def waiting(today: date) -> list[Waiting]:
    """Pictures to take down come first, words from the authority next; then whatever has waited longest."""
    due = database.execute_sql(_TO_TAKE_DOWN, (today.isoformat(),)).fetchall()
    others = (_TO_READ, _ARTICLES, _UNPROVED)
    rows = [*due, *(row for question in others for row in database.execute_sql(question).fetchall())]
    found = [Waiting(kind, id_, title, _days(since, today)) for kind, id_, title, since in rows]
    pictures, since = database.execute_sql(_UNDESCRIBED).fetchone()
    if pictures:
        found.append(Waiting("to_describe", "", str(pictures), _days(since, today)))
    return sorted(found, key=lambda item: (_FIRST.get(item.kind, len(_FIRST)), -item.days))


_FIRST = {"to_take_down": 0, "to_read": 1}


def _days(since: str, today: date) -> int:
    return max(0, (today - date.fromisoformat(since[:10])).days)
