"""Files written so that a power cut leaves the old one or the new one, never half of one."""

from __future__ import annotations

import ctypes
import hashlib
import os
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

BLOCK = 1 << 20
"""Bytes read at once: also how often a copy can be cancelled."""


@contextmanager
def written_aside(target: Path) -> Iterator[BinaryIO]:
    """A file to write that becomes ``target`` only when the block ends well; any exception removes it."""
    target.parent.mkdir(parents=True, exist_ok=True)
    # Two threads may write one file at once, as two photos that are the same: each has a half of its own.
    aside = target.with_name(f"{target.name}.{os.getpid()}-{threading.get_ident()}.part")
    try:
        with aside.open("wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        os.replace(aside, target)
    except BaseException:
        aside.unlink(missing_ok=True)
        raise


def sha256_of(path: Path) -> str:
    """The SHA-256 of a file's bytes, 64 lower-case hex digits."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def put_down(folder: Path, files: Sequence[Path]) -> None:
    """Have these files below ``folder``, and the names of all, on the disk itself before anything goes on.

    Raises OSError.
    """
    if _sync_file_system(folder):
        return  # the names too: a folder asked once more would be one more wait for the disk
    for file in files:
        with file.open("rb+") as content:  # Windows flushes only what may be written
            os.fsync(content.fileno())
    for inside in sorted({folder, *(file.parent for file in files)}):
        sync_folder(inside)


def _sync_file_system(folder: Path) -> bool:
    """All of the stick's file system in one go, as the disk likes it best; False where the system has no such call."""
    call = getattr(ctypes.CDLL(None, use_errno=True), "syncfs", None) if sys.platform == "linux" else None
    if call is None:
        return False
    handle = os.open(folder, os.O_RDONLY)
    try:
        if call(handle):
            number = ctypes.get_errno()
            raise OSError(number, os.strerror(number), str(folder))
    finally:
        os.close(handle)
    return True


def sync_folder(folder: Path) -> None:
    """Put a folder's list of names on the disk; Windows keeps it in order by itself."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
