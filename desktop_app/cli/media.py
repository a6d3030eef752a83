"""Photos and videos by command: take in files and folders, look the store through."""

from __future__ import annotations

import argparse

from desktop_app.cli.answers import DONE, NO, Answer, Told
from desktop_app.core.home import Home
from desktop_app.core.i18n import _
from desktop_app.core.media.checking import check_store
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


def check(home: Home, given: argparse.Namespace) -> Answer:
    """Hash every original again, repair what can be repaired; exit 1 when something stays wrong."""
    found = check_store(home, Told(), look_in=given.look_in)
    wrong = [{"file": one.name, "place": one.place, "why": _(one.why)} for one in found.wrong]
    counts = {"seen": found.seen, "sound": found.sound, "renditions": found.renditions}
    line = _("Seen {seen} = {sound} sound + {found} found again + {wrong} wrong; {renditions} small pictures made anew")
    lines = [
        line.format(**counts, found=len(found.found), wrong=len(wrong)),
        *(_("  found: {name}, it lay at {place}").format(name=one.name, place=one.found_at) for one in found.found),
        *(f"  ! {one['file']}: {one['why']} ({one['place']})" for one in wrong),
        *(_("  unknown file: {place}").format(place=place) for place in found.foreign),
    ]
    answer = {**counts, "found": [one._asdict() for one in found.found], "wrong": wrong, "foreign": found.foreign}
    return Answer(answer, lines, NO if wrong else DONE)
