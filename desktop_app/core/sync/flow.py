"""What passes to and from a store: slowed to the school's wish, stopped when someone asks."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator

from desktop_app.core.jobs import Cancelled, Progress

BLOCK = 16 << 10
"""Bytes that pass between two looks: two seconds at 64 kbit/s."""
NAP = 0.2
"""Seconds between two looks while waiting for the cap."""


class Flow:
    """``cap`` in bytes a second, 0 for none. One flow is shared by everything that goes over one line."""

    def __init__(
        self,
        cap: int = 0,
        progress: Progress | None = None,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self.cap, self.progress = cap, progress or Progress()
        self.passed = 0
        """Bytes that went by, in both directions."""
        self._clock, self._sleep = clock, sleep
        self._free_at = 0.0

    @property
    def block(self) -> int:
        """Bytes to hand over at once; without a cap larger ones cost less."""
        return BLOCK if self.cap else BLOCK << 4

    def look(self) -> None:
        """Raises Cancelled once someone asked to stop."""
        if self.progress.cancelled:
            raise Cancelled

    def passing(self, size: int) -> None:
        """Say that ``size`` bytes go by; waits as long as the cap wants. Raises Cancelled within a moment."""
        self.look()
        self.passed += size
        if self.cap:
            self._free_at = max(self._free_at, self._clock()) + size / self.cap
            self._wait()

    def pieces(self, content: bytes) -> Iterator[bytes]:
        """``content`` block by block, each when it may go."""
        view = memoryview(content)
        return self.paced(bytes(view[at : at + self.block]) for at in range(0, len(view), self.block))

    def paced(self, blocks: Iterable[bytes]) -> Iterator[bytes]:
        """Each of ``blocks`` when it may go."""
        for block in blocks:
            self.passing(len(block))
            yield block

    def _wait(self) -> None:
        while (left := self._free_at - self._clock()) > 0:
            self.look()
            self._sleep(min(left, NAP))
