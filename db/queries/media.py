"""The archive as rows: a page of the grid, one picture whole, which months have any."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import NamedTuple

from db.connection import database
from db.text import fold


class MediaFilter(NamedTuple):
    """What to show: everything left empty does not narrow. ``first``/``last`` are days; ``text`` needs no accents.

    ``month`` is "2024-05"; ``lacking_caption`` and ``alike`` (grouped under a like one) narrow when True.
    """

    first: date | None = None
    last: date | None = None
    topic_id: str = ""
    kind: str = ""
    review: str = ""
    text: str = ""
    lacking_caption: bool = False
    month: str = ""
    alike: bool = False


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
    duration_ms: int | None = None


class MediaWhole(NamedTuple):
    """One picture with everything known of it; ``group`` is the first of the photos that look like it, or itself."""

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
    duration_ms: int | None
    source: str
    quality: dict[str, str]
    state: str
    group: str
    used_in: tuple[str, ...]


class MonthOfMedia(NamedTuple):
    """A month ("2024-05") in which pictures were taken, and how many."""

    month: str
    pictures: int


class KeptFile(NamedTuple):
    """What tells an import that a file is here already, or one that looks like it."""

    sha256: str
    name: str
    bytes: int
    phash: str
    group: str
    taken_at: str


ROW = (
    "SELECT id, kind, sha256, caption, original_name, coalesce(taken_at, ''), review, people, duration_ms "
    "FROM media_asset"
)
_WHOLE = """
SELECT id, kind, sha256, original_path, original_name, bytes, width, height, coalesce(taken_at, ''), taken_source,
  has_gps, camera, caption, credit, activity, topic_id, people, purpose_archive, review, review_reason,
  duration_ms, source, quality, state, coalesce(burst_of_id, id)
FROM media_asset WHERE id = ?
"""
_WORDS = "fold(caption || ' ' || activity || ' ' || credit || ' ' || original_name)"


def media_page(wished: MediaFilter, offset: int, limit: int) -> list[MediaRow]:
    """A page of the archive, the newest day first."""
    where, facts = condition(wished)
    question = f"{ROW} WHERE {where} ORDER BY taken_at DESC, id DESC LIMIT ? OFFSET ?"
    return [MediaRow(*row) for row in database.execute_sql(question, (*facts, limit, offset)).fetchall()]


def media_count(wished: MediaFilter) -> int:
    """How many there are."""
    where, facts = condition(wished)
    return int(database.execute_sql(f"SELECT count(*) FROM media_asset WHERE {where}", facts).fetchone()[0])


def months_of_media() -> list[MonthOfMedia]:
    """The months that have pictures, the newest first."""
    rows = database.execute_sql(
        "SELECT substr(taken_at, 1, 7), count(*) FROM media_asset "
        "WHERE deleted_at IS NULL AND taken_at IS NOT NULL GROUP BY 1 ORDER BY 1 DESC"
    )
    return [MonthOfMedia(*row) for row in rows.fetchall()]


def condition(wished: MediaFilter) -> tuple[str, tuple[str, ...]]:
    """The words behind WHERE for a wish, and the facts for their question marks."""
    parts = [
        # Compared as they are kept, with an hour or without, so that the index by day serves.
        ("taken_at >= ?", wished.first.isoformat() if wished.first else ""),
        ("taken_at < ?", (wished.last + timedelta(days=1)).isoformat() if wished.last else ""),
        ("taken_at GLOB ?", f"{wished.month}-*" if wished.month else ""),
        ("topic_id = ?", wished.topic_id),
        ("kind = ?", wished.kind),
        ("review = ?", wished.review),
        # instr and not LIKE: a person's % or _ is a letter like any other.
        (f"instr({_WORDS}, ?) > 0", fold(wished.text)),
    ]
    used = [(part, fact) for part, fact in parts if fact]
    where = ["deleted_at IS NULL", *(part for part, _fact in used)]
    where += ["caption = ''"] if wished.lacking_caption else []
    where += ["burst_of_id IS NOT NULL"] if wished.alike else []
    return " AND ".join(where), tuple(fact for _part, fact in used)


def media(asset_id: str) -> MediaWhole | None:
    """One picture whole, or None."""
    row = database.execute_sql(_WHOLE, (asset_id,)).fetchone()
    if row is None:
        return None
    facts = dict(zip(MediaWhole._fields, row, strict=False))
    for name in ("has_gps", "purpose_archive"):
        facts[name] = bool(facts[name])
    return MediaWhole(**{**facts, "quality": json.loads(facts["quality"]), "used_in": _used_in(asset_id)})


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


def media_alike(asset_id: str) -> list[MediaRow]:
    """The photos of one moment: the first of the group and all that look like it; just itself when it is alone."""
    group = "(SELECT coalesce(burst_of_id, id) FROM media_asset WHERE id = ?)"
    question = f"{ROW} WHERE deleted_at IS NULL AND coalesce(burst_of_id, id) = {group} ORDER BY bytes DESC, id"
    return [MediaRow(*row) for row in database.execute_sql(question, (asset_id,)).fetchall()]


def kept_files() -> list[KeptFile]:
    """Every file of the store, those in the bin too, in the order they came."""
    rows = database.execute_sql(
        "SELECT sha256, original_name, bytes, phash, coalesce(burst_of_id, id), coalesce(taken_at, '') "
        "FROM media_asset ORDER BY id"
    )
    return [KeptFile(*row) for row in rows.fetchall()]


class Original(NamedTuple):
    """A file the store must hold: its place below the home folder, its hash and length, the name it came with."""

    id: str
    sha256: str
    place: str
    bytes: int
    name: str
    kind: str


def originals() -> list[Original]:
    """Every original, those in the bin too."""
    rows = database.execute_sql(
        "SELECT id, sha256, original_path, bytes, original_name, kind FROM media_asset ORDER BY id"
    )
    return [Original(*row) for row in rows.fetchall()]
