"""Connecting a website: what is found out before anything is kept, and one sentence for each thing that is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from db.models import AuditEvent, WebSite
from db.queries import web_posts
from desktop_app.core.errors import UserError
from desktop_app.core.home import Home
from desktop_app.core.jobs import Progress
from desktop_app.core.told import kind_of
from desktop_app.core.website import queue
from desktop_app.core.website.address import home_of
from desktop_app.core.website.errors import (
    AddressUnclear,
    Forbidden,
    MayNotPublish,
    MovedElsewhere,
    NotSecure,
    NotWordPress,
    PasswordLost,
    PasswordRefused,
    PasswordsSwitchedOff,
    ServerTrouble,
    TooSlow,
    Unreachable,
)
from desktop_app.core.website.site import Found, connect, disconnect, probe
from tests.core.website.conftest import PATIENCE, School
from tests.core.website.keyrings import MemoryKeyring
from tests.core.website.wordpress import CONTRIBUTOR, PASSWORD, USER, Fault, WordPressServer


def tried(wordpress: WordPressServer, password: str = PASSWORD, user: str = USER, address: str = "") -> Found:
    return probe(address or wordpress.address, user, password, Progress(), PATIENCE)


def trouble(wordpress: WordPressServer, **given: str) -> type[UserError]:
    """What a trial fails with."""
    with pytest.raises(UserError) as caught:
        tried(wordpress, **given)
    assert str(caught.value)
    assert caught.value.hint
    return caught.type


@pytest.mark.parametrize(
    ("typed", "home"),
    [
        ("truong.edu.vn", "https://truong.edu.vn/"),
        (" https://truong.edu.vn/wp-admin/index.php ", "https://truong.edu.vn/"),
        ("https://so.edu.vn/muong-muon/wp-login.php?x=1#y", "https://so.edu.vn/muong-muon/"),
        ("https://hoa:bimat@truong.edu.vn", "https://truong.edu.vn/"),
        ("localhost:8080", "https://localhost:8080/"),
        ("http://127.0.0.1:8080/?rest_route=/", "http://127.0.0.1:8080/"),
    ],
)
def test_an_address_is_taken_as_people_copy_it(typed: str, home: str) -> None:
    assert home_of(typed) == home


@pytest.mark.parametrize("typed", ["", "trường của em", "ftp://truong.edu.vn", "truong", "http://[", "https://a.vn:x"])
def test_what_is_no_address_is_told_as_such(typed: str) -> None:
    with pytest.raises(AddressUnclear):
        home_of(typed)


def test_a_password_never_travels_in_the_open() -> None:
    with pytest.raises(NotSecure):
        home_of("http://truong.edu.vn")


@pytest.mark.parametrize(("pretty", "link"), [(True, True), (True, False), (False, True), (False, False)])
def test_wordpress_is_found_with_and_without_pretty_addresses(
    wordpress: WordPressServer, pretty: bool, link: bool
) -> None:
    wordpress.site.pretty, wordpress.site.shows_link = pretty, link
    found = tried(wordpress)
    assert found.root.removeprefix(wordpress.address) == ("wp-json/" if pretty else "?rest_route=/")
    assert (found.title, found.user) == ("Trường", "Văn thư")


def test_the_password_is_taken_with_the_spaces_wordpress_shows_it_with(wordpress: WordPressServer) -> None:
    spaced = " ".join(PASSWORD[place : place + 4] for place in range(0, 24, 4))
    assert tried(wordpress, spaced)


def test_each_thing_that_is_wrong_has_a_sentence_of_its_own(wordpress: WordPressServer) -> None:
    site = wordpress.site
    assert trouble(wordpress, password="sai") is PasswordRefused
    assert trouble(wordpress, user="ai") is PasswordRefused
    site.strips_authorization = True
    assert trouble(wordpress) is PasswordLost
    site.strips_authorization, site.capabilities = False, CONTRIBUTOR
    assert trouble(wordpress) is MayNotPublish
    site.application_passwords = False
    assert trouble(wordpress) is PasswordsSwitchedOff
    site.faults = [Fault("GET /", "403")]
    assert trouble(wordpress) is Forbidden
    site.faults = [Fault("GET /", "500")]
    assert trouble(wordpress) is ServerTrouble
    site.faults = [Fault("HEAD", "hang")]
    assert trouble(wordpress) is TooSlow
    site.faults = [Fault("HEAD", "moved")]
    assert trouble(wordpress) is MovedElsewhere
    site.is_wordpress = False
    assert trouble(wordpress) is NotWordPress
    wordpress.stop()
    assert trouble(wordpress) is Unreachable


def test_strangers_are_asked_nothing_and_told_no_password(wordpress: WordPressServer) -> None:
    wordpress.site.faults = [Fault("GET /wp/v2/users/me", "moved")]
    assert trouble(wordpress) is MovedElsewhere
    assert all(host == f"localhost:{wordpress.port}" for host, _header in wordpress.site.seen_authorization)
    assert not any("authorization" in line.lower() for line in wordpress.site.asked)


def test_a_plugin_that_hides_the_api_from_strangers_is_no_obstacle(wordpress: WordPressServer) -> None:
    wordpress.site.faults = [Fault("GET /", "401")]
    assert tried(wordpress).user == "Văn thư"


def test_the_password_is_in_the_keyring_and_nowhere_else(school: School, home: Home, safe: MemoryKeyring) -> None:
    assert list(safe.kept.values()) == [PASSWORD]
    places = [file for file in home.root.parent.rglob("*") if file.is_file()]
    assert places
    assert not [file for file in places if PASSWORD.encode() in file.read_bytes()]
    assert PASSWORD not in "".join(str(event.facts) for event in AuditEvent.select())


def test_a_wrong_password_stops_the_queue_for_that_website_and_a_new_one_wakes_it(
    school: School, wordpress: WordPressServer
) -> None:
    one, two = (queue.offer(school.approved_article(title=title), school.channel) for title in ("Một", "Hai"))
    wordpress.site.passwords = {USER: "new"}
    sent = school.send()
    assert isinstance(sent.trouble, PasswordRefused)
    assert [kind_of(school.state(place).problem) for place in (one, two)] == ["PasswordRefused"] * 2
    asked = len(wordpress.site.asked)
    school.send()
    assert len(wordpress.site.asked) == asked
    school.connect("new")
    assert school.send().arrived == ["Một", "Hai"]


def test_another_website_knows_nothing_of_the_old_ones_pictures_and_posts(
    school: School, wordpress: WordPressServer
) -> None:
    article = school.approved_article(school.picture())
    queue.offer(article, school.channel)
    school.send()
    other = WordPressServer()
    school.wordpress = other
    school.connect()
    queue.offer(article, school.channel)
    school.send()
    assert len(other.site.published()) == len(other.site.media) == 1
    other.close()


def test_a_website_let_go_leaves_no_password_and_no_queue(school: School, safe: MemoryKeyring) -> None:
    queue.offer(school.approved_article(), school.channel)
    disconnect(school.channel)
    assert not safe.kept
    assert not WebSite.select().exists()
    assert not web_posts.waiting()


def test_connecting_again_keeps_one_website_a_channel(school: School, wordpress: WordPressServer) -> None:
    connect(school.channel, tried(wordpress), USER, PASSWORD)
    (site,) = web_posts.web_sites()
    assert (site.channel_id, site.user_name) == (school.channel, USER)


def test_the_log_never_holds_the_password(school: School, caplog: pytest.LogCaptureFixture, tmp_path: Path) -> None:
    with caplog.at_level("DEBUG"):
        queue.offer(school.approved_article(), school.channel)
        school.send()
    assert PASSWORD not in caplog.text
    assert "Authorization" not in caplog.text
