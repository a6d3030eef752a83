"""Years of a school in a minute: three PCs, everything at random, and nothing anyone wrote is ever lost."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from desktop_app.core.sync.store import Store
from desktop_app.core.sync.stores.folder import FolderStore
from tests.sync.faulty import FaultyStore
from tests.sync.model.life import Life

OPERATIONS = int(os.environ.get("LOA_SYNC_OPS", "1200"))
SEEDS = range(int(os.environ.get("LOA_SYNC_SEED", "1")), int(os.environ.get("LOA_SYNC_SEED", "1")) + 4)


@pytest.mark.timeout(1800)
@pytest.mark.parametrize("seed", SEEDS)
def test_nothing_anyone_wrote_is_lost_and_all_pcs_agree(seed: int, tmp_path: Path, folder_store: FolderStore) -> None:
    life = Life(seed, tmp_path, folder_store)
    try:
        for step in range(OPERATIONS // len(SEEDS)):
            life.step()
            if step % 100 == 99:
                life.rest()
                life.check()
        life.rest()
        life.check()
    finally:
        life.close()


@pytest.mark.timeout(1800)
def test_nothing_is_lost_over_any_transport_and_a_bad_line(store: Store, tmp_path: Path) -> None:
    """The same on a folder, WebDAV, SFTP and S3, with a fifth of all words going wrong on the way."""
    line = FaultyStore(store, SEEDS.start, rate=0)
    life = Life(SEEDS.start, tmp_path, line, bad_line=True)
    line.rate = 0.2
    try:
        for _step in range(OPERATIONS // 20):
            life.step()
        line.rest()
        life.rest()
        life.check()
    finally:
        life.close()
