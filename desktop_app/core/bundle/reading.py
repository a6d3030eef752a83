"""Bytes read from a disk itself, as far as the system lets us: a copy in memory proves nothing."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from pathlib import Path

from desktop_app.core.files import BLOCK


def digest_on_disk(path: Path, stepped: Callable[[int], None]) -> str:
    """SHA-256 of a file read past the system's memory; ``stepped`` hears of each block. Raises OSError."""
    digest = hashlib.sha256()
    # A link or a device in a stranger's bundle must not make us read something else.
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0)
    with open(os.open(path, flags), "rb", buffering=0) as file:  # noqa: PTH123 - a handle, no path
        if hasattr(os, "posix_fadvise"):
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
        while block := file.read(BLOCK):
            digest.update(block)
            stepped(len(block))
    return digest.hexdigest()
