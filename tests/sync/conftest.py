"""Stores for tests: a folder, and real servers of the other three kinds on this PC's own line."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.core.sync.store import Store
from desktop_app.core.sync.stores.folder import FolderStore

KINDS = ("folder",)


@pytest.fixture(params=KINDS)
def store(request: pytest.FixtureRequest) -> Iterator[Store]:
    """An empty store of each kind."""
    opened: Store = request.getfixturevalue(f"{request.param}_store")
    yield opened
    opened.close()


@pytest.fixture
def folder_store(tmp_path: Path) -> FolderStore:
    """A store in a folder of its own."""
    (tmp_path / "store").mkdir()
    return FolderStore(tmp_path / "store")
