"""Albums as rows, and what may be chosen for one."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from db.connection import database


class AlbumRow(NamedTuple):
    """An album: how many pictures, the days they span, the hash of the first as its cover ("" while empty)."""

    id: str
    title: str
    note: str
    pictures: int
    first_day: str
    last_day: str
    cover: str


class Candidate(NamedTuple):
    """A picture that could be chosen: what speaks for it. ``group`` is shared by photos of one moment."""

    id: str
    group: str
    day: str
    activity: str
    topic_id: str
    pixels: int
    flaws: int
    used: int
    sharpness: float


class InAlbum(NamedTuple):
    """A picture's id in the order of its album, and whether it lies in the trash."""

    id: str
    trashed: bool


class AlbumCell(NamedTuple):
    """A picture of an album as the grid shows it; ``day`` is "2024-05-07" or ""."""

    id: str
    kind: str
    sha256: str
    caption: str
    original_name: str
    day: str


_ALBUMS = """
SELECT album.id, album.title, album.note, count(asset.id),
  coalesce(min(substr(asset.taken_at, 1, 10)), ''), coalesce(max(substr(asset.taken_at, 1, 10)), ''),
  coalesce((SELECT sha256 FROM album_picture AS first JOIN media_asset ON media_asset.id = first.asset_id
            WHERE first.album_id = album.id AND media_asset.deleted_at IS NULL
            ORDER BY first.sort, first.id LIMIT 1), '')
FROM album LEFT JOIN album_picture ON album_picture.album_id = album.id
  LEFT JOIN media_asset AS asset ON asset.id = album_picture.asset_id AND asset.deleted_at IS NULL
WHERE album.deleted_at IS NULL
GROUP BY album.id ORDER BY album.id DESC
"""
_CANDIDATES = """
SELECT id, coalesce(burst_of_id, id), coalesce(substr(taken_at, 1, 10), ''), activity, coalesce(topic_id, ''),
  coalesce(width * height, 0),
  (SELECT count(*) FROM json_each(media_asset.quality) WHERE json_each.value NOT IN ('', 'good', 'ok')),
  (SELECT count(*) FROM usage WHERE asset_id = media_asset.id), coalesce(sharpness, 0.0)
FROM media_asset
WHERE deleted_at IS NULL AND kind = 'photo' AND review = 'accepted' AND purpose_archive
  AND (:first = '' OR taken_at >= :first) AND (:last = '' OR taken_at < :last)
  AND (:topic = '' OR topic_id = :topic) AND id NOT IN (SELECT value FROM json_each(:but))
ORDER BY id
"""
_CELL = """
SELECT media_asset.id, kind, sha256, caption, original_name, coalesce(substr(taken_at, 1, 10), '') FROM media_asset
"""


def albums() -> list[AlbumRow]:
    """Every album, the newest first."""
    return [AlbumRow(*row) for row in database.execute_sql(_ALBUMS).fetchall()]


def album(album_id: str) -> AlbumRow | None:
    """One album, or None."""
    return next((row for row in albums() if row.id == album_id), None)


def candidates(
    first: date | None = None, before: date | None = None, topic_id: str = "", but: Sequence[str] = ()
) -> list[Candidate]:
    """The accepted photos from ``first`` until the day ``before``, on a topic; without those in ``but``."""
    days = {"first": first.isoformat() if first else "", "last": before.isoformat() if before else ""}
    facts = {**days, "topic": topic_id, "but": json.dumps(list(but))}
    return [Candidate(*row) for row in database.execute_sql(_CANDIDATES, facts).fetchall()]


def all_in(album_id: str) -> list[InAlbum]:
    """Every picture of an album in its order, those in the trash too."""
    rows = database.execute_sql(
        "SELECT asset_id, media_asset.deleted_at IS NOT NULL FROM album_picture "
        "JOIN media_asset ON media_asset.id = asset_id WHERE album_id = ? ORDER BY sort, album_picture.id",
        (album_id,),
    ).fetchall()
    return [InAlbum(asset_id, bool(trashed)) for asset_id, trashed in rows]


def album_page(album_id: str, offset: int, limit: int) -> list[AlbumCell]:
    """A page of an album in its order, without those in the trash."""
    rows = database.execute_sql(
        f"{_CELL} JOIN album_picture ON asset_id = media_asset.id WHERE album_id = ? "
        "AND media_asset.deleted_at IS NULL ORDER BY sort, album_picture.id LIMIT ? OFFSET ?",
        (album_id, limit, offset),
    ).fetchall()
    return [AlbumCell(*row) for row in rows]


def cells_of(asset_ids: Sequence[str]) -> list[AlbumCell]:
    """These pictures, in this order."""
    rows = database.execute_sql(
        f"{_CELL} JOIN json_each(?) AS wished ON wished.value = media_asset.id ORDER BY wished.key",
        (json.dumps(list(asset_ids)),),
    ).fetchall()
    return [AlbumCell(*row) for row in rows]
