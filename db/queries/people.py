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


class RoleRow(NamedTuple):
    """Who holds a role now: the newest row that has not ended."""

    role: str
    person_id: str
    name: str


class AuthorityRow(NamedTuple):
    id: str
    name: str
    letterhead: str
    valid_from: str
    valid_to: str
    email: str


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


def roles() -> dict[str, RoleRow]:
    """Each role that someone holds now, with its holder."""
    rows = database.execute_sql(
        "SELECT role, person.id, person.name FROM role_assignment JOIN person ON person.id = person_id "
        "WHERE valid_to IS NULL AND role_assignment.deleted_at IS NULL AND person.is_active "
        "ORDER BY role_assignment.created_at, role_assignment.id"
    ).fetchall()
    return {role: RoleRow(role, person_id, name) for role, person_id, name in rows}


def units() -> list[str]:
    """The names of the school's parts, in their order."""
    rows = database.execute_sql("SELECT name FROM unit WHERE deleted_at IS NULL ORDER BY sort, id").fetchall()
    return [name for (name,) in rows]


def authorities() -> list[AuthorityRow]:
    """The offices above the school, with the days they existed."""
    rows = database.execute_sql(
        "SELECT id, name, letterhead, coalesce(valid_from, ''), coalesce(valid_to, ''), email FROM authority "
        "WHERE deleted_at IS NULL ORDER BY valid_from, id"
    ).fetchall()
    return [AuthorityRow(*row) for row in rows]
