"""Passwords lie with the system, or in memory until the program closes; nowhere else."""

from __future__ import annotations

from collections.abc import Iterator

import keyring
import pytest
from keyring.backends.fail import Keyring as NoKeyringAtAll

from desktop_app.core import secrets
from desktop_app.core.secrets import NoKeyring
from tests.core.website.keyrings import MemoryKeyring, a_keyring_of_its_own

PLACE = "https://truong.edu.vn/wp-json/"


@pytest.fixture(autouse=True)
def safe() -> Iterator[MemoryKeyring]:
    with a_keyring_of_its_own() as mine:
        yield mine


def test_a_password_lies_with_the_system_and_is_found_and_forgotten(safe: MemoryKeyring) -> None:
    secrets.keep(PLACE, "vanthu", "mật khẩu")
    assert list(safe.kept.values()) == ["mật khẩu"]
    assert secrets.find(PLACE, "vanthu") == "mật khẩu"
    secrets.forget(PLACE, "vanthu")
    secrets.forget(PLACE, "vanthu")
    assert secrets.find(PLACE, "vanthu") is None


def test_a_pc_without_a_keyring_says_so_and_keeps_it_for_this_session_only() -> None:
    keyring.set_keyring(NoKeyringAtAll())  # type: ignore[no-untyped-call]  # keyring has types only in part
    with pytest.raises(NoKeyring):
        secrets.keep(PLACE, "vanthu", "x")
    assert secrets.find(PLACE, "vanthu") is None
    secrets.keep_for_this_session(PLACE, "vanthu", "x")
    assert secrets.find(PLACE, "vanthu") == "x"
    secrets.forget(PLACE, "vanthu")
    assert secrets.find(PLACE, "vanthu") is None


def test_a_backend_that_keeps_passwords_readable_is_none() -> None:
    class Plain(MemoryKeyring):
        priority = 0  # as keyrings.alt marks its plain files

    keyring.set_keyring(Plain())
    with pytest.raises(NoKeyring):
        secrets.keep(PLACE, "vanthu", "x")


def test_a_password_kept_for_good_takes_the_place_of_one_for_the_session(safe: MemoryKeyring) -> None:
    secrets.keep_for_this_session(PLACE, "vanthu", "old")
    secrets.keep(PLACE, "vanthu", "new")
    assert secrets.find(PLACE, "vanthu") == "new"
