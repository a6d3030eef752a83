"""The store of originals: each file once, under its hash, byte for byte as it came."""

from __future__ import annotations

import hashlib
import os
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, NamedTuple

import psutil

from desktop_app.core.files import BLOCK, sync_folder
from desktop_app.core.home import Home
from desktop_app.core.jobs import Cancelled, Progress
from desktop_app.core.media.errors import EMPTY, GONE, NO_PICTURE, NotTaken
from desktop_app.core.media.kinds import HEAD, ending_of


class Arrived(NamedTuple):
    """A file copied beside the store, hashed on the way, waiting for its place. ``ending`` is by its content."""

    aside: Path
    sha256: str
    bytes: int
    ending: str


@contextmanager
def arriving(home: Home, source: Path, progress: Progress) -> Iterator[Arrived]:
    """Copy ``source`` beside the store; what is not placed when the block ends is removed.

    Raises NotTaken for a file that is empty, gone or no picture, Cancelled between two blocks of a long video,
    OSError when the disk is full.
    """
    aside = home.media / f"arriving-{os.getpid()}-{uuid.uuid4().hex}.part"
    try:
        yield _copied(source, aside, progress)
    finally:
        aside.unlink(missing_ok=True)


def _copied(source: Path, aside: Path, progress: Progress) -> Arrived:
    digest, size, head = hashlib.sha256(), 0, b""
    with aside.open("wb") as copy:
        for block in blocks_of(source, progress):
            head = head or block[:HEAD]
            digest.update(block)
            copy.write(block)
            size += len(block)
        copy.flush()
        os.fsync(copy.fileno())
    ending = ending_of(head)
    if size == 0:
        raise NotTaken(EMPTY)
    if ending is None:
        raise NotTaken(NO_PICTURE)
    return Arrived(aside, digest.hexdigest(), size, ending)


def hash_of(source: Path, progress: Progress) -> str:
    """The SHA-256 of a file that may vanish while it is read. Raises NotTaken, Cancelled."""
    digest = hashlib.sha256()
    for block in blocks_of(source, progress):
        digest.update(block)
    return digest.hexdigest()


def blocks_of(source: Path, progress: Progress) -> Iterator[bytes]:
    """The file in pieces of 1 MiB. Raises NotTaken when the card is gone, Cancelled when someone asked to stop.

    A file that ends before the length it had when it was opened was cut off on the way: it is not taken for whole.
    """
    with _readable(source) as stream:
        left = os.fstat(stream.fileno()).st_size
        while block := _read(stream):
            if progress.cancelled:
                raise Cancelled
            left -= len(block)
            yield block
    if left > 0:
        raise NotTaken(GONE)


def _readable(source: Path) -> BinaryIO:
    try:
        return source.open("rb")
    except OSError as error:
        raise NotTaken(GONE) from error


def _read(stream: BinaryIO) -> bytes:
    try:
        return stream.read(BLOCK)
    except OSError as error:
        raise NotTaken(GONE) from error


def placed(home: Home, arrived: Arrived) -> str:
    """Give the copy its place in the store; returns it relative to the home folder, with slashes."""
    place = original_place(arrived.sha256, arrived.ending)
    target = home.root / place
    target.parent.mkdir(parents=True, exist_ok=True)
    os.replace(arrived.aside, target)
    sync_folder(target.parent)
    return place


def original_place(sha256: str, ending: str) -> str:
    """media/ab/cd/<sha256>.jpg: two levels of folders keep each one short."""
    return f"media/{sha256[:2]}/{sha256[2:4]}/{sha256}{ending}"


def sweep(home: Home) -> None:
    """Remove what an import that was killed left half-copied; one that still runs keeps its own."""
    for left in home.media.glob("arriving-*.part"):
        pid = left.name.split("-")[1]
        if not pid.isdigit() or not psutil.pid_exists(int(pid)):
            left.unlink(missing_ok=True)
