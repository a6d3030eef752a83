"""Who agreed to be seen, as rows."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

from db.connection import database


class ConsentRow(NamedTuple):
    """A yes that covers pictures; ``channels`` are kinds of channel, ``withdrawn_on`` ends it."""

    id: str
    subject: str
    guardian_name: str
    guardian_ok: bool
    child_ok: bool
    channels: tuple[str, ...]
    given_on: date | None
    expires_on: date | None
    withdrawn_on: date | None
    form_place: str
    pictures: int


_CONSENTS = """
SELECT consent.id, subject, guardian_name, guardian_ok, child_ok, channels, given_on, expires_on, withdrawn_on,
       form_place, count(DISTINCT asset_id)
FROM consent JOIN consent_asset ON consent_asset.consent_id = consent.id
WHERE consent.deleted_at IS NULL AND asset_id IN (SELECT value FROM json_each(?))
GROUP BY consent.id ORDER BY given_on DESC, consent.id
"""


def consents_of(asset_ids: Sequence[str]) -> list[ConsentRow]:
    """The consents written down for any of these pictures; ``pictures`` says for how many of them."""
    rows = database.execute_sql(_CONSENTS, (json.dumps(list(asset_ids)),)).fetchall()
    return [_consent(row) for row in rows]


def _consent(row: tuple[Any, ...]) -> ConsentRow:
    ticks = (bool(tick) for tick in row[3:5])
    days = (date.fromisoformat(day) if day else None for day in row[6:9])
    return ConsentRow._make((*row[:3], *ticks, tuple(json.loads(row[5] or "[]")), *days, *row[9:]))
