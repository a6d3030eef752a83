"""One round to the outside at a time, whichever program of this PC runs it: the window, the command line."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager

from desktop_app.core.home import Home


@contextmanager
def only_one(home: Home, errand: str) -> Iterator[bool]:
    """Whether the turn for ``errand`` ("website", "mail") is ours till the block ends.

    The system gives it back even for a program that was killed. The lock is SQLite's own on a file of
    its own: it is the same on every system, and tried out by everybody.
    """
    with closing(sqlite3.connect(home.root / f"{errand}.lock", timeout=0, isolation_level=None)) as turn:
        try:
            turn.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError:
            yield False
        else:
            yield True
