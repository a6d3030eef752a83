"""What a mail server answers, or a line that breaks, in words a person can act on (RFC 5321, 4.2; RFC 3463)."""

from __future__ import annotations

import smtplib
import ssl

from desktop_app.core.mail.account import MailAccount
from desktop_app.core.mail.errors import (
    LetterRefused,
    LetterTooLarge,
    MailboxFull,
    MailLater,
    MailLineBroke,
    MailLineOpen,
    MailLoginRefused,
    MailNotTrusted,
    MailTrouble,
    MailUnreachable,
    RecipientRefused,
    SenderRefused,
)

NO_SUCH_MAILBOX = (550, 551, 553)
TOO_LARGE = (552, 523)
FULL = (452, 422)
LATER = range(400, 500)
LONGEST_WORDS = 200


def trouble_of(error: OSError | smtplib.SMTPException, account: MailAccount, size: int) -> MailTrouble:
    """``error`` of a talk with the server of ``account`` while a letter of ``size`` bytes (0: none yet) was sent."""
    if isinstance(error, ssl.SSLCertVerificationError):
        return MailNotTrusted(host=account.host)
    if isinstance(error, smtplib.SMTPNotSupportedError):
        return MailLineOpen(host=account.host)
    if isinstance(error, smtplib.SMTPResponseException):
        return _answered(error, account, size)
    # Before the first answer nobody was reached; afterwards the line broke.
    reached = size > 0 or isinstance(error, smtplib.SMTPServerDisconnected)
    return MailLineBroke(host=account.host) if reached else MailUnreachable(host=account.host)


def _answered(error: smtplib.SMTPResponseException, account: MailAccount, size: int) -> MailTrouble:
    code, host = error.smtp_code, account.host
    if code in LATER:
        return MailLater(host=host, code=code)
    if isinstance(error, smtplib.SMTPAuthenticationError):
        return MailLoginRefused(host=host, user=account.user)
    if code in TOO_LARGE and size:
        return LetterTooLarge(host=host, megabytes=-(-size // 1_000_000))
    if isinstance(error, smtplib.SMTPSenderRefused):
        return SenderRefused(host=host, sender=error.sender)
    return LetterRefused(host=host, code=code, words=_text(error.smtp_error))


def refusal_of(address: str, code: int, words: bytes | str, account: MailAccount) -> MailTrouble:
    """Why the server takes no letter for ``address``; a full mailbox says 452, or 552 with 2.2 (RFC 3463, 3.3)."""
    if code in FULL or (code in TOO_LARGE and "2.2" in _text(words)):
        return MailboxFull(address=address)
    if code in NO_SUCH_MAILBOX:
        return RecipientRefused(host=account.host, address=address)
    if code in LATER:
        return MailLater(host=account.host, code=code)
    return LetterRefused(host=account.host, code=code, words=_text(words))


def _text(words: bytes | str) -> str:
    """The server's own words, cut to what fits into a sentence."""
    whole = words.decode("utf-8", "replace") if isinstance(words, bytes) else words
    return whole.strip()[:LONGEST_WORDS]
