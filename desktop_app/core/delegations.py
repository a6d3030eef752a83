"""The principal lends a power to another for some days: approving, speaking, signing; by letter or by PIN."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from db import database
from db.models import Delegation, Document, Person
from desktop_app.core import audit, pins, school
from desktop_app.core.errors import UserError
from desktop_app.core.i18n import N_
from desktop_app.core.papers import KeptPaper
from desktop_app.core.periods import short_date

POWERS = {
    school.APPROVE: N_("Approve articles"),
    school.SPEAK: N_("Speak to the press"),
    school.SIGN: N_("Sign reports"),
}
LETTER = "letter_of_authority"
"""The kind of document a letter of authority is."""


class NothingLent(UserError):
    message = N_("No power is ticked.")
    hint = N_("Tick what the other person may do in these days.")


class LentToOneself(UserError):
    message = N_("{name} has this power already.")
    hint = N_("Choose someone else; the principal needs no letter.")


class DaysLentCrossed(UserError):
    message = N_("The last day, {last}, is before the first, {first}.")
    hint = N_("Correct one of the two days.")


class LetterNeeded(UserError):
    message = N_("Nothing shows yet that {name} lends this power.")
    hint = N_("Attach the signed letter as a scan or a photo, or let the principal type the PIN.")


def lend(
    taker_id: str,
    powers: Sequence[str],
    first: date,
    last: date,
    *,
    letter: KeptPaper | None = None,
    pin: str = "",
    by_name: str = "",
) -> str:
    """Lend powers of the principal to ``taker_id`` from ``first`` to ``last``; returns the delegation's id.

    It rests on the signed letter, or on the principal's PIN typed now. Raises NothingLent, LentToOneself,
    DaysLentCrossed, LetterNeeded, NobodyCanApprove, WrongPin, PinMustWait.
    """
    giver, known = school.principal_on(date.today()), [power for power in POWERS if power in powers]
    if not known:
        raise NothingLent
    if str(giver.id) == taker_id:
        raise LentToOneself(name=giver.name)
    if last < first:
        raise DaysLentCrossed(first=short_date(first), last=short_date(last))
    _prove(giver, letter, pin)
    return _keep(giver, taker_id, known, first, last, letter, by_name)


def _prove(giver: Person, letter: KeptPaper | None, pin: str) -> None:
    if letter is not None:
        return
    if not (giver.pin_hash and pin):
        raise LetterNeeded(name=giver.name)
    pins.check_pin(str(giver.id), pin)


def _keep(
    giver: Person, taker_id: str, powers: list[str], first: date, last: date, letter: KeptPaper | None, by_name: str
) -> str:
    facts = {"powers": powers, "first": str(first), "last": str(last), "letter": letter.sha256 if letter else ""}
    with database.atomic():
        document = _letter(letter, giver) if letter else None
        lent = Delegation.create(
            giver=giver, taker=taker_id, powers=powers, document=document, valid_from=first, valid_to=last
        )
        audit.record("lend power", "delegation", lent.id, by_name, **facts)
    return str(lent.id)


def _letter(letter: KeptPaper, giver: Person) -> Document:
    return Document.create(
        kind=LETTER, about=letter.name, issuer=giver.name, file_path=letter.place, file_sha256=letter.sha256
    )


def end_early(delegation_id: str, *, by_name: str = "") -> date:
    """End a delegation today; from now on the power is the principal's alone. Returns the last day it had before."""
    lent = Delegation.get_by_id(delegation_id)
    before: date = lent.valid_to
    with database.atomic():
        lent.valid_to = min(before, date.today() - timedelta(days=1))
        lent.save()
        audit.record("end delegation", "delegation", delegation_id, by_name, was=str(before))
    return before


def go_on(delegation_id: str, last: date, *, by_name: str = "") -> None:
    """Undo an early end: the delegation lasts until ``last``, the day it had before."""
    with database.atomic():
        Delegation.update(valid_to=last).where(Delegation.id == delegation_id).execute()
        audit.record("go on with delegation", "delegation", delegation_id, by_name, last=str(last))
