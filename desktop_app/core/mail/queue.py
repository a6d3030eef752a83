"""The letters that wait: made ready once, kept in the outbox, sent when the mail server can be reached.

Whether there is a line is learnt by trying the school's own mail server; nobody else is asked. A letter is sent only
when the server has said so; if the answer was lost it goes once more, with the same Message-ID.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import datetime, timedelta
from typing import NamedTuple

from db import database
from db.fields import now
from db.ids import new_id
from db.models import Letter
from db.queries import letters as rows
from db.queries.letters import LetterRow
from desktop_app.core import audit
from desktop_app.core.errors import UserError
from desktop_app.core.files import written_aside
from desktop_app.core.home import Home
from desktop_app.core.i18n import _
from desktop_app.core.jobs import Progress
from desktop_app.core.mail.account import MailAccount, password_of
from desktop_app.core.mail.address import address_of
from desktop_app.core.mail.errors import LetterLost, MailTrouble, NoRecipient
from desktop_app.core.mail.letters import Attached, Words, letters_of, shared_out
from desktop_app.core.mail.server import PATIENCE, MailServer
from desktop_app.core.one_at_a_time import only_one
from desktop_app.core.pauses import pause_after
from desktop_app.core.reports.keeping import is_out, mark_sent
from desktop_app.core.told import kept

KEPT_DAYS = 30
"""How long a sent letter's own file stays, to be looked at."""

_log = logging.getLogger(__name__)


class Queued(NamedTuple):
    """What was put into the queue: how many letters, and which files no letter can hold."""

    letters: int
    left_out: list[str]


class Sent(NamedTuple):
    """One round: subjects that went, how many letters wait on, the last trouble in the way."""

    sent: list[str]
    waiting: int
    trouble: UserError | None


def queue_mail(
    home: Home,
    account: MailAccount,
    to: Sequence[str],
    words: Words,
    files: Sequence[Attached],
    *,
    report_id: str = "",
    by_name: str = "",
) -> Queued:
    """Make the letters and put them into the queue, all or none. Raises NoRecipient, AddressWrong, NothingToSend."""
    if not to:
        raise NoRecipient
    recipients = [address_of(each) for each in to]
    sharing = shared_out(files, account.limit_mb)
    facts: dict[str, object] = {"report_id": report_id, "subject": words.subject}
    facts |= {"recipients": recipients, "by_name": by_name}
    made: list[Letter] = []
    try:
        for content in letters_of(words, account.sender, recipients, sharing):
            made.append(_written(home, content, len(made) + 1, len(sharing.letters), facts))
        with database.atomic():
            for letter in made:
                letter.save(force_insert=True)
            audit.record("queue mail", "report", report_id, by_name, to=", ".join(recipients), letters=len(made))
    except BaseException:
        for letter in made:
            (home.outbox / letter.file).unlink(missing_ok=True)
        raise
    return Queued(len(made), [each.name for each in sharing.left_out])


def _written(home: Home, content: bytes, part: int, parts: int, facts: dict[str, object]) -> Letter:
    """A letter put into the outbox as it will go over the line, not yet in the queue."""
    (home.outbox / "mail").mkdir(exist_ok=True)
    letter = Letter(id=new_id(), part=part, parts=parts, bytes=len(content), **facts)
    letter.file = f"mail/{letter.id}.eml"
    with written_aside(home.outbox / letter.file) as out:
        out.write(content)
    return letter


def send_waiting(
    home: Home,
    account_now: Callable[[], MailAccount],
    progress: Progress,
    *,
    patience: float = PATIENCE,
    at: datetime | None = None,
) -> Sent:
    """Hand over the letters that are due, the oldest first. Raises Cancelled; what has gone by then is recorded.

    While another program sends, this one leaves it to it. ``patience`` is in seconds for a small answer.
    """
    sent: list[str] = []
    trouble: UserError | None = None
    with only_one(home, "mail") as ours:
        due = rows.due(at) if ours else []
        if due:
            try:
                _hand_over_all(home, account_now(), due, sent, progress, patience)
            except UserError as error:
                trouble = error
    return Sent(sent, rows.waiting_count(), trouble)


def try_again(letter_id: str) -> None:
    """Try at the next round what waits or was refused, without any further pause."""
    Letter.update(state="waiting", tries=0, next_try_at=None, problem="").where(
        Letter.id == letter_id, Letter.state != "sent"
    ).execute()


def take_back(home: Home, letter_id: str, *, by_name: str = "") -> None:
    """Take a letter out of the queue before it has gone; one that went stays in the list."""
    letter = Letter.get_or_none(Letter.id == letter_id, Letter.state != "sent")
    if letter is None:
        return
    with database.atomic():
        letter.delete_instance()
        audit.record("take back mail", "report", letter.report_id, by_name, subject=letter.subject)
    (home.outbox / letter.file).unlink(missing_ok=True)


def sweep(home: Home) -> None:
    """Take away the files of letters that went long ago; their lines in the list stay."""
    before = now() - timedelta(days=KEPT_DAYS)
    for letter in Letter.select().where(Letter.state == "sent", Letter.sent_at < before):
        with suppress(OSError):
            (home.outbox / letter.file).unlink(missing_ok=True)


def _hand_over_all(
    home: Home, account: MailAccount, due: Sequence[LetterRow], sent: list[str], progress: Progress, patience: float
) -> None:
    """Every due letter over one line; the last trouble is raised at the end, one of the whole account at once."""
    stopped: MailTrouble | None = None
    server: MailServer | None = None
    try:
        for done, row in enumerate(due):
            progress.step(done, len(due), _("Sending letter {part} of {parts}").format(part=row.part, parts=row.parts))
            try:
                server = server or MailServer(account, password_of(account), progress, patience)
                _hand_over(home, account, row, server)
                sent.append(row.subject)
            except MailTrouble as error:
                stopped = error
                _log.info("mail: %s waits: %s", row.id, type(error).__name__)
                if error.whole_account:
                    _stop(due[done:], error)
                    break
                _stop([row], error)
    finally:
        if server is not None:
            server.close()
    if stopped is not None:
        raise stopped


def _hand_over(home: Home, account: MailAccount, row: LetterRow, server: MailServer) -> None:
    """Give one letter away and remember it; who was refused stays with it."""
    try:
        content = (home.outbox / row.file).read_bytes()
    except OSError as error:
        _set(row.id, state="failed", problem=kept(LetterLost()))
        raise LetterLost from error
    refused = server.hand_over(content, account.sender, row.recipients)
    if refused:
        _set(row.id, recipients=list(refused))
        raise next(iter(refused.values()))
    with database.atomic():
        _set(row.id, state="sent", sent_at=now(), tries=0, next_try_at=None, problem="")
        audit.record("send mail", "report", row.report_id, row.by_name, to=", ".join(row.recipients))
        if row.report_id and is_out(row.report_id) and not rows.unsent_of(row.report_id):
            mark_sent(row.report_id, how="e-mail", by_name=row.by_name)


def _stop(waiting: Sequence[LetterRow], error: MailTrouble) -> None:
    """Keep what stands in the way, and when the next try is."""
    with database.atomic():
        for row in waiting:
            pause = timedelta(seconds=pause_after(row.tries, error.longest_pause))
            facts: dict[str, object] = {"problem": kept(error), "tries": row.tries + 1}
            facts |= {"next_try_at": now() + pause} if error.by_itself else {"state": "failed"}
            _set(row.id, **facts)


def _set(letter_id: str, **facts: object) -> None:
    Letter.update(**facts).where(Letter.id == letter_id).execute()
