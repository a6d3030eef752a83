"""Whatever the line does: when it is good again there is one post for each article, and each picture once."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db.models import Article, Distribution, WebPost, WebUpload
from desktop_app.core.jobs import Cancelled, Progress
from desktop_app.core.told import kind_of
from desktop_app.core.website import queue
from tests.core.website.conftest import School
from tests.core.website.wordpress import PASSWORD, USER, Fault, Site, WordPressServer

REQUESTS = ["GET /wp/v2/posts", "POST /wp/v2/posts", "POST /wp/v2/posts/", "GET /wp/v2/media", "POST /wp/v2/media"]
PASSING = ["cut", "lost", "portal", "slow", "moved", "500", "502", "503", "507", "423", "429"]
TOLD_AS = {
    "cut": "LineBroke",
    "lost": "LineBroke",
    "portal": "LoginPage",
    "moved": "MovedElsewhere",
    "hang": "TooSlow",
    "500": "ServerTrouble",
    "503": "SiteBusy",
    "423": "SiteBusy",
    "507": "SiteFull",
    "511": "LoginPage",
    "401": "PasswordRefused",
    "403": "Forbidden",
    "404": "NotWordPress",
}


def begin_anew(school: School) -> None:
    """The school and its pictures stay; its website and its queue are empty again."""
    for table in (WebUpload, WebPost):
        table.delete().execute()
    Distribution.delete().where(Distribution.corrects.is_null(False)).execute()
    Article.update(state="cancelled").execute()
    school.wordpress.site = Site()


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    faults=st.lists(st.builds(Fault, st.sampled_from(REQUESTS), st.sampled_from(PASSING)), max_size=8),
    down=st.integers(0, 2),
)
def test_each_article_is_there_once_and_each_picture_once(school: School, faults: list[Fault], down: int) -> None:
    begin_anew(school)
    pictures = [school.picture(1), school.picture(2)]
    places = [
        queue.offer(school.approved_article(*pictures, title="Một"), school.channel),
        queue.offer(school.approved_article(pictures[1], title="Hai"), school.channel),
    ]
    site = school.wordpress.site
    site.faults = list(faults)
    for turn in range(len(faults) + 4):
        if turn < down:
            school.wordpress.stop()
        WebPost.update(next_try_at=None).execute()
        school.send()
        if turn < down:
            school.wordpress.start()
    assert sorted(post["title"] for post in site.posts.values()) == ["Hai", "Một"]
    assert len(site.published()) == len(site.media) == 2
    assert [school.state(place).state for place in places] == ["sent", "sent"]
    assert [Distribution.get_by_id(place).state for place in places] == ["proved", "proved"]


@pytest.mark.parametrize("kind", list(TOLD_AS))
def test_each_fault_has_a_name_and_loses_nothing(school: School, wordpress: WordPressServer, kind: str) -> None:
    place = queue.offer(school.approved_article(school.picture()), school.channel)
    wordpress.site.faults = [Fault("POST /wp/v2/media", kind)]
    sent = school.send()
    assert sent.trouble is not None
    assert kind_of(school.state(place).problem) == TOLD_AS[kind]
    assert not wordpress.site.published()
    queue.try_again(place)
    assert school.send().arrived == ["Lễ kỷ niệm 07/5"]
    assert len(wordpress.site.posts) == len(wordpress.site.media) == 1


def test_the_first_article_that_meets_a_dead_line_spares_the_others_the_wait(
    school: School, wordpress: WordPressServer
) -> None:
    places = [queue.offer(school.approved_article(title=title), school.channel) for title in ("Một", "Hai")]
    wordpress.stop()
    assert school.send().waiting == 2
    assert [kind_of(school.state(place).problem) for place in places] == ["Unreachable"] * 2
    assert all(school.pause(place) > 50 for place in places)


def test_stopping_does_not_wait_for_a_website_that_does_not_answer(school: School, wordpress: WordPressServer) -> None:
    place = queue.offer(school.approved_article(), school.channel)
    wordpress.site.faults = [Fault("POST /wp/v2/posts", "hang")]
    progress = Progress()
    threading.Timer(0.3, progress.cancel).start()
    began = time.monotonic()
    with pytest.raises(Cancelled):
        queue.send_waiting(school.home, progress, patience=30)
    assert time.monotonic() - began < 2
    assert school.state(place).state == "queued"
    assert school.send().arrived


def test_a_program_killed_in_the_middle_of_a_picture_goes_on_where_it_was(
    school: School, wordpress: WordPressServer, tmp_path: Path
) -> None:
    place = queue.offer(school.approved_article(school.picture(1), school.picture(2)), school.channel)
    environment = {
        **os.environ,
        "PYTHON_KEYRING_BACKEND": "tests.core.website.keyrings.FileKeyring",
        "LOA_TEST_KEYRING": str(tmp_path / "keyring.json"),
    }
    connected = [sys.executable, "-m", "desktop_app", "--home", str(school.home.root), "website"]
    words = ["connect", "website", "--address", wordpress.address, "--user", USER, "--password-stdin"]
    subprocess.run([*connected, *words], input=PASSWORD, env=environment, text=True, check=True, capture_output=True)
    wordpress.site.asked.clear()
    wordpress.site.faults = [Fault("GET /wp/v2/media", "slow"), Fault("GET /wp/v2/media", "hang")]
    child = subprocess.Popen([*connected, "send"], env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    until = time.monotonic() + 60
    while wordpress.site.asked.count("GET /wp/v2/media") < 2 and time.monotonic() < until:
        time.sleep(0.05)
    os.kill(child.pid, signal.SIGKILL)
    child.communicate()
    assert len(wordpress.site.media) == 1
    assert not wordpress.site.published()
    done = subprocess.run([*connected, "send"], env=environment, check=True, capture_output=True, text=True)
    assert "Lễ kỷ niệm 07/5" in done.stdout
    assert len(wordpress.site.published()) == 1
    assert len(wordpress.site.media) == 2
    assert school.state(place).state == "sent"
