"""The mail account of this PC: which server, who sends, how large a letter may be; the password is with the keyring."""

from __future__ import annotations

from typing import Literal, NamedTuple

from desktop_app.core import secrets
from desktop_app.core.mail.address import address_of
from desktop_app.core.mail.errors import MailPasswordMissing, NoMailAccount
from desktop_app.core.settings import Settings

Security = Literal["tls", "starttls", "none"]
"""RFC 8314: TLS from the first byte (port 465) is wanted; STARTTLS (587) serves; none sends no password."""
PORTS: dict[Security, int] = {"tls": 465, "starttls": 587, "none": 25}
USUAL_LIMIT_MB = 20
"""What most mailboxes take as a whole letter; offices' own servers often less."""


class MailAccount(NamedTuple):
    """``user`` is empty where the server wants no login. ``limit_mb``: 10^6 bytes of one whole letter."""

    host: str
    port: int
    security: Security
    user: str
    sender: str
    limit_mb: int = USUAL_LIMIT_MB

    @property
    def place(self) -> str:
        """What the keyring calls it."""
        return f"smtp://{self.host}:{self.port}"


def account_of(settings: Settings) -> MailAccount:
    """The account in the settings. Raises NoMailAccount."""
    if not settings.mail_host or not settings.mail_sender:
        raise NoMailAccount
    security: Security = next((each for each in PORTS if each == settings.mail_security), "tls")
    return MailAccount(
        settings.mail_host,
        _number(settings.mail_port, PORTS[security]),
        security,
        settings.mail_user,
        settings.mail_sender,
        _number(settings.mail_limit_mb, USUAL_LIMIT_MB),
    )


def keep_account(settings: Settings, account: MailAccount, password: str, *, remember: bool = True) -> None:
    """Keep the account; an empty ``password`` leaves the known one. Raises AddressWrong, NoKeyring.

    Without ``remember`` the password is known only until the program closes.
    """
    settings.mail_sender = address_of(account.sender)
    settings.mail_host, settings.mail_port = account.host.strip(), str(account.port)
    settings.mail_security, settings.mail_user = account.security, account.user.strip()
    settings.mail_limit_mb = str(account.limit_mb)
    settings.save()
    if password and account.user:
        keep = secrets.keep if remember else secrets.keep_for_this_session
        keep(account.place, account.user.strip(), password)


def password_of(account: MailAccount) -> str:
    """The password, "" where none is wanted. Raises MailPasswordMissing."""
    if not account.user:
        return ""
    password = secrets.find(account.place, account.user)
    if password is None:
        raise MailPasswordMissing(user=account.user, host=account.host)
    return password


def _number(words: str, usual: int) -> int:
    return int(words) if words.isdecimal() and int(words) > 0 else usual
