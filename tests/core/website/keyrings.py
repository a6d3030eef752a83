"""Keyrings for tests, by the library's own extension point: in memory, or in a file that a child process shares."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import keyring
from keyring.backend import KeyringBackend
from keyring.compat.properties import classproperty
from keyring.errors import PasswordDeleteError

from desktop_app.core import secrets


class MemoryKeyring(KeyringBackend):
    """A keyring that lasts as long as its test."""

    priority = 5

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # keyring has types only in part
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        if (service, username) not in self.kept:
            raise PasswordDeleteError
        del self.kept[service, username]


@contextmanager
def a_keyring_of_its_own() -> Iterator[MemoryKeyring]:
    """A system whose keyring is empty, until the block ends."""
    before, mine = keyring.get_keyring(), MemoryKeyring()
    keyring.set_keyring(mine)
    secrets._this_session.clear()
    try:
        yield mine
    finally:
        secrets._this_session.clear()
        keyring.set_keyring(before)


class FileKeyring(KeyringBackend):
    """A keyring in the file named by LOA_TEST_KEYRING, for a program run as a process of its own."""

    @classproperty
    def priority(cls) -> float:
        # The library looks for keyrings among all classes there are; without its file this one is none.
        if "LOA_TEST_KEYRING" not in os.environ:
            raise RuntimeError("LOA_TEST_KEYRING names no file")
        return 5

    def _all(self) -> dict[str, str]:
        file = Path(os.environ["LOA_TEST_KEYRING"])
        return json.loads(file.read_text(encoding="utf-8")) if file.exists() else {}

    def get_password(self, service: str, username: str) -> str | None:
        return self._all().get(f"{service}\n{username}")

    def set_password(self, service: str, username: str, password: str) -> None:
        kept = {**self._all(), f"{service}\n{username}": password}
        Path(os.environ["LOA_TEST_KEYRING"]).write_text(json.dumps(kept), encoding="utf-8")

    def delete_password(self, service: str, username: str) -> None:
        raise PasswordDeleteError
