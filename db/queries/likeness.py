"""Articles that may tell the same as a text: those that share its marks, with their newest words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from db.connection import database

MOST_OF_ONE_MARK = 5000
"""Newest articles looked at for a mark. One that more of them bear is a saying of the school, not a story."""


class Telling(NamedTuple):
    """An article and all its newest words."""

    id: str
    text: str


_OF_ONE_MARK = (
    f"SELECT * FROM (SELECT article_id FROM article_mark WHERE mark = ? ORDER BY 1 DESC LIMIT {MOST_OF_ONE_MARK})"
)
_QUESTION = """
SELECT article.id, revision.title || ' ' || revision.lead || ' ' || revision.body
FROM (SELECT article_id, count(*) AS shared FROM ({marked}) GROUP BY 1 HAVING shared >= ?) AS alike
JOIN article ON article.id = alike.article_id
JOIN revision ON revision.id = article.head_revision_id
WHERE article.deleted_at IS NULL AND article.id <> ?
ORDER BY alike.shared DESC, article.id DESC LIMIT ?
"""


def may_tell_the_same(marks: Sequence[int], *, besides: str = "", shared: int = 2, limit: int = 20) -> list[Telling]:
    """Articles that bear at least ``shared`` of ``marks``, most first, newest first; never ``besides`` itself."""
    if not marks:
        return []
    question = _QUESTION.format(marked=" UNION ALL ".join([_OF_ONE_MARK] * len(marks)))
    rows = database.execute_sql(question, (*marks, shared, besides, limit)).fetchall()
    return [Telling(*row) for row in rows]
