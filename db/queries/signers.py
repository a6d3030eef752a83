"""Who holds a role that lets them sign, now or later, and until when."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from db.connection import database


class SigningRow(NamedTuple):
    """A role that lets someone sign; ``post`` and ``on_behalf_of`` are the words said with it."""

    id: str
    person_id: str
    name: str
    role: str
    first: date | None
    last: date | None
    post: str
    on_behalf_of: str


_ROLES = """
SELECT role_assignment.id, person.id, person.name, role, valid_from, valid_to, role_assignment.post, on_behalf_of
FROM role_assignment JOIN person ON person.id = person_id
WHERE role IN ('acting_principal', 'deputy', 'by_order', 'chair') AND role_assignment.deleted_at IS NULL
  AND coalesce(valid_to, :since) >= :since ORDER BY coalesce(valid_from, ''), role_assignment.id
"""


def signing_roles(since: date) -> list[SigningRow]:
    """The roles that hold on ``since`` or later; the principal's own is told with the people."""
    rows = database.execute_sql(_ROLES, {"since": str(since)}).fetchall()
    return [SigningRow._make((*row[:4], _day(row[4]), _day(row[5]), *row[6:])) for row in rows]


def _day(value: object) -> date | None:
    return date.fromisoformat(str(value)[:10]) if value else None
