"""Photos that look alike as rows: which groups there are, who is in one, what was shot in one breath."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import NamedTuple

from db.connection import database
from db.queries.trash import users_of


class GroupRow(NamedTuple):
    """Photos of one moment that are still here: how many, and the day of the newest."""

    id: str
    pictures: int
    day: str


class Member(NamedTuple):
    """A photo of a group: all that tells which one is the original. ``used_in`` names articles, albums, reports."""

    id: str
    sha256: str
    name: str
    original_path: str
    caption: str
    bytes: int
    width: int
    height: int
    taken_at: str
    taken_source: str
    source: str
    camera: str
    sharpness: float | None
    quality: dict[str, str]
    review: str
    used_in: tuple[str, ...] = ()

    @property
    def pixels(self) -> int:
        return self.width * self.height


class Shot(NamedTuple):
    """A photo with the second its camera gives it."""

    id: str
    group: str
    camera: str
    taken_at: str
    phash: str


class Unmeasured(NamedTuple):
    """A photo nobody has looked at yet."""

    id: str
    sha256: str
    name: str
    width: int | None
    height: int | None


class Measured(NamedTuple):
    """A photo with what was seen in it and what is said of it."""

    id: str
    width: int | None
    height: int | None
    sharpness: float | None
    dark: float | None
    bright: float | None
    quality: dict[str, str]


# Followers are few and have an index; the first of each group is looked up by its id.
_GROUPS = """
SELECT burst, count(follower.id) + (first.deleted_at IS NULL), max(coalesce(follower.taken_at, first.taken_at, ''))
FROM (SELECT id, burst_of_id AS burst, taken_at FROM media_asset
      WHERE burst_of_id IS NOT NULL AND deleted_at IS NULL) AS follower
JOIN media_asset AS first ON first.id = burst
GROUP BY burst HAVING count(follower.id) + (first.deleted_at IS NULL) > 1
ORDER BY 3 DESC, 1 DESC
"""
_MEMBERS = """
SELECT id, sha256, original_name, original_path, caption, bytes, coalesce(width, 0), coalesce(height, 0),
  coalesce(taken_at, ''), taken_source, source, camera, sharpness, quality, review
FROM media_asset WHERE deleted_at IS NULL AND (id = ?1 OR burst_of_id = ?1) ORDER BY id
"""


def groups() -> list[GroupRow]:
    """Every group with two photos or more, the newest day first."""
    return [GroupRow(*row) for row in database.execute_sql(_GROUPS).fetchall()]


def members(group_id: str) -> list[Member]:
    """The photos of a group, in the order they came."""
    rows = database.execute_sql(_MEMBERS, (group_id,)).fetchall()
    return [_member(row) for row in rows]


def _member(row: Sequence[object]) -> Member:
    *facts, quality, review = row
    return Member._make((*facts, json.loads(str(quality)), review, tuple(users_of("media_asset", str(row[0])))))


def group_of(asset_id: str) -> str:
    """The group of a photo: the first that looked like it, or itself; "" when there is no such photo."""
    row = database.execute_sql("SELECT coalesce(burst_of_id, id) FROM media_asset WHERE id = ?", (asset_id,)).fetchone()
    return str(row[0]) if row else ""


def alike_count(group_id: str) -> int:
    """How many photos of a group are still here."""
    row = database.execute_sql(
        "SELECT count(*) FROM media_asset WHERE deleted_at IS NULL AND (id = ?1 OR burst_of_id = ?1)", (group_id,)
    ).fetchone()
    return int(row[0])


def shots() -> list[Shot]:
    """Photos whose camera tells the second, camera by camera, in the order they were shot."""
    rows = database.execute_sql(
        "SELECT id, coalesce(burst_of_id, id), camera, taken_at, phash FROM media_asset WHERE deleted_at IS NULL "
        "AND kind = 'photo' AND camera <> '' AND taken_source = 'exif' AND length(taken_at) >= 19 AND phash <> '' "
        "ORDER BY camera, taken_at, id"
    )
    return [Shot(*row) for row in rows.fetchall()]


def parted_groups() -> list[tuple[str, str]]:
    """The groups, as they are now, of every two photos that a person told apart."""
    rows = database.execute_sql(
        "SELECT DISTINCT coalesce(one.burst_of_id, one.id), coalesce(other.burst_of_id, other.id) "
        "FROM media_parted AS pair JOIN media_asset AS one ON one.id = pair.one_id "
        "JOIN media_asset AS other ON other.id = pair.other_id"
    )
    return [(one, other) for one, other in rows.fetchall()]


def unmeasured() -> list[Unmeasured]:
    """Photos that were taken in before anything was measured."""
    rows = database.execute_sql(
        "SELECT id, sha256, original_name, width, height FROM media_asset "
        "WHERE deleted_at IS NULL AND kind = 'photo' AND sharpness IS NULL ORDER BY id DESC"
    )
    return [Unmeasured(*row) for row in rows.fetchall()]


def measured() -> list[Measured]:
    """Every photo with what was seen in it, those in the bin too: they may come back."""
    rows = database.execute_sql(
        "SELECT id, width, height, sharpness, dark, bright, quality FROM media_asset WHERE kind = 'photo'"
    )
    return [Measured._make((*row[:6], json.loads(row[6]))) for row in rows.fetchall()]
