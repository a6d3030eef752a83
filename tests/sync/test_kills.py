"""A PC that dies at any moment of a sync loses nothing and doubles nothing."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from desktop_app.core.sync.stores.folder import FolderStore
from tests.sync.model.pcs import school_of, until_quiet

ROOT = Path(__file__).resolve().parents[2]
KILLS = int(os.environ.get("LOA_SYNC_KILLS", "10"))

WORKER = """
import sys, time
from pathlib import Path
from db.models import Article, Comment, Person
from desktop_app.core.home import Home
from desktop_app.core.jobs import Progress
from desktop_app.core.sync.rounds import sync_once
from desktop_app.core.sync.stores.folder import FolderStore

home, store, number = Home(Path(sys.argv[1])), FolderStore(Path(sys.argv[2])), sys.argv[3]
with home.opened():
    print("open", flush=True)
    for step in range(1_000_000):
        person = Person.create(name=f"{number}.{step}")
        Comment.create(article=Article.create(title=f"{number}.{step}"), text="x")
        Person.update(post=f"{number}.{step}").where(Person.id == person.id).execute()
        print(f"{number}.{step}", flush=True)
        sync_once(home, store, Progress())
"""


@pytest.mark.timeout(1200)
def test_a_pc_that_dies_while_it_syncs_loses_and_doubles_nothing(tmp_path: Path, folder_store: FolderStore) -> None:
    first, second = school_of(2, tmp_path, folder_store)
    dice = random.Random(4)
    acknowledged: list[str] = []
    for kill in range(KILLS):
        first.close()
        acknowledged += die(first.home.root, folder_store.root, kill, dice.uniform(0, 0.4))
        first.reopen()
        with second.at():
            second.sync(folder_store)
    until_quiet([first, second], folder_store)
    assert first.records() == second.records()
    names = [row[0] for row in second.sql("SELECT name FROM person WHERE post = name")]
    assert len(names) == len(set(names))
    assert set(acknowledged) <= set(names)
    assert second.sql("SELECT count(*) FROM sync_row WHERE disputed > 0") == [(0,)]
    first.close()
    second.close()


def die(home: Path, store: Path, number: int, seconds: float) -> list[str]:
    """Let a PC work and sync until it is killed; what it had said was saved by then."""
    worker = subprocess.Popen(
        [sys.executable, "-c", WORKER, str(home), str(store), str(number)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert worker.stdout
    assert worker.stdout.readline() == "open\n"
    time.sleep(seconds)
    worker.send_signal(signal.SIGKILL)
    said = worker.stdout.read().split("\n")[:-1]
    worker.wait()
    return said
