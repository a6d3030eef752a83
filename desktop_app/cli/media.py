"""Photos and videos by command: take in files and folders."""

from __future__ import annotations

import argparse

from desktop_app.cli.answers import Answer, Told
from desktop_app.core.home import Home
from desktop_app.core.i18n import _
from desktop_app.core.media.importing import import_media


def import_(home: Home, given: argparse.Namespace) -> Answer:
    """Take in what is new; the sum of the buckets is what was seen."""
    result = import_media(home, given.paths, Told())
    failed = [{"file": one.file, "reason": _(one.reason)} for one in result.failed]
    line = _("Seen {seen} = {imported} taken in + {known} already here + {similar} alike + {failed} failed")
    counts = {
        "seen": result.seen,
        "imported": result.imported,
        "known": result.known,
        "similar": result.similar,
    }
    lines = [
        line.format(**counts, failed=len(failed)),
        *(f"  ! {one['file']}: {one['reason']}" for one in failed),
    ]
    return Answer({**counts, "failed": failed}, lines)
