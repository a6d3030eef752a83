"""How a file is cut on its way: in pieces as large as the line carries in one breath."""

from __future__ import annotations

import hashlib
from dataclasses import asdict, dataclass
from typing import NamedTuple

SIZES = (4 << 20, 1 << 20, 256 << 10, 64 << 10)
"""Bytes of a piece, the best first: large ones cost fewer words, small ones lose less when a line breaks."""
BREATH = 16.0
"""Seconds that one piece may take on a line whose pace is known."""
FAILURES = 2
"""Failures in a row, or since the last change while losing more than LOSS, after which pieces get smaller."""
LOSS = 0.08
"""The share of all bytes that may be sent in vain."""
RECOVERY = 64
"""Pieces that arrive one after the other before larger ones are tried again."""


class Piece(NamedTuple):
    """``size`` bytes of a file from ``at`` on, and what they hash to."""

    at: int
    size: int
    sha256: str


@dataclass
class Pace:
    """What a line was able to carry lately; the size of the next piece follows from it."""

    rate: float = 0.0
    """Bytes a second; 0 while nothing is known. After a failure it is what the line had at most."""
    rung: int = 0
    too_much: int = 0
    """Bytes of the smallest piece that the store found too large; 0 while it took all."""
    failed: int = 0
    in_a_row: int = 0
    sent: int = 0
    lost: int = 0
    good: int = 0

    def size(self, cap: int = 0) -> int:
        """Bytes of the next piece; ``cap`` is the most the school lets through in a second, 0 for all."""
        rates = [rate for rate in (self.rate, float(cap)) if rate]
        taken = [size for size in SIZES[self.rung :] if not self.too_much or size < self.too_much]
        fitting = [size for size in taken if all(size / rate <= BREATH for rate in rates)]
        return fitting[0] if fitting else SIZES[-1]

    def went(self, size: int, seconds: float) -> None:
        """A piece arrived."""
        now = size / max(seconds, 1e-3)
        self.rate = (self.rate + now) / 2 if self.rate else now
        self.sent += size
        self.good += 1
        self.in_a_row = 0
        if self.good >= RECOVERY and self.rung:
            self._change(self.rung - 1)

    def broke(self, size: int, seconds: float) -> None:
        """A piece did not arrive, after ``seconds``."""
        most = size / max(seconds, 1e-3)
        self.rate = min(self.rate, most) if self.rate else most
        self.failed += 1
        self.in_a_row += 1
        self.lost += size
        self.good = 0
        wasteful = self.failed >= FAILURES and self.lost > LOSS * (self.sent + self.lost)
        if (self.in_a_row >= FAILURES or wasteful) and self.rung + 1 < len(SIZES):
            self._change(self.rung + 1)

    def too_large(self, size: int) -> bool:
        """The store takes no piece of ``size`` bytes; whether there are smaller ones."""
        self.too_much = size
        return size > SIZES[-1]

    def facts(self) -> dict[str, float]:
        """All of it, to be kept over a restart: ``Pace(**facts)``."""
        return asdict(self)

    def _change(self, rung: int) -> None:
        self.rung = rung
        self.failed = self.in_a_row = self.sent = self.lost = self.good = 0


def piece_of(content: bytes, at: int) -> Piece:
    return Piece(at, len(content), hashlib.sha256(content).hexdigest())
