"""One file on its way in: copied, hashed, decoded, shown small; what a worker's thread does and says of it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from db.queries.media import kept_files
from db.text import nfc
from desktop_app.core.home import Home
from desktop_app.core.jobs import Progress
from desktop_app.core.media.errors import BROKEN, FOREIGN, NO_PICTURE, RAW, NotTaken
from desktop_app.core.media.facts import Facts, facts_of
from desktop_app.core.media.jpeg import has_lost_a_piece
from desktop_app.core.media.kinds import FOREIGN_ENDINGS, RAW_ENDINGS, is_video
from desktop_app.core.media.likeness import Looks, difference_hash
from desktop_app.core.media.pictures import opened
from desktop_app.core.media.posters import poster_of
from desktop_app.core.media.quality import judged, profile_here, seen_of
from desktop_app.core.media.renditions import keep_renditions
from desktop_app.core.media.store import Arrived, arriving, hash_of, original_place, placed
from desktop_app.core.media.video_facts import video_facts


class Archive:
    """What the school has already, as an import saw it at its start; the import adds to it as it goes."""

    def __init__(self) -> None:
        kept = kept_files()
        self.hashes = {file.sha256 for file in kept}
        self._names = {(file.name, file.bytes) for file in kept}
        self._looks = Looks()
        for file in kept:
            self._looks.add(file.phash, file.group)

    def add(self, taken: Taken, group: str) -> None:
        """Remember what has just got its row; ``group`` is the first picture that looks like it, or itself."""
        self.hashes.add(taken.sha256)
        self._looks.add(taken.phash, group)

    def like(self, phash: str) -> str | None:
        """The first picture of the group that looks like this one, or None."""
        return self._looks.like(phash)

    def has_one_like(self, file: Path) -> bool:
        """Whether a file of this name and size is here: then it is worth hashing before it is copied."""
        try:
            return (nfc(file.name), file.stat().st_size) in self._names
        except OSError:
            return False


class Taken(NamedTuple):
    """A file of this import; ``place`` is empty when the store has had it before."""

    file: Path
    sha256: str
    bytes: int = 0
    place: str = ""
    kind: str = "photo"
    facts: Facts = Facts()
    phash: str = ""


def take(home: Home, file: Path, archive: Archive, progress: Progress) -> Taken:
    """Copy, hash, decode, make both renditions, and only then give the original its place.

    Raises NotTaken, Cancelled, OSError when the disk is full; nothing of the file stays behind then.
    """
    if file.suffix.lower() in RAW_ENDINGS:
        raise NotTaken(RAW)
    if archive.has_one_like(file):
        sha256 = hash_of(file, progress)
        if sha256 in archive.hashes and _is_in_store(home, sha256):
            return Taken(file, sha256)
    with _foreign_told_apart(file), arriving(home, file, progress) as arrived:
        if arrived.sha256 in archive.hashes:
            return _known(home, file, arrived)
        return _new(home, file, arrived)


@contextmanager
def _foreign_told_apart(file: Path) -> Iterator[None]:
    """A camera's kind of file that we cannot open is no lie of its name: say so."""
    try:
        yield
    except NotTaken as error:
        if error.reason == NO_PICTURE and file.suffix.lower() in FOREIGN_ENDINGS:
            raise NotTaken(FOREIGN) from error
        raise


def _is_in_store(home: Home, sha256: str) -> bool:
    return any((home.root / original_place(sha256, "")).parent.glob(f"{sha256}.*"))


def _known(home: Home, file: Path, arrived: Arrived) -> Taken:
    """A picture that is here already; an original that was lost or cut short takes its old place again."""
    original = home.root / original_place(arrived.sha256, arrived.ending)
    if not original.exists() or original.stat().st_size != arrived.bytes:
        placed(home, arrived)
    return Taken(file, arrived.sha256)


def _new(home: Home, file: Path, arrived: Arrived) -> Taken:
    if is_video(arrived.ending):
        return _video(home, file, arrived)
    if arrived.ending == ".jpg" and has_lost_a_piece(arrived.aside):
        raise NotTaken(BROKEN)
    with opened(arrived.aside) as picture:
        facts = facts_of(picture, file)
        small = keep_renditions(home, arrived.sha256, picture)
    place = placed(home, arrived)
    told = judged(facts, seen_of(home, arrived.sha256), profile_here(home))
    return Taken(file, arrived.sha256, arrived.bytes, place, "photo", told, difference_hash(small))


def _video(home: Home, file: Path, arrived: Arrived) -> Taken:
    facts = video_facts(arrived.aside, file)
    if poster := poster_of(arrived.aside):
        keep_renditions(home, arrived.sha256, poster)
    return Taken(file, arrived.sha256, arrived.bytes, placed(home, arrived), "video", facts)
