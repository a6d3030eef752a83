"""The versions of an article as rows: every text it ever had, which of them was approved, which stands where."""

from __future__ import annotations

from typing import NamedTuple

from db.connection import database


class RevisionRow(NamedTuple):
    """One text. ``channels`` names where exactly this text is out now; ``is_head``: it is the present text."""

    id: str
    number: int
    title: str
    lead: str
    body: str
    by: str
    at: str
    reason: str
    is_head: bool
    approved: bool
    channels: tuple[str, ...]


_ROWS = """
SELECT revision.id, number, revision.title, lead, body, revision.by_name, revision.at, revision.reason,
  revision.id = article.head_revision_id,
  EXISTS (SELECT 1 FROM decision WHERE revision_id = revision.id AND verdict = 'approved')
FROM revision JOIN article ON article.id = revision.article_id
"""


def revisions(article_id: str) -> list[RevisionRow]:
    """Every version of an article, newest first."""
    rows = database.execute_sql(f"{_ROWS} WHERE article_id = ? ORDER BY number DESC", (article_id,)).fetchall()
    out = _out(article_id)
    return [_row(row, out) for row in rows]


def revision(revision_id: str) -> RevisionRow | None:
    """One version, or None; where it is out is not asked."""
    row = database.execute_sql(f"{_ROWS} WHERE revision.id = ?", (revision_id,)).fetchone()
    return _row(row, {}) if row else None


def revision_count(article_id: str) -> int:
    """How many versions an article has."""
    return int(database.execute_sql("SELECT count(*) FROM revision WHERE article_id = ?", (article_id,)).fetchone()[0])


def _row(row: tuple, out: dict[str, list[str]]) -> RevisionRow:  # type: ignore[type-arg]  # as SQLite gives it
    return RevisionRow._make((*row[:8], bool(row[8]), bool(row[9]), tuple(out.get(row[0], ()))))


def _out(article_id: str) -> dict[str, list[str]]:
    """The channels each version is out on; one that a newer text replaced there is not out any more."""
    rows = database.execute_sql(
        "SELECT revision_id, channel.name FROM distribution JOIN channel ON channel.id = channel_id "
        "WHERE article_id = ? AND distribution.state IN ('done', 'proved') AND NOT EXISTS "
        "(SELECT 1 FROM distribution AS newer WHERE newer.corrects_id = distribution.id "
        "AND newer.state IN ('done', 'proved')) ORDER BY channel.sort, channel.name",
        (article_id,),
    ).fetchall()
    found: dict[str, list[str]] = {}
    for revision_id, channel in rows:
        found.setdefault(revision_id, []).append(channel)
    return found
