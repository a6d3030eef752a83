"""An importer that is killed at any point leaves nothing half-done: the next one ends where one alone would have."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from benchmarks.office_sample import fill
from db.office.engine import Office
from desktop_app.core.jobs import Progress
from desktop_app.core.office.ingesting import ingest
from desktop_app.core.office.opening import opened
from desktop_app.core.periods import Month
from desktop_app.core.sync.stores.folder import FolderStore
from tests.core.office.test_ingesting import kept

ROOT = Path(__file__).resolve().parents[3]
SCHOOLS, KILLS = 40, int(os.environ.get("LOA_OFFICE_KILLS", "4"))


@pytest.fixture
def store(tmp_path: Path) -> FolderStore:
    """Forty schools' month in a folder."""
    (tmp_path / "store").mkdir()
    store = FolderStore(tmp_path / "store")
    fill(store, range(1, SCHOOLS + 1), [Month(2024, 5)])
    return store


def importer(store: FolderStore, address: str) -> subprocess.Popen[bytes]:
    """``loa office ingest`` as a program of its own."""
    words = ["office", "ingest", "--from", store.address, "--database", address]
    return subprocess.Popen([sys.executable, "-m", "desktop_app", *words], cwd=ROOT, stdout=subprocess.DEVNULL)


def taken_in(office: Office) -> int:
    """Schools that are in, told from outside."""
    return int(office.rows("SELECT count(*) FROM school")[0][0])


def test_a_killed_importer_is_gone_on_with_and_nothing_is_taken_in_twice(
    store: FolderStore, address: str, tmp_path: Path
) -> None:
    chance = random.Random(KILLS)
    with opened(address) as office:
        for _ in range(KILLS):
            before, running = taken_in(office), importer(store, address)
            while running.poll() is None and taken_in(office) == before < SCHOOLS:
                time.sleep(0.01)
            time.sleep(chance.random() / 5)
            running.kill()
            running.wait()
        part = taken_in(office)
        ingest(store, office, Progress())
        state = kept(office)
    assert part > 0
    with opened(f"sqlite:///{tmp_path / 'alone.db'}") as alone:
        ingest(store, alone, Progress(), again=True)
        assert kept(alone) == state
    receipts = [json.loads(path.read_bytes()) for path in (tmp_path / "store" / "receipts").rglob("*.json")]
    assert [receipt["upto"] for receipt in receipts] == [2] * SCHOOLS
