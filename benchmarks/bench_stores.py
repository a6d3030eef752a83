"""A video of 64 MB to each kind of store and back, against the tool that does nothing else, all on this PC.

Ours cuts, hashes every piece twice, writes beside and moves, and asks at the end whether all is there. The servers
are the tests' own (wsgidav, asyncssh, SeaweedFS) and take most of the time of both sides.
"""

from __future__ import annotations

import hashlib
import os
import random
import shutil
import subprocess
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

import obstore
from obstore.store import S3Store
from paramiko import SFTPClient, Transport

from benchmarks.measuring import ROUNDS, Row, clocked, show, workplace
from desktop_app.core.jobs import Progress
from desktop_app.core.sync.files import fetch_file, send_file
from desktop_app.core.sync.ledger import Ledger
from desktop_app.core.sync.store import Store
from desktop_app.core.sync.stores.folder import FolderStore
from desktop_app.core.sync.stores.host_keys import HostKeys
from desktop_app.core.sync.stores.s3 import BucketStore
from desktop_app.core.sync.stores.sftp import SftpStore
from desktop_app.core.sync.stores.webdav import WebDavStore
from tests.sync.servers import PASSWORD, USER, SeaweedServer, SftpServer, WebDavServer

if TYPE_CHECKING:
    from obstore.store import S3Config

SIZE = 64 << 20
SCHOOL = "s"


def main() -> None:
    with workplace() as work:
        for name in ("folder", "dav", "ssh", "weed"):
            (work / name).mkdir()
        against(work, "folder", "cp + sync", FolderStore(work / "folder"), lambda file: by_copy(file, work))
        dav = WebDavServer(work / "dav")
        against(work, "WebDAV", "curl -T", WebDavStore(dav.root, USER, PASSWORD), lambda file: by_curl(file, dav.root))
        dav.close()
        ssh = SftpServer(work / "ssh")
        known = HostKeys(work / "known_hosts")
        sftp = SftpStore("127.0.0.1", ssh.port, "/loa", USER, PASSWORD, known)
        against(work, "SFTP", "paramiko's own put", sftp, lambda file: by_paramiko(file, ssh.port))
        ssh.close()
        weed = SeaweedServer(work / "weed")
        bucket = BucketStore("loa", "ours", weed.endpoint, USER, PASSWORD)
        bucket.put("ready", b"")
        against(work, "S3", "obstore's own put", bucket, lambda file: by_obstore(file, weed.endpoint))
        weed.close()


def against(work: Path, kind: str, tool: str, store: Store, other: Callable[[Path], None]) -> None:
    taken = []
    with closing(store):
        for number in range(ROUNDS + 1):
            file = video(work, number)
            taken.append((*by_us(store, file, work), clocked(partial(other, file))))
    sent, fetched, theirs = (median(side) for side in zip(*taken[1:], strict=True))
    show(Row(f"{SIZE >> 20} MB to {kind}", tool, sent, theirs, most=2))
    show(Row(f"{SIZE >> 20} MB from {kind}, hashed", f"{tool}, the other way", fetched, theirs))


def by_us(store: Store, file: Path, work: Path) -> tuple[float, float]:
    """Seconds to send, seconds to fetch."""
    sha256 = hashlib.sha256(file.read_bytes()).hexdigest()
    os.sync()
    sent = clocked(lambda: send_file(store, SCHOOL, file, sha256, Progress(), Ledger(work / "ledger", "1")))
    back = work / "back"
    fetched = clocked(lambda: fetch_file(store, SCHOOL, sha256, back, Progress()))
    back.unlink()
    return sent, fetched


def by_copy(file: Path, work: Path) -> None:
    shutil.copyfile(file, work / "copy")
    os.sync()


def by_curl(file: Path, root: str) -> None:
    command = ["curl", "-sf", "-o", os.devnull, "-u", f"{USER}:{PASSWORD}", "-T", str(file), f"{root}curl.mp4"]
    subprocess.run(command, check=True)


def by_paramiko(file: Path, port: int) -> None:
    with Transport(("127.0.0.1", port)) as line:
        line.connect(username=USER, password=PASSWORD)
        sftp = SFTPClient.from_transport(line)
        assert sftp
        sftp.put(str(file), "/paramiko.mp4")


def by_obstore(file: Path, endpoint: str) -> None:
    login: S3Config = {"access_key_id": USER, "secret_access_key": PASSWORD, "region": "us-east-1"}
    store = S3Store("loa", config={**login, "endpoint": endpoint}, client_options={"allow_http": True})
    obstore.put(store, "obstore.mp4", file)


def video(work: Path, number: int) -> Path:
    file = work / f"video-{number}.mp4"
    file.write_bytes(random.Random(number).randbytes(SIZE))
    return file


if __name__ == "__main__":
    main()
