"""The mail account of this PC: tried out on a real server, kept only when it works."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
import ttkbootstrap as ttk

from desktop_app.core import secrets
from desktop_app.core.home import Home
from desktop_app.core.mail.account import MailAccount, account_of
from desktop_app.core.settings import Settings, load_settings
from desktop_app.ui.runner import Runner
from desktop_app.ui.screens.settings.mail_account import MailAccountCard
from tests.core.mail.conftest import Mailbox, free_port
from tests.core.mail.conftest import serve as serve  # noqa: PLC0414  # a fixture
from tests.core.website.keyrings import a_keyring_of_its_own
from tests.ui.conftest import FakeDialogs, WaitUntil


@pytest.fixture
def mailbox() -> Mailbox:
    return Mailbox()


@pytest.fixture(autouse=True)
def keyring() -> Iterator[None]:
    with a_keyring_of_its_own():
        yield


@pytest.fixture
def kept() -> list[str]:
    return []


@pytest.fixture
def card(place: ttk.Frame, home: Home, runner: Runner, dialogs: FakeDialogs, kept: list[str]) -> MailAccountCard:
    settings = Settings(home.settings_file)
    card = MailAccountCard(place, settings=settings, runner=runner, dialogs=dialogs, kept=lambda: kept.append("kept"))
    card.pack(fill="x")
    card.refresh()
    return card


def fill_in(card: MailAccountCard, **values: str) -> None:
    for name, value in values.items():
        card.form.fields[name].delete(0, "end")
        card.form.fields[name].insert(0, value)


def test_an_account_that_works_is_kept(
    card: MailAccountCard, serve: Callable[..., MailAccount], home: Home, kept: list[str], wait_until: WaitUntil
) -> None:
    account = serve()
    fill_in(card, sender="truong@mau.edu.vn", host=f"localhost:{account.port}", limit="10")
    card.security.current(2)
    card.button.invoke()
    wait_until(lambda: kept)
    assert account_of(load_settings(home.settings_file)) == account._replace(limit_mb=10)
    assert "lets us in" in card.result.label.cget("text")


def test_one_that_does_not_work_is_told_and_not_kept(
    card: MailAccountCard, home: Home, kept: list[str], wait_until: WaitUntil
) -> None:
    fill_in(card, sender="truong@mau.edu.vn", host=f"localhost:{free_port()}")
    card.button.invoke()
    wait_until(lambda: "cannot be reached" in card.result.label.cget("text"))
    assert (kept, load_settings(home.settings_file).mail_host) == ([], "")
    assert str(card.button.cget("state")) == "normal"


def test_what_is_missing_is_said_beside_its_field(card: MailAccountCard, runner: Runner) -> None:
    card.button.invoke()
    assert not runner.busy
    assert card.form._notes["sender"][0].cget("text") == "The address is missing"


def test_a_password_goes_over_no_open_line_and_into_no_file(
    card: MailAccountCard, serve: Callable[..., MailAccount], home: Home, kept: list[str], wait_until: WaitUntil
) -> None:
    account = serve()
    fill_in(card, sender="truong@mau.edu.vn", host=f"localhost:{account.port}", user="truong", password="bi-mat-lam")
    card.security.current(2)
    card.button.invoke()
    wait_until(lambda: "no safe line" in card.result.label.cget("text"))
    assert not kept
    assert not home.settings_file.exists()
    assert secrets.find(account.place, "truong") is None
