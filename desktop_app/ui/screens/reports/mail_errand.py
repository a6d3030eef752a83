"""Letters that wait are sent in rounds while the window is open."""

from __future__ import annotations

from datetime import datetime
from functools import partial

from db.queries import letters
from desktop_app.core.home import Home
from desktop_app.core.i18n import _
from desktop_app.core.jobs import Progress
from desktop_app.core.mail.account import account_of
from desktop_app.core.mail.queue import Sent, send_waiting
from desktop_app.core.settings import Settings
from desktop_app.ui.dialogs import words_of
from desktop_app.ui.rounds import Errand

MAIL_WAITS = "<<MailWaits>>"
"""Sent to the window when a letter was queued; the rounds hear it."""
OFFLINE = ("MailUnreachable", "MailLineBroke")


def mail_errand(home: Home, settings: Settings) -> Errand:
    """The rounds to the mail server of this PC."""

    def send(progress: Progress, at: datetime | None) -> Sent:
        return send_waiting(home, partial(account_of, settings), progress, at=at)

    return Errand(
        name="mail",
        title=_("Sending e-mail"),
        waits=MAIL_WAITS,
        due=lambda at: bool(letters.due(at)),
        job=send,
        strip=lambda sent: (_strip_words(sent), sent.trouble is None),
        arrived=_arrived,
    )


def _strip_words(sent: Sent) -> str:
    if sent.waiting and sent.trouble is not None and type(sent.trouble).__name__ in OFFLINE:
        return _("Offline, {count} letters waiting").format(count=sent.waiting)
    if sent.trouble is not None:
        return words_of(sent.trouble)[0]
    return _("E-mail sent {time}").format(time=f"{datetime.now():%H:%M}") if sent.sent else ""


def _arrived(sent: Sent) -> str:
    return _("Sent by e-mail: {subjects}").format(subjects="; ".join(dict.fromkeys(sent.sent))) if sent.sent else ""
