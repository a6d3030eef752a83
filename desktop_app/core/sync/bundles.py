"""Finished bundles on their way to the store: kept until sent, sent piece by piece, their list last.

A report is finished once it is issued (docs/decisions/0022). Its bundle is made as for a stick, once for what it is
made of, and lies in outbox/store until the store has all of it. Where a later one takes its place, or the report was
withdrawn, the one before is taken back.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import NamedTuple

from peewee import fn

from db import database
from db.models import Report, SyncChange, SyncEvent, SyncTarget
from desktop_app.core import audit
from desktop_app.core.bundle.manifest import MANIFEST, TAG_MANIFEST, read_list
from desktop_app.core.bundle.packing import letters_or_dashes
from desktop_app.core.bundle.target import UNFINISHED
from desktop_app.core.bundle.videos import VideoLimit
from desktop_app.core.bundle.writing import write_bundle
from desktop_app.core.errors import UserError
from desktop_app.core.exporting_to import parcel_of
from desktop_app.core.files import sha256_of, written_aside
from desktop_app.core.home import Home
from desktop_app.core.jobs import Progress
from desktop_app.core.one_at_a_time import only_one
from desktop_app.core.reports.keeping import SIGNED, mark_sent
from desktop_app.core.sync import bundle_list
from desktop_app.core.sync.bundle_list import BundleList, BundleName, ListedFile, folder_of
from desktop_app.core.sync.device import this_device
from desktop_app.core.sync.errors import StoreTrouble
from desktop_app.core.sync.files import FileChanged, Waiting, send_file, sending_order
from desktop_app.core.sync.finished import Finished, finished
from desktop_app.core.sync.ledger import Ledger
from desktop_app.core.sync.media_files import kind_of
from desktop_app.core.sync.store import Store
from desktop_app.core.sync.taking_back import take_back

KEPT = "store"
"""Where in the outbox bundles wait for the line, each in a folder called after what it is made of."""
SHORT = 16
"""Digits of a digest that stand in a name."""
SETTLED = "bundles.txt"
VIDEOS = VideoLimit(each_mb=300, all_mb=1000)
"""What a month may ask of a thin line; the bundle itself says which videos stayed at school."""


class HandedIn(NamedTuple):
    """What a turn did: the bundles that are whole in the store now, by name; how many are still to come."""

    sent: tuple[str, ...] = ()
    waiting: int = 0
    problem: UserError | None = None


def carry_bundles(
    home: Home,
    store: Store,
    progress: Progress,
    *,
    cap: int = 0,
    videos: bool = True,
    own_store: bool = False,
    by_name: str = "",
) -> HandedIn:
    """Have the bundle of every finished report in the store, and no other; goes on where the line broke.

    ``cap`` in bytes a second; without ``videos`` a bundle that has some waits for them. In its ``own_store`` a school
    keeps the pieces of bundles that were replaced, and no report counts as sent by lying there. Raises Cancelled.
    """
    target = SyncTarget.get_or_none(SyncTarget.address == store.address)
    device = this_device()
    if target is None or device is None:
        return HandedIn()
    with only_one(home, "bundles") as ours:
        if not ours:
            return HandedIn()
        turn = _Turn(home, store, progress, str(target.store), device.school_id)
        turn.cap, turn.videos, turn.own_store, turn.by_name = cap, videos, own_store, by_name
        return turn.go()


class _Turn:
    """One look at all finished reports."""

    cap, videos, own_store, by_name = 0, True, False, ""

    def __init__(self, home: Home, store: Store, progress: Progress, id_: str, school: str) -> None:
        self._home, self._store, self._progress, self._school = home, store, progress, school
        self._ledger = Ledger(home.root / "sync", id_)
        self._there: list[BundleName] = []
        self._sent: list[str] = []
        self._noted: set[str] = set()
        self._problem: UserError | None = None

    def go(self) -> HandedIn:
        """With nothing new this asks the store nothing, and with no word written here hardly the records."""
        stamp = _stamp()
        settled_at, _line, settled = self._settled().partition("\n")
        if settled_at == stamp:
            return HandedIn()
        reports = list(finished(self._home))
        if settled_at and settled == _state(reports):
            self._settle(stamp, settled)
            return HandedIn()
        try:
            names = (BundleName.of(entry.key) for entry in self._store.list(folder_of(self._school)))
            self._there = [name for name in names if name]
            for report in reports:
                self._look_after(report)
        except StoreTrouble as trouble:
            self._problem = trouble
        lacking = [report for report in reports if self._lacks(report)]
        self._forget_kept(lacking)
        if not lacking and self._problem is None:
            self._settle(stamp, _state(reports))
        return HandedIn(tuple(self._sent), sum(report.is_here for report in lacking), self._problem)

    def _look_after(self, report: Finished) -> None:
        """Have this report's bundle in the store, then take back what it replaces."""
        if self._lacks(report) and not (report.is_here and self._send(report)):
            return
        if not self._is_known_newer(report):
            for name in self._of(report):
                if not (name.is_whole and name.what == report.what[:SHORT]):
                    take_back(self._store, name, self._there, self._ledger, pieces=not self.own_store)
                    self._there.remove(name)

    def _of(self, report: Finished) -> list[BundleName]:
        paper = (report.kind, letters_or_dashes(report.period))
        return [name for name in self._there if name.paper == paper]

    def _lacks(self, report: Finished) -> bool:
        """Whether the store wants it of this PC. While it is kept here the last word on it may have broken off."""
        there = any(name.is_whole and name.what == report.what[:SHORT] for name in self._of(report))
        open_ = not there or (self._kept(report).exists() and report.report_id not in self._noted)
        return bool(report.what) and open_ and not self._is_known_newer(report)

    def _is_known_newer(self, report: Finished) -> bool:
        """Whether another PC sent an edition that this one has not heard of yet."""
        return any(name.edition > report.edition for name in self._of(report))

    # ------------------------------------------------------------ out

    def _send(self, report: Finished) -> bool:
        """Whether all of it is in the store now. What stands in one report's way keeps no other from going."""
        try:
            return self._sent_whole(report, self._bag(report))
        except StoreTrouble:
            raise
        except FileChanged as error:
            shutil.rmtree(self._kept(report), ignore_errors=True)  # it is made anew next time
            self._problem = error
        except UserError as error:
            self._problem = error
        return False

    def _sent_whole(self, report: Finished, bag: Path) -> bool:
        period = letters_or_dashes(report.period)
        name = BundleName(self._school, period, report.kind, report.edition, report.what[:SHORT])
        made = datetime.fromtimestamp((bag / MANIFEST).stat().st_mtime, UTC)  # the same list at every try
        told = BundleList(bag.name, made, tuple(_files_of(bag)))
        content = bundle_list.written(name, told)
        if name not in self._there:
            self._store.put(name.key, content)
            self._there.append(name)
        if not self._files_sent(bag, told):
            return False
        self._store.put(name.of_list(content).key, content)
        self._there = [*(one for one in self._there if one != name.of_list(content)), name.of_list(content)]
        self._note(report, bag.name)
        return True

    def _files_sent(self, bag: Path, told: BundleList) -> bool:
        """Send what the store lacks, small papers first and videos last; whether that was all."""
        files = (bag / file.path for file in told.files)
        waiting = [
            Waiting(file.sha256, path, file.size, kind_of(path), path.name)
            for file, path in zip(told.files, files, strict=True)
        ]
        left = [file for file in waiting if file.kind.startswith("video/")] if not self.videos else []
        for file in sending_order(file for file in waiting if file not in left):
            send_file(
                self._store, self._school, file.path, file.sha256, self._progress, self._ledger,
                kind=file.kind, name=file.name, cap=self.cap,
            )  # fmt: skip
        return not left

    def _note(self, report: Finished, bundle: str) -> None:
        """A signed report that lies in the authority's store is on its way, as one on a stick is."""
        self._sent.append(bundle)
        self._noted.add(report.report_id)
        with database.atomic():
            audit.record("hand in", "report", report.report_id, self.by_name, bundle=bundle, store=self._store.address)
            if not self.own_store and Report.get_by_id(report.report_id).state == SIGNED:
                mark_sent(report.report_id, by_name=self.by_name, how=self._store.address)

    # ------------------------------------------------------------ kept until sent

    def _kept(self, report: Finished) -> Path:
        return self._home.outbox / KEPT / report.what[:SHORT]

    def _bag(self, report: Finished) -> Path:
        """The bundle itself, made and proved once."""
        folder = self._kept(report)
        folder.mkdir(parents=True, exist_ok=True)
        for made in folder.iterdir():
            if not made.name.endswith(UNFINISHED):
                return made
        with parcel_of(self._home, (report.kind, report.period), self._progress, VIDEOS) as parcel:
            return write_bundle(parcel.name, parcel.files, folder, self._progress, parcel.info).path

    def _forget_kept(self, lacking: Iterable[Finished]) -> None:
        wanted = {self._kept(report) for report in lacking}
        kept = self._home.outbox / KEPT
        for folder in kept.iterdir() if kept.is_dir() else ():
            if folder not in wanted:
                shutil.rmtree(folder, ignore_errors=True)

    # ------------------------------------------------------------ all in order

    def _settled(self) -> str:
        """When the store last had all it should (a stamp's line), and for which state; no loss if it is lost."""
        file = self._ledger.folder / SETTLED
        return file.read_text("ascii") if file.is_file() else ""

    def _settle(self, stamp: str, state: str) -> None:
        with written_aside(self._ledger.folder / SETTLED) as file:
            file.write(f"{stamp}\n{state}".encode())


def _stamp() -> str:
    """Another day, on which a consent may have ended, or another word in the journal gives another stamp."""
    newest = (model.select(fn.MAX(model.n)).scalar() or 0 for model in (SyncEvent, SyncChange))
    return f"{date.today()} {' '.join(map(str, newest))}"


def _state(reports: Iterable[Finished]) -> str:
    """What the store should have, as one line a report."""
    return "".join(f"{one.kind} {one.period} {one.edition} {one.what or 'withdrawn'}\n" for one in reports)


def _files_of(bag: Path) -> Iterator[ListedFile]:
    """Every file of a bundle, as its own lists prove it."""
    lists = [read_list((bag / name).read_text("utf-8")) for name in (MANIFEST, TAG_MANIFEST)]
    digests = lists[0] | lists[1] | {TAG_MANIFEST: sha256_of(bag / TAG_MANIFEST)}
    return (ListedFile(path, sha, (bag / path).stat().st_size) for path, sha in sorted(digests.items()))
