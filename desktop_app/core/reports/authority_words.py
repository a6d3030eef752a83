"""Who may sign on a day, and in whose name: HIỆU TRƯỞNG, Q., KT., TL., TUQ., TM. (NĐ 30/2020, phụ lục I, mục II, 7)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from db import database
from db.fields import now
from db.models import Delegation, Person, RoleAssignment
from desktop_app.core import audit, school
from desktop_app.core.errors import UserError
from desktop_app.core.i18n import N_, in_vietnamese
from desktop_app.core.periods import short_date
from desktop_app.core.reports.snapshot import Signer

ACTING, DEPUTY, BY_ORDER, CHAIR = "acting_principal", "deputy", "by_order", "chair"
HEADS = (school.PRINCIPAL, ACTING)
SIGNING_ROLES = {
    school.PRINCIPAL: N_("Principal"),
    ACTING: N_("Acting principal (Q.)"),
    DEPUTY: N_("Deputy principal (KT.)"),
    BY_ORDER: N_("By order of the principal (TL.)"),
    CHAIR: N_("For a body of the school (TM.)"),
}
"""Roles whose holder may sign without a letter of authority; with a letter anyone signs as TUQ. (or KT., a deputy)."""

_HEAD = N_("PRINCIPAL")
_DEPUTY = N_("DEPUTY PRINCIPAL")
_CHAIR = N_("CHAIR")


class MayNotSign(UserError):
    message = N_("{name} may not sign for the school on {day}.")
    hint = N_("Lend the power to sign in Settings, or choose who may sign on that day.")


class SigningDaysCrossed(UserError):
    message = N_("The last day, {last}, is before the first, {first}.")
    hint = N_("Correct one of the two days.")


class BodyHasNoName(UserError):
    message = N_("The body this person signs for has no name.")
    hint = N_("Write it as it stands on papers, for example HỘI ĐỒNG TRƯỜNG.")


class MaySign(NamedTuple):
    """Someone who may sign on a day, with the lines that then stand above the signature."""

    person_id: str
    name: str
    posts: tuple[str, ...]


def signers_on(day: date) -> list[MaySign]:
    """Everybody who may sign on ``day``: the head first, then deputies, those by order, by letter, and for bodies."""
    found: dict[tuple[str, tuple[str, ...]], MaySign] = {}
    for person, posts in _all_who_may(day):
        found.setdefault((str(person.id), posts), MaySign(str(person.id), person.name, posts))
    return list(found.values())


def signer_on(person_id: str, day: date, posts: tuple[str, ...] = ()) -> Signer:
    """The signature's block of one person on ``day``; ``posts`` picks one where several hold. Raises MayNotSign."""
    for one in signers_on(day):
        if one.person_id == person_id and posts in ((), one.posts):
            return Signer(one.posts, one.name)
    person = Person.get_or_none(Person.id == person_id)
    raise MayNotSign(name=person.name if person else "", day=short_date(day))


def head_on(day: date) -> Person | None:
    """Who leads the school on ``day``: the principal, else the acting one."""
    return school.holder_of(school.PRINCIPAL, day) or school.holder_of(ACTING, day)


def let_sign(
    person_id: str,
    role: str,
    first: date | None,
    last: date | None,
    *,
    post: str = "",
    on_behalf_of: str = "",
    by_name: str = "",
) -> str:
    """Give someone a role of SIGNING_ROLES for these days; returns its id.

    Raises SigningDaysCrossed, BodyHasNoName.
    """
    if first and last and last < first:
        raise SigningDaysCrossed(first=short_date(first), last=short_date(last))
    if role == CHAIR and not on_behalf_of.strip():
        raise BodyHasNoName
    words = {"post": post.strip(), "on_behalf_of": on_behalf_of.strip() if role == CHAIR else ""}
    with database.atomic():
        held = RoleAssignment.create(person=person_id, role=role, valid_from=first, valid_to=last, **words)
        audit.record("let sign", "role_assignment", held.id, by_name, role=role, first=str(first), last=str(last))
    return str(held.id)


def end_signing(assignment_id: str, last: date, *, by_name: str = "") -> None:
    """The role ends on ``last``; one that had not begun by then never does. What was signed under it stands."""
    held = RoleAssignment.get_by_id(assignment_id)
    with database.atomic():
        if held.valid_from and last < held.valid_from:
            held.deleted_at = now()
        held.valid_to = last
        held.save()
        audit.record("end signing", "role_assignment", assignment_id, by_name, role=held.role, last=str(last))


# ------------------------------------------------------------------- the lines


def _all_who_may(day: date) -> Iterator[tuple[Person, tuple[str, ...]]]:
    head, held = head_on(day), _held(day)
    if head is not None:
        yield head, _head_posts(head, day)
    for one in (one for one in held if one.role == DEPUTY):
        yield one.person, _for_the_head("KT.", _post(one, in_vietnamese(_DEPUTY)))
    for one in (one for one in held if one.role == BY_ORDER):
        yield one.person, _for_the_head("TL.", _post(one))
    if head is not None:
        yield from _by_letter(head, held, day)
    for one in (one for one in held if one.role == CHAIR):
        yield one.person, (f"TM. {one.on_behalf_of.upper()}", one.post.upper() or in_vietnamese(_CHAIR))


def _head_posts(head: Person, day: date) -> tuple[str, ...]:
    leads = school.holder_of(school.PRINCIPAL, day)
    word = in_vietnamese(_HEAD)
    return (word,) if leads == head else (f"Q. {word}",)


def _by_letter(head: Person, held: list[RoleAssignment], day: date) -> Iterator[tuple[Person, tuple[str, ...]]]:
    """Those to whom the head lent the power to sign; a deputy signs as a deputy all the same."""
    deputies = {one.person_id for one in held if one.role == DEPUTY}
    lent = Delegation.select().where(
        Delegation.giver == head,
        Delegation.deleted_at.is_null(),
        Delegation.valid_from <= day,
        Delegation.valid_to >= day,
    )
    for one in lent.order_by(Delegation.id):
        if school.SIGN in one.powers and one.taker_id not in deputies:
            yield one.taker, _by_their_post(one.taker)


def _by_their_post(person: Person) -> tuple[str, ...]:
    """A deputy's letter makes KT. (a deputy never signs "thừa uỷ quyền"); anyone else's makes TUQ."""
    deputy, post = in_vietnamese(_DEPUTY), person.post.strip().upper()
    return _for_the_head("KT." if post.startswith(deputy) else "TUQ.", post)


def _for_the_head(sign: str, post: str) -> tuple[str, ...]:
    line = f"{sign} {in_vietnamese(_HEAD)}"
    return (line, post) if post else (line,)


def _post(held: RoleAssignment, usual: str = "") -> str:
    return str(held.post.strip().upper() or usual or held.person.post.strip().upper())


def _held(day: date) -> list[RoleAssignment]:
    """The roles that hold on ``day`` and let someone sign, each person's newest of a kind."""
    rows = (
        RoleAssignment.select(RoleAssignment, Person)
        .join(Person)
        .where(
            RoleAssignment.role.in_(list(SIGNING_ROLES)),
            RoleAssignment.deleted_at.is_null(),
            RoleAssignment.valid_from.is_null() | (RoleAssignment.valid_from <= day),
            RoleAssignment.valid_to.is_null() | (RoleAssignment.valid_to >= day),
        )
    )
    return list(rows.order_by(RoleAssignment.id))
