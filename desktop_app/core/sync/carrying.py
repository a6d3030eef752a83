"""The archive's photos and videos between this PC and the store: after all text, small ones first, in their hours."""

from __future__ import annotations

import re
from datetime import datetime
from typing import NamedTuple

from db.models import MediaAsset
from desktop_app.core.errors import UserError
from desktop_app.core.home import Home
from desktop_app.core.jobs import Progress
from desktop_app.core.media.full_disk import full_disk_named
from desktop_app.core.sync.errors import Damaged, StoreMissing, StoreTrouble
from desktop_app.core.sync.files import FEW, FileChanged, Waiting, fetch_file, send_file, sending_order
from desktop_app.core.sync.ledger import Ledger
from desktop_app.core.sync.speed_limit import SpeedLimit
from desktop_app.core.sync.store import Store

PLACE = re.compile(r"media/[0-9a-f]{2}/[0-9a-f]{2}/[0-9a-f]{64}\.[a-z0-9]{1,8}")
"""Where an original may lie, relative to the home folder: what another PC writes leads nowhere else."""


def asked_folder(school: str) -> str:
    """Where a PC that found a file damaged asks for it again: an empty file by its hash. Whoever has it sends it."""
    return f"schools/{school}/wanted/"


class Carried(NamedTuple):
    """Files ``sent`` and ``received`` this time, what is ``left`` of both with its bytes.

    ``damaged`` names files that are not what they were, here or in the store. ``problem`` is what stopped the rest;
    ``next_at`` when it may go on, where only the hour stands in the way.
    """

    sent: int = 0
    received: int = 0
    left: int = 0
    bytes_left: int = 0
    damaged: tuple[str, ...] = ()
    problem: UserError | None = None
    next_at: datetime | None = None


class Lot(NamedTuple):
    """What wants to go out, and what is missing here."""

    here: list[Waiting]
    """All that lie here and may go."""
    out: list[Waiting]
    back: list[Waiting]

    @property
    def all(self) -> list[Waiting]:
        return [*self.out, *self.back]


def lot(home: Home, ledger: Ledger) -> Lot:
    """The files of the archive that the store or this PC lacks, as far as this PC knows; the store is not asked.

    Rejected pictures and those whose consent ended stay where they are, and so does what lies in the bin.
    """
    arrived = ledger.arrived()
    wanted = MediaAsset.select().where(
        MediaAsset.deleted_at.is_null(), MediaAsset.state == "kept", MediaAsset.review != "rejected"
    )
    here: list[Waiting] = []
    back: list[Waiting] = []
    for asset in wanted:
        if not PLACE.fullmatch(asset.original_path) or asset.sha256 not in asset.original_path:
            continue
        path = home.root / asset.original_path
        kind = f"{'image' if asset.kind == 'photo' else 'video'}/{path.suffix[1:]}"
        file = Waiting(asset.sha256, path, asset.bytes, kind, asset.original_name)
        (here if path.exists() else back).append(file)
    return Lot(here, [file for file in here if file.sha256 not in arrived], back)


def carry(
    home: Home,
    store: Store,
    school: str,
    ledger: Ledger,
    progress: Progress,
    limit: SpeedLimit = SpeedLimit(),  # noqa: B008  # immutable
    now: datetime | None = None,
) -> Carried:
    """Bring over what is left, until it is done or something stops it. Raises DiskFull, Cancelled.

    The store is opened with ``limit.flow(progress)``; ``now`` is the local time. With nothing left it is one request.
    """
    wanted = lot(home, ledger)
    at = now or datetime.now()
    if not limit.allows(at):
        return _left(wanted, Carried(next_at=limit.next_begin(at)))
    errand = _Carrying(store, school, ledger, progress, limit.cap)
    problem: UserError | None = None
    try:
        errand.go(wanted)
    except StoreTrouble as error:
        problem = error
    return _left(lot(home, ledger), errand.done._replace(problem=problem))


def _left(wanted: Lot, done: Carried) -> Carried:
    return done._replace(left=len(wanted.all), bytes_left=sum(file.size for file in wanted.all))


class _Carrying:
    """One time of bringing over; ``done`` counts."""

    def __init__(self, store: Store, school: str, ledger: Ledger, progress: Progress, cap: int) -> None:
        self._store, self._school, self._ledger = store, school, ledger
        self._progress, self._cap = progress, cap
        self.done = Carried()

    def go(self, wanted: Lot) -> None:
        """In the order of all: a small photo that is missing here does not wait for a long video to go out."""
        there = self._there(wanted)
        again = self._asked_for_again()
        for file in sending_order({*wanted.all, *(file for file in wanted.here if file.sha256 in again)}):
            if file.sha256 in again and file in wanted.here:
                self._send_again(file)
            elif file in wanted.out:
                self._send(file)
            elif there is None or file.sha256 in there:
                self._fetch(file)

    def _there(self, wanted: Lot) -> set[str] | None:
        """Which files the store has; None where it is cheaper to ask for each."""
        if len(wanted.back) <= FEW:
            return None
        folder = f"schools/{self._school}/files/"
        return {entry.key.removeprefix(folder).removesuffix(".json") for entry in self._store.list(folder)}

    def _asked_for_again(self) -> set[str]:
        folder = asked_folder(self._school)
        return {entry.key.removeprefix(folder) for entry in self._store.list(folder)}

    def _send_again(self, file: Waiting) -> None:
        self._send(file, afresh=True)
        self._store.delete(asked_folder(self._school) + file.sha256)

    def _send(self, file: Waiting, *, afresh: bool = False) -> None:
        try:
            send_file(
                self._store,
                self._school,
                file.path,
                file.sha256,
                self._progress,
                self._ledger,
                kind=file.kind,
                name=file.name,
                cap=self._cap,
                afresh=afresh,
            )
        except FileChanged:
            self._note_damage(file)
        else:
            self._ledger.note_arrived(file.sha256)
            self.done = self.done._replace(sent=self.done.sent + 1)

    def _fetch(self, file: Waiting) -> None:
        try:
            with full_disk_named(lambda: [file.path]):
                fetch_file(self._store, self._school, file.sha256, file.path, self._progress)
        except StoreMissing:
            return  # whoever took it in has not sent it yet
        except Damaged:
            self._note_damage(file)
            self._store.put(asked_folder(self._school) + file.sha256, b"")
        else:
            self._ledger.note_arrived(file.sha256)
            self.done = self.done._replace(received=self.done.received + 1)

    def _note_damage(self, file: Waiting) -> None:
        self.done = self.done._replace(damaged=(*self.done.damaged, file.name))
