"""A real mail server on loopback, a school's home, and an account that reaches the server."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator
from email import message_from_bytes
from email.message import EmailMessage, Message
from email.policy import default
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from desktop_app.core.home import Home
from desktop_app.core.mail.account import MailAccount
from tests.core.website.keyrings import a_keyring_of_its_own


class Mailbox:
    """What arrived, and what the server answers instead when told so."""

    def __init__(self) -> None:
        self.arrived: list[Envelope] = []
        self.refuse_recipients: dict[str, str] = {}
        self.answer_to_sender = ""
        self.answer_to_letter = ""
        self.before_answer: Callable[[], object] = lambda: None

    async def handle_MAIL(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if self.answer_to_sender:
            return self.answer_to_sender
        envelope.mail_from = address
        return "250 OK"

    async def handle_RCPT(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if address in self.refuse_recipients:
            return self.refuse_recipients[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        self.before_answer()
        if self.answer_to_letter:
            return self.answer_to_letter
        self.arrived.append(envelope)
        return "250 OK"

    @property
    def letters(self) -> list[EmailMessage]:
        return [read(envelope) for envelope in self.arrived]


def read(envelope: Envelope) -> EmailMessage:
    content = envelope.original_content
    assert content is not None
    letter: Message[Any, Any] = message_from_bytes(content, policy=default)
    assert isinstance(letter, EmailMessage)
    return letter


@pytest.fixture
def mailbox() -> Mailbox:
    return Mailbox()


@pytest.fixture
def serve(mailbox: Mailbox) -> Iterator[Callable[..., MailAccount]]:
    """Start a server with the given ways; answers the account that reaches it."""
    running: list[Controller] = []

    def start(**ways: Any) -> MailAccount:
        server = Controller(mailbox, hostname="localhost", port=free_port(), **ways)
        server.start()
        running.append(server)
        return MailAccount("localhost", server.port, "none", "", "truong@mau.edu.vn")

    yield start
    for server in running:
        server.stop()


@pytest.fixture
def account(serve: Callable[..., MailAccount]) -> MailAccount:
    return serve()


@pytest.fixture(autouse=True)
def keyring() -> Iterator[None]:
    """The system's keyring, for one test."""
    with a_keyring_of_its_own():
        yield


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Home]:
    home = Home(tmp_path / "home")
    with home.opened():
        yield home


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("localhost", 0))
        return int(probe.getsockname()[1])


class SilentServer:
    """Takes the line and never says a word, as behind many a captive wall."""

    def __init__(self) -> None:
        self._socket = socket.create_server(("localhost", 0))
        self.port = int(self._socket.getsockname()[1])
        self._lines: list[socket.socket] = []
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        while True:
            try:
                self._lines.append(self._socket.accept()[0])
            except OSError:
                return

    def close(self) -> None:
        self._socket.close()
        for line in self._lines:
            line.close()
