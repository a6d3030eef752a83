"""Import rolls as rows: the sum of one taking-in of photos and videos."""

from __future__ import annotations

import json
from typing import NamedTuple

from db.connection import database


class FailedFile(NamedTuple):
    """A file that was not taken in; ``reason`` is a message id."""

    file: str
    reason: str


class RollRow(NamedTuple):
    """One import: seen = imported + known + similar + failed; ``asset_ids`` is what it brought."""

    id: str
    seen: int
    imported: int
    known: int
    similar: int
    failed: tuple[FailedFile, ...]
    asset_ids: tuple[str, ...]


def newest_roll() -> RollRow | None:
    """The import begun last, finished or stopped."""
    row = database.execute_sql(
        "SELECT id, seen, imported, known, similar, failed FROM import_roll ORDER BY started_at DESC, id DESC LIMIT 1"
    ).fetchone()
    if row is None:
        return None
    failed = tuple(FailedFile(one["file"], one["reason"]) for one in json.loads(row[5] or "[]"))
    return RollRow._make((*row[:5], failed, _brought(row[0])))


def _brought(roll_id: str) -> tuple[str, ...]:
    rows = database.execute_sql(
        "SELECT id FROM media_asset WHERE roll_id = ? ORDER BY taken_at DESC, id DESC", (roll_id,)
    )
    return tuple(asset_id for (asset_id,) in rows.fetchall())
