"""What a month's report is made of: the articles that counted, as they were approved, and the kept pictures."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from db.connection import database


class ApprovedArticle(NamedTuple):
    """An article in the revision that went out, with who approved it and when."""

    id: str
    title: str
    lead: str
    body: str
    topic_id: str
    topic: str
    event_date: date | None
    approved_on: date | None
    approved_by: str


class PictureRow(NamedTuple):
    """A picture under an article or in the month's archive."""

    id: str
    kind: str
    sha256: str
    original_path: str
    original_name: str
    caption: str
    credit: str
    taken_on: date | None
    topic_id: str | None
    topic: str
    duration_ms: int | None


_ARTICLE = """
SELECT article.id, revision.title, revision.lead, revision.body, coalesce(article.topic_id, ''),
  coalesce((SELECT coalesce(printed_no || '. ', '') || title FROM topic WHERE id = article.topic_id), ''),
  article.event_date, substr(decision.at, 1, 10), decision.decided_by_name
FROM article
JOIN decision ON decision.article_id = article.id AND decision.verdict = 'approved'
JOIN revision ON revision.id = decision.revision_id
WHERE article.id = ? ORDER BY decision.id DESC LIMIT 1
"""


def approved_article(article_id: str) -> ApprovedArticle | None:
    """The article in its newest approved words, or None if it was never approved."""
    row = database.execute_sql(_ARTICLE, (article_id,)).fetchone()
    return ApprovedArticle._make((*row[:6], _day(row[6]), _day(row[7]), row[8])) if row else None


_PICTURE = """
SELECT media_asset.id, media_asset.kind, sha256, original_path, original_name,
  {caption}, credit, substr(taken_at, 1, 10), topic_id,
  coalesce((SELECT coalesce(printed_no || '. ', '') || title FROM topic WHERE id = media_asset.topic_id), ''),
  duration_ms
FROM media_asset
"""


def pictures_of_article(article_id: str) -> list[PictureRow]:
    """The pictures under an article in their order, with the caption given there."""
    question = _PICTURE.format(caption="coalesce(nullif(usage.caption, ''), media_asset.caption)")
    rows = database.execute_sql(
        f"{question} JOIN usage ON usage.asset_id = media_asset.id WHERE usage.article_id = ? ORDER BY usage.sort",
        (article_id,),
    ).fetchall()
    return [_picture(row) for row in rows]


def pictures(asset_ids: Sequence[str]) -> list[PictureRow]:
    """These pictures, in this order."""
    question = _PICTURE.format(caption="media_asset.caption") + " WHERE media_asset.id = ?"
    found = (database.execute_sql(question, (asset_id,)).fetchone() for asset_id in asset_ids)
    return [_picture(row) for row in found if row]


def pictures_of_album(album_id: str) -> list[PictureRow]:
    """The pictures of an album in their order."""
    question = _PICTURE.format(caption="media_asset.caption")
    rows = database.execute_sql(
        f"{question} JOIN album_picture ON album_picture.asset_id = media_asset.id WHERE album_id = ? "
        "AND media_asset.deleted_at IS NULL ORDER BY sort, album_picture.id",
        (album_id,),
    ).fetchall()
    return [_picture(row) for row in rows]


def _picture(row: tuple[object, ...]) -> PictureRow:
    return PictureRow._make((*row[:7], _day(row[7]), *row[8:]))


def _day(value: object) -> date | None:
    return date.fromisoformat(str(value)[:10]) if value else None


class BundleRow(NamedTuple):
    """A bundle that was written: its name, where to, when, how much."""

    id: str
    name: str
    written_to: str
    files: int
    bytes: int
    written_at: str
    received_at: str
    received_by: str


def bundles(plan_id: str, period: str, kind: str = "month") -> list[BundleRow]:
    """The bundles of a paper, the newest first."""
    rows = database.execute_sql(
        "SELECT bundle.id, bundle.name, written_to, files, bytes, written_at, "
        "coalesce(received_at, ''), received_by FROM bundle "
        "JOIN report ON report.id = bundle.report_id WHERE report.plan_id = ? AND period = ? AND kind = ? "
        "ORDER BY bundle.id DESC",
        (plan_id, period, kind),
    ).fetchall()
    return [BundleRow(*row) for row in rows]
