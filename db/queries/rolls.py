"""Import rolls as rows: the sum of one taking-in of photos and videos, and what each part of it holds."""

from __future__ import annotations

import json
from typing import NamedTuple

from db.connection import database


class FailedFile(NamedTuple):
    """A file that was not taken in; ``reason`` is a message id, ``path`` where it lay ("" in old rolls)."""

    file: str
    reason: str
    path: str = ""


class RollRow(NamedTuple):
    """One import: seen = imported + known + similar + failed; ``asset_ids`` is what it brought."""

    id: str
    seen: int
    imported: int
    known: int
    similar: int
    failed: tuple[FailedFile, ...]
    asset_ids: tuple[str, ...]


class RollFile(NamedTuple):
    """A file of an import beside the picture of the archive it is, equals or looks like (``id``).

    ``name`` is the file's own; ``kept_name``, ``sha256``, ``bytes``, ``taken_at`` and ``binned`` tell of the picture
    of the archive; ``own_sha256`` is "" unless the file is kept as a picture of its own.
    """

    id: str
    name: str
    kept_name: str
    sha256: str
    bytes: int
    taken_at: str
    kind: str
    binned: bool
    own_sha256: str = ""


def newest_roll() -> RollRow | None:
    """The import begun last, finished or stopped."""
    row = database.execute_sql(
        "SELECT id, seen, imported, known, similar, failed FROM import_roll ORDER BY started_at DESC, id DESC LIMIT 1"
    ).fetchone()
    if row is None:
        return None
    failed = tuple(FailedFile(one["file"], one["reason"], one.get("path", "")) for one in json.loads(row[5] or "[]"))
    return RollRow._make((*row[:5], failed, _brought(row[0])))


def _brought(roll_id: str) -> tuple[str, ...]:
    rows = database.execute_sql(
        "SELECT id FROM media_asset WHERE roll_id = ? ORDER BY taken_at DESC, id DESC", (roll_id,)
    )
    return tuple(asset_id for (asset_id,) in rows.fetchall())


_KEPT = """{kept}.id, {name}, {kept}.original_name, {kept}.sha256, {kept}.bytes, coalesce({kept}.taken_at, ''),
{kept}.kind, {kept}.deleted_at IS NOT NULL"""
_NEW = f"""SELECT {_KEPT.format(kept="asset", name="asset.original_name")}, asset.sha256 FROM media_asset AS asset
WHERE asset.roll_id = ? AND asset.burst_of_id IS NULL ORDER BY asset.id"""
_ALIKE = f"""SELECT {_KEPT.format(kept="first", name="asset.original_name")}, asset.sha256 FROM media_asset AS asset
JOIN media_asset AS first ON first.id = asset.burst_of_id WHERE asset.roll_id = ? ORDER BY asset.id"""
_KNOWN = f"""SELECT {_KEPT.format(kept="kept", name="file.value ->> 'file'")}, '' FROM import_roll
JOIN json_each(import_roll.known_files) AS file JOIN media_asset AS kept ON kept.sha256 = file.value ->> 'sha256'
WHERE import_roll.id = ? ORDER BY file.key"""


def new_in(roll_id: str) -> list[RollFile]:
    """What an import brought that looks like nothing before it."""
    return _files(_NEW, roll_id)


def alike_in(roll_id: str) -> list[RollFile]:
    """What an import brought that looks like an earlier picture, with that one."""
    return _files(_ALIKE, roll_id)


def known_in(roll_id: str) -> list[RollFile]:
    """What an import did not copy, since the same bytes are here, with the picture that has them."""
    return _files(_KNOWN, roll_id)


def _files(question: str, roll_id: str) -> list[RollFile]:
    rows = database.execute_sql(question, (roll_id,)).fetchall()
    return [RollFile._make((*row[:7], bool(row[7]), row[8])) for row in rows]
