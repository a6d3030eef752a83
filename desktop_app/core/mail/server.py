"""One talk with a mail server: logged in over a safe line, letters handed over, refusals told as ours."""

from __future__ import annotations

import smtplib
import ssl
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from desktop_app.core.jobs import Progress
from desktop_app.core.mail.account import MailAccount
from desktop_app.core.mail.answers import refusal_of, trouble_of
from desktop_app.core.mail.errors import MailLineOpen, MailTrouble
from desktop_app.core.patience import patiently

PATIENCE = 60.0
"""Seconds for a small answer."""
SLOWEST = 4_000
"""Bytes a second below which a line is as good as none: half of 64 kbit/s."""


class MailServer:
    """A talk with the server of ``account``; ``progress`` may stop it at any moment.

    A letter counts as handed over only when the server answered 250 to its last byte (RFC 5321, 4.1.1.4 and 6.1).
    """

    def __init__(self, account: MailAccount, password: str, progress: Progress, patience: float = PATIENCE) -> None:
        self.account, self._progress, self._patience = account, progress, patience
        with self._telling():
            self._line = patiently(lambda: self._opened(password), patience, progress)

    def hand_over(self, letter: bytes, sender: str, to: Sequence[str]) -> dict[str, MailTrouble]:
        """Give the server a letter for everyone in ``to``; answers whom it refused, and why. The others have it."""
        seconds = self._patience + len(letter) / SLOWEST
        with self._telling(len(letter)):
            try:
                refused = patiently(lambda: self._line.sendmail(sender, list(to), letter), seconds, self._progress)
            except smtplib.SMTPRecipientsRefused as error:
                refused = error.recipients
        return {address: refusal_of(address, code, words, self.account) for address, (code, words) in refused.items()}

    def close(self) -> None:
        """Say goodbye, if anybody still listens."""
        self._line.close()

    def _opened(self, password: str) -> smtplib.SMTP:
        host, port, security = self.account.host, self.account.port, self.account.security
        if security == "tls":
            line: smtplib.SMTP = smtplib.SMTP_SSL(host, port, timeout=self._patience, context=_trust())
        else:
            line = smtplib.SMTP(host, port, timeout=self._patience)
        if security == "starttls":
            line.ehlo()
            if not line.has_extn("starttls"):
                raise MailLineOpen(host=host)
            line.starttls(context=_trust())
        if password and security == "none":
            raise MailLineOpen(host=host)
        if password:
            line.login(self.account.user, password)
        return line

    @contextmanager
    def _telling(self, size: int = 0) -> Iterator[None]:
        """Turn what the line or the server says into what a person can do about it."""
        try:
            yield
        except MailTrouble:
            raise
        except (OSError, smtplib.SMTPException) as error:
            raise trouble_of(error, self.account, size) from error


def try_account(account: MailAccount, password: str, progress: Progress) -> None:
    """Log in and say goodbye. Raises every MailTrouble, Cancelled."""
    MailServer(account, password, progress).close()


def _trust() -> ssl.SSLContext:
    import truststore  # 100 ms that a start without mail does not have

    return truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
