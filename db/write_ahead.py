"""The file's write-ahead log: whoever reads is never stopped by whoever writes (sqlite.org/wal.html)."""

from __future__ import annotations

import sqlite3
import time

PAUSE_SECONDS = 0.02


def keep_write_ahead(file: sqlite3.Connection, seconds: float) -> None:
    """Let the file keep a log from now on; it stays so for every later connection.

    Waits up to ``seconds`` for other programs: SQLite's own timeout does not hold for this one switch.
    Raises sqlite3.OperationalError when they take longer.
    """
    end = time.monotonic() + seconds
    while True:
        try:
            file.execute("PRAGMA journal_mode = wal")
            return
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > end:
                raise
            time.sleep(PAUSE_SECONDS)
