"""What waits for the principal, as rows: the queue, a slip by its code, the text decided about before."""

from __future__ import annotations

from typing import NamedTuple

from db.connection import database


class Waiting(NamedTuple):
    """A text in review, whole; ``opened_at`` is the instant it was first sent."""

    id: str
    article_id: str
    revision_id: str
    revision: int
    title: str
    lead: str
    body: str
    topic: str
    note: str
    by_name: str
    opened_at: str
    code: str


class Slip(NamedTuple):
    """The text a slip was printed for; ``newest`` is the number of the newest text of the same article."""

    review_id: str
    article_id: str
    title: str
    revision: int
    newest: int
    state: str
    waits: bool


class EarlierText(NamedTuple):
    """A text that was decided about before."""

    revision: int
    verdict: str
    title: str
    lead: str
    body: str


_WAITING = """
SELECT review.id, article.id, revision.id, revision.number, revision.title, revision.lead, revision.body,
  coalesce((SELECT coalesce(printed_no || '. ', '') || title FROM topic WHERE id = article.topic_id), ''),
  review.note, review.by_name, review.opened_at, review.code
FROM review JOIN article ON article.id = review.article_id JOIN revision ON revision.id = review.revision_id
WHERE closed_at IS NULL AND article.deleted_at IS NULL
"""


def waiting() -> list[Waiting]:
    """Everything that waits for a decision, whoever has waited longest first."""
    rows = database.execute_sql(f"{_WAITING} ORDER BY review.opened_at, review.id").fetchall()
    return [Waiting(*row) for row in rows]


def waiting_count() -> int:
    """How many texts wait for a decision."""
    question = (
        "SELECT count(*) FROM review JOIN article ON article.id = article_id "
        "WHERE closed_at IS NULL AND article.deleted_at IS NULL"
    )
    return int(database.execute_sql(question).fetchone()[0])


_SLIP = """
SELECT review.id, article.id, revision.title, revision.number,
  (SELECT number FROM revision WHERE id = article.head_revision_id), article.state,
  EXISTS (SELECT 1 FROM review AS open WHERE open.article_id = article.id AND open.closed_at IS NULL
          AND open.revision_id = revision.id)
FROM review JOIN article ON article.id = review.article_id JOIN revision ON revision.id = review.revision_id
WHERE review.code = ?
"""


def slip(code: str) -> Slip | None:
    """The slip with this code (as core.reviews.read_code gives it), open or not, or None."""
    row = database.execute_sql(_SLIP, (code,)).fetchone() if code else None
    return Slip._make((*row[:6], bool(row[6]))) if row else None


def decided_before(article_id: str, revision_id: str) -> EarlierText | None:
    """The last text of the article, other than this one, that somebody decided about."""
    row = database.execute_sql(
        "SELECT revision.number, verdict, revision.title, lead, body FROM decision "
        "JOIN revision ON revision.id = decision.revision_id WHERE decision.article_id = ? AND revision.id <> ? "
        "ORDER BY revision.number DESC LIMIT 1",
        (article_id, revision_id),
    ).fetchone()
    return EarlierText(*row) if row else None
