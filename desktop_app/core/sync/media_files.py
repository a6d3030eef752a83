"""The files behind the records, papers, photos, videos: sent after all words are through, fetched where they lack.

Originals tell where they were taken, and scans of consents who is in them: they go to a store of the school's own
alone. Any other store gets the papers of issued reports; pictures reach it in bundles (core/sync/bundles.py).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from db.models import Consent, Decision, Document, Evidence, MediaAsset, Report, SyncFile, SyncTarget
from desktop_app.core.home import Home
from desktop_app.core.jobs import Progress
from desktop_app.core.papers import FOLDER, paper_of
from desktop_app.core.sync.device import this_device
from desktop_app.core.sync.errors import Damaged, StoreMissing, StoreTrouble
from desktop_app.core.sync.file_list import SHA256, list_key, read
from desktop_app.core.sync.files import FileChanged, Waiting, fetch_file, send_file, sending_order
from desktop_app.core.sync.ledger import Ledger
from desktop_app.core.sync.store import Store

KINDS = {
    ".jpg": "image/jpeg",
    ".png": "image/png",
    ".webp": "image/webp",
    ".heic": "image/heic",
    ".tif": "image/tiff",
    ".gif": "image/gif",
    ".bmp": "image/bmp",
    ".mp4": "video/mp4",
    ".mov": "video/quicktime",
    ".3gp": "video/3gpp",
    ".avi": "video/x-msvideo",
    ".m4v": "video/x-m4v",
    ".pdf": "application/pdf",
}
REPORTS = (
    (Report, Report.scan_sha256),
    (Report, Report.pdf_sha256),
    (Report, Report.word_sha256),
)
"""What names the papers of issued reports: those are written for the authority."""
PAPERS = (
    *REPORTS,
    (Decision, Decision.scan_sha256),
    (Consent, Consent.scan_sha256),
    (Document, Document.file_sha256),
    (Evidence, Evidence.sha256),
)
"""What names a kept paper (core.papers)."""
ENDING = re.compile(r"\.[a-z0-9]{1,8}")


class Carried(NamedTuple):
    """``waiting`` and ``missing`` files are still to be sent and to be fetched; ``spoilt`` are changed or damaged."""

    sent: int
    fetched: int
    waiting: int
    missing: int
    spoilt: list[str]
    problem: StoreTrouble | None = None


def carry_files(
    home: Home, store: Store, progress: Progress, *, cap: int = 0, videos: bool = True, whole_archive: bool = False
) -> Carried:
    """Send what the store lacks, fetch what this PC lacks; goes on next time where the line broke.

    ``cap`` in bytes a second; without ``videos`` only photos move. Originals and every scan move where the store is the
    school's own and holds its ``whole_archive``; else the papers of issued reports alone. Raises Cancelled.
    """
    target = SyncTarget.get_or_none(SyncTarget.address == store.address)
    device = this_device()
    if target is None or device is None:
        return Carried(0, 0, 0, 0, [])
    going = _Carrying(home, store, progress, str(target.store), device.school_id, cap, whole_archive)
    problem = None
    try:
        going.send(videos)
        going.fetch(videos)
    except StoreTrouble as trouble:
        problem = trouble
    out, missing = len(list(going.to_send())), len(list(going.to_fetch()))
    return Carried(going.sent, going.fetched, out, missing, going.spoilt, problem)


def to_send(home: Home, store_id: str, whole_archive: bool = False) -> Iterator[Waiting]:
    """The files of this PC that the store is not known to have and that may go there."""
    for asset in _not_carried(store_id) if whole_archive else ():
        path = home.root / asset.original_path
        if path.is_file():
            yield _waiting(asset.sha256, path, asset.original_name)
    for sha256 in papers(whole_archive) - _carried(store_id):
        paper = paper_of(home, sha256)
        if paper is not None:
            yield _waiting(sha256, paper, paper.name)


def _not_carried(store_id: str) -> Iterator[MediaAsset]:
    done = SyncFile.select(SyncFile.sha256).where(SyncFile.store == store_id)
    columns = (MediaAsset.id, MediaAsset.sha256, MediaAsset.original_path, MediaAsset.original_name)
    wanted = MediaAsset.select(*columns)
    found = wanted.where(MediaAsset.deleted_at.is_null(), MediaAsset.sha256.not_in(done))
    return iter(found.order_by(MediaAsset.kind, MediaAsset.id))


def _carried(store_id: str) -> set[str]:
    return {row.sha256 for row in SyncFile.select(SyncFile.sha256).where(SyncFile.store == store_id)}


def _waiting(sha256: str, path: Path, name: str) -> Waiting:
    return Waiting(sha256, path, path.stat().st_size, kind_of(path), name)


def kind_of(path: Path) -> str:
    """What a file is, by its ending: such as "image/jpeg"."""
    return KINDS.get(path.suffix.lower(), "application/octet-stream")


def papers(whole_archive: bool = True) -> set[str]:
    """What names the papers the records speak of; without ``whole_archive`` those of issued reports alone."""
    named = PAPERS if whole_archive else REPORTS
    found = (getattr(row, column.name) for model, column in named for row in model.select(column).distinct())
    return {sha256 for sha256 in found if SHA256.fullmatch(sha256 or "")}


def to_fetch(home: Home, store_id: str, whole_archive: bool = False) -> Iterator[tuple[str, Path | None]]:
    """The files other PCs took in and this one never had: papers, whose place the store tells, photos, then videos."""
    missing = sorted(papers(whole_archive) - _carried(store_id))
    yield from ((sha256, None) for sha256 in missing if paper_of(home, sha256) is None)
    for asset in _not_carried(store_id) if whole_archive else ():
        path = home.root / asset.original_path
        if home.media in path.parents and ".." not in path.parts and not path.exists():
            yield asset.sha256, path


class _Carrying:
    """One turn of carrying."""

    def __init__(
        self, home: Home, store: Store, progress: Progress, id_: str, school: str, cap: int, whole_archive: bool
    ) -> None:
        self._home, self._store, self._progress, self._id = home, store, progress, id_
        self._school, self._cap, self._whole_archive = school, cap, whole_archive
        self.sent = self.fetched = 0
        self.spoilt: list[str] = []

    def to_send(self) -> Iterator[Waiting]:
        return to_send(self._home, self._id, self._whole_archive)

    def to_fetch(self) -> Iterator[tuple[str, Path | None]]:
        return to_fetch(self._home, self._id, self._whole_archive)

    def send(self, videos: bool) -> None:
        ledger = Ledger(self._home.root / "sync", self._id)
        for file in sending_order(self.to_send()):
            if file.kind.startswith("video/") and not videos:
                continue
            try:
                send_file(
                    self._store, self._school, file.path, file.sha256, self._progress, ledger,
                    kind=file.kind, name=file.name, cap=self._cap,
                )  # fmt: skip
            except FileChanged:
                self.spoilt.append(file.name)
            else:
                self._has(file.sha256)
                self.sent += 1

    def fetch(self, videos: bool) -> None:
        for sha256, path in list(self.to_fetch()):
            if path and kind_of(path).startswith("video/") and not videos:
                continue
            try:
                target = path or self._place_of(sha256)
                fetch_file(self._store, self._school, sha256, target, self._progress)
            except StoreMissing:
                continue  # still on its way from the PC that has it
            except (Damaged, ValueError):
                self.spoilt.append(sha256[:16])
            else:
                self._has(sha256)
                self.fetched += 1

    def _place_of(self, sha256: str) -> Path:
        """Where a paper belongs (core.papers); its kind is told by the list of its pieces."""
        ending = Path(read(self._store.get(list_key(self._school, sha256))).name).suffix.lower()
        return self._home.root / FOLDER / sha256[:2] / f"{sha256}{ending if ENDING.fullmatch(ending) else '.bin'}"

    def _has(self, sha256: str) -> None:
        SyncFile.insert(store=self._id, sha256=sha256).on_conflict_ignore().execute()
