"""What can stand in an office's way, in words for whoever runs it."""

from __future__ import annotations

from desktop_app.core.errors import UserError
from desktop_app.core.i18n import N_


class OfficeUnreachable(UserError):
    message = N_("The office's database cannot be opened: {why}.")
    hint = N_("It looks like sqlite:///office.db or postgresql://name@host/database.")


class OfficeTooNew(UserError):
    message = N_("A newer program has already worked with this office's database.")
    hint = N_("Install the newest Loa Trường on this machine too.")


class PostgresNotInstalled(UserError):
    message = N_("PostgreSQL cannot be spoken to from here.")
    hint = N_("Install it with: pip install “loa-truong[office]”.")


class NotAStore(UserError):
    message = N_("{address} is not where schools send their work: it has no loa.json.")
    hint = N_("Is it the right address? Nothing was read and nothing was changed.")


class StoreTooNew(UserError):
    message = N_("{address} is laid out in a way this program does not know yet.")
    hint = N_("Install the newest Loa Trường on this machine too.")
