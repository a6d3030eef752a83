"""The school of this file: its name, its people and roles, the offices above it on any given day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from db import database
from db.models import Authority, Delegation, Person, RoleAssignment, School, Unit
from db.text import nfc
from desktop_app.core.errors import UserError
from desktop_app.core.i18n import N_, in_vietnamese

PRINCIPAL = "principal"
CLERK = "clerk"
APPROVE, SPEAK, SIGN = "approve", "speak", "sign"
"""What the principal alone may do, or lend: approve articles, speak to the press, sign reports."""


class SchoolNotSetUp(UserError):
    message = N_("No school has been set up in this home folder yet.")
    hint = N_("Open the window once and answer its five pages, or import a plan.")


class NobodyCanApprove(UserError):
    message = N_("No principal is named, so nobody can approve.")
    hint = N_("Name the principal in Settings, People.")


class NobodyCalled(UserError):
    message = N_("Nobody at the school is called {name}.")
    hint = N_("Write the name as it stands in Settings, People.")


@dataclass(frozen=True)
class AuthorityGiven:
    """An office above the school as the person names it; ``letterhead`` is its upper-case line on papers."""

    name: str
    letterhead: str = ""
    kind: str = "commune"
    valid_from: date | None = None
    valid_to: date | None = None
    email: str = ""


@dataclass(frozen=True)
class SchoolGiven:
    """What the first-start pages ask: the school, who leads it, who is in charge, the offices above."""

    name: str
    short_name: str = ""
    place: str = ""
    address: str = ""
    website: str = ""
    principal: str = ""
    clerk: str = ""
    authorities: Sequence[AuthorityGiven] = field(default_factory=tuple)
    units: Sequence[str] = field(default_factory=tuple)
    is_sample: bool = False


def set_up(given: SchoolGiven) -> str:
    """Keep the school and its people; a second call corrects the first. Returns the school's id."""
    with database.atomic():
        school = School.get_or_none() or School.create(name=given.name)
        school.name, school.short_name, school.place = given.name, given.short_name, given.place
        school.address, school.website, school.is_sample = given.address, given.website, given.is_sample
        school.save()
        _name_people(given)
        _name_units(given.units)
        _name_authorities(given.authorities)
    return str(school.id)


def _name_people(given: SchoolGiven) -> None:
    if given.principal:
        give_role(person_named(given.principal, in_vietnamese(N_("Principal"))), PRINCIPAL)
    if given.clerk:
        give_role(person_named(given.clerk), CLERK)


def _name_units(names: Sequence[str]) -> None:
    known = {unit.name for unit in Unit.select()}
    for sort, name in enumerate(names):
        if name not in known:
            Unit.create(name=name, sort=sort)


def _name_authorities(offices: Sequence[AuthorityGiven]) -> None:
    known = {office.name for office in Authority.select()}
    for office in offices:
        if office.name not in known:
            Authority.create(
                name=office.name,
                letterhead=office.letterhead or office.name.upper(),
                email=office.email,
                kind=office.kind,
                valid_from=office.valid_from,
                valid_to=office.valid_to,
                is_parent=True,
                is_report_recipient=True,
            )


def person_named(name: str, post: str = "") -> str:
    """The id of the person so called, made if new."""
    person = Person.get_or_none(Person.name == name) or Person.create(name=name, post=post)
    return str(person.id)


def person_called(name: str) -> Person:
    """The person of this name who is at the school. Raises NobodyCalled."""
    person = Person.get_or_none(Person.name == nfc(name.strip()), Person.is_active)
    if person is None:
        raise NobodyCalled(name=name)
    return person


def give_role(person_id: str, role: str) -> None:
    """Let a person hold ``role`` from now on; where several rows are valid the newest speaks."""
    holder = holder_of(role, date.today())
    if holder is None or str(holder.id) != person_id:
        RoleAssignment.create(person=person_id, role=role)


def correct_person(person_id: str, *, name: str, post: str = "") -> None:
    """Spell someone's name or post anew; an empty name changes nothing. What they signed keeps the old spelling."""
    if name.strip():
        Person.update(name=name.strip(), post=post.strip()).where(Person.id == person_id).execute()


def take_leave(person_id: str) -> None:
    """Someone left the school: no longer offered anywhere, named as before wherever they wrote or approved."""
    with database.atomic():
        ends = RoleAssignment.update(valid_to=date.today() - timedelta(days=1))
        still_held = RoleAssignment.valid_to.is_null() | (RoleAssignment.valid_to >= date.today())
        ends.where(RoleAssignment.person == person_id, still_held).execute()
        lent = Delegation.update(valid_to=date.today() - timedelta(days=1))
        lent.where(Delegation.taker == person_id, Delegation.valid_to >= date.today()).execute()
        Person.update(is_active=False).where(Person.id == person_id).execute()


def principal_on(day: date) -> Person:
    """Who leads the school on ``day``. Raises NobodyCanApprove."""
    person = holder_of(PRINCIPAL, day)
    if person is None:
        raise NobodyCanApprove
    return person


def holder_of(role: str, day: date) -> Person | None:
    """The newest holder of ``role`` on ``day``."""
    return (
        Person.select()
        .join(RoleAssignment)
        .where(RoleAssignment.role == role, *_valid(RoleAssignment, day))
        .order_by(RoleAssignment.created_at.desc())
        .first()
    )


def leads(person_id: str, day: date) -> bool:
    """Whether the person is the principal on ``day``."""
    leader = holder_of(PRINCIPAL, day)
    return leader is not None and str(leader.id) == person_id


def may(person_id: str, power: str, day: date) -> bool:
    """Whether the person is the principal or holds a live delegation of ``power`` from the principal on ``day``."""
    leader = holder_of(PRINCIPAL, day)
    if leader is None or str(leader.id) == person_id:
        return leader is not None
    lent = Delegation.select().where(
        Delegation.giver == leader,
        Delegation.taker == person_id,
        Delegation.deleted_at.is_null(),
        Delegation.valid_from <= day,
        Delegation.valid_to >= day,
    )
    return any(power in delegation.powers for delegation in lent)


def parent_on(day: date) -> Authority | None:
    """The office above the school on ``day``: a dated row, since offices are merged and renamed."""
    return (
        Authority.select()
        .where(Authority.is_parent, *_valid(Authority, day))
        .order_by(Authority.valid_from.desc(nulls="LAST"), Authority.created_at.desc())
        .first()
    )


def report_recipients_on(day: date) -> list[Authority]:
    """The offices that get the school's reports on ``day``."""
    return list(Authority.select().where(Authority.is_report_recipient, *_valid(Authority, day)))


def _valid(model: type[RoleAssignment] | type[Authority], day: date) -> tuple[object, ...]:
    return (
        model.deleted_at.is_null(),
        model.valid_from.is_null() | (model.valid_from <= day),
        model.valid_to.is_null() | (model.valid_to >= day),
    )


def short_name_of(name: str) -> str:
    """A first proposal for the school's sign in document symbols: "Tiểu học số 2 Mường Mươn" becomes "THS2MM"."""
    words = [word for word in name.replace("-", " ").split() if not _names_the_kind(word)]
    return "".join(word if word.isupper() or word.isdigit() else word[0].upper() for word in words)


def _names_the_kind(word: str) -> bool:
    """Words that every school of its kind has: "trường", and long signs such as PTDTBT."""
    return word.casefold() == "trường" or (word.isupper() and len(word) > 4)
