"""What lies in the trash, and who still uses a thing that somebody wants to put there."""

from __future__ import annotations

from typing import NamedTuple

from db.connection import database


class TrashRow(NamedTuple):
    """A thing in the trash: ``id`` is its entry's; ``at`` an ISO instant (UTC)."""

    id: str
    table: str
    record_id: str
    title: str
    by_name: str
    at: str
    reason: str


# Some are brought back another way, such as a photo that is imported again: only what is still deleted lies here.
_HELD = """
FROM trash_entry AS entry WHERE entry.deleted_at IS NULL AND CASE table_name
  WHEN 'article' THEN EXISTS (SELECT 1 FROM article WHERE id = record_id AND deleted_at IS NOT NULL)
  WHEN 'media_asset' THEN EXISTS (SELECT 1 FROM media_asset WHERE id = record_id AND deleted_at IS NOT NULL) END
"""
_COLUMNS = "entry.id, table_name, record_id, title, by_name, at, reason"


def trash(*, offset: int = 0, limit: int = 200) -> list[TrashRow]:
    """A page of the trash, what was put there last first."""
    question = f"SELECT {_COLUMNS} {_HELD} ORDER BY at DESC, entry.id DESC LIMIT ? OFFSET ?"
    return [TrashRow(*row) for row in database.execute_sql(question, (limit, offset)).fetchall()]


def trash_count() -> int:
    """How many things lie in the trash."""
    return int(database.execute_sql(f"SELECT count(*) {_HELD}").fetchone()[0])


def put_there_before(instant: str) -> list[TrashRow]:
    """What was put in the trash before ``instant`` (ISO, UTC)."""
    rows = database.execute_sql(f"SELECT {_COLUMNS} {_HELD} AND at < ? ORDER BY at", (instant,)).fetchall()
    return [TrashRow(*row) for row in rows]


_USERS = {
    "article": """
SELECT channel.name || coalesce(', ' || strftime('%d/%m/%Y', done_on), '') FROM distribution
JOIN channel ON channel.id = distribution.channel_id
WHERE article_id = ? AND distribution.state IN ('done', 'proved', 'taken_down') ORDER BY done_on
""",
    "media_asset": """
SELECT '“' || article.title || '”' FROM usage JOIN article ON article.id = usage.article_id WHERE usage.asset_id = ?1
UNION ALL SELECT report.period FROM usage JOIN report ON report.id = usage.report_id WHERE usage.asset_id = ?1
UNION ALL SELECT channel.name FROM distribution JOIN channel ON channel.id = distribution.channel_id
  WHERE distribution.asset_id = ?1 AND distribution.deleted_at IS NULL
UNION ALL SELECT '“' || album.title || '”' FROM album_picture JOIN album ON album.id = album_picture.album_id
  WHERE album_picture.asset_id = ?1 AND album.deleted_at IS NULL
""",
}


def users_of(table: str, record_id: str) -> list[str]:
    """The names of what uses a record: where an article was published, which articles and albums show a photo."""
    return [name for (name,) in database.execute_sql(_USERS[table], (record_id,)).fetchall()]
