"""The store looked through: every original hashed again, lost ones found by their bytes, put back where possible."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from db.queries.media import Original, originals
from desktop_app.core import audit
from desktop_app.core.files import sync_folder
from desktop_app.core.home import Home
from desktop_app.core.i18n import N_
from desktop_app.core.jobs import Progress
from desktop_app.core.media.errors import NotTaken, OriginalUnreadable
from desktop_app.core.media.full_disk import full_disk_named
from desktop_app.core.media.renditions import LARGE, SMALL, rendition, rendition_place
from desktop_app.core.media.store import arriving, hash_of, sweep

MISSING = N_("The file is not in the store any more")
DAMAGED = N_("The file is not what it was when it was taken in")
DAMAGED_ENDING = ".damaged"


class Wrong(NamedTuple):
    """An original that is not as it was, under the name it came with; ``why`` is a message id."""

    name: str
    place: str
    why: str


class Found(NamedTuple):
    """An original put back to its place, and where its bytes were found."""

    name: str
    place: str
    found_at: str


@dataclass
class StoreCheck:
    """What a check found: seen = sound + found + wrong, always. ``foreign`` are files no record knows, left alone."""

    sound: int = 0
    renditions: int = 0
    found: list[Found] = field(default_factory=list)
    wrong: list[Wrong] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)

    @property
    def seen(self) -> int:
        return self.sound + len(self.found) + len(self.wrong)


def check_store(home: Home, progress: Progress, *, look_in: Sequence[Path] = (), by_name: str = "") -> StoreCheck:
    """Hash every original again and repair what can be repaired: strayed files by their hash, missing renditions.

    ``look_in`` are folders where lost originals may be found too; they are copied from there, never moved.
    A damaged file is replaced only by a sound one, and stays beside it as ``.damaged``. A cancel keeps every repair
    made until then. Raises Cancelled, DiskFull.
    """
    sweep(home)
    kept = originals()
    search = _Search(home, kept, progress)
    lost = search.lost(kept)
    with full_disk_named(lambda: [home.root / one.place for one in lost]):
        search.look_among(_files_under([home.media]), own=True)
        search.look_among(_files_under(look_in), own=False)
    check = search.result()
    check.renditions = _renditions_renewed(home, kept, {wrong.place for wrong in check.wrong}, progress)
    audit.record("check media", "media_asset", "", by_name, seen=check.seen, wrong=len(check.wrong))
    return check


def bring_back(home: Home, asset_id: str, folder: Path, progress: Progress, *, by_name: str = "") -> bool:
    """Look in ``folder`` for the original of one picture by its bytes, whatever its name, and copy it to its place.

    True when it is there as it was taken in. Raises Cancelled, DiskFull; nothing of ``folder`` is touched.
    """
    kept = originals()
    search = _Search(home, kept, progress)
    lost = search.lost([one for one in kept if one.id == asset_id])
    with full_disk_named(lambda: [home.root / one.place for one in lost]):
        search.look_among(_files_under([folder]) if lost else (), own=False)
    check = search.result()
    _renditions_renewed(home, lost, {wrong.place for wrong in check.wrong}, progress)
    for found in check.found:
        audit.record("bring back", "media_asset", asset_id, by_name, found_at=found.found_at)
    return not check.wrong


class _Search:
    """Originals that are not as they were, and where their bytes turn up."""

    def __init__(self, home: Home, kept: Sequence[Original], progress: Progress) -> None:
        self._home, self._kept, self._progress = home, kept, progress
        self._places = {one.place for one in kept}
        self._lost: dict[str, Wrong] = {}
        self._check = StoreCheck()

    def lost(self, among: Sequence[Original]) -> list[Original]:
        """Hash these originals at their places; those that are gone or changed."""
        for number, one in enumerate(among):
            self._progress.step(number, len(among), one.name)
            why = self._what_is_wrong(one)
            if why:
                self._lost[one.sha256] = Wrong(one.name, one.place, why)
        self._check.sound = len(among) - len(self._lost)
        return [one for one in among if one.sha256 in self._lost]

    def _what_is_wrong(self, one: Original) -> str:
        file = self._home.root / one.place
        if not file.is_file():
            return MISSING
        try:
            return "" if hash_of(file, self._progress) == one.sha256 else DAMAGED
        except NotTaken:
            return DAMAGED

    def look_among(self, files: Iterable[Path], *, own: bool) -> None:
        """Put back what is found among ``files``; strangers in the store itself (``own``) are named and left."""
        for file in files:
            place = _place_in(self._home, file)
            if place in self._places or self._put_back(file, own=own):
                continue
            if own:
                self._check.foreign.append(place)

    def _put_back(self, file: Path, *, own: bool) -> bool:
        wrong = self._lost_one_like(file)
        if wrong is None:
            return False
        target = self._home.root / wrong.place
        if own:
            _take_place(file, target)
        elif not self._copied(file, target):
            return False
        del self._lost[target.stem]
        self._check.found.append(Found(wrong.name, wrong.place, str(file)))
        return True

    def _lost_one_like(self, file: Path) -> Wrong | None:
        """Only a file of a lost one's length is worth hashing."""
        lengths = {one.bytes for one in self._kept if one.sha256 in self._lost}
        if _length_of(file) not in lengths:
            return None
        try:
            return self._lost.get(hash_of(file, self._progress))
        except NotTaken:
            return None

    def _copied(self, file: Path, target: Path) -> bool:
        with arriving(self._home, file, self._progress) as arrived:
            if arrived.sha256 != target.stem:  # a stick may change between two readings
                return False
            _take_place(arrived.aside, target)
            return True

    def result(self) -> StoreCheck:
        """The sum; what is still lost is wrong."""
        self._check.wrong = list(self._lost.values())
        return self._check


def _take_place(file: Path, target: Path) -> None:
    """Move ``file`` to ``target``; a damaged one that stands there steps aside."""
    target.parent.mkdir(parents=True, exist_ok=True)
    if target.exists():
        os.replace(target, target.with_name(target.name + DAMAGED_ENDING))
    os.replace(file, target)
    sync_folder(target.parent)


def _place_in(home: Home, file: Path) -> str:
    return file.relative_to(home.root).as_posix() if file.is_relative_to(home.root) else str(file)


def _length_of(file: Path) -> int:
    try:
        return file.stat().st_size
    except OSError:
        return -1


def _files_under(folders: Iterable[Path]) -> Iterator[Path]:
    for folder in folders:
        for at, _folders, names in os.walk(folder):
            yield from (Path(at) / name for name in sorted(names))


def _renditions_renewed(home: Home, kept: Sequence[Original], wrong: set[str], progress: Progress) -> int:
    made = 0
    photos = [one for one in kept if one.kind == "photo" and one.place not in wrong]
    for number, one in enumerate(photos):
        if all(rendition_place(home, one.sha256, size).is_file() for size in (SMALL, LARGE)):
            continue
        progress.step(number, len(photos), one.name)
        made += _renewed(home, one.sha256)
    return made


def _renewed(home: Home, sha256: str) -> bool:
    try:
        return all(rendition(home, sha256, size).is_file() for size in (SMALL, LARGE))
    except OriginalUnreadable:
        return False
