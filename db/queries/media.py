"""The archive as rows: a page of the grid, one picture whole, how many of each kind."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from db.connection import database
from db.text import fold


class MediaFilter(NamedTuple):
    """What to show: everything left empty does not narrow. ``first``/``last`` are days; ``text`` is folded."""

    first: date | None = None
    last: date | None = None
    topic_id: str = ""
    kind: str = ""
    review: str = ""
    text: str = ""
    lacking_caption: bool = False


class MediaRow(NamedTuple):
    """A cell of the grid."""

    id: str
    kind: str
    sha256: str
    caption: str
    original_name: str
    taken_at: str
    review: str
    people: str


class MediaWhole(NamedTuple):
    """One picture with everything known of it."""

    id: str
    kind: str
    sha256: str
    original_path: str
    original_name: str
    bytes: int
    width: int | None
    height: int | None
    taken_at: str
    taken_source: str
    has_gps: bool
    camera: str
    caption: str
    credit: str
    activity: str
    topic_id: str | None
    people: str
    purpose_archive: bool
    review: str
    review_reason: str
    used_in: tuple[str, ...]


_ROW = "SELECT id, kind, sha256, caption, original_name, coalesce(taken_at, ''), review, people FROM media_asset"
_WHOLE = """
SELECT id, kind, sha256, original_path, original_name, bytes, width, height, coalesce(taken_at, ''), taken_source,
  has_gps, camera, caption, credit, activity, topic_id, people, purpose_archive, review, review_reason
FROM media_asset WHERE id = ?
"""


def media_page(wished: MediaFilter, offset: int, limit: int) -> list[MediaRow]:
    """A page of the archive, the newest day first."""
    where, facts = _condition(wished)
    question = f"{_ROW} WHERE {where} ORDER BY taken_at DESC, id DESC LIMIT ? OFFSET ?"
    return [MediaRow(*row) for row in database.execute_sql(question, (*facts, limit, offset)).fetchall()]


def media_count(wished: MediaFilter) -> int:
    """How many there are."""
    where, facts = _condition(wished)
    return int(database.execute_sql(f"SELECT count(*) FROM media_asset WHERE {where}", facts).fetchone()[0])


def _condition(wished: MediaFilter) -> tuple[str, tuple[str, ...]]:
    parts = [
        ("substr(taken_at, 1, 10) >= ?", wished.first.isoformat() if wished.first else ""),
        ("substr(taken_at, 1, 10) <= ?", wished.last.isoformat() if wished.last else ""),
        ("topic_id = ?", wished.topic_id),
        ("kind = ?", wished.kind),
        ("review = ?", wished.review),
        ("fold(caption || ' ' || activity || ' ' || original_name) LIKE '%' || ? || '%'", fold(wished.text)),
    ]
    used = [(part, fact) for part, fact in parts if fact]
    where = ["deleted_at IS NULL", *(part for part, _fact in used)]
    if wished.lacking_caption:
        where.append("caption = ''")
    return " AND ".join(where), tuple(fact for _part, fact in used)


def media(asset_id: str) -> MediaWhole | None:
    """One picture whole, or None."""
    row = database.execute_sql(_WHOLE, (asset_id,)).fetchone()
    if row is None:
        return None
    return MediaWhole._make((*row[:10], bool(row[10]), *row[11:17], bool(row[17]), *row[18:], _used_in(asset_id)))


def _used_in(asset_id: str) -> tuple[str, ...]:
    rows = database.execute_sql(
        "SELECT article.title FROM usage JOIN article ON article.id = usage.article_id WHERE asset_id = ? ORDER BY 1",
        (asset_id,),
    )
    return tuple(title for (title,) in rows.fetchall())


def media_of_article(article_id: str) -> list[MediaRow]:
    """The pictures under an article, in their order, with the caption given there."""
    rows = database.execute_sql(
        "SELECT media_asset.id, kind, sha256, coalesce(nullif(usage.caption, ''), media_asset.caption), original_name, "
        "coalesce(taken_at, ''), review, people FROM usage JOIN media_asset ON media_asset.id = usage.asset_id "
        "WHERE usage.article_id = ? ORDER BY usage.sort",
        (article_id,),
    ).fetchall()
    return [MediaRow(*row) for row in rows]
