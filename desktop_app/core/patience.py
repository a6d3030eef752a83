"""Waiting for someone outside without being held: a call that may take long can be given up or stopped."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from queue import Empty, SimpleQueue
from typing import TypeVar

from desktop_app.core.jobs import Cancelled, Progress

T = TypeVar("T")

LOOK = 0.2
"""Seconds between two looks at whether someone asked to stop."""


def patiently(call: Callable[[], T], seconds: float, progress: Progress) -> T:
    """``call`` on a thread of its own, given up after ``seconds`` or when someone asks to stop.

    A socket that waits cannot be woken from Python; the thread is left behind and ends with its socket.
    Raises TimeoutError, Cancelled within a moment, or whatever ``call`` raises.
    """
    ended: SimpleQueue[T | BaseException] = SimpleQueue()
    threading.Thread(target=_work, args=(call, ended), name="line", daemon=True).start()
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        try:
            outcome = ended.get(timeout=LOOK)
        except Empty:
            if progress.cancelled:
                raise Cancelled from None
            continue
        if isinstance(outcome, BaseException):
            raise outcome
        return outcome
    raise TimeoutError


def _work(call: Callable[[], T], ended: SimpleQueue[T | BaseException]) -> None:
    try:
        ended.put(call())
    except BaseException as error:  # whatever it is, it belongs to whoever asked
        ended.put(error)
