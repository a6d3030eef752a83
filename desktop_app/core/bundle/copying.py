"""Files on their way to a stick: copied and hashed in one go; what an interrupted try left there is kept if right."""

from __future__ import annotations

import hashlib
import os
from collections import deque
from collections.abc import Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from desktop_app.core.bundle.errors import SourceUnreadable
from desktop_app.core.bundle.reading import digest_on_disk
from desktop_app.core.files import BLOCK, put_down
from desktop_app.core.i18n import _
from desktop_app.core.jobs import Progress

BLOCKS_WAITING = 8


@dataclass(frozen=True)
class BundleFile:
    """One file to hand over: from a path or from memory, to a place such as data/01_BaoCao.pdf."""

    source: Path | bytes
    place: str


@dataclass
class Copying:
    """One bundle being written: the bytes behind and ahead, the files found in place from an earlier try."""

    folder: Path
    progress: Progress
    total: int
    done: int = 0
    kept: int = 0

    def step(self, size: int, words: str) -> None:
        """So many bytes more. Raises Cancelled."""
        self.done += size
        self.progress.step(min(self.done, self.total), self.total, words)


def copy_all(files: list[BundleFile], copying: Copying) -> dict[str, str]:
    """Every file at its place, not yet safe from a power cut; answers place to digest.

    Raises Cancelled, SourceUnreadable, OSError of the stick.
    """
    make_way(copying.folder, [file.place for file in files])
    # All folders first and none on the way: a pulled stick must not be replaced by folders on this PC.
    folders = sorted(_parents(file.place for file in files))
    for folder in folders:
        (copying.folder / folder).mkdir(exist_ok=True)
    with _Hashing() as hashing:
        found = {file.place: _kept(file, copying) or _copy(file, copying, hashing) for file in files}
    return {place: digest if isinstance(digest, str) else digest.hexdigest() for place, digest in found.items()}


def make_safe(folder: Path, places: Iterable[str]) -> None:
    """Have all of a bundle on the stick itself before it is read back. Raises OSError of the stick."""
    # Put down together: a stick that must finish each file by itself takes twice as long.
    put_down(folder, [folder / place for place in places])


class _Hashing:
    """A thread that hashes what this one writes: on two cores a copy costs no more than the writing."""

    def __init__(self) -> None:
        self._thread = ThreadPoolExecutor(1, "hash")
        self._waiting: deque[Future[None]] = deque()

    def __enter__(self) -> _Hashing:
        return self

    def __exit__(self, *error: object) -> None:
        self._thread.shutdown()

    def add(self, digest: hashlib._Hash, block: bytes) -> None:
        """Hash a block after those before it; a few may wait, never a whole video."""
        self._waiting.append(self._thread.submit(digest.update, block))
        if len(self._waiting) > BLOCKS_WAITING:
            self._waiting.popleft().result()


def bytes_there(folder: Path, files: Iterable[BundleFile]) -> int:
    """How many bytes of an earlier try lie at places of this bundle."""
    places = (folder / file.place for file in files)
    return sum(place.lstat().st_size for place in places if place.is_file() and not place.is_symlink())


def make_way(folder: Path, places: list[str]) -> None:
    """Take away what does not belong to the bundle: lists of an earlier try, strangers, links that lead elsewhere."""
    wanted, folders = set(places), {Path(parent).as_posix() for parent in _parents(places)}
    for path in sorted(folder.rglob("*"), reverse=True):  # what lies in a folder comes before it
        place = path.relative_to(folder).as_posix()
        if path.is_symlink() or (not path.is_dir() and place not in wanted):
            path.unlink()
        elif path.is_dir() and place not in folders:
            path.rmdir()


def _parents(places: Iterable[str]) -> set[Path]:
    return {parent for place in places for parent in Path(place).parents if parent != Path()}


def _kept(file: BundleFile, copying: Copying) -> str:
    """The digest of a file that an earlier try has put there whole, as both are read now; else nothing."""
    place = copying.folder / file.place
    if not place.is_file() or place.stat().st_size != size_of(file):
        return ""
    words = _("Looking at {file}").format(file=file.place)
    digest = _digest_of_source(file, copying, words)
    if digest_on_disk(place, lambda size: copying.step(0, words)) != digest:
        return ""
    copying.step(size_of(file), words)
    copying.kept += 1
    return digest


def size_of(file: BundleFile) -> int:
    """The bytes of a file to hand over. Raises SourceUnreadable."""
    if isinstance(file.source, bytes):
        return len(file.source)
    try:
        return file.source.stat().st_size
    except OSError as error:
        raise SourceUnreadable(file=file.source.name) from error


def _digest_of_source(file: BundleFile, copying: Copying, words: str) -> str:
    digest = hashlib.sha256()
    with _source(file) as source:
        for block in iter(partial(_read, source, file), b""):
            digest.update(block)
            copying.step(0, words)
    return digest.hexdigest()


def _copy(file: BundleFile, copying: Copying, hashing: _Hashing) -> hashlib._Hash:
    """Copy one file and have it hashed on the way. Raises Cancelled between two blocks."""
    words = _("Copying {file}").format(file=file.place)
    digest = hashlib.sha256()
    copying.step(0, words)
    with _source(file) as source, (copying.folder / file.place).open("wb", buffering=0) as copy:
        for block in iter(partial(_read, source, file), b""):
            hashing.add(digest, block)
            _write_whole(copy, block)
            copying.step(len(block), words)
        _begin_to_write_back(copy)
    return digest


def _begin_to_write_back(copy: BinaryIO) -> None:
    """Have the stick take this file while the next one is read; nobody waits for it here."""
    if hasattr(os, "posix_fadvise"):
        os.posix_fadvise(copy.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def _source(file: BundleFile) -> BinaryIO:
    try:
        return BytesIO(file.source) if isinstance(file.source, bytes) else file.source.open("rb")
    except OSError as error:
        raise SourceUnreadable(file=file.place) from error


def _read(source: BinaryIO, file: BundleFile) -> bytes:
    try:
        return source.read(BLOCK)
    except OSError as error:
        raise SourceUnreadable(file=file.place) from error


def _write_whole(copy: BinaryIO, block: bytes) -> None:
    """An unbuffered write may take only a part; a short one must not become a hole."""
    rest = memoryview(block)
    while rest:
        rest = rest[copy.write(rest) :]
