"""Large files to and from a store, piece by piece: what has arrived stays arrived, whatever the line does."""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Iterable, Iterator, Sequence
from io import BufferedRandom, BufferedReader
from pathlib import Path
from typing import NamedTuple

from desktop_app.core.errors import UserError
from desktop_app.core.i18n import N_
from desktop_app.core.jobs import Progress
from desktop_app.core.sync.errors import Damaged, StoreMissing, StoreOffline, StoreTooLarge
from desktop_app.core.sync.file_list import FileList, list_key, piece_key, read, written
from desktop_app.core.sync.ledger import Ledger
from desktop_app.core.sync.pieces import Piece, piece_of
from desktop_app.core.sync.store import Store

TRIES = 2
"""How often one piece is tried before whoever asked hears of the trouble and waits."""
FEW = 16
"""Up to so many pieces the store is asked one by one whether it has them; beyond, for a listing."""
HALF = ".part"


class FileChanged(UserError):
    message = N_("The file {name} is not what it was, so it was not sent.")
    hint = N_("Check the archive: a photo or video was changed or damaged on the disk.")


class Waiting(NamedTuple):
    """A file that wants to go out; ``size`` in bytes, ``kind`` such as "image/jpeg"."""

    sha256: str
    path: Path
    size: int
    kind: str
    name: str


def sending_order(waiting: Iterable[Waiting]) -> list[Waiting]:
    """Papers before photos before sound before video, the small ones first: what matters is through soonest."""
    return sorted(waiting, key=lambda file: (_weight(file.kind), file.size, file.sha256))


def _weight(kind: str) -> int:
    return {"image": 1, "audio": 2, "video": 3}.get(kind.partition("/")[0], 0)


# ---------------------------------------------------------------- out


def send_file(
    store: Store,
    school: str,
    path: Path,
    sha256: str,
    progress: Progress,
    ledger: Ledger,
    *,
    kind: str = "application/octet-stream",
    name: str = "",
    cap: int = 0,
    afresh: bool = False,
) -> int:
    """Have the file in the store, its list last; the bytes sent for it this time. Goes on where it was left.

    ``cap`` in bytes a second makes the pieces smaller. ``afresh`` asks and trusts nothing: the store's copy was found
    damaged. Raises the troubles of Store, FileChanged, Cancelled.
    """
    if afresh or _whole(store, school, path, sha256):
        ledger.forget(sha256)
        if not afresh:
            return 0
    with path.open("rb") as file:
        errand = _Sending(store, school, sha256, file, progress, ledger, name or path.name, cap)
        pieces = errand.go(trusting=not afresh)
    store.put(list_key(school, sha256), written(pieces, kind, name or path.name))
    ledger.forget(sha256)
    return errand.sent


class _Sending:
    """One file on its way."""

    def __init__(
        self,
        store: Store,
        school: str,
        sha256: str,
        file: BufferedReader,
        progress: Progress,
        ledger: Ledger,
        name: str,
        cap: int,
    ) -> None:
        self.store, self.school, self.sha256, self.file = store, school, sha256, file
        self.progress, self.ledger, self.name, self.cap = progress, ledger, name, cap
        self.size = os.fstat(file.fileno()).st_size
        self.sent = 0
        self._looked_at = self._state()

    def go(self, *, trusting: bool) -> list[Piece]:
        """Send what the store lacks; every piece in order."""
        known = self.ledger.pieces(self.sha256)
        begun = bool(known)
        if not begun:
            self._refuse_a_changed_file()
        maybe_there = trusting and not begun
        pieces = [*known, *self._rest(sum(known[-1][:2]) if known else 0, maybe_there=maybe_there)]
        if begun or self._state() != self._looked_at:
            self._refuse_a_changed_file()
        for piece in _lacking(self.store, self.school, pieces):
            self._put(piece, self._content(piece.at, piece.size))
        return pieces

    def _rest(self, at: int, *, maybe_there: bool) -> Iterator[Piece]:
        """The pieces from ``at`` on, each in the store when it is given out.

        Without a ledger the store is asked: pieces were sent in order, so the first it lacks ends the asking.
        """
        while at < self.size:
            self.progress.step(at, self.size, self.name)
            piece, content = self._cut(at)
            maybe_there = maybe_there and _there(self.store, piece_key(self.school, piece.sha256), piece.size)
            if not maybe_there:
                piece = self._put_at(piece, content)
            self.ledger.add(self.sha256, piece)
            yield piece
            at += piece.size
        self.progress.step(self.size, self.size, self.name)

    def _put_at(self, piece: Piece, content: bytes) -> Piece:
        """Send a piece, or a smaller one from the same place on: as large as the line takes."""
        tries = 0
        while True:
            try:
                self._put(piece, content)
                return piece
            except StoreTooLarge:
                if not self.ledger.pace.too_large(len(content)):
                    raise
            except StoreOffline:
                tries += 1
                if tries >= TRIES:
                    raise
            self.progress.step(piece.at, self.size, self.name)
            piece, content = self._cut(piece.at)

    def _put(self, piece: Piece, content: bytes) -> None:
        began = time.monotonic()
        try:
            self.store.put(piece_key(self.school, piece.sha256), content)
        except StoreOffline:
            self.ledger.pace.broke(piece.size, time.monotonic() - began)
            self.ledger.keep_pace()
            raise
        self.ledger.pace.went(piece.size, time.monotonic() - began)
        self.sent += piece.size

    def _cut(self, at: int) -> tuple[Piece, bytes]:
        content = self._content(at, self.ledger.pace.size(self.cap))
        return piece_of(content, at), content

    def _content(self, at: int, size: int) -> bytes:
        self.file.seek(at)
        return self.file.read(size)

    def _state(self) -> tuple[int, int]:
        found = os.fstat(self.file.fileno())
        return found.st_size, found.st_mtime_ns

    def _refuse_a_changed_file(self) -> None:
        self.file.seek(0)
        if hashlib.file_digest(self.file, "sha256").hexdigest() != self.sha256:
            self.ledger.forget(self.sha256)
            raise FileChanged(name=self.name)


def _whole(store: Store, school: str, path: Path, sha256: str) -> bool:
    """Whether the store has the list of the file, which goes last; half a list is none."""
    try:
        return read(store.get(list_key(school, sha256))).size == path.stat().st_size
    except (StoreMissing, ValueError):
        return False


def _there(store: Store, key: str, size: int | None = None) -> bool:
    return any(entry.key == key and size in (None, entry.size) for entry in store.list(key))


def _lacking(store: Store, school: str, pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces that are not in the store after all: it was emptied, or kept half of one."""
    if len(pieces) <= FEW:
        return [piece for piece in pieces if not _there(store, piece_key(school, piece.sha256), piece.size)]
    there = {entry.key: entry.size for entry in store.list(f"schools/{school}/chunks/")}
    return [piece for piece in pieces if there.get(piece_key(school, piece.sha256)) != piece.size]


# ---------------------------------------------------------------- in


def fetch_file(store: Store, school: str, sha256: str, target: Path, progress: Progress) -> FileList:
    """Have a file of the store at ``target``, whole and as its hash promises; goes on where it was left.

    Raises the troubles of Store, Damaged, Cancelled, OSError.
    """
    facts = _list_of(store, school, sha256)
    half = target.with_name(target.name + HALF)
    target.parent.mkdir(parents=True, exist_ok=True)
    half.touch()
    with half.open("r+b") as file:
        for piece in facts.pieces:
            progress.step(piece.at, facts.size, facts.name)
            _fetch_piece(store, school, piece, file)
        file.truncate(facts.size)
        file.flush()
        os.fsync(file.fileno())
        file.seek(0)
        good = hashlib.file_digest(file, "sha256").hexdigest() == sha256
    if not good:
        half.unlink()
        raise Damaged(host=store.address, key=list_key(school, sha256))
    os.replace(half, target)
    progress.step(facts.size, facts.size, facts.name)
    return facts


def _list_of(store: Store, school: str, sha256: str) -> FileList:
    key = list_key(school, sha256)
    try:
        return read(store.get(key))
    except ValueError:
        raise Damaged(host=store.address, key=key) from None


def _fetch_piece(store: Store, school: str, piece: Piece, file: BufferedRandom) -> None:
    """Have the piece in ``file``. What is there of it from another time is asked for no more."""
    key = piece_key(school, piece.sha256)
    file.seek(piece.at)
    have = file.read(piece.size)
    for _time in range(1 + TRIES):
        if len(have) == piece.size and hashlib.sha256(have).hexdigest() == piece.sha256:
            return
        have = b"" if len(have) >= piece.size else have
        file.seek(piece.at)
        file.truncate()
        file.write(have)
        have += _rest_of(store, key, len(have), piece.size, file)
    raise Damaged(host=store.address, key=key)


def _rest_of(store: Store, key: str, start: int, size: int, file: BufferedRandom) -> bytes:
    """The bytes of ``key`` from ``start`` on, written to ``file`` as they come; fewer where the store has no more."""
    got, tries = b"", 0
    while start + len(got) < size:
        try:
            more = store.get(key, start + len(got))
        except StoreOffline as trouble:
            more = trouble.got
            tries = 0 if more else tries + 1
            if tries >= TRIES:
                raise
        else:
            if not more:
                break
        more = more[: size - start - len(got)]
        file.write(more)
        file.flush()
        got += more
    return got
