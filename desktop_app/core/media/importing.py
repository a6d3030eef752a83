"""Taking files in: copied whole, never touched at their source, each counted once in a sum that adds up."""

from __future__ import annotations

import errno
from collections import deque
from collections.abc import Container, Iterable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from db import database
from db.fields import now
from db.models import ImportRoll, MediaAsset
from db.text import nfc
from desktop_app.core import audit
from desktop_app.core.home import Home
from desktop_app.core.jobs import Progress
from desktop_app.core.media.errors import BROKEN, GONE, DiskFull, NotTaken
from desktop_app.core.media.facts import Facts, facts_of, taken_by_file
from desktop_app.core.media.jpeg import has_lost_a_piece
from desktop_app.core.media.kinds import is_video, media_files
from desktop_app.core.media.likeness import are_alike, difference_hash
from desktop_app.core.media.pictures import opened
from desktop_app.core.media.renditions import keep_renditions
from desktop_app.core.media.store import Arrived, arriving, placed

WORKERS = 2
"""The office PC has two cores; one reads the card while the other decodes."""


class Failed(NamedTuple):
    """A file that was not taken in, and why (a message id)."""

    file: str
    reason: str


@dataclass
class ImportResult:
    """The sum of one import: seen = imported + known + similar + failed, always."""

    roll_id: str
    imported: int = 0
    known: int = 0
    similar: int = 0
    failed: list[Failed] = field(default_factory=list)
    asset_ids: list[str] = field(default_factory=list)

    @property
    def seen(self) -> int:
        return self.imported + self.known + self.similar + len(self.failed)


class Taken(NamedTuple):
    """A file of this import; ``place`` is empty when the store has had it before."""

    file: Path
    arrived: Arrived
    place: str
    facts: Facts
    phash: str


def import_media(home: Home, paths: Sequence[Path], progress: Progress, *, by_name: str = "") -> ImportResult:
    """Take in every photo and video among ``paths`` (files and folders).

    A cancel or a full disk keeps what is done. Raises Cancelled, DiskFull, NothingThere.
    """
    files = media_files(paths)
    source = nfc(str(paths[0])) if paths else ""
    roll = ImportRoll.create(source=source)
    result = ImportResult(str(roll.id))
    try:
        _take_all(home, files, result, progress)
    finally:
        _close_roll(roll, result, by_name)
    return result


def _take_all(home: Home, files: Sequence[Path], result: ImportResult, progress: Progress) -> None:
    """Copy and decode on two threads, keep rows on this one, in the order of the files."""
    desk = _Desk(home, result, progress, len(files))
    with ThreadPoolExecutor(WORKERS, "import") as pool:
        queue: deque[tuple[Path, Future[Taken]]] = deque()
        try:
            for file in files:
                queue.append((file, pool.submit(_take, home, file, desk.known)))
                if len(queue) > WORKERS:
                    desk.settle(*queue.popleft())
            while queue:
                desk.settle(*queue.popleft())
        except BaseException:
            desk.keep_what_is_done(queue)
            raise


def _take(home: Home, file: Path, known: Container[str]) -> Taken:
    """On a worker's thread: copy, hash, decode, make both renditions, and only then give the original its place."""
    with arriving(home, file) as arrived:
        if arrived.sha256 in known:
            return Taken(file, arrived, "", Facts(), "")
        if is_video(arrived.ending):
            taken_at, source = taken_by_file(file)
            return Taken(file, arrived, placed(home, arrived), Facts(taken_at=taken_at, taken_source=source), "")
        if arrived.ending == ".jpg" and has_lost_a_piece(arrived.aside):
            raise NotTaken(BROKEN)
        with opened(arrived.aside) as picture:
            facts = facts_of(picture, file)
            small = keep_renditions(home, arrived.sha256, picture)
        return Taken(file, arrived, placed(home, arrived), facts, difference_hash(small))


class _Desk:
    """The side of an import that writes rows: one file at a time, each counted in exactly one bucket."""

    def __init__(self, home: Home, result: ImportResult, progress: Progress, total: int) -> None:
        self._home, self._result, self._progress, self._total = home, result, progress, total
        rows = list(MediaAsset.select(MediaAsset.id, MediaAsset.sha256, MediaAsset.phash))
        self.known = {str(row.sha256) for row in rows}
        self._hashes = [(str(row.id), str(row.phash)) for row in rows if row.phash]

    def settle(self, file: Path, future: Future[Taken]) -> None:
        """Count one file. Raises Cancelled after it, so that what was done is kept."""
        self._count(file, future)
        self._progress.step(self._result.seen, self._total, file.name)

    def _count(self, file: Path, future: Future[Taken]) -> None:
        try:
            taken = future.result()
        except NotTaken as error:
            self._result.failed.append(Failed(nfc(file.name), error.reason))
        except OSError as error:
            if error.errno in (errno.ENOSPC, errno.EDQUOT):
                raise DiskFull(left=self._total - self._result.seen) from error
            self._result.failed.append(Failed(nfc(file.name), GONE))
        else:
            self._keep(taken)

    def keep_what_is_done(self, queue: Iterable[tuple[Path, Future[Taken]]]) -> None:
        """After a cancel or a full disk: files already in the store get their rows, the others are never begun."""
        waiting = list(queue)
        for _file, future in waiting:
            future.cancel()
        for _file, future in waiting:
            if not future.cancelled() and future.exception() is None:
                self._keep(future.result())

    def _keep(self, taken: Taken) -> None:
        if taken.arrived.sha256 in self.known:
            self._result.known += 1
            return
        like = next((id_ for id_, phash in self._hashes if taken.phash and are_alike(phash, taken.phash)), None)
        asset_id = _new_row(taken, self._result.roll_id, like)
        self.known.add(taken.arrived.sha256)
        self._hashes += [(asset_id, taken.phash)] if taken.phash else []
        self._result.asset_ids.append(asset_id)
        self._result.similar += like is not None
        self._result.imported += like is None


def _new_row(taken: Taken, roll_id: str, like: str | None) -> str:
    facts = taken.facts
    asset = MediaAsset.create(
        roll=roll_id,
        kind="video" if is_video(taken.arrived.ending) else "photo",
        sha256=taken.arrived.sha256,
        original_path=taken.place,
        original_name=nfc(taken.file.name),
        bytes=taken.arrived.bytes,
        phash=taken.phash,
        burst_of=like,
        **facts._asdict(),
    )
    return str(asset.id)


def _close_roll(roll: ImportRoll, result: ImportResult, by_name: str) -> None:
    with database.atomic():
        roll.ended_at, roll.seen = now(), result.seen
        roll.imported, roll.known, roll.similar = result.imported, result.known, result.similar
        roll.failed = [one._asdict() for one in result.failed]
        roll.save()
        audit.record("import media", "import_roll", result.roll_id, by_name, seen=result.seen)
