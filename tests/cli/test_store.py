"""A place is tried by command: what it can do, and what stands in the way."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Ran
from tests.sync.lines import OneAnswer

Loa = Callable[..., Ran]


def test_a_folder_can_be_a_store(loa: Loa, tmp_path: Path) -> None:
    place = tmp_path / "stick"
    place.mkdir()
    ran = loa("store", "check", place.as_uri().replace("file", "folder"), "--json")
    assert ran.code == 0, ran.err
    assert (ran.json()["fit"], len(ran.json()["steps"]), ran.json()["skew_seconds"]) == (True, 8, 0)
    assert list(place.rglob("*")) == [place / "probe"]


def test_a_place_that_cannot_is_told_at_which_step(loa: Loa, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("secret\n"))
    with OneAnswer(403) as server:
        ran = loa("store", "check", f"webdav://me@127.0.0.1:{server.port}/a", "--password-stdin")
    assert ran.code == 1, ran.err
    assert ran.out.startswith("✗ ")
    assert "me không được phép làm việc này trên 127.0.0.1" in ran.out
    assert "secret" not in ran.out + ran.err


def test_an_address_that_is_none_is_said_in_a_sentence(loa: Loa) -> None:
    ran = loa("store", "check", "ftp://a/b")
    assert ran.code == 3
    assert "ftp://a/b" in ran.err


def test_the_key_of_a_machine_is_forgotten(loa: Loa, tmp_path: Path) -> None:
    assert loa("store", "forget-host", "sftp://me@nas/a", "--json").json() == {"forgotten": "nas"}
