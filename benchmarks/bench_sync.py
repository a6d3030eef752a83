"""500 changes over a village line, against `rclone copy` of the same records; what a look at a quiet store costs.

The line is bad_line.py's: 64 kbit/s, 300 ms each way, 5 % of packets lost, the system's own TCP at both ends; a real
WebDAV server stands at the far one. Each turn writes 500 new changes and sends them whole, from the greeting of the
server on. "The same records" are for rclone a folder with one JSON file for each, copied by its defaults (four at a
time) into a folder that is there. It copies SOME of them, and the rest is reckoned at the same pace; that counts its
start and greeting, 3 s in 75, five times instead of once.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.bad_line import NEEDS, VillageLine, is_possible
from benchmarks.measuring import Row, clocked, show, workplace
from benchmarks.rclone_copy import INSTALL, Record, is_installed, rclone_copy
from db import database, rows
from db.models import Article, Comment, School, SyncTarget
from desktop_app.core.home import Home
from desktop_app.core.jobs import Progress
from desktop_app.core.sync import pairing
from desktop_app.core.sync.rounds import SyncOutcome, sync_once
from desktop_app.core.sync.store import Store
from desktop_app.core.sync.stores.folder import FolderStore
from desktop_app.core.sync.stores.s3 import BucketStore
from desktop_app.core.sync.stores.webdav import WebDavStore
from tests.sync.lines import BadLine
from tests.sync.model.pcs import add, school_of, until_quiet
from tests.sync.servers import PASSWORD, USER, SeaweedServer, WebDavServer

CHANGES, SOME, TURNS = 500, 100, 3
PATH = f"{CHANGES} changes at 64 kbit/s, 600 ms, 5 % loss"
AGAINST = f"rclone copy, a JSON file a record ({SOME} of them, the rest at that pace)"
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
        changes(work)
        for count in (1, 3):
            quiet(work / f"quiet{count}", count)
        quiet_bucket(work / "bucket")
        incoming(work)


# ---------------------------------------------------------------- 500 changes out


def changes(work: Path) -> None:
    home, there = Home(work / "home"), work / "dav"
    there.mkdir()
    with home.opened():
        School.create(name="Trường Tiểu học Nậm Manh")
        with WebDavServer(there) as server, WebDavStore(server.root, USER, PASSWORD) as store:
            pairing.connect(home, store)
            a_round(home, store)
            if not is_possible():
                write(CHANGES)
                near = clocked(lambda: a_round(home, store))
                show(Row(f"{PATH} (but on a good line)", AGAINST, near, None, most=0.15, peer=NEEDS))
                return
        taken = [a_turn(home, there, work / f"turn{number}", number) for number in range(TURNS)]
    ours, theirs = (median(side) for side in zip(*taken, strict=True))
    show(Row(PATH, AGAINST, ours, theirs or None, most=0.15, peer=INSTALL))


def a_turn(home: Home, there: Path, work: Path, number: int) -> tuple[float, float]:
    """Seconds of ours and of theirs (0 where rclone is not installed); the line loses the same packets of each."""
    records = write(CHANGES)
    ours = over_a_line(number, there, lambda root: sent_to(root, home))
    if not is_installed():
        return ours, 0.0
    theirs = over_a_line(number, there, lambda root: copied_to(root, records[:SOME], work, there))
    return ours, theirs * CHANGES / SOME


def over_a_line(seed: int, there: Path, work: Callable[[str], float]) -> float:
    """Seconds of ``work``, given the address of a server of the folder ``there`` at the far end of a new line."""
    with VillageLine(seed) as line:
        server = line.there(lambda: WebDavServer(there, host=line.host))
        try:
            took = work(server.root)
        finally:
            line.there(server.close)
        print(f"  {took:.1f} s; {line}", flush=True)
        return took


def sent_to(root: str, home: Home) -> float:
    """Seconds from the greeting of the server at ``root`` until it has 500 new changes. The store has moved there."""
    began = time.monotonic()
    with WebDavStore(root, USER, PASSWORD) as store:
        SyncTarget.update(address=store.address).execute()
        assert a_round(home, store).sent >= CHANGES
    return time.monotonic() - began


def copied_to(root: str, records: list[Record], work: Path, there: Path) -> float:
    """Seconds until rclone has copied ``records`` to the server at ``root``, which serves the folder ``there``."""
    arrived = there / work.name
    arrived.mkdir()
    took = rclone_copy(records, work, root, arrived.name)
    assert len(list(arrived.iterdir())) == len(records)
    return took


def a_round(home: Home, store: Store) -> SyncOutcome:
    outcome = sync_once(home, store, Progress())
    if outcome.problem:
        raise outcome.problem
    return outcome


def write(count: int) -> list[Record]:
    """Changes as a school makes them: an article and a word about it. Returns the records as they are written down."""
    written: list[Record] = []
    with database.atomic():
        for number in range(count // 2):
            article = Article.create(title=f"Bài viết số {number} về ngày hội đọc sách")
            comment = Comment.create(article=article, text="Ảnh đẹp, nên thêm tên các em và ngày chụp.")
            written += [record("article", article.id), record("comment", comment.id)]
    return written


def record(table: str, id_: str) -> Record:
    return {"id": id_, **(rows.read(table, id_) or {})}


# ---------------------------------------------------------------- nothing new


def quiet(work: Path, count: int) -> None:
    """What a round costs one of ``count`` PCs of a school when nothing is new."""
    (work / "dav").mkdir(parents=True)
    with (
        WebDavServer(work / "dav", Counted) as server,
        BadLine(server.port) as line,
        WebDavStore(f"http://127.0.0.1:{line.port}/dav/", USER, PASSWORD) as store,
    ):
        passed, asked = a_quiet_round(work, count, store, line)
    if count == 1:
        show(Row("requests of a round with nothing new", "one", asked, 1, most=1, unit=""))
        show(Row("bytes of it, all headers counted", "1 kB", passed, 1000, most=1, unit="B"))
    else:
        show(Row(f"bytes of it in a school with {count} PCs", "1 kB", passed, 1000, unit="B"))


def quiet_bucket(work: Path) -> None:
    """The same of an S3 store."""
    work.mkdir()
    with (
        SeaweedServer(work) as server,
        BadLine(server.port) as line,
        BucketStore("loa", "", f"http://127.0.0.1:{line.port}", USER, PASSWORD) as store,
    ):
        store.put("probe", b"")  # makes the bucket
        passed, _asked = a_quiet_round(work, 1, store, line)
    show(Row("bytes of it in a bucket (S3)", "1 kB", passed, 1000, unit="B"))


def a_quiet_round(work: Path, count: int, store: Store, line: BadLine) -> tuple[int, int]:
    """Its bytes both ways, and its requests to a WebDAV server."""
    pcs = school_of(count, work, store)
    add(pcs[0], "Giàng A Dơ")
    until_quiet(pcs, store)
    requests, passed = Counted.requests, line.up + line.down
    pcs[0].sync(store)
    told = line.up + line.down - passed, Counted.requests - requests
    for pc in pcs:
        pc.close()
    return told


# ---------------------------------------------------------------- what another PC did


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
