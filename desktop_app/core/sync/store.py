"""Where a school's work goes: a folder, a stick or a server, all spoken to with the same five words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple, Protocol


class Entry(NamedTuple):
    """A file of a store as its listing tells it; ``size`` in bytes."""

    key: str
    size: int


class Store(Protocol):
    """Immutable files under keys such as ``schools/<school>/…``; keys are ASCII, parted by ``/``.

    Each verb raises an error of ``sync.errors``: StoreMissing (no such key), StoreRefused (401, 403), StoreFull (507),
    StoreBusy (423, 429, 5xx), StoreTooLarge (413), StoreOffline (no line, time out, a captive portal), StoreOdd (else).
    """

    address: str
    """Where it is, without its password: shown to people, and the key of what was sent where."""

    def get(self, key: str, start: int = 0) -> bytes:
        """The bytes of ``key`` from ``start`` on."""
        ...

    def put(self, key: str, content: bytes) -> None:
        """Write ``key`` whole or not at all; the same key with the same bytes twice is no error."""
        ...

    def list(self, prefix: str, after: str = "") -> Iterator[Entry]:
        """Every file under ``prefix`` whose key sorts after ``after``, in the order of the keys; none is no error."""
        ...

    def delete(self, key: str) -> None:
        """Take ``key`` away; one that is not there is no error."""
        ...

    def close(self) -> None:
        """Let go of lines and locks."""
        ...
