"""A store behind everything that goes wrong on the way: one wrapper for all kinds, by a seed that is printed."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from desktop_app.core.sync.errors import FileLocked, LineBroke, StoreFull, StoreSlow
from desktop_app.core.sync.store import Entry, Store

FAULTS = ("drop", "lost", "repeat", "reorder", "truncate", "flip", "short", "stall", "locked", "full")
"""drop: nothing arrives. lost: it is done, but the answer never comes. repeat: done twice. reorder: a file appears
after the one put later. truncate: half of a file is written, or read, and nobody says so on reading. flip: one bit of
what is read is wrong. short: a listing ends too early. stall: no answer in time. locked: 423. full: 507."""
LOUD = ("drop", "lost", "stall", "locked", "full", "truncate")
"""Those that a put tells of."""


class Late(NamedTuple):
    """A file on its way that others overtake."""

    key: str
    content: bytes


class FaultyStore:
    """``store`` with a share of ``rate`` words going wrong, by ``seed``; ``kinds`` of faults that may happen.

    ``happened`` counts them. ``rest()`` ends all faults and lets everything late arrive, as a line that is good again.
    """

    def __init__(self, store: Store, seed: int, rate: float = 0.2, kinds: tuple[str, ...] = FAULTS) -> None:
        self.store, self.rate, self.kinds = store, rate, kinds
        self.address = store.address
        self.happened: Counter[str] = Counter()
        self._dice = random.Random(seed)
        self._late: list[Late] = []

    def rest(self) -> None:
        """From now on the line is good, and what was on its way is there."""
        self.rate = 0
        self._arrive()

    def get(self, key: str, start: int = 0) -> bytes:
        fault = self._fault("drop", "truncate", "flip", "stall", "locked")
        self._refuse(fault)
        content = self.store.get(key, start)
        if fault == "truncate" and self._dice.random() < 0.5:
            broke = LineBroke(host="faulty")
            broke.got = content[: len(content) // 2]
            raise broke
        return _spoilt(content, fault, self._dice)

    def put(self, key: str, content: bytes) -> None:
        fault = self._fault("drop", "lost", "repeat", "reorder", "stall", "locked", "full", "truncate")
        self._refuse(fault)
        if fault == "truncate":
            self.store.put(key, content[: len(content) // 2])
            raise LineBroke(host="faulty")
        if fault == "reorder":
            self._late.append(Late(key, content))
            raise StoreSlow(host="faulty")
        for _time in range(2 if fault == "repeat" else 1):
            self.store.put(key, content)
        self._arrive()
        if fault == "lost":
            raise LineBroke(host="faulty")

    def list(self, prefix: str, after: str = "") -> Iterator[Entry]:
        fault = self._fault("drop", "short", "stall", "locked")
        self._refuse(fault)
        for entry in self.store.list(prefix, after):
            if fault == "short" and self._dice.random() < 0.3:
                return
            yield entry

    def delete(self, key: str) -> None:
        fault = self._fault("drop", "lost", "stall", "locked")
        self._refuse(fault)
        self.store.delete(key)
        if fault == "lost":
            raise LineBroke(host="faulty")

    def close(self) -> None:
        self.store.close()

    def _fault(self, *possible: str) -> str:
        possible = tuple(kind for kind in possible if kind in self.kinds)
        if not possible or self._dice.random() >= self.rate:
            return ""
        fault = self._dice.choice(possible)
        self.happened[fault] += 1
        return fault

    def _refuse(self, fault: str) -> None:
        kinds = {"drop": LineBroke, "stall": StoreSlow, "locked": FileLocked, "full": StoreFull}
        if fault in kinds:
            raise kinds[fault](host="faulty")

    def _arrive(self) -> None:
        late, self._late = self._late, []
        for file in late:
            self.store.put(*file)


def _spoilt(content: bytes, fault: str, dice: random.Random) -> bytes:
    if fault == "truncate":
        return content[: len(content) // 2]
    if fault == "flip" and content:
        place = dice.randrange(len(content))
        return content[:place] + bytes([content[place] ^ 1 << dice.randrange(8)]) + content[place + 1 :]
    return content
