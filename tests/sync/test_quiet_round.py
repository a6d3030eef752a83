"""A round with nothing new is what a school pays for every quarter of an hour: one request and few bytes."""

from __future__ import annotations

import gzip
from pathlib import Path
from typing import Any

import pytest

from desktop_app.core.sync.errors import StoreTrouble
from desktop_app.core.sync.stores.webdav import WebDavStore
from tests.sync.lines import BadLine
from tests.sync.model.pcs import add, people, school_of, until_quiet
from tests.sync.servers import PASSWORD, USER, WebDavServer

ONE_PC, EACH_FURTHER = 1000, 260
"""Bytes both ways with all headers; three names in the answer are longer than one."""


class Asked:
    """Notes what a server is asked."""

    def __init__(self) -> None:
        self.verbs: list[str] = []

    def __call__(self, app: Any) -> Any:
        def answer(environ: dict[str, Any], start: Any) -> Any:
            self.verbs.append(environ["REQUEST_METHOD"])
            return app(environ, start)

        return answer


@pytest.mark.parametrize("count", [1, 3])
def test_a_round_with_nothing_new_is_one_question_and_a_kilobyte(tmp_path: Path, count: int) -> None:
    asked = Asked()
    (tmp_path / "dav").mkdir()
    with WebDavServer(tmp_path / "dav", asked) as server, BadLine(server.port) as line:
        with WebDavStore(f"http://127.0.0.1:{line.port}/dav/", USER, PASSWORD) as store:
            pcs = school_of(count, tmp_path, store)
            add(pcs[0], "Giàng A Dơ")
            until_quiet(pcs, store)
            asked.verbs, before = [], line.up + line.down
            pcs[0].sync(store)
            assert asked.verbs == ["PROPFIND"]
            assert line.up + line.down - before <= ONE_PC + (count - 1) * EACH_FURTHER
        for pc in pcs:
            pc.close()


def test_whatever_any_pc_did_the_short_question_hears_of(tmp_path: Path, webdav_server: WebDavServer) -> None:
    with WebDavStore(webdav_server.root, USER, PASSWORD) as store:
        pcs = school_of(3, tmp_path, store)
        until_quiet(pcs, store)
        for number, pc in enumerate(pcs[1:]):
            add(pc, f"Giàng A {number}")
            assert pc.sync(store).sent
            assert pcs[0].sync(store).received
        assert people(pcs[0]) == ["Giàng A 0", "Giàng A 1"]
        for pc in pcs:
            pc.close()


# ---------------------------------------------------------------- servers that pack what they tell


def packed(app: Any) -> Any:
    """A server that packs its listings where that is asked for, as Apache does."""

    def answer(environ: dict[str, Any], start: Any) -> Any:
        if environ["REQUEST_METHOD"] != "PROPFIND" or "gzip" not in environ.get("HTTP_ACCEPT_ENCODING", ""):
            return app(environ, start)
        told: dict[str, Any] = {}

        def begin(status: str, headers: list[tuple[str, str]], trouble: Any = None) -> None:
            told.update(status=status, headers=headers)

        body = gzip.compress(b"".join(app(environ, begin)))
        kept = [(name, value) for name, value in told["headers"] if name.lower() != "content-length"]
        start(told["status"], [*kept, ("Content-Encoding", "gzip"), ("Content-Length", str(len(body)))])
        return [body]

    return answer


def test_a_long_listing_may_come_packed(tmp_path: Path) -> None:
    (tmp_path / "dav").mkdir()
    with (
        WebDavServer(tmp_path / "dav", packed) as server,
        BadLine(server.port) as line,
        WebDavStore(f"http://127.0.0.1:{line.port}/dav/", USER, PASSWORD) as store,
    ):
        for number in range(40):
            store.put(f"schools/s/chunks/{number:064x}", b"1" * number)
        before = line.down
        assert [entry.size for entry in store.list("schools/s/chunks")] == list(range(40))
        assert line.down - before < 2000


def test_a_packed_listing_that_is_torn_never_passes_for_an_empty_one(tmp_path: Path) -> None:
    def torn(app: Any) -> Any:
        def answer(environ: dict[str, Any], start: Any) -> Any:
            start("207 Multi-Status", [("Content-Encoding", "gzip"), ("Content-Type", "text/xml")])
            return [b"no gzip at all"]

        return answer

    with (
        WebDavServer(tmp_path, torn) as server,
        WebDavStore(server.root, USER, PASSWORD) as store,
        pytest.raises(StoreTrouble),
    ):
        list(store.list("schools/"))
