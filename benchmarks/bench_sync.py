"""500 changes on a line of 64 kbit/s and 600 ms, against a file for each; what a look at a quiet store costs.

The line is a real one to a real WebDAV server on this PC, slowed to 64 kbit/s; 600 ms are added for each request that
the server sees. The other side is what a tool that copies files has to do at least: one PUT a file over one connection.
Lost packets are not counted; they hurt whoever asks more often.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from contextlib import closing
from pathlib import Path
from typing import Any

import httpx

from benchmarks.measuring import Row, clocked, show, workplace
from db import database
from db.models import Article, Comment, School
from desktop_app.core.home import Home
from desktop_app.core.jobs import Progress
from desktop_app.core.sync import pairing
from desktop_app.core.sync.rounds import SyncOutcome, sync_once
from desktop_app.core.sync.stores.folder import FolderStore
from desktop_app.core.sync.stores.webdav import WebDavStore
from tests.sync.lines import BadLine
from tests.sync.servers import PASSWORD, USER, WebDavServer

CHANGES, SOME = 500, 20
BYTES_A_SECOND, ROUND_TRIP = 8000, 0.6
APP = Callable[[dict[str, Any], Any], Iterable[bytes]]


class Counted:
    """A WSGI application that counts what it is asked."""

    def __init__(self, app: APP) -> None:
        self._app = app
        Counted.requests = 0

    requests = 0

    def __call__(self, environ: dict[str, Any], start: Any) -> Iterable[bytes]:
        Counted.requests += 1
        return self._app(environ, start)


def main() -> None:
    with workplace() as work:
        (work / "dav").mkdir()
        server = WebDavServer(work / "dav", Counted)
        home = Home(work / "home")
        with home.opened():
            School.create(name="Trường Tiểu học Nậm Manh")
            changes(work, home, server)
            quiet(home, server)
        server.close()
        incoming(work)


def changes(work: Path, home: Home, server: WebDavServer) -> None:
    with BadLine(server.port) as line, closing(dav(line)) as store:
        pairing.connect(home, store)
        a_round(home, store)
        write(CHANGES)
        line.rate = BYTES_A_SECOND
        ours = over_the_line(lambda: a_round(home, store))
    with BadLine(server.port, BYTES_A_SECOND) as line:
        theirs = over_the_line(lambda: a_file_each(line)) * CHANGES / SOME
    show(Row(f"{CHANGES} changes at 64 kbit/s, 600 ms", "a PUT each (WebDAV)", ours, theirs, most=0.15))


def dav(line: BadLine) -> WebDavStore:
    return WebDavStore(f"http://127.0.0.1:{line.port}/dav/", USER, PASSWORD)


def a_round(home: Home, store: Any) -> SyncOutcome:
    outcome = sync_once(home, store, Progress())
    if outcome.problem:
        raise outcome.problem
    return outcome


def write(count: int) -> None:
    """Changes as a school makes them: an article and a word about it."""
    with database.atomic():
        for number in range(count // 2):
            article = Article.create(title=f"Bài viết số {number} về ngày hội đọc sách")
            Comment.create(article=article, text="Ảnh đẹp, nên thêm tên các em và ngày chụp.")


def over_the_line(work: Callable[[], object]) -> float:
    before, began = Counted.requests, time.monotonic()
    work()
    return time.monotonic() - began + ROUND_TRIP * (Counted.requests - before)


def a_file_each(line: BadLine) -> None:
    """SOME files of the size of one change, over one connection."""
    with httpx.Client(auth=(USER, PASSWORD), timeout=60) as client:
        for number in range(SOME):
            client.put(f"http://127.0.0.1:{line.port}/dav/{number}.json", content=b"x" * 600).raise_for_status()


def quiet(home: Home, server: WebDavServer) -> None:
    """What a round costs when nothing is new."""
    with BadLine(server.port) as line, closing(dav(line)) as store:
        database.execute_sql("UPDATE sync_target SET address = ?", (store.address,))
        a_round(home, store)
        before = Counted.requests, line.up + line.down
        a_round(home, store)
        asked, passed = Counted.requests - before[0], line.up + line.down - before[1]
    show(Row("requests of a round with nothing new", "one", asked, 1, most=1, unit=""))
    show(Row("bytes of it, all headers counted", "1 kB", passed, 1000, most=1, unit="B"))


def incoming(work: Path) -> None:
    """How fast the work of another PC comes in."""
    (work / "store").mkdir()
    store = FolderStore(work / "store")
    with Home(work / "first").opened():
        School.create(name="Trường Tiểu học Nậm Manh")
        pairing.connect(Home(work / "first"), store)
        made = clocked(lambda: write(2000))
        a_round(Home(work / "first"), store)
        invitation = pairing.invite(store)
    with Home(work / "second").opened():
        pairing.join(Home(work / "second"), store, invitation)
        began = time.monotonic()
        received = a_round(Home(work / "second"), store).received
        spent = time.monotonic() - began
    show(Row(f"{received} changes of another PC coming in", "making them", spent, made))


if __name__ == "__main__":
    main()
