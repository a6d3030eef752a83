"""What a system's error number means for the person who holds the stick."""

from __future__ import annotations

import errno
from pathlib import Path

from desktop_app.core.bundle.errors import TargetFull, TargetPulled, TargetReadOnly
from desktop_app.core.errors import UserError

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
