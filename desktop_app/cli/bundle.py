"""Bundles by command: export a period, verify what arrived."""

from __future__ import annotations

import argparse

from desktop_app.cli.answers import DONE, NO, Answer, Told
from desktop_app.core.bundle.locking import new_words
from desktop_app.core.bundle.receipt import receive as take_in
from desktop_app.core.bundle.verifying import verify_bundle
from desktop_app.core.bundle.videos import VideoLimit
from desktop_app.core.deliveries import close_deliveries
from desktop_app.core.exporting import export_month
from desktop_app.core.exporting_papers import export_paper as write_paper
from desktop_app.core.home import Home
from desktop_app.core.i18n import _
from desktop_app.core.periods import Month


def export(home: Home, given: argparse.Namespace) -> Answer:
    """Write a month's bundle to a folder or a stick and prove that it arrived."""
    words = new_words() if given.locked else ""
    videos = VideoLimit(given.video_mb, given.videos_mb)
    made = export_month(home, Month.parse(given.period), given.to, Told(), words=words, videos=videos)
    answer = {
        "bundle": str(made.path),
        "report": str(made.report),
        "files": made.files,
        "bytes": made.bytes,
        "verified": True,
        "left_out": [{"file": one.name, "why": _(one.why)} for one in made.left_out],
        **({"words": words} if words else {}),
    }
    lines = [
        _("Bundle: {path}").format(path=made.path),
        _("Report: {path}").format(path=made.report),
        _("{files} files copied, read again and verified").format(files=made.files),
        *([_("It opens with these words: {words}").format(words=words)] if words else []),
        *(_("Left out: {file} ({why})").format(file=one.name, why=_(one.why)) for one in made.left_out),
    ]
    return Answer(answer, lines)


def export_paper(home: Home, given: argparse.Namespace) -> Answer:
    """Write the bundle of a term, a year or a report on opinions and prove that it arrived."""
    made = write_paper(home, given.kind, given.period, given.to, Told())
    facts = {"bundle": str(made.path), "report": str(made.report), "files": made.files, "bytes": made.bytes}
    lines = [
        _("Bundle: {path}").format(path=made.path),
        _("Report: {path}").format(path=made.report),
        _("{files} files copied, read again and verified").format(files=made.files),
    ]
    return Answer({**facts, "verified": True, "left_out": []}, lines)


def receive(home: Home, given: argparse.Namespace) -> Answer:
    """Prove bundles whole and leave a receipt beside each: for the authority's side."""
    written = [take_in(folder, given.by, given.office, Told()) for folder in given.folder]
    return Answer(
        {"receipts": [str(place) for place in written]}, [_("Receipt: {path}").format(path=p) for p in written]
    )


def receipts(home: Home, given: argparse.Namespace) -> Answer:
    """Take in the receipts that came back on a stick: for the school's side."""
    closed = close_deliveries(given.folder)
    lines = [
        _("{bundle}: received by {name}, {office}").format(bundle=one.bundle, name=one.received_by, office=one.office)
        for one in closed
    ]
    return Answer({"closed": [one._asdict() for one in closed]}, lines or [_("No new receipt was found.")])


def verify(home: Home, given: argparse.Namespace) -> Answer:
    """Re-hash bundles; exit code 1 and the names of what is wrong."""
    checked = [verify_bundle(folder, Told()) for folder in given.folder]
    wrong = [{"file": one.file, "why": _(one.why)} for result in checked for one in result.wrong]
    files = sum(result.files for result in checked)
    verdict = (
        _("{files} files verified").format(files=files) if not wrong else _("This bundle is not as it was written:")
    )
    lines = [verdict, *(f"  ! {one['file']}: {one['why']}" for one in wrong)]
    return Answer({"ok": not wrong, "files": files, "wrong": wrong}, lines, NO if wrong else DONE)
