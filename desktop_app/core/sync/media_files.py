"""The files behind the records, papers, photos, videos: sent after all words are through, fetched where they lack."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from db.models import Consent, Decision, Document, Evidence, MediaAsset, Report, SyncFile, SyncTarget
from desktop_app.core import consent
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
PAPERS = (
    (Decision, Decision.scan_sha256),
    (Consent, Consent.scan_sha256),
    (Document, Document.file_sha256),
    (Evidence, Evidence.sha256),
    (Report, Report.scan_sha256),
    (Report, Report.pdf_sha256),
    (Report, Report.word_sha256),
)
"""What names a kept paper (core.papers)."""
ENDING = re.compile(r"\.[a-z0-9]{1,8}")

REJECTED = "rejected"


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

    ``cap`` in bytes a second; without ``videos`` only photos move. Pictures that may not leave for the authority stay
    here, unless the store is the school's own and holds its ``whole_archive``. Raises Cancelled.
    """
    target = SyncTarget.get_or_none(SyncTarget.address == store.address)
    device = this_device()
    if target is None or device is None:
        return Carried(0, 0, 0, 0, [])
    going = _Carrying(home, store, progress, str(target.store), device.school_id, cap)
    problem = None
    try:
        going.send(videos, whole_archive)
        going.fetch(videos)
    except StoreTrouble as trouble:
        problem = trouble
    out, missing = len(list(to_send(home, going.id, whole_archive))), len(list(to_fetch(home, going.id)))
    return Carried(going.sent, going.fetched, out, missing, going.spoilt, problem)


def to_send(home: Home, store_id: str, whole_archive: bool = False) -> Iterator[Waiting]:
    """The files of this PC that the store is not known to have and that may go there."""
    lacking = list(_not_carried(store_id))
    for asset in lacking if whole_archive else _may_leave(lacking):
        path = home.root / asset.original_path
        if path.is_file():
            yield _waiting(asset.sha256, path, asset.original_name)
    for sha256 in papers() - _carried(store_id):
        paper = paper_of(home, sha256)
        if paper is not None:
            yield _waiting(sha256, paper, paper.name)


def _may_leave(assets: list[MediaAsset]) -> Iterator[MediaAsset]:
    """Pictures found good that show nobody who has not agreed: the store may be another's than the school's."""
    kept_back = consent.obstacles([str(asset.id) for asset in assets], "authority", date.today())
    return (asset for asset in assets if str(asset.id) not in kept_back and asset.review != REJECTED)


def _not_carried(store_id: str) -> Iterator[MediaAsset]:
    done = SyncFile.select(SyncFile.sha256).where(SyncFile.store == store_id)
    columns = (MediaAsset.id, MediaAsset.sha256, MediaAsset.original_path, MediaAsset.original_name, MediaAsset.review)
    wanted = MediaAsset.select(*columns)
    found = wanted.where(MediaAsset.deleted_at.is_null(), MediaAsset.sha256.not_in(done))
    return iter(found.order_by(MediaAsset.kind, MediaAsset.id))


def _carried(store_id: str) -> set[str]:
    return {row.sha256 for row in SyncFile.select(SyncFile.sha256).where(SyncFile.store == store_id)}


def _waiting(sha256: str, path: Path, name: str) -> Waiting:
    return Waiting(sha256, path, path.stat().st_size, KINDS.get(path.suffix.lower(), "application/octet-stream"), name)


def papers() -> set[str]:
    """What names the papers the records speak of."""
    found = (getattr(row, column.name) for model, column in PAPERS for row in model.select(column).distinct())
    return {sha256 for sha256 in found if SHA256.fullmatch(sha256 or "")}


def to_fetch(home: Home, store_id: str) -> Iterator[tuple[str, Path | None]]:
    """The files other PCs took in and this one never had: papers, whose place the store tells, photos, then videos."""
    missing = sorted(papers() - _carried(store_id))
    yield from ((sha256, None) for sha256 in missing if paper_of(home, sha256) is None)
    for asset in _not_carried(store_id):
        path = home.root / asset.original_path
        if home.media in path.parents and ".." not in path.parts and not path.exists():
            yield asset.sha256, path


class _Carrying:
    """One turn of carrying."""

    def __init__(self, home: Home, store: Store, progress: Progress, id_: str, school: str, cap: int) -> None:
        self._home, self._store, self._progress, self.id = home, store, progress, id_
        self._school, self._cap = school, cap
        self.sent = self.fetched = 0
        self.spoilt: list[str] = []

    def send(self, videos: bool, whole_archive: bool) -> None:
        ledger = Ledger(self._home.root / "sync", self.id)
        for file in sending_order(to_send(self._home, self.id, whole_archive)):
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
        for sha256, path in list(to_fetch(self._home, self.id)):
            if path and KINDS.get(path.suffix.lower(), "").startswith("video/") and not videos:
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
        SyncFile.insert(store=self.id, sha256=sha256).on_conflict_ignore().execute()
