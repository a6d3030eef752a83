"""Long work seen from outside: how far it is, how long it still takes, and the wish to stop."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

MEANINGFUL_SECONDS = 2.0
"""Before this much work is behind us an estimate would be a guess, so none is given."""


class Cancelled(Exception):
    """Someone asked to stop. Raised by Progress.step, so that reporting and stopping are one call."""


class Progress:
    """The latest word of one running job; written by the worker, read by whoever looks."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self.done = 0
        self.total = 0
        self.text = ""
        self._clock = clock
        self._started = clock()
        self._stop = threading.Event()

    def step(self, done: int, total: int, text: str = "") -> None:
        """Say where the job is. Raises Cancelled once someone asked to stop."""
        if self._stop.is_set():
            raise Cancelled
        self.done, self.total, self.text = done, total, text

    def cancel(self) -> None:
        """Ask the job to stop at its next step."""
        self._stop.set()

    @property
    def cancelled(self) -> bool:
        return self._stop.is_set()

    def fraction(self) -> float:
        """Work behind us, 0.0 to 1.0."""
        return min(1.0, self.done / self.total) if self.total else 0.0

    def seconds_left(self) -> float | None:
        """An honest guess in seconds from the pace so far, or None while it is too early to say."""
        spent = self._clock() - self._started
        if spent < MEANINGFUL_SECONDS or not self.done or not self.total:
            return None
        return spent * (self.total - self.done) / self.done
