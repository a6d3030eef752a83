"""The school's website from the window: connected with keys, published, waited for, tried again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import keyring
import pytest
import ttkbootstrap as ttk
from keyring.backends.fail import Keyring as NoKeyringAtAll

from db import database
from db.fields import now
from db.models import WebPost
from db.queries import web_posts
from desktop_app.core import channels, secrets
from desktop_app.core.home import Home
from desktop_app.core.jobs import Progress
from desktop_app.core.website import queue
from desktop_app.core.website.site import connect, probe
from desktop_app.ui.rounds import Rounds
from desktop_app.ui.runner import Runner
from desktop_app.ui.screens.publish.website import WAITS, ConnectWebsite, WebsiteActs, WebsiteRow
from desktop_app.ui.screens.publish.website_errand import website_errand
from desktop_app.ui.widgets.toast import Toast
from desktop_app.ui.window import Window
from tests.core.makers import a_plan, a_school, an_approved_article
from tests.core.website.keyrings import a_keyring_of_its_own
from tests.core.website.wordpress import PASSWORD, USER, Fault, WordPressServer
from tests.ui.conftest import FakeDialogs, WaitUntil


@pytest.fixture
def wordpress() -> Iterator[WordPressServer]:
    server = WordPressServer()
    with a_keyring_of_its_own():
        yield server
    server.close()


@pytest.fixture
def runner(window: Window, home: Home) -> Iterator[Runner]:
    runner = Runner(window, database.connection_context)
    yield runner
    window.unbind(WAITS)
    runner.close()


@pytest.fixture
def channel(home: Home) -> str:
    return channels.add_channel("website", "Trang của trường")


@pytest.fixture
def article(channel: str) -> str:
    return an_approved_article(a_plan(), a_school())


@pytest.fixture
def connected(channel: str, wordpress: WordPressServer) -> None:
    connect(channel, probe(wordpress.address, USER, PASSWORD, Progress()), USER, PASSWORD)


class Asked:
    """The dialog on the screen, not waited for."""

    def __init__(self, window: Window, channel: str, runner: Runner, dialogs: FakeDialogs) -> None:
        self.box = ConnectWebsite(window, channel, runner=runner, dialogs=dialogs, by_name=lambda: "Hoa")
        self.box.appear()

    def fill(self, **values: str) -> None:
        for name, value in values.items():
            self.box.form.fields[name].delete(0, "end")
            self.box.form.fields[name].insert(0, value)

    @property
    def said(self) -> str:
        return str(self.box.result["text"])


@pytest.fixture
def asked(window: Window, channel: str, runner: Runner, dialogs: FakeDialogs) -> Asked:
    return Asked(window, channel, runner, dialogs)


def test_a_website_is_tried_out_and_then_kept(
    asked: Asked, wordpress: WordPressServer, channel: str, wait_until: WaitUntil
) -> None:
    asked.fill(address=wordpress.address, user=USER, password=PASSWORD)
    asked.box.main.invoke()
    wait_until(lambda: "Trường" in asked.said)
    assert web_posts.web_site(channel) is None
    asked.box.main.invoke()
    assert asked.box.answer is True
    site = web_posts.web_site(channel)
    assert site is not None
    assert (site.user_name, secrets.find(site.address, USER)) == (USER, PASSWORD)


def test_a_wrong_password_is_said_in_the_dialog_and_nothing_is_kept(
    asked: Asked, wordpress: WordPressServer, channel: str, wait_until: WaitUntil
) -> None:
    asked.fill(address=wordpress.address, user=USER, password="sai")
    asked.box.main.invoke()
    wait_until(lambda: "does not accept" in asked.said)
    assert asked.box.winfo_exists()
    assert web_posts.web_site(channel) is None


def test_what_was_changed_after_the_trial_is_tried_out_again(
    asked: Asked, wordpress: WordPressServer, channel: str, wait_until: WaitUntil
) -> None:
    asked.fill(address=wordpress.address, user=USER, password=PASSWORD)
    asked.box.main.invoke()
    wait_until(lambda: "Trường" in asked.said)
    asked.fill(password="sai")
    asked.box.main.invoke()
    wait_until(lambda: "does not accept" in asked.said)
    assert web_posts.web_site(channel) is None


def test_empty_fields_are_named(asked: Asked, wordpress: WordPressServer) -> None:
    asked.box.main.invoke()
    notes = [asked.box.form._notes[name][0]["text"] for name in ("address", "user", "password")]
    assert notes == ["The address is missing", "The user is missing", "The application password is missing"]
    assert not wordpress.site.asked


def test_a_pc_without_a_keyring_keeps_the_password_until_closing_when_asked_to(
    asked: Asked, wordpress: WordPressServer, channel: str, dialogs: FakeDialogs, wait_until: WaitUntil
) -> None:
    keyring.set_keyring(NoKeyringAtAll())
    asked.fill(address=wordpress.address, user=USER, password=PASSWORD)
    asked.box.main.invoke()
    wait_until(lambda: "Trường" in asked.said)
    dialogs.answers = [False, True]
    asked.box.main.invoke()
    assert web_posts.web_site(channel) is None
    asked.box.main.invoke()
    site = web_posts.web_site(channel)
    assert site is not None
    assert secrets.find(site.address, USER) == PASSWORD


def test_a_dialog_closed_while_asking_leaves_nothing_behind(
    asked: Asked, wordpress: WordPressServer, runner: Runner, wait_until: WaitUntil
) -> None:
    wordpress.site.faults = [Fault("HEAD", "hang")]
    asked.fill(address=wordpress.address, user=USER, password=PASSWORD)
    asked.box.main.invoke()
    asked.box.give_up()
    wait_until(lambda: not runner.busy)


class Row:
    """The line of one article, its round begun by hand."""

    def __init__(self, place: ttk.Frame, runner: Runner, dialogs: FakeDialogs, article: str, channel: str) -> None:
        self.sent = 0
        self.article, self.channel = article, channel
        acts = WebsiteActs(place, runner=runner, dialogs=dialogs, by_name=lambda: "Hoa", changed=self.refresh)
        place.winfo_toplevel().bind(WAITS, lambda event: self._send())
        self.row = WebsiteRow(place, acts)
        self.row.pack(fill="x")
        self.refresh()

    def _send(self) -> None:
        self.sent += 1

    def refresh(self) -> None:
        self.row.show(self.article, self.channel)

    @property
    def words(self) -> str:
        return str(self.row.badge["text"]).strip() if self.row.badge.winfo_manager() else ""

    @property
    def acts(self) -> list[str]:
        return [name for name, button in self.row.buttons.items() if button.winfo_manager()]


@pytest.fixture
def line(place: ttk.Frame, runner: Runner, dialogs: FakeDialogs, article: str, channel: str) -> Row:
    return Row(place, runner, dialogs, article, channel)


def test_a_channel_without_a_website_offers_to_connect_one(line: Row) -> None:
    assert (line.words, line.acts) == ("", ["connect"])


@pytest.mark.usefixtures("connected")
def test_an_article_is_published_waits_fails_and_arrives_before_ones_eyes(
    line: Row, wordpress: WordPressServer, home: Home
) -> None:
    line.refresh()
    assert line.acts == ["publish"]
    line.row.buttons["publish"].invoke()
    assert (line.words, line.sent) == ("Waits to be sent to the website", 1)
    wordpress.stop()
    queue.send_waiting(home, Progress())
    line.refresh()
    assert line.words.startswith("Waits for the network, next try ")
    wordpress.start()
    wordpress.site.faults = [Fault("POST /wp/v2/posts", "403")]
    line.row.buttons["again"].invoke()
    queue.send_waiting(home, Progress())
    line.refresh()
    assert (line.words, line.acts) == ("Not sent to the website", ["again", "take_back"])
    line.row.buttons["again"].invoke()
    queue.send_waiting(home, Progress())
    line.refresh()
    assert (line.words, line.acts) == ("On the website", ["open", "send_again"])


@pytest.fixture
def said() -> list[tuple[str, bool]]:
    """What the rounds said at the foot of the window."""
    return []


@pytest.fixture
def rounds(window: Window, runner: Runner, home: Home, said: list[tuple[str, bool]]) -> Iterator[Rounds]:
    """Rounds of their own, which end with the test: the window goes on."""
    rounds = Rounds(
        window,
        website_errand(home),
        runner=runner,
        toast=Toast(window),
        say=lambda _errand, words, online: said.append((words, online)),
        changed=lambda: None,
    )
    yield rounds
    rounds._later.cancel()
    window.unbind(WAITS)


@pytest.mark.usefixtures("connected")
def test_the_round_at_the_start_sends_what_waits_and_says_so(
    rounds: Rounds,
    said: list[tuple[str, bool]],
    runner: Runner,
    article: str,
    channel: str,
    wait_until: WaitUntil,
) -> None:
    queue.offer(article, channel)
    WebPost.update(next_try_at=now() + timedelta(minutes=50)).execute()
    rounds.look()
    assert not runner.quiet_jobs
    rounds.begin()
    wait_until(lambda: said)
    assert said[0][0].startswith("On the website")
    assert said[0][1]
    rounds.look()
    assert not runner.quiet_jobs


@pytest.mark.usefixtures("connected")
def test_what_is_given_to_the_website_goes_at_once(
    runner: Runner, line: Row, rounds: Rounds, wordpress: WordPressServer, wait_until: WaitUntil
) -> None:
    line.refresh()
    line.row.buttons["publish"].invoke()
    wait_until(wordpress.site.published)
    wait_until(lambda: not runner.quiet_jobs)


@pytest.mark.usefixtures("connected")
def test_offline_the_strip_says_how_much_waits(
    rounds: Rounds,
    said: list[tuple[str, bool]],
    article: str,
    channel: str,
    wordpress: WordPressServer,
    wait_until: WaitUntil,
) -> None:
    queue.offer(article, channel)
    wordpress.stop()
    rounds.look()
    wait_until(lambda: said)
    assert said == [("Offline, 1 waiting for the website", False)]
    assert WebPost.get().tries == 1
