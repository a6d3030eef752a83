"""The website by command, against a real server: connect, publish, send, status."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.cli.conftest import Ran
from tests.core.website.keyrings import a_keyring_of_its_own
from tests.core.website.wordpress import PASSWORD, USER, WordPressServer

Loa = Callable[..., Ran]
TEXT = "Ngày hội đọc sách\n\nSáng nay, học sinh toàn trường dự ngày hội đọc sách ở góc thư viện xanh.\n"


@pytest.fixture
def wordpress() -> Iterator[WordPressServer]:
    server = WordPressServer()
    with a_keyring_of_its_own():
        yield server
    server.close()


@pytest.fixture
def connected(loa: Loa, real_plan: Path, wordpress: WordPressServer, monkeypatch: pytest.MonkeyPatch) -> Loa:
    """A school with its plan, whose website channel is connected."""
    loa("plan", "import", real_plan)
    assert connect(loa, wordpress, monkeypatch, PASSWORD).code == 0
    return loa


def connect(loa: Loa, wordpress: WordPressServer, monkeypatch: pytest.MonkeyPatch, password: str) -> Ran:
    monkeypatch.setattr("sys.stdin", io.StringIO(password + "\n"))
    words = ("--address", wordpress.address, "--user", USER, "--password-stdin", "--json")
    return loa("website", "connect", "website", *words)


def approved_article(loa: Loa, folder: Path) -> str:
    file = folder / "tin.txt"
    file.write_text(TEXT, encoding="utf-8")
    (taken,) = loa("article", "import", file, "--topic", "TDS", "--json").json()
    loa("article", "submit", taken["id"])
    loa("article", "approve", taken["id"])
    return str(taken["id"])


def test_an_article_goes_from_a_file_to_the_website(connected: Loa, wordpress: WordPressServer, tmp_path: Path) -> None:
    article = approved_article(connected, tmp_path)
    assert connected("website", "publish", article, "--channel", "website", "--json").json()["state"] == "queued"
    assert [post["state"] for post in connected("website", "status", "--json").json()["posts"]] == ["queued"]
    sent = connected("website", "send", "--json")
    assert (sent.code, sent.json()) == (0, {"arrived": ["Ngày hội đọc sách"], "waiting": 0, "trouble": ""})
    assert len(wordpress.site.published()) == 1
    assert connected("website", "status", "--json").json()["posts"] == []


def test_a_website_out_of_reach_is_said_and_waited_for(
    connected: Loa, wordpress: WordPressServer, tmp_path: Path
) -> None:
    connected("website", "publish", approved_article(connected, tmp_path), "--channel", "website")
    wordpress.stop()
    sent = connected("website", "send")
    assert (sent.code, "Chưa vào được website" in sent.out) == (1, True)
    (post,) = connected("website", "status", "--json").json()["posts"]
    assert (post["state"], post["tries"]) == ("queued", 1)
    assert post["next_try_at"]


def test_a_wrong_password_keeps_nothing(
    loa: Loa, real_plan: Path, wordpress: WordPressServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    loa("plan", "import", real_plan)
    refused = connect(loa, wordpress, monkeypatch, "sai")
    assert refused.code == 3
    assert "không nhận mật khẩu" in refused.err
    assert loa("website", "status", "--json").json() == {"sites": [], "posts": []}
