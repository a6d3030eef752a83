"""What people of the school said about an article, as rows. Internal: no report and no bundle reads this file."""

from __future__ import annotations

from typing import NamedTuple

from db.connection import database


class CommentRow(NamedTuple):
    """A word on a passage: ``quote``, from sign ``start`` of ``body``. An empty quote is about the whole article."""

    id: str
    text: str
    by: str
    at: str
    quote: str
    start: int
    revision: int
    body: str
    resolved_at: str
    resolved_by: str


def comments(article_id: str) -> list[CommentRow]:
    """Everything said about an article: by passage, answers below what they answer, oldest first."""
    rows = database.execute_sql(
        "SELECT comment.id, text, comment.by_name, comment.at, quote, coalesce(range_start, 0), "
        "coalesce(revision.number, 0), coalesce(revision.body, ''), coalesce(resolved_at, ''), resolved_by_name, "
        "min(comment.id) OVER (PARTITION BY quote, range_start, revision_id) AS first "
        "FROM comment LEFT JOIN revision ON revision.id = comment.revision_id "
        "WHERE comment.article_id = ? AND comment.deleted_at IS NULL ORDER BY first, comment.id",
        (article_id,),
    ).fetchall()
    return [CommentRow(*row[:10]) for row in rows]
