"""A paper sent by e-mail from the report room: asked to whom, queued, its letters told."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

import pytest
import ttkbootstrap as ttk

from db.queries import letters as rows
from db.queries import plans
from desktop_app.core.home import Home
from desktop_app.core.mail.account import MailAccount, keep_account
from desktop_app.core.mail.papers import Posting
from desktop_app.core.mail.queue import try_again
from desktop_app.core.offices import keep_office
from desktop_app.core.reports.showing import Chosen
from desktop_app.core.school import AuthorityGiven
from desktop_app.core.settings import Settings
from desktop_app.ui.runner import Runner
from desktop_app.ui.screens.reports.mail import PaperMail, SendMail, letter_state, letter_words
from desktop_app.ui.widgets.toast import Toast
from desktop_app.ui.window import Window
from tests.core.mail.conftest import Mailbox
from tests.core.mail.conftest import serve as serve  # noqa: PLC0414  # a fixture
from tests.core.makers import a_plan, a_published_article, a_school
from tests.core.website.keyrings import a_keyring_of_its_own
from tests.ui.conftest import FakeDialogs, WaitUntil, answering


@pytest.fixture
def mailbox() -> Mailbox:
    return Mailbox()


@pytest.fixture(autouse=True)
def keyring() -> Iterator[None]:
    with a_keyring_of_its_own():
        yield


@pytest.fixture
def chosen(home: Home) -> Chosen:
    a_published_article(a_plan(), a_school(), date(2024, 5, 7))
    keep_office(AuthorityGiven("UBND xã", email="vt@xa.gov.vn"))
    plan = plans.newest_plan()
    assert plan is not None
    return Chosen(plan.id, "month", "2024-05")


def test_the_office_of_today_is_whom_it_goes_to(place: ttk.Frame, chosen: Chosen) -> None:
    box = SendMail(place, chosen, "Báo cáo tháng 5/2024")
    box.main.invoke()
    assert isinstance(box.answer, Posting)
    assert list(box.answer.to) == ["vt@xa.gov.vn"]
    assert "Báo cáo tháng 5/2024" in box.answer.words.subject


@pytest.mark.parametrize("typed", ["", "phòng giáo dục", "a@b"])
def test_a_wrong_address_is_said_beside_its_field(place: ttk.Frame, chosen: Chosen, typed: str) -> None:
    box = SendMail(place, chosen, "Báo cáo")
    box.form.fields["to"].delete(0, "end")
    box.form.fields["to"].insert(0, typed)
    box.main.invoke()
    assert box.winfo_exists()
    assert box.form._notes["to"][0].cget("text").strip()
    box.give_up()


def test_it_is_queued_and_its_letter_told(
    place: ttk.Frame,
    chosen: Chosen,
    home: Home,
    runner: Runner,
    dialogs: FakeDialogs,
    serve: Callable[..., MailAccount],
    wait_until: WaitUntil,
    window: Window,
) -> None:
    keep_account(Settings(home.settings_file), serve(), "")
    mail = PaperMail(place, home=home, runner=runner, dialogs=dialogs, toast=Toast(place))
    answering(window, SendMail, lambda box: box.main.invoke())
    mail.send(chosen, "Báo cáo tháng 5/2024", "Văn thư")
    wait_until(rows.letters)
    (letter,) = rows.letters()
    assert (letter.recipients, letter.state) == (["vt@xa.gov.vn"], "waiting")
    assert letter_state(letter) == ("Waits", "soon")
    assert letter_words(letter) == "vt@xa.gov.vn"
    try_again(letter.id)


def test_without_an_account_it_says_where_to_set_one_up(
    place: ttk.Frame, chosen: Chosen, home: Home, runner: Runner, dialogs: FakeDialogs
) -> None:
    PaperMail(place, home=home, runner=runner, dialogs=dialogs, toast=Toast(place)).send(chosen, "Báo cáo", "")
    assert [type(error).__name__ for error in dialogs.errors] == ["NoMailAccount"]
