"""Stores for tests: a folder, and real servers of the other three kinds on this PC's own line."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.core.sync.store import Store
from desktop_app.core.sync.stores.folder import FolderStore
from desktop_app.core.sync.stores.host_keys import HostKeys
from desktop_app.core.sync.stores.s3 import BucketStore
from desktop_app.core.sync.stores.sftp import SftpStore
from desktop_app.core.sync.stores.webdav import WebDavStore
from tests.sync.servers import PASSWORD, USER, SeaweedServer, SftpServer, WebDavServer

KINDS = ("folder", "webdav", "sftp", "s3")
PATIENCE = 10.0
"""Seconds; a test does not wait a minute for a server that hangs."""
_numbers = itertools.count(1)


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


@pytest.fixture
def webdav_server(tmp_path: Path) -> Iterator[WebDavServer]:
    (tmp_path / "dav").mkdir()
    with WebDavServer(tmp_path / "dav") as server:
        yield server


@pytest.fixture
def webdav_store(webdav_server: WebDavServer) -> Iterator[WebDavStore]:
    """A folder of a WebDAV server that is not there yet."""
    with WebDavStore(webdav_server.root + "truong/hồ sơ", USER, PASSWORD, patience=PATIENCE) as store:
        yield store


@pytest.fixture
def sftp_server(tmp_path: Path) -> Iterator[SftpServer]:
    (tmp_path / "sftp").mkdir()
    with SftpServer(tmp_path / "sftp") as server:
        yield server


@pytest.fixture
def sftp_store(sftp_server: SftpServer, tmp_path: Path) -> Iterator[SftpStore]:
    """A folder of an SSH server that is not there yet."""
    known = HostKeys(tmp_path / "known_hosts")
    with SftpStore("127.0.0.1", sftp_server.port, "/truong/a", USER, PASSWORD, known, patience=PATIENCE) as store:
        yield store


@pytest.fixture(scope="session")
def seaweed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SeaweedServer]:
    with SeaweedServer(tmp_path_factory.mktemp("seaweed")) as server:
        BucketStore("loa", "", server.endpoint, USER, PASSWORD).put("loa.json", b"")  # makes the bucket
        yield server


@pytest.fixture
def s3_store(seaweed: SeaweedServer) -> Iterator[BucketStore]:
    """A prefix of its own in one bucket of SeaweedFS."""
    with BucketStore("loa", f"test-{next(_numbers)}", seaweed.endpoint, USER, PASSWORD, patience=PATIENCE) as store:
        yield store
