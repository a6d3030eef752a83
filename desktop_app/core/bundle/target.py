"""Where a bundle goes: whether it fits, what half of it may stay, what a system's error number means for a person."""

from __future__ import annotations

import errno
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from desktop_app.core.bundle.errors import (
    FileTooBig,
    PathTooLong,
    TargetFull,
    TargetMissing,
    TargetPulled,
    TargetReadOnly,
)
from desktop_app.core.errors import UserError
from desktop_app.core.usb import LARGEST_ON_FAT32, holds_large_files

UNFINISHED = ".partial"
CLUSTER = 4096
SPARE = 1.05
"""A stick that would be full to the last byte is refused: file systems need room of their own."""

LONGEST_PATH = 259
"""Letters of a path that every program on Windows opens (MAX_PATH without its closing zero)."""

FULL = frozenset([errno.ENOSPC, errno.EDQUOT])
LOCKED = frozenset([errno.EROFS, errno.EACCES, errno.EPERM])
GONE = frozenset([errno.ENODEV, errno.ENXIO, errno.EIO, errno.ENOENT, errno.ENOTDIR, errno.ESTALE, errno.ENOTCONN])
# Windows says more than errno does: disk full, handle disk full; write protected; not ready, no such device,
# not connected, I/O error, network name gone.
FULL_ON_WINDOWS = frozenset([112, 39])
LOCKED_ON_WINDOWS = frozenset([19])
GONE_ON_WINDOWS = frozenset([21, 31, 55, 64, 433, 1006, 1117, 1167])


def target_error(error: OSError, target: Path) -> UserError | OSError:
    """The sentence for ``error`` while writing to ``target``; the error itself where there is none."""
    code, windows = error.errno, getattr(error, "winerror", None)
    if code in FULL or windows in FULL_ON_WINDOWS:
        return TargetFull(folder=target, missing_mb=1)
    if windows in LOCKED_ON_WINDOWS or (code in LOCKED and windows not in GONE_ON_WINDOWS):
        return TargetReadOnly(folder=target)
    if code in GONE or windows in GONE_ON_WINDOWS or not target.is_dir():
        return TargetPulled(folder=target)
    return error


@contextmanager
def answering(target: Path) -> Iterator[None]:
    """Turn what the system says of a stick into what a person can do about it."""
    try:
        yield
    except OSError as error:
        raise target_error(error, target) from error


def refuse_bad_target(target: Path, sizes: Mapping[str, int], there: Callable[[], int] = lambda: 0) -> None:
    """Raise TargetMissing, PathTooLong, FileTooBig or TargetFull where files of these places and bytes cannot go.

    ``there`` counts the bytes of an interrupted try, which need no room any more.
    """
    if not target.is_dir():
        raise TargetMissing(folder=target)
    if max((len(f"{target.absolute()}/{place}") for place in sizes), default=0) > LONGEST_PATH:
        raise PathTooLong(folder=target)
    largest = max(sizes, key=lambda place: sizes[place], default="")
    if largest and sizes[largest] > LARGEST_ON_FAT32 and not holds_large_files(target):
        raise FileTooBig(file=largest)
    with answering(target):
        free, block = shutil.disk_usage(target).free + there(), getattr(target.stat(), "st_blksize", CLUSTER)
    # A file takes whole blocks: on a large FAT32 stick 32 kB even for a line of text.
    taken = sum(-(-size // block) * block for size in sizes.values())
    missing = int(taken * SPARE) - free
    if missing > 0:
        raise TargetFull(folder=target, missing_mb=-(-missing // 1_000_000))


@contextmanager
def unfinished(aside: Path) -> Iterator[Path]:
    """What is being written at ``aside``, a file or a folder: gone after any failure but that of a pulled stick.

    A link of that name, which a stranger's stick may hold, must not lead the writing elsewhere.
    """
    try:
        with answering(aside.parent):
            if aside.is_symlink():
                aside.unlink()
            yield aside
    except TargetPulled:
        raise  # what has arrived is taken up by the next try
    except BaseException:
        _remove(aside)
        raise


def _remove(aside: Path) -> None:
    """As far as the stick allows: what went wrong before is what is to be said."""
    if aside.is_dir():
        shutil.rmtree(aside, ignore_errors=True)
    else:
        with suppress(OSError):
            aside.unlink()
