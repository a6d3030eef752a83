"""Who agreed to be seen, as rows."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

from db.connection import database
from db.text import fold


class ConsentRow(NamedTuple):
    """A yes; ``channels`` are kinds of channel, ``withdrawn_on`` ends it, ``scan_sha256`` names the scan or is "".

    ``pictures`` counts those it covers: among the pictures asked about, or all where none were named.
    """

    id: str
    subject: str
    class_name: str
    birth_date: date | None
    guardian_name: str
    guardian_ok: bool
    child_ok: bool
    channels: tuple[str, ...]
    given_on: date | None
    expires_on: date | None
    withdrawn_on: date | None
    form_place: str
    scan_sha256: str
    pictures: int


_CONSENT = """
SELECT consent.id, subject, class_name, birth_date, guardian_name, guardian_ok, child_ok, channels, given_on,
  expires_on, withdrawn_on, form_place, scan_sha256, count(DISTINCT asset_id)
FROM consent LEFT JOIN consent_asset ON consent_asset.consent_id = consent.id
WHERE consent.deleted_at IS NULL
"""
_BY_NAME = "GROUP BY consent.id ORDER BY class_name COLLATE VIETNAMESE, subject COLLATE VIETNAMESE, consent.id"


def consents_of(asset_ids: Sequence[str]) -> list[ConsentRow]:
    """The consents written down for any of these pictures; ``pictures`` says for how many of them."""
    among = "AND asset_id IN (SELECT value FROM json_each(?)) GROUP BY consent.id ORDER BY given_on DESC, consent.id"
    rows = database.execute_sql(f"{_CONSENT} {among}", (json.dumps(list(asset_ids)),)).fetchall()
    return [_row(row) for row in rows]


def consents(class_name: str | None = None, text: str = "") -> list[ConsentRow]:
    """The consents of a class (None: of all), whose pupil or guardian has ``text`` in the name; by class and name."""
    wished = [("class_name = ?", class_name)] if class_name is not None else []
    # instr and not LIKE: a person's % or _ is a letter like any other.
    wished += [("instr(fold(subject || ' ' || guardian_name), ?) > 0", fold(text))] if text.strip() else []
    where = "".join(f" AND {part}" for part, _fact in wished)
    rows = database.execute_sql(f"{_CONSENT} {where} {_BY_NAME}", tuple(fact for _part, fact in wished)).fetchall()
    return [_row(row) for row in rows]


def consent(consent_id: str) -> ConsentRow | None:
    """One consent, or None."""
    row = database.execute_sql(f"{_CONSENT} AND consent.id = ? GROUP BY consent.id", (consent_id,)).fetchone()
    return _row(row) if row else None


def classes_with_consents() -> list[tuple[str, int]]:
    """The classes that have consents, with their number; "" are those of no class."""
    rows = database.execute_sql(
        "SELECT class_name, count(*) FROM consent WHERE deleted_at IS NULL "
        "GROUP BY class_name ORDER BY class_name COLLATE VIETNAMESE"
    )
    return [(name, count) for name, count in rows.fetchall()]


def _row(row: tuple[Any, ...]) -> ConsentRow:
    born, *days = (date.fromisoformat(day) if day else None for day in (row[3], *row[8:11]))
    ticks = (bool(tick) for tick in row[5:7])
    return ConsentRow._make((*row[:3], born, row[4], *ticks, tuple(json.loads(row[7] or "[]")), *days, *row[11:]))


class PlaceOfPicture(NamedTuple):
    """A channel on which an article with the picture is out now, and the address that proves it ("" if none)."""

    distribution_id: str
    article_id: str
    article: str
    channel: str
    kind: str
    done_on: date | None
    address: str


_PLACES = """
SELECT DISTINCT distribution.id, article.id, article.title, channel.name, channel.kind, distribution.done_on,
  coalesce((SELECT url FROM evidence WHERE distribution_id = distribution.id AND url <> '' LIMIT 1), '')
FROM usage JOIN article ON article.id = usage.article_id
  JOIN distribution ON distribution.article_id = article.id AND distribution.state IN ('done', 'proved')
  JOIN channel ON channel.id = distribution.channel_id
WHERE usage.asset_id IN (SELECT value FROM json_each(?))
ORDER BY distribution.done_on, distribution.id
"""


def places_of(asset_ids: Sequence[str]) -> list[PlaceOfPicture]:
    """Where articles with any of these pictures are out, the oldest first."""
    rows = database.execute_sql(_PLACES, (json.dumps(list(asset_ids)),)).fetchall()
    return [PlaceOfPicture._make((*row[:5], date.fromisoformat(row[5]) if row[5] else None, row[6])) for row in rows]
