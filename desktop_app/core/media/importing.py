"""Taking files in: copied whole, never touched at their source, each counted once in a sum that adds up."""

from __future__ import annotations

import contextlib
from collections import deque
from collections.abc import Iterable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

import peewee

from db import database
from db.fields import now
from db.models import ImportRoll, MediaAsset, TrashEntry
from db.text import nfc
from desktop_app.core import audit
from desktop_app.core.home import Home
from desktop_app.core.jobs import Progress
from desktop_app.core.media.errors import DiskFull, NotTaken
from desktop_app.core.media.full_disk import disk_full, full_disk_named
from desktop_app.core.media.sources import media_files
from desktop_app.core.media.store import sweep
from desktop_app.core.media.taking import Archive, Taken, take

WORKERS = 2
"""The office PC has two cores; one reads the card while the other decodes."""


class Failed(NamedTuple):
    """A file that was not taken in, why (a message id), and where it lies, so that it can be tried again."""

    file: str
    reason: str
    path: str


class KnownFile(NamedTuple):
    """A file that was here already: its name, where it lies, and the hash it shares with the one that is here."""

    file: str
    path: str
    sha256: str


@dataclass
class ImportResult:
    """The sum of one import: seen = imported + known + similar + failed, always.

    ``similar`` are new and kept too, grouped under an earlier photo that looks the same; ``asset_ids`` are
    imported and similar ones in the order of the files.
    """

    roll_id: str
    imported: int = 0
    known: int = 0
    similar: int = 0
    failed: list[Failed] = field(default_factory=list)
    known_files: list[KnownFile] = field(default_factory=list)
    asset_ids: list[str] = field(default_factory=list)

    @property
    def seen(self) -> int:
        return self.imported + self.known + self.similar + len(self.failed)


def import_media(
    home: Home, paths: Sequence[Path], progress: Progress, *, by_name: str = "", source: str = ""
) -> ImportResult:
    """Take in every photo and video among ``paths`` (files and folders; see ``sources`` for what counts).

    ``source`` names where they come from, where ``paths`` are the files somebody picked there.

    A cancel or a full disk keeps what is done, and the roll says how far it came (seen). Raises Cancelled,
    DiskFull, NothingThere.
    """
    files = media_files(paths, home.root)
    sweep(home)
    with full_disk_named(lambda: files):
        roll = ImportRoll.create(source=source or ", ".join(str(path) for path in paths))
    result = ImportResult(str(roll.id))
    try:
        _take_all(home, files, result, progress)
    except BaseException:
        with contextlib.suppress(peewee.OperationalError):  # the disk may be too full for the sum as well
            _close_roll(roll, result, len(files), by_name)
        raise
    _close_roll(roll, result, len(files), by_name)
    return result


def _take_all(home: Home, files: Sequence[Path], result: ImportResult, progress: Progress) -> None:
    """Copy and decode on two threads, keep rows on this one, in the order of the files."""
    desk = _Desk(home, result, progress, files)
    with ThreadPoolExecutor(WORKERS, "import") as pool:
        queue: deque[Future[Taken]] = deque()
        try:
            progress.step(0, len(files), files[0].name if files else "")
            for file in files:
                queue.append(pool.submit(take, home, file, desk.archive, progress))
                if len(queue) > WORKERS:
                    desk.settle(queue.popleft())
            while queue:
                desk.settle(queue.popleft())
        except DiskFull as full:
            desk.keep_what_is_done(queue)
            raise disk_full(desk.left()) from full
        except BaseException:
            desk.keep_what_is_done(queue)
            raise


class _Desk:
    """The side of an import that writes rows: one file at a time, each counted in exactly one bucket."""

    def __init__(self, home: Home, result: ImportResult, progress: Progress, files: Sequence[Path]) -> None:
        self._home, self._result, self._progress, self._files = home, result, progress, files
        self._settled: set[Path] = set()
        self.archive = Archive()

    def left(self) -> list[Path]:
        """The files that are in no bucket yet."""
        return [file for file in self._files if file not in self._settled]

    def settle(self, future: Future[Taken]) -> None:
        """Count the next file. Raises Cancelled after it, so that what was done is kept."""
        file = self._files[self._result.seen]
        with full_disk_named(lambda: self._files[self._result.seen :]):
            try:
                self._keep(future.result())
            except NotTaken as error:
                self._settled.add(file)
                self._result.failed.append(Failed(nfc(file.name), error.reason, str(file)))
        self._progress.step(self._result.seen, len(self._files), file.name)

    def keep_what_is_done(self, queue: Iterable[Future[Taken]]) -> None:
        """After a cancel or a full disk: files already in the store get their rows, the others are never begun."""
        waiting = list(queue)
        for future in waiting:
            future.cancel()
        for future in waiting:
            if not future.cancelled() and future.exception() is None:
                with contextlib.suppress(peewee.OperationalError):
                    self._keep(future.result())

    def _keep(self, taken: Taken) -> None:
        self._count(taken)
        self._settled.add(taken.file)

    def _count(self, taken: Taken) -> None:
        if taken.sha256 in self.archive.hashes:
            _take_out_of_bin(taken.sha256)
            self._result.known += 1
            self._result.known_files.append(KnownFile(nfc(taken.file.name), str(taken.file), taken.sha256))
            return
        like = self.archive.like(taken.phash)
        asset_id = self._new_row(taken, like)
        self.archive.add(taken, like or asset_id)
        self._result.asset_ids.append(asset_id)
        self._result.similar += like is not None
        self._result.imported += like is None

    def _new_row(self, taken: Taken, like: str | None) -> str:
        try:
            return _row_of(taken, self._result.roll_id, like)
        except BaseException:
            (self._home.root / taken.place).unlink(missing_ok=True)
            raise


def _take_out_of_bin(sha256: str) -> None:
    """A picture that was thrown away and is brought again is wanted again."""
    asset = MediaAsset.get(MediaAsset.sha256 == sha256)
    if asset.deleted_at is None:
        return
    with database.atomic():
        asset.deleted_at = None
        asset.save()
        TrashEntry.delete().where(TrashEntry.record_id == str(asset.id)).execute()


def _row_of(taken: Taken, roll_id: str, like: str | None) -> str:
    asset = MediaAsset.create(
        roll=roll_id,
        kind=taken.kind,
        sha256=taken.sha256,
        original_path=taken.place,
        original_name=nfc(taken.file.name),
        bytes=taken.bytes,
        phash=taken.phash,
        burst_of=like,
        **{**taken.facts._asdict(), "quality": taken.facts.quality or {}},
    )
    return str(asset.id)


def _close_roll(roll: ImportRoll, result: ImportResult, files: int, by_name: str) -> None:
    with database.atomic():
        roll.ended_at, roll.seen = now(), result.seen
        roll.imported, roll.known, roll.similar = result.imported, result.known, result.similar
        roll.failed = [one._asdict() for one in result.failed]
        roll.known_files = [one._asdict() for one in result.known_files]
        roll.save()
        facts = {"seen": result.seen, "files": files}
        audit.record("import media", "import_roll", result.roll_id, by_name, **facts)
