"""Years of a school in a minute: three PCs, everything at random, and nothing anyone wrote is ever lost."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from desktop_app.core.sync.stores.folder import FolderStore
from tests.sync.model.life import Life

OPERATIONS = int(os.environ.get("LOA_SYNC_OPS", "2000"))
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
