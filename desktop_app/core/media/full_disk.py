"""A full disk, wherever it shows itself first: in a copied file or in the records."""

from __future__ import annotations

import errno
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import peewee

from desktop_app.core.media.errors import DiskFull

FOR_RENDITIONS = 1.1
"""What a photo takes in the home folder against its own bytes: its two small copies are about a tenth."""


@contextmanager
def full_disk_named(left: Callable[[], Sequence[Path]]) -> Iterator[None]:
    """Round writing to this PC; ``left`` are the files that had no room. Raises DiskFull, others as they come."""
    try:
        yield
    except OSError as error:
        if error.errno not in (errno.ENOSPC, errno.EDQUOT):
            raise
        raise disk_full(left()) from error
    except peewee.OperationalError as error:
        if "disk is full" not in str(error):
            raise
        raise disk_full(left()) from error


def disk_full(files: Sequence[Path]) -> DiskFull:
    """The error that says how many files had no room, and how much room they need."""
    missing = sum(_bytes_of(file) for file in files)
    return DiskFull(left=len(files), missing_mb=1 + round(FOR_RENDITIONS * missing / 1_000_000))


def _bytes_of(file: Path) -> int:
    try:
        return file.stat().st_size
    except OSError:
        return 0
