"""Who may decide, and whose powers are lent to whom, as rows."""

from __future__ import annotations

import json
from datetime import date
from typing import NamedTuple

from db.connection import database


class Decider(NamedTuple):
    """Someone who may approve; ``until`` is the last day of a delegation, None for the principal."""

    id: str
    name: str
    post: str
    has_pin: bool
    until: date | None


class LentRow(NamedTuple):
    """A power lent, live, to come or over; ``letter`` is the name of the scanned letter, "" where none is kept."""

    id: str
    giver: str
    taker: str
    powers: tuple[str, ...]
    first: date
    last: date
    letter: str


class PinNews(NamedTuple):
    """A PIN that was taken away: by whom, at which instant."""

    by_name: str
    at: str


_LEADER = """
SELECT person.id, name, person.post, pin_hash <> '', NULL FROM role_assignment JOIN person ON person.id = person_id
WHERE role = 'principal' AND role_assignment.deleted_at IS NULL
  AND coalesce(valid_from, :day) <= :day AND coalesce(valid_to, :day) >= :day
ORDER BY role_assignment.created_at DESC LIMIT 1
"""
_DELEGATES = """
SELECT person.id, name, person.post, pin_hash <> '', max(valid_to) FROM delegation JOIN person ON person.id = taker_id
WHERE valid_from <= :day AND valid_to >= :day AND delegation.deleted_at IS NULL AND person.is_active
  AND giver_id = :giver AND person.id <> :giver
  AND EXISTS (SELECT 1 FROM json_each(powers) WHERE value = 'approve')
GROUP BY person.id ORDER BY person.id
"""


def deciders(day: date) -> list[Decider]:
    """Who may approve on ``day``: the principal (the newest holder) first, then those with a live delegation."""
    leaders = database.execute_sql(_LEADER, {"day": str(day)}).fetchall()
    if not leaders:
        return []
    lent = database.execute_sql(_DELEGATES, {"day": str(day), "giver": leaders[0][0]}).fetchall()
    return [Decider._make((*row[:3], bool(row[3]), _day(row[4]))) for row in [*leaders, *lent]]


def lent(since: date) -> list[LentRow]:
    """The delegations that were live on ``since`` or later, the newest first."""
    rows = database.execute_sql(
        "SELECT delegation.id, giver.name, taker.name, powers, delegation.valid_from, delegation.valid_to, "
        "coalesce(about, '') FROM delegation JOIN person AS giver ON giver.id = giver_id "
        "JOIN person AS taker ON taker.id = taker_id LEFT JOIN document ON document.id = document_id "
        "WHERE delegation.deleted_at IS NULL AND valid_to >= ? ORDER BY delegation.valid_from DESC, delegation.id DESC",
        (str(since),),
    ).fetchall()
    return [LentRow._make((*row[:3], tuple(json.loads(row[3])), *map(_day, row[4:6]), row[6])) for row in rows]


_PIN_NEWS = """
SELECT by_name, at FROM audit_event AS taken WHERE act = 'remove pin' AND record_id = :person
  AND (at >= :recent
       OR at > coalesce((SELECT max(at) FROM decision WHERE decided_by_id = :person AND mode = 'app'), ''))
ORDER BY at DESC LIMIT 1
"""


def pin_taken_away(person_id: str, recent: str) -> PinNews | None:
    """The newest taking away of someone's PIN, if it came after ``recent`` (an instant) or their last decision here."""
    row = database.execute_sql(_PIN_NEWS, {"person": person_id, "recent": recent}).fetchone()
    return PinNews(*row) if row else None


def who_may_have_pins() -> dict[str, bool]:
    """Everybody who leads or was ever lent a power, by id: whether a PIN is set."""
    rows = database.execute_sql(
        "SELECT person.id, pin_hash <> '' FROM person WHERE id IN (SELECT taker_id FROM delegation "
        "WHERE deleted_at IS NULL UNION SELECT person_id FROM role_assignment WHERE role = 'principal')"
    ).fetchall()
    return {person_id: bool(has) for person_id, has in rows}


def _day(value: object) -> date | None:
    return date.fromisoformat(str(value)[:10]) if value else None
