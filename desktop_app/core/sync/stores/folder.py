"""A store in a folder: a stick, a shared drive, a folder that another program carries to a cloud."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Self

from desktop_app.core.files import sync_folder, written_aside
from desktop_app.core.sync.errors import (
    FileLocked,
    FolderGone,
    NotAllowed,
    StoreFull,
    StoreMissing,
    StoreOdd,
    StoreReadOnly,
    StoreTooLarge,
    StoreTrouble,
)
from desktop_app.core.sync.flow import Flow
from desktop_app.core.sync.store import Entry
from desktop_app.core.sync.stores.keys import LARGEST, checked, checked_prefix, folders_in, walked

SHARING_VIOLATIONS = (32, 33)
"""What Windows says when another program (a virus scanner, a cloud's program) holds a file."""
ACCESS_DENIED = 5
"""What it says when that file was to be replaced."""


class FolderStore:
    """Files below ``root``, which has to be there: a stick that is not plugged in is no empty store."""

    def __init__(self, root: Path, flow: Flow | None = None) -> None:
        self.root, self.address = root, root.as_uri().replace("file:", "folder:", 1)
        self._flow = flow or Flow()
        self._look_for_root()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *trouble: object) -> None:
        self.close()

    def get(self, key: str, start: int = 0) -> bytes:
        """See Store."""
        with self._told(key), self._path(key).open("rb") as file:
            if os.fstat(file.fileno()).st_size - start > LARGEST:
                raise StoreTooLarge(host=self.root, size=f"{LARGEST >> 20} MB")
            file.seek(start)
            return b"".join(self._flow.paced(iter(lambda: file.read(self._flow.block), b"")))

    def put(self, key: str, content: bytes) -> None:
        """See Store. What is written is on the disk itself before this returns."""
        path = self._path(key)
        with self._told(key):
            self._look_for_root()
            with written_aside(path) as file:
                for piece in self._flow.pieces(content):
                    file.write(piece)
            sync_folder(path.parent)

    def list(self, prefix: str, after: str = "") -> Iterator[Entry]:
        """See Store."""
        with self._told(prefix):
            self._look_for_root()
            yield from walked(checked_prefix(prefix), after, self._members)

    def folders(self, prefix: str) -> Iterator[str]:
        """The folders right below ``prefix``, in order: one question however many they are."""
        with self._told(prefix):
            self._look_for_root()
            yield from folders_in(checked_prefix(prefix), self._members)

    def delete(self, key: str) -> None:
        """See Store."""
        path = self._path(key)
        with self._told(key):
            self._look_for_root()
            path.unlink(missing_ok=True)

    def written_at(self, key: str) -> datetime:
        """When the store says that ``key`` was written, by its own clock."""
        with self._told(key):
            return datetime.fromtimestamp(self._path(key).stat().st_mtime, UTC)

    def close(self) -> None:
        """Nothing is held open."""

    def _path(self, key: str) -> Path:
        return self.root / checked(key)

    def _look_for_root(self) -> None:
        if not self.root.is_dir():
            raise FolderGone(host=self.root)

    def _members(self, folder: str) -> dict[str, int | None]:
        self._flow.look()
        path = self.root / folder
        if path.is_file():
            return {"": path.stat().st_size}
        if not path.is_dir():
            return {}
        with os.scandir(path) as found:
            return {entry.name: None if entry.is_dir() else entry.stat().st_size for entry in found}

    @contextmanager
    def _told(self, key: str) -> Iterator[None]:
        """Whatever the disk says inside the block, told as ours."""
        try:
            yield
        except OSError as error:
            raise self._trouble(error, key) from error

    def _trouble(self, error: OSError, key: str) -> StoreTrouble:
        if not self.root.is_dir():
            return FolderGone(host=self.root)
        if isinstance(error, (FileNotFoundError, NotADirectoryError, IsADirectoryError)):
            return StoreMissing(host=self.root, key=key)
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            return StoreFull(host=self.root)
        return self._refusal(error, key)

    def _refusal(self, error: OSError, key: str) -> StoreTrouble:
        said_by_windows = getattr(error, "winerror", 0)
        held = said_by_windows == ACCESS_DENIED and (self.root / key).is_file()
        if error.errno == errno.EROFS:
            return StoreReadOnly(host=self.root)
        if error.errno == errno.EFBIG:
            return StoreTooLarge(host=self.root, size="4 GB")
        if held or said_by_windows in SHARING_VIOLATIONS or error.errno == errno.EBUSY:
            return FileLocked(host=self.root)
        if isinstance(error, PermissionError):
            return NotAllowed(host=self.root, user=_who())
        return StoreOdd(host=self.root, why=error.strerror or str(error))


def _who() -> str:
    return os.environ.get("USERNAME") or os.environ.get("USER") or "?"
