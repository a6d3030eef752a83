"""The school and its people as rows."""

from __future__ import annotations

from typing import NamedTuple

from db.connection import database
from db.text import sort_key


class SchoolRow(NamedTuple):
    id: str
    name: str
    short_name: str
    place: str
    address: str
    website: str
    is_sample: bool


class PersonRow(NamedTuple):
    id: str
    name: str
    post: str


class AuthorityRow(NamedTuple):
    id: str
    name: str
    letterhead: str
    valid_from: str
    valid_to: str


def school() -> SchoolRow | None:
    """The school of this file, or None before the first start's pages are answered."""
    row = database.execute_sql(
        "SELECT id, name, short_name, place, address, website, is_sample FROM school ORDER BY id LIMIT 1"
    ).fetchone()
    return SchoolRow._make((*row[:6], bool(row[6]))) if row else None


def people(role: str | None = None) -> list[PersonRow]:
    """Active people in Vietnamese order of their given names; only holders of ``role`` when one is named."""
    holds = "AND id IN (SELECT person_id FROM role_assignment WHERE role = ?)" if role else ""
    rows = database.execute_sql(
        f"SELECT id, name, post FROM person WHERE is_active AND deleted_at IS NULL {holds}",
        (role,) if role else (),
    ).fetchall()
    return sorted((PersonRow(*row) for row in rows), key=_by_given_name)


def _by_given_name(person: PersonRow) -> tuple[object, object]:
    return sort_key(person.name.split()[-1] if person.name.split() else ""), sort_key(person.name)


def authorities() -> list[AuthorityRow]:
    """The offices above the school, with the days they existed."""
    rows = database.execute_sql(
        "SELECT id, name, letterhead, coalesce(valid_from, ''), coalesce(valid_to, '') FROM authority "
        "WHERE deleted_at IS NULL ORDER BY valid_from, id"
    ).fetchall()
    return [AuthorityRow(*row) for row in rows]
