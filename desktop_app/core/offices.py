"""The offices above the school: named, corrected, put away one by one; each holds for its own days."""

from __future__ import annotations

from db.fields import now
from db.models import Authority
from desktop_app.core.errors import UserError
from desktop_app.core.i18n import N_
from desktop_app.core.mail.address import address_of
from desktop_app.core.periods import short_date
from desktop_app.core.school import AuthorityGiven


class OfficeHasNoName(UserError):
    message = N_("An office needs a name.")
    hint = N_("Write it as it stands on the office's own papers.")


class OfficeEndsBeforeItBegins(UserError):
    message = N_("{name} would end on {last}, before it begins on {first}.")
    hint = N_("Look at the two dates; leave one empty where it is not known.")


def keep_office(given: AuthorityGiven, office_id: str = "") -> str:
    """Keep a new office, or the corrected words of one; returns its id.

    Raises OfficeHasNoName, OfficeEndsBeforeItBegins, AddressWrong.
    """
    check_office(given)
    words = {
        "name": given.name.strip(),
        "letterhead": given.letterhead.strip() or given.name.strip().upper(),
        "valid_from": given.valid_from,
        "valid_to": given.valid_to,
        "email": address_of(given.email) if given.email.strip() else "",
    }
    if office_id:
        Authority.update(**words).where(Authority.id == office_id).execute()
        return office_id
    return str(Authority.create(kind=given.kind, is_parent=True, is_report_recipient=True, **words).id)


def check_office(given: AuthorityGiven) -> None:
    """Raises OfficeHasNoName, OfficeEndsBeforeItBegins, AddressWrong."""
    if not given.name.strip():
        raise OfficeHasNoName
    if given.valid_from and given.valid_to and given.valid_to < given.valid_from:
        raise OfficeEndsBeforeItBegins(
            name=given.name, first=short_date(given.valid_from), last=short_date(given.valid_to)
        )
    if given.email.strip():
        address_of(given.email)


def put_away_office(office_id: str) -> None:
    """The office gets no more papers; the reports it had keep its name."""
    Authority.update(deleted_at=now()).where(Authority.id == office_id).execute()


def take_back_office(office_id: str) -> None:
    """Undo put_away_office."""
    Authority.update(deleted_at=None).where(Authority.id == office_id).execute()
