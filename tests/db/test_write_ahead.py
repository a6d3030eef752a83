"""Several programs come to one new file at once: each waits for the others, and none is turned away."""

from __future__ import annotations

import sqlite3
import threading
import time
from contextlib import closing
from pathlib import Path

import pytest

from db.write_ahead import keep_write_ahead


def mode_of(file: sqlite3.Connection) -> str:
    """The way this file keeps its journal."""
    return str(file.execute("PRAGMA journal_mode").fetchone()[0])


def held(path: Path) -> sqlite3.Connection:
    """A program in the middle of writing to ``path``."""
    file = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    file.execute("BEGIN IMMEDIATE")
    file.execute("CREATE TABLE letter (words)")
    return file


def test_the_log_is_kept_from_then_on(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "x.db")) as file:
        keep_write_ahead(file, 1)
    with closing(sqlite3.connect(tmp_path / "x.db")) as file:
        assert mode_of(file) == "wal"


def test_a_file_in_use_is_waited_for(tmp_path: Path) -> None:
    with closing(held(tmp_path / "x.db")) as other, closing(sqlite3.connect(tmp_path / "x.db", timeout=0)) as file:
        threading.Timer(0.3, other.execute, ["COMMIT"]).start()
        start = time.monotonic()
        keep_write_ahead(file, 30)
        assert mode_of(file) == "wal"
        assert time.monotonic() - start > 0.2


def test_a_file_never_let_go_is_said(tmp_path: Path) -> None:
    with (
        closing(held(tmp_path / "x.db")),
        closing(sqlite3.connect(tmp_path / "x.db", timeout=0)) as file,
        pytest.raises(sqlite3.OperationalError, match="locked"),
    ):
        keep_write_ahead(file, 0.2)


def test_a_file_that_is_no_database_is_said_at_once(tmp_path: Path) -> None:
    (tmp_path / "x.db").write_text("a letter to the school" * 100)
    with closing(sqlite3.connect(tmp_path / "x.db")) as file, pytest.raises(sqlite3.DatabaseError):
        keep_write_ahead(file, 30)
