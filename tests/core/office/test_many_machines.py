"""An object store of six machines (master, three disks, filer, S3 door) loses a disk, and nobody's work."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.office_sample import mark, school_segments, send
from desktop_app.core.jobs import Progress
from desktop_app.core.office.ingesting import ingest
from desktop_app.core.office.opening import opened
from desktop_app.core.periods import Month
from desktop_app.core.sync.errors import StoreTrouble
from desktop_app.core.sync.store import Store
from desktop_app.core.sync.stores.opening import open_store
from tests.sync.servers import free_port

LOCAL = ["-ip=127.0.0.1", "-ip.bind=127.0.0.1"]
KEY, SECRET = "office", "a secret for this test"
STARTING = 60.0


class Cluster:
    """SeaweedFS as six processes, each a machine of its own; every file lies on two disks of three."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.machines: dict[str, subprocess.Popen[bytes]] = {}
        master, filer, self.s3 = free_port(), free_port(), free_port()
        twice = "-defaultReplication=001"
        at = self._run("master", "master", master, "-mdir={folder}", twice, "-volumeSizeLimitMB=64")
        for disk in ("disk1", "disk2", "disk3"):
            self._run(disk, "volume", free_port(), "-dir={folder}", f"-mserver={at}", "-max=60", "-minFreeSpace=1MiB")
        names = self._run("filer", "filer", filer, f"-master={at}", "-defaultStoreDir={folder}")
        rights = {"name": KEY, "credentials": [{"accessKey": KEY, "secretKey": SECRET}], "actions": ["Admin"]}
        (folder / "s3.json").write_text(json.dumps({"identities": [rights]}), encoding="utf-8")
        config = f"-config={folder / 's3.json'}"
        self._run("s3", "s3", self.s3, f"-filer={names}", config, "-port.iceberg=0", "-port.lance=0")

    def _run(self, name: str, command: str, port: int, *options: str) -> str:
        """Start a machine; answers its address as the others call it."""
        place, inner = self._folder / name, free_port()
        place.mkdir()
        weed = str(Path(sys.executable).with_name("weed"))
        local = LOCAL if command != "s3" else LOCAL[1:]
        line = [weed, command, *local, f"-port={port}", f"-port.grpc={inner}"]
        self.machines[name] = subprocess.Popen(
            [*line, *(option.format(folder=place) for option in options)],
            stdout=(place / "out.txt").open("wb"),
            stderr=subprocess.STDOUT,
            cwd=place,
            start_new_session=True,
        )
        return f"127.0.0.1:{port}.{inner}"

    def store(self) -> Store:
        """The bucket, once all machines have found each other."""
        address = f"s3://{KEY}@loa?endpoint=http://127.0.0.1:{self.s3}"
        until = time.monotonic() + STARTING
        while True:
            try:
                store = open_store(address, SECRET)
                mark(store)
            except StoreTrouble:
                if time.monotonic() > until:
                    raise
                time.sleep(0.5)
            else:
                return store

    def lose(self, name: str) -> None:
        """A machine is gone, with all that was on it."""
        self._end(name)
        shutil.rmtree(self._folder / name)

    def close(self) -> None:
        for name in list(self.machines):
            self._end(name)

    def _end(self, name: str) -> None:
        machine = self.machines.pop(name)
        machine.kill()
        machine.wait()


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[Cluster]:
    if sys.platform == "win32":
        pytest.skip("the machines are ended by signals")
    cluster = Cluster(tmp_path)
    yield cluster
    cluster.close()


def test_a_disk_that_is_lost_takes_nobodys_work_with_it(cluster: Cluster, tmp_path: Path) -> None:
    store = cluster.store()
    for number in (1, 2, 3):
        send(store, school_segments(number, [Month(2024, 5)]))
    cluster.lose("disk1")
    with opened(f"sqlite:///{tmp_path / 'office.db'}") as office:
        done = ingest(store, office, Progress())
        assert (done.schools, done.segments, done.receipts, done.quarantined) == (3, 6, 3, 0)
        send(store, school_segments(4, [Month(2024, 5)]))  # and schools go on sending
        assert ingest(store, office, Progress()).schools == 1
