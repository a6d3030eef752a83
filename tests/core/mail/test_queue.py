"""Letters leave by themselves when the mail server is there, once, and what stands in the way is told."""

from __future__ import annotations

import shutil
import socket
import ssl
import subprocess
import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from aiosmtpd.smtp import AuthResult

from db.queries import letters as rows
from desktop_app.core import secrets
from desktop_app.core.home import Home
from desktop_app.core.jobs import Cancelled, Progress
from desktop_app.core.mail import queue
from desktop_app.core.mail.account import MailAccount, account_of, keep_account
from desktop_app.core.mail.errors import AddressWrong, MailTrouble, NoMailAccount, NoRecipient
from desktop_app.core.mail.letters import Attached, Words
from desktop_app.core.one_at_a_time import only_one
from desktop_app.core.settings import Settings, load_settings
from desktop_app.core.told import kind_of
from tests.core.mail.conftest import Mailbox, SilentServer, free_port

WORDS = Words("Báo cáo tháng 5", "Kính gửi Quý cơ quan.")
TO = "phong@mau.edu.vn"
PATIENCE = 5.0


@pytest.fixture
def paper(tmp_path: Path) -> Attached:
    file = tmp_path / "bao-cao.pdf"
    file.write_bytes(b"%PDF-1.4 " + b"x" * 5000)
    return Attached("bao-cao.pdf", file)


def put_in(home: Home, account: MailAccount, paper: Attached, *to: str) -> None:
    queue.queue_mail(home, account, to or (TO,), WORDS, [paper], by_name="Văn thư")


def send(home: Home, account: MailAccount, at: datetime | None = None, patience: float = PATIENCE) -> queue.Sent:
    return queue.send_waiting(home, lambda: account, Progress(), patience=patience, at=at)


def later(minutes: int) -> datetime:
    return datetime.now(UTC) + timedelta(minutes=minutes)


def test_a_report_arrives_as_it_was_queued(home: Home, account: MailAccount, paper: Attached, mailbox: Mailbox) -> None:
    put_in(home, account, paper)
    assert send(home, account) == (["Báo cáo tháng 5"], 0, None)
    (letter,) = mailbox.letters
    (attached,) = letter.iter_attachments()
    assert attached.get_content() == paper.file.read_bytes()
    assert rows.letters()[0].state == "sent"


def test_what_went_is_not_sent_again(home: Home, account: MailAccount, paper: Attached, mailbox: Mailbox) -> None:
    put_in(home, account, paper)
    for _ in range(3):
        send(home, account)
    assert len(mailbox.letters) == 1


def test_without_a_line_it_waits_and_goes_later(
    home: Home, serve: Callable[..., MailAccount], paper: Attached, mailbox: Mailbox
) -> None:
    account = serve()
    put_in(home, account, paper)
    outcome = send(home, account._replace(port=free_port()))
    assert (outcome.waiting, kind_of(rows.letters()[0].problem)) == (1, "MailUnreachable")
    assert send(home, account).sent == []  # its pause is not over
    assert send(home, account, later(2)).sent == ["Báo cáo tháng 5"]
    assert len(mailbox.letters) == 1


def test_the_pause_grows_but_never_beyond_five_minutes_without_a_line(
    home: Home, account: MailAccount, paper: Attached
) -> None:
    put_in(home, account, paper)
    nowhere, pauses = account._replace(port=free_port()), []
    for round_ in range(5):
        send(home, nowhere, later(10 * round_))
        next_try = rows.letters()[0].next_try_at
        assert next_try is not None
        pauses.append(round((next_try - datetime.now(UTC)).total_seconds()))
    assert pauses == [60, 120, 240, 300, 300]


@pytest.mark.parametrize(
    ("answer", "kind", "state"),
    [
        ("552 5.3.4 too big", "LetterTooLarge", "failed"),
        ("451 4.7.1 greylisted", "MailLater", "waiting"),
        ("554 5.7.1 spam", "LetterRefused", "failed"),
    ],
)
def test_what_the_server_says_of_a_letter_is_told(
    home: Home, account: MailAccount, paper: Attached, mailbox: Mailbox, answer: str, kind: str, state: str
) -> None:
    put_in(home, account, paper)
    mailbox.answer_to_letter = answer
    send(home, account)
    (row,) = rows.letters()
    assert (kind_of(row.problem), row.state) == (kind, state)


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        ("550 5.1.1 no such user", "RecipientRefused"),
        ("552 5.2.2 over quota", "MailboxFull"),
        ("450 4.2.0 later", "MailLater"),
        ("554 5.7.1 not you", "LetterRefused"),
    ],
)
def test_one_who_is_refused_keeps_no_other_from_the_letter(
    home: Home, account: MailAccount, paper: Attached, mailbox: Mailbox, answer: str, kind: str
) -> None:
    put_in(home, account, paper, TO, "xa@mau.gov.vn")
    mailbox.refuse_recipients["xa@mau.gov.vn"] = answer
    send(home, account)
    assert [envelope.rcpt_tos for envelope in mailbox.arrived] == [[TO]]
    (row,) = rows.letters()
    assert (row.recipients, kind_of(row.problem)) == (["xa@mau.gov.vn"], kind)
    mailbox.refuse_recipients.clear()
    queue.try_again(row.id)
    send(home, account)
    assert [envelope.rcpt_tos for envelope in mailbox.arrived] == [[TO], ["xa@mau.gov.vn"]]


def test_a_sender_who_is_not_let_in_is_told(
    home: Home, account: MailAccount, paper: Attached, mailbox: Mailbox
) -> None:
    mailbox.answer_to_sender = "550 5.7.1 not yours"
    put_in(home, account, paper)
    send(home, account)
    assert kind_of(rows.letters()[0].problem) == "SenderRefused"


def test_a_silent_server_is_given_up_and_a_wish_to_stop_is_heard(
    home: Home, account: MailAccount, paper: Attached
) -> None:
    put_in(home, account, paper)
    silent = SilentServer()
    try:
        send(home, account._replace(port=silent.port), patience=0.5)
        assert rows.letters()[0].state == "waiting"
        progress = Progress()
        threading.Timer(0.3, progress.cancel).start()
        began = time.monotonic()
        with pytest.raises(Cancelled):
            queue.send_waiting(home, lambda: account._replace(port=silent.port), progress, patience=60, at=later(10))
        assert time.monotonic() - began < 5
    finally:
        silent.close()
    assert send(home, account, later(20)).sent


def test_an_answer_that_got_lost_sends_the_same_letter_once_more(
    home: Home, account: MailAccount, paper: Attached, mailbox: Mailbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_in(home, account, paper)
    mailbox.before_answer = lambda: time.sleep(1.5)
    send(home, account, patience=0.5)  # the server has it, we do not know
    assert rows.letters()[0].state == "waiting"
    mailbox.before_answer = lambda: None
    send(home, account, later(10))
    assert len({letter["Message-ID"] for letter in mailbox.letters}) == 1


def test_a_letter_taken_back_stays_here(home: Home, account: MailAccount, paper: Attached, mailbox: Mailbox) -> None:
    put_in(home, account, paper)
    queue.take_back(home, rows.letters()[0].id)
    assert send(home, account).sent == []
    assert not mailbox.letters
    assert list((home.outbox / "mail").iterdir()) == []


def test_a_letter_whose_file_is_gone_is_told_and_the_next_one_goes(
    home: Home, account: MailAccount, paper: Attached, mailbox: Mailbox
) -> None:
    put_in(home, account, paper)
    (home.outbox / rows.letters()[0].file).unlink()
    put_in(home, account, paper)
    send(home, account)
    send(home, account)
    assert [row.state for row in rows.letters()] == ["sent", "failed"]
    assert len(mailbox.letters) == 1


def test_nothing_is_queued_for_a_wrong_address(home: Home, account: MailAccount, paper: Attached) -> None:
    with pytest.raises(AddressWrong):
        put_in(home, account, paper, TO, "phòng giáo dục")
    with pytest.raises(NoRecipient):
        queue.queue_mail(home, account, (), WORDS, [paper])
    assert rows.letters() == []


def test_two_programs_do_not_send_one_letter_twice(
    home: Home, account: MailAccount, paper: Attached, mailbox: Mailbox
) -> None:
    put_in(home, account, paper)
    with only_one(home, "mail"):
        assert send(home, account) == ([], 1, None)
    assert not mailbox.letters


# ------------------------------------------------------------------ login and safe line


@pytest.fixture
def certificate(tmp_path: Path) -> Path:
    if shutil.which("openssl") is None:
        pytest.skip("openssl is not on this machine")
    file = tmp_path / "localhost.pem"
    words = "req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost -addext subjectAltName=DNS:localhost"
    subprocess.run(
        ["openssl", *words.split(), "-keyout", str(tmp_path / "key.pem"), "-out", str(file)],
        check=True,
        capture_output=True,
    )
    return file


@pytest.fixture
def secure(serve: Callable[..., MailAccount], certificate: Path, tmp_path: Path) -> tuple[MailAccount, list[str]]:
    """A server that offers STARTTLS and wants the password “dung-mat-khau”; what it was told is listed."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, tmp_path / "key.pem")
    told: list[str] = []

    def check(server: object, session: object, envelope: object, mechanism: str, login: object) -> AuthResult:
        told.append(str(getattr(login, "password", login)))
        return AuthResult(success=getattr(login, "password", b"") == b"dung-mat-khau", handled=False)

    account = serve(tls_context=context, authenticator=check, auth_required=True)
    return account._replace(security="starttls", user="truong"), told


def test_a_password_goes_only_to_a_server_the_system_trusts(
    home: Home, secure: tuple[MailAccount, list[str]], paper: Attached
) -> None:
    account, told = secure
    secrets.keep_for_this_session(account.place, "truong", "dung-mat-khau")
    put_in(home, account, paper)
    send(home, account)
    assert kind_of(rows.letters()[0].problem) == "MailNotTrusted"
    assert told == []


@pytest.mark.parametrize(("password", "problem"), [("dung-mat-khau", ""), ("sai", "MailLoginRefused")])
def test_the_login_is_right_or_told(
    home: Home,
    secure: tuple[MailAccount, list[str]],
    paper: Attached,
    certificate: Path,
    monkeypatch: pytest.MonkeyPatch,
    password: str,
    problem: str,
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    account, _told = secure
    secrets.keep_for_this_session(account.place, "truong", password)
    put_in(home, account, paper)
    send(home, account)
    assert kind_of(rows.letters()[0].problem) == problem


@pytest.mark.parametrize("security", ["starttls", "none"])
def test_no_password_over_an_open_line(
    home: Home, account: MailAccount, paper: Attached, security: str, mailbox: Mailbox
) -> None:
    open_line = account._replace(security=security, user="truong")  # type: ignore[arg-type]
    secrets.keep_for_this_session(open_line.place, "truong", "bi-mat")
    put_in(home, open_line, paper)
    send(home, open_line)
    assert kind_of(rows.letters()[0].problem) == "MailLineOpen"


def test_a_missing_password_is_asked_for(home: Home, account: MailAccount, paper: Attached) -> None:
    put_in(home, account, paper)
    send(home, account._replace(user="truong"))
    assert kind_of(rows.letters()[0].problem) == "MailPasswordMissing"


# ------------------------------------------------------------------ the account


def test_the_account_is_kept_without_its_password(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "settings.json")
    with pytest.raises(NoMailAccount):
        account_of(settings)
    account = MailAccount("smtp.mau.vn", 465, "tls", "truong", "truong@mau.edu.vn", 10)
    keep_account(settings, account, "")
    assert account_of(load_settings(settings.file)) == account


def test_every_trouble_has_a_sentence_and_a_hint_of_its_own() -> None:
    kinds = MailTrouble.__subclasses__()
    assert len({kind.message for kind in kinds}) == len(kinds)
    assert all(kind.hint for kind in kinds)


def test_a_dead_port_is_no_line(home: Home) -> None:
    with socket.socket() as listening:
        listening.bind(("localhost", 0))
        assert send(home, MailAccount("localhost", listening.getsockname()[1], "none", "", "a@b.vn")).waiting == 0
