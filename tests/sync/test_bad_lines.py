"""Real servers behind a line that is slow, breaks or stalls; a program that is killed; someone who will not wait."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_app.core.jobs import Cancelled, Progress
from desktop_app.core.sync import pieces
from desktop_app.core.sync.errors import StoreOffline
from desktop_app.core.sync.flow import Flow
from desktop_app.core.sync.ledger import Ledger
from desktop_app.core.sync.store import Store
from desktop_app.core.sync.stores.folder import FolderStore
from desktop_app.core.sync.stores.host_keys import HostKeys
from desktop_app.core.sync.stores.s3 import BucketStore
from desktop_app.core.sync.stores.sftp import SftpStore
from desktop_app.core.sync.stores.webdav import WebDavStore
from tests.sync.lines import BadLine
from tests.sync.servers import PASSWORD, USER, SeaweedServer, SftpServer, WebDavServer
from tests.sync.test_files import MIB, Video

FASTER = float(os.environ.get("LOA_LINE_FASTER", "20"))
"""How many times faster than in a village school; at 1 the whole video takes its half an hour and more."""
SIZE = int(os.environ.get("LOA_LINE_SIZE", "4")) * MIB
RATE, LIFE = 256_000 / 8 * FASTER, 30 / FASTER
WHOLE = 60 * MIB
AT_ONCE = 5.0
"""Seconds in which someone who asks to stop is heard."""

Opener = Callable[[int, Flow | None, float], Store]


@pytest.fixture(params=["webdav", "sftp", "s3"])
def server(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[int, Opener]:
    """The port of a real server, and how its store is opened through another port."""
    known = HostKeys(tmp_path / "known_hosts")
    if request.param == "webdav":
        dav: WebDavServer = request.getfixturevalue("webdav_server")
        return dav.port, lambda port, flow, patience: WebDavStore(
            f"http://127.0.0.1:{port}/dav/a", USER, PASSWORD, flow, patience
        )
    if request.param == "sftp":
        ssh: SftpServer = request.getfixturevalue("sftp_server")
        return ssh.port, lambda port, flow, patience: SftpStore(
            "127.0.0.1", port, "/a", USER, PASSWORD, known, flow, patience
        )
    weed: SeaweedServer = request.getfixturevalue("seaweed")
    prefix = tmp_path.name
    return weed.port, lambda port, flow, patience: BucketStore(
        "loa", prefix, f"http://127.0.0.1:{port}", USER, PASSWORD, "", flow, patience
    )


def test_a_video_arrives_over_a_village_line_and_little_is_sent_twice(
    server: tuple[int, Opener], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    port, opened = server
    monkeypatch.setattr(pieces, "BREATH", pieces.BREATH / FASTER)
    video = Video(tmp_path, SIZE)
    with BadLine(port, RATE, LIFE) as line:
        for _restart in range(300):
            store = opened(line.port, None, 5)
            try:
                video.send(store, Ledger(tmp_path / "ledger", "store-1"))
                break
            except StoreOffline:
                continue
            finally:
                store.close()
        print(f"{line.up / SIZE:.3f} of the video went up, {line.down / SIZE:.3f} came down; {line.cuts} cuts")
        assert line.cuts > SIZE / (RATE * LIFE) / 2
        # Two breaks teach what the line carries; they weigh the same for a small video as for a whole one.
        assert line.up - SIZE <= 0.05 * SIZE + 0.05 * WHOLE
    good = opened(port, None, 10)
    assert video.fetch(good, tmp_path / "back") == video.content
    good.close()


@pytest.mark.parametrize("verb", ["get", "put", "list"])
def test_a_line_that_stalls_is_left_within_a_moment_when_someone_asks(server: tuple[int, Opener], verb: str) -> None:
    port, opened = server
    opened(port, None, 10).put("a/big", bytes(8 * MIB))
    progress = Progress()
    with BadLine(port, rate=200_000) as line:
        store = opened(line.port, Flow(progress=progress), 60)
        verbs: dict[str, Callable[[], object]] = {
            "get": lambda: store.get("a/big"),
            "put": lambda: store.put("a/other", bytes(8 * MIB)),
            "list": lambda: list(store.list("a/")),
        }
        threading.Timer(0.3, line.stall).start()
        asked = time.monotonic() + 0.8
        threading.Timer(0.8, progress.cancel).start()
        if verb == "list":
            line.stall()
        with pytest.raises(Cancelled):
            verbs[verb]()
        assert time.monotonic() - asked < AT_ONCE
        store.close()


def test_a_line_that_stalls_is_given_up_in_time(server: tuple[int, Opener]) -> None:
    port, opened = server
    with BadLine(port) as line:
        line.stall()
        store = opened(line.port, None, 1)
        began = time.monotonic()
        with pytest.raises(StoreOffline):
            store.get("a/b")
        assert time.monotonic() - began < 5
        store.close()


def test_what_came_before_the_cut_is_handed_over(server: tuple[int, Opener]) -> None:
    port, opened = server
    content = os.urandom(6 * MIB)
    opened(port, None, 10).put("a/big", content)
    with BadLine(port, rate=4_000_000, life=0.8) as line:
        store = opened(line.port, None, 5)
        with pytest.raises(StoreOffline) as caught:
            store.get("a/big")
        got = caught.value.got
        assert 100_000 < len(got) < len(content)
        assert content.startswith(got)
        store.close()


def test_a_cut_leaves_no_half_under_a_files_name(server: tuple[int, Opener]) -> None:
    port, opened = server
    good = opened(port, None, 10)
    good.put("a/old", b"as it was")
    with BadLine(port, rate=4_000_000, life=0.8) as line:
        for key in ("a/new", "a/old"):
            store = opened(line.port, None, 5)
            with pytest.raises(StoreOffline):
                store.put(key, os.urandom(8 * MIB))
            store.close()
    assert [entry.key for entry in good.list("a")] == ["a/old"]
    assert good.get("a/old") == b"as it was"
    good.put("a/new", b"whole")
    assert good.get("a/new") == b"whole"
    good.close()


def test_the_cap_is_kept(server: tuple[int, Opener]) -> None:
    port, opened = server
    store = opened(port, Flow(cap=400_000), 10)
    store.put("a/warm", b"")
    began = time.monotonic()
    store.put("a/b", bytes(600_000))
    assert store.get("a/b") == bytes(600_000)
    took = time.monotonic() - began
    assert 2.7 < took < 4.5
    store.close()


KILLED = """
import sys
from pathlib import Path
from desktop_app.core.jobs import Progress
from desktop_app.core.sync.files import send_file
from desktop_app.core.sync.ledger import Ledger
from desktop_app.core.sync.stores.folder import FolderStore
store, path, sha256, ledger = sys.argv[1:]
print("begun", flush=True)
send_file(FolderStore(Path(store)), "s", Path(path), sha256, Progress(), Ledger(Path(ledger), "store-1"), cap=65536)
print("sent", flush=True)
"""


def test_a_program_killed_anywhere_goes_on_where_it_was(folder_store: FolderStore, tmp_path: Path) -> None:
    video = Video(tmp_path, 40 * MIB)
    for kill in range(12):
        arguments = [str(folder_store.root), str(video.path), video.sha256, str(tmp_path / "ledger")]
        program = subprocess.Popen([sys.executable, "-c", KILLED, *arguments], stdout=subprocess.PIPE)
        assert program.stdout is not None
        program.stdout.readline()
        time.sleep(0.02 + 0.013 * kill)
        program.send_signal(signal.SIGKILL if sys.platform != "win32" else signal.SIGTERM)
        program.wait()
        program.stdout.close()
        sizes = {entry.size for entry in folder_store.list("schools/s/chunks/")}
        assert sizes <= {MIB}, "no half of a piece is ever there"
    before = {entry.key for entry in folder_store.list("schools/s/chunks/")}
    assert before, "something arrived before the kills"
    assert not any(folder_store.list(f"schools/s/files/{video.sha256}.json")) or len(before) == 40
    sent = subprocess.run([sys.executable, "-c", KILLED, *arguments], capture_output=True, check=True)
    assert b"sent" in sent.stdout
    assert len(list(folder_store.list("schools/s/chunks/"))) == 40
