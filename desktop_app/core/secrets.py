"""Passwords: kept by the system's own keyring, never in the records, the settings, a log or an error."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.core.errors import UserError
from desktop_app.core.i18n import N_

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

SERVICE = "Loa Truong "
"""What the system's list of passwords shows, followed by the place the password is for."""
GOOD_ENOUGH = 1
"""keyring's own mark: below it a backend keeps passwords readable to anyone."""

_this_session: dict[tuple[str, str], str] = {}


class NoKeyring(UserError):
    message = N_("This PC has no safe place for passwords.")
    hint = N_("The password can be kept until Loa Trường is closed; then it is asked for again.")


def keep(place: str, user: str, password: str) -> None:
    """Give a password to the system's keyring. Raises NoKeyring where there is none that works."""
    from keyring.errors import KeyringError  # asks every installed backend: only when a password is needed

    try:
        _keyring().set_password(SERVICE + place, user, password)
    except KeyringError as error:
        raise NoKeyring from error
    _this_session.pop((place, user), None)


def keep_for_this_session(place: str, user: str, password: str) -> None:
    """Keep a password in memory only; it is gone with the program."""
    _this_session[place, user] = password


def find(place: str, user: str) -> str | None:
    """The password for ``user`` at ``place``, or None where this PC knows none."""
    from keyring.errors import KeyringError  # see keep

    if (place, user) in _this_session:
        return _this_session[place, user]
    try:
        return _keyring().get_password(SERVICE + place, user)
    except (KeyringError, NoKeyring):
        return None


def forget(place: str, user: str) -> None:
    """Take a password out of the keyring and of this session; one that is not there is no fault."""
    from keyring.errors import KeyringError  # see keep

    _this_session.pop((place, user), None)
    try:
        _keyring().delete_password(SERVICE + place, user)
    except (KeyringError, NoKeyring):
        return


def _keyring() -> KeyringBackend:
    import keyring  # see keep

    backend = keyring.get_keyring()
    if backend.priority < GOOD_ENOUGH:
        raise NoKeyring
    return backend
