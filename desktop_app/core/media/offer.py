"""What a card, stick or folder offers, before anything is copied: by day, the new ones ticked, known ones not."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from db.queries.media import KeptFile, kept_files
from db.text import nfc
from desktop_app.core.home import Home
from desktop_app.core.jobs import Progress
from desktop_app.core.media.errors import NotTaken
from desktop_app.core.media.facts import notes_of, taken, taken_by_file
from desktop_app.core.media.kinds import OTHER_NAMES, PICTURE_ENDINGS
from desktop_app.core.media.pictures import opened
from desktop_app.core.media.sources import media_files
from desktop_app.core.media.store import hash_of


class Offered(NamedTuple):
    """One file; ``day`` as its camera or its name says, None where nobody knows; ``known`` once it is here already."""

    file: Path
    day: date | None
    known: bool
    is_photo: bool


class DayOffered(NamedTuple):
    """The files of a day: how many are new, how many of those are ticked, how many are here already."""

    day: date | None
    new: int
    ticked: int
    known: int


class Offer:
    """The files in the order they were found, and which of them are to be taken in."""

    def __init__(self, files: Sequence[Offered]) -> None:
        self.files = files
        self._by_day: dict[date | None, list[Offered]] = {}
        for one in files:
            self._by_day.setdefault(one.day, []).append(one)
        self.ticked = {one.file for one in files if not one.known}

    @property
    def known(self) -> int:
        """How many are here already."""
        return sum(one.known for one in self.files)

    def days(self) -> list[DayOffered]:
        """The newest day first; files without a day last."""
        order = sorted(self._by_day, key=lambda day: day or date.min, reverse=True)
        return [self._day(day, self._by_day[day]) for day in order]

    def _day(self, day: date | None, files: Sequence[Offered]) -> DayOffered:
        known = sum(one.known for one in files)
        return DayOffered(day, len(files) - known, sum(one.file in self.ticked for one in files), known)

    def of_day(self, day: date | None) -> Sequence[Offered]:
        """The files of a day, in the order they were found."""
        return self._by_day.get(day, [])

    def tick(self, files: Iterable[Path], *, on: bool) -> None:
        """Take these in, or leave them out; a file that is here already may be ticked, it is then counted as known."""
        self.ticked = self.ticked | set(files) if on else self.ticked - set(files)

    def chosen(self) -> list[Path]:
        """What is to be taken in, in the order it was found."""
        return [one.file for one in self.files if one.file in self.ticked]


def look_at(home: Home, paths: Sequence[Path], progress: Progress) -> Offer:
    """Look through files and folders without copying anything. Raises NothingThere, Cancelled.

    A file is known by its name, length and camera time; one without a camera's time is hashed before it is called so.
    """
    files = media_files(paths, home.root)
    kept = _Kept(kept_files())
    offered = []
    for number, file in enumerate(files):
        progress.step(number, len(files), file.name)
        offered.append(_offered(file, kept, progress))
    progress.step(len(files), len(files))
    return Offer(offered)


class _Kept:
    """What the school has, by name and length."""

    def __init__(self, files: Iterable[KeptFile]) -> None:
        self._files: dict[tuple[str, int], list[KeptFile]] = {}
        for file in files:
            self._files.setdefault((file.name, file.bytes), []).append(file)

    def has(self, file: Path, taken_at: str, source: str, progress: Progress) -> bool:
        """Whether this very file is here. Raises Cancelled, NotTaken when it cannot be read."""
        try:
            like = self._files.get((nfc(file.name), file.stat().st_size), [])
        except OSError:
            return False
        if source == "exif" and any(one.taken_at == taken_at for one in like):
            return True
        return bool(like) and hash_of(file, progress) in {one.sha256 for one in like}


def _offered(file: Path, kept: _Kept, progress: Progress) -> Offered:
    is_photo = file.suffix.lower() in PICTURE_ENDINGS + OTHER_NAMES
    taken_at, source = _taken(file) if is_photo else taken_by_file(file)
    try:
        known = kept.has(file, taken_at or "", source, progress)
    except NotTaken:  # it cannot be read: the import will say why
        known = False
    return Offered(file, date.fromisoformat(taken_at[:10]) if taken_at else None, known, is_photo)


def _taken(file: Path) -> tuple[str | None, str]:
    """The time in the camera's notes; of a damaged picture what its name says, the import will judge it."""
    try:
        with opened(file) as picture:
            return taken(notes_of(picture), file)
    except NotTaken:
        return taken_by_file(file)
