"""The store of originals: each file once, under its hash, byte for byte as it came."""

from __future__ import annotations

import hashlib
import os
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from desktop_app.core.files import BLOCK
from desktop_app.core.home import Home
from desktop_app.core.media.errors import EMPTY, GONE, NO_PICTURE, NotTaken
from desktop_app.core.media.kinds import HEAD, ending_of


class Arrived(NamedTuple):
    """A file copied beside the store, hashed on the way, waiting for its place. ``ending`` is by its content."""

    aside: Path
    sha256: str
    bytes: int
    ending: str


@contextmanager
def arriving(home: Home, source: Path) -> Iterator[Arrived]:
    """Copy ``source`` beside the store; what is not placed when the block ends is removed.

    Raises NotTaken for a file that is empty, gone or no picture, OSError when the disk is full.
    """
    aside = home.media / f"arriving-{uuid.uuid4().hex}.part"
    try:
        yield _copied(source, aside)
    finally:
        aside.unlink(missing_ok=True)


def _copied(source: Path, aside: Path) -> Arrived:
    try:
        stream = source.open("rb")
    except OSError as error:
        raise NotTaken(GONE) from error
    digest, size = hashlib.sha256(), 0
    with stream, aside.open("wb") as copy:
        head = b""
        while block := _read(stream):
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


def _read(stream: object) -> bytes:
    try:
        return bytes(stream.read(BLOCK))  # type: ignore[attr-defined]
    except OSError as error:
        raise NotTaken(GONE) from error


def placed(home: Home, arrived: Arrived) -> str:
    """Give the copy its place in the store; returns it relative to the home folder, with slashes."""
    place = original_place(arrived.sha256, arrived.ending)
    target = home.root / place
    target.parent.mkdir(parents=True, exist_ok=True)
    os.replace(arrived.aside, target)
    return place


def original_place(sha256: str, ending: str) -> str:
    """media/ab/cd/<sha256>.jpg: two levels of folders keep each one short."""
    return f"media/{sha256[:2]}/{sha256[2:4]}/{sha256}{ending}"
