"""The photos on the screen: those wished and those just changed, the counts of the tabs, several as one."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from db.connection import database
from db.queries import media
from db.queries.media import MediaFilter, MediaRow


class Shown(NamedTuple):
    """What the grid holds: all that is ``wished``, and the ids in ``also``.

    What was just changed fits no more perhaps, but does not vanish under the eyes.
    """

    wished: MediaFilter
    also: tuple[str, ...] = ()


class SharedWords(NamedTuple):
    """What several pictures have in common; "" (or None) where they differ."""

    caption: str
    credit: str
    activity: str
    taken_at: str
    topic_id: str
    people: str
    review: str
    purpose_archive: bool | None


class Tally(NamedTuple):
    """How many pictures lie under each tab."""

    all: int
    month: int
    uncaptioned: int
    waiting: int
    accepted: int
    rejected: int


_SHARED = (
    "caption",
    "credit",
    "activity",
    "substr(taken_at, 1, 10)",
    "topic_id",
    "people",
    "review",
    "purpose_archive",
)


def shown_page(shown: Shown, offset: int, limit: int) -> list[MediaRow]:
    """A page of what is shown, the newest day first."""
    where, facts = _condition(shown)
    # The ids alone come from the index by day, however deep the page lies; the rest is asked for these few.
    page = f"SELECT id FROM media_asset WHERE {where} ORDER BY taken_at DESC, id DESC LIMIT ? OFFSET ?"
    rows = database.execute_sql(
        f"{media.ROW} WHERE id IN ({page}) ORDER BY taken_at DESC, id DESC", (*facts, limit, offset)
    )
    return [MediaRow(*row) for row in rows.fetchall()]


def rows_of(asset_ids: Sequence[str]) -> list[MediaRow]:
    """Just these pictures, in this order; those in the trash are passed over."""
    # One fact however many ids there are; SQLite counts its question marks.
    question = f"{media.ROW} WHERE deleted_at IS NULL AND id IN (SELECT value FROM json_each(?))"
    rows = database.execute_sql(question, (json.dumps(list(asset_ids)),)).fetchall()
    found = {row[0]: MediaRow(*row) for row in rows}
    return [found[asset_id] for asset_id in asset_ids if asset_id in found]


def shown_ids(shown: Shown) -> list[str]:
    """All that is shown, in the grid's order."""
    where, facts = _condition(shown)
    rows = database.execute_sql(f"SELECT id FROM media_asset WHERE {where} ORDER BY taken_at DESC, id DESC", facts)
    return [row[0] for row in rows.fetchall()]


def shown_count(shown: Shown) -> int:
    """How many are shown."""
    where, facts = _condition(shown)
    return int(database.execute_sql(f"SELECT count(*) FROM media_asset WHERE {where}", facts).fetchone()[0])


def shown_place(shown: Shown, asset_id: str) -> int | None:
    """Where a picture stands among those shown, counted from 0."""
    where, facts = _condition(shown)
    row = database.execute_sql(
        "SELECT place FROM (SELECT id, row_number() OVER (ORDER BY taken_at DESC, id DESC) - 1 AS place "
        f"FROM media_asset WHERE {where}) WHERE id = ?",
        (*facts, asset_id),
    ).fetchone()
    return int(row[0]) if row else None


def media_tally(wished: MediaFilter, first: date, last: date) -> Tally:
    """How many of those ``wished`` lie under each tab; the month is the days from ``first`` to ``last``."""
    where, facts = _condition(Shown(wished))
    row = database.execute_sql(
        "SELECT count(*), coalesce(sum(substr(taken_at, 1, 10) BETWEEN ? AND ?), 0), coalesce(sum(caption = ''), 0), "
        "coalesce(sum(review = 'waiting'), 0), coalesce(sum(review = 'accepted'), 0), "
        f"coalesce(sum(review = 'rejected'), 0) FROM media_asset WHERE {where}",
        (first.isoformat(), last.isoformat(), *facts),
    ).fetchone()
    return Tally(*(int(count) for count in row))


def media_shared(asset_ids: Sequence[str]) -> SharedWords:
    """What these pictures have in common."""
    columns = ", ".join(f"CASE WHEN count(DISTINCT ifnull({one}, '')) = 1 THEN max({one}) END" for one in _SHARED)
    row = database.execute_sql(
        f"SELECT {columns} FROM media_asset WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(asset_ids)),),
    ).fetchone()
    *words, kept = row
    return SharedWords._make((*("" if word is None else word for word in words), None if kept is None else bool(kept)))


def words_used(column: str, limit: int = 30) -> list[str]:
    """Activities or credits written before (``column`` "activity" or "credit"), the newest first, to choose again."""
    if column not in ("activity", "credit"):
        raise ValueError(column)
    rows = database.execute_sql(
        f"SELECT {column} FROM media_asset WHERE {column} <> '' AND deleted_at IS NULL "
        f"GROUP BY {column} ORDER BY max(id) DESC LIMIT ?",
        (limit,),
    ).fetchall()
    return [word for (word,) in rows]


def _condition(shown: Shown) -> tuple[str, tuple[str, ...]]:
    where, facts = media.condition(shown.wished)
    if not shown.also:
        return where, facts
    kept = "deleted_at IS NULL AND id IN (SELECT value FROM json_each(?))"
    return f"(({where}) OR ({kept}))", (*facts, json.dumps(shown.also))
