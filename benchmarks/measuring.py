"""What every benchmark shares: sides that take turns, the middle of five rounds, one line for each goal."""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

ROUNDS = 5
ROOT = Path(__file__).resolve().parents[1]

Side = Callable[[int], float]
"""One side of a comparison: given the number of the round, it answers its seconds (or megabytes)."""


class Row(NamedTuple):
    """A line of the table. ``most`` is the largest ratio that is good; ``limit`` and ``least`` bound ours itself.

    ``theirs`` is None where the peer is not installed; ``peer`` then names what to install.
    """

    path: str
    against: str
    ours: float
    theirs: float | None
    most: float | None = None
    limit: float | None = None
    least: float | None = None
    unit: str = "s"
    peer: str = ""

    def __str__(self) -> str:
        if self.theirs is None:
            theirs, ratio = "-", f"peer not installed: {self.peer}"
        else:
            theirs, ratio = shown(self.theirs, self.unit), f"{self.ours / self.theirs:.3g}"
        return f"| {self.path} | {self.against} | {shown(self.ours, self.unit)} | {theirs} | {ratio} | {self._goal()} |"

    def _goal(self) -> str:
        """The goal and whether it was met, in words; nothing is said of a ratio that could not be taken."""
        goals = [f"<= {self.most:g}x"] if self.most is not None else []
        goals += [f"<= {shown(self.limit, self.unit)}"] if self.limit is not None else []
        goals += [f">= {shown(self.least, self.unit)}"] if self.least is not None else []
        if not goals:
            return "to know"
        if self.theirs is None and self.most is not None:
            return ", ".join(goals)
        return f"{', '.join(goals)}: {'met' if self._met() else 'not met'}"

    def _met(self) -> bool:
        ratio = self.ours / self.theirs if self.theirs is not None else 0.0
        return (
            (self.most is None or ratio <= self.most)
            and (self.limit is None or self.ours <= self.limit)
            and (self.least is None or self.ours >= self.least)
        )


def shown(value: float, unit: str) -> str:
    """Seconds as a person reads them, megabytes whole."""
    if unit != "s":
        return f"{value:.0f} {unit}"
    return f"{value:.2f} s" if value >= 1 else f"{value * 1000:.3g} ms"


def medians(*sides: Side, rounds: int = ROUNDS, warm: bool = True) -> list[float]:
    """The median of each side. They take turns, so a busy moment meets all; a first round only ``warm``s up."""
    taken = [[side(number) for side in sides] for number in range(rounds + warm)][warm:]
    return [statistics.median(side) for side in zip(*taken, strict=True)]


def seconds(act: Callable[[], object]) -> float:
    """How long ``act`` takes; what earlier rounds left to write is written before the clock starts."""
    os.sync()
    return clocked(act)


def clocked(act: Callable[[], object]) -> float:
    """How long ``act`` takes; for what never touches the disk."""
    began = time.perf_counter()
    act()
    return time.perf_counter() - began


@contextmanager
def workplace() -> Iterator[Path]:
    """An empty folder on the disk of the checkout: a folder in memory would make syncing free for everyone."""
    build = ROOT / "build"
    build.mkdir(exist_ok=True)
    with TemporaryDirectory(prefix="bench-", dir=build) as folder:
        yield Path(folder)


def show(*rows: Row) -> None:
    """Print lines of the table, each as soon as it is known."""
    print(*rows, sep="\n", flush=True)
