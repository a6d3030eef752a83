"""Windows in processes of their own: how long until they are painted, how much memory they take."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

import psutil

from benchmarks.measuring import ROOT


class Shown(NamedTuple):
    """A window on the screen: seconds since its process began, and the memory it takes now, in MB."""

    seconds: float
    megabytes: float


def empty() -> Shown:
    """An empty window of ttkbootstrap."""
    with _started("benchmarks.window_empty") as shown:
        return shown


def ours(home: str, act: str = "") -> Shown:
    """Our window over a home folder; ``act`` is "photos" to look through all of them first."""
    with _started("benchmarks.window_ours", home, *([act] if act else [])) as shown:
        return shown


@contextmanager
def _started(module: str, *words: str) -> Iterator[Shown]:
    began = time.monotonic()
    with subprocess.Popen(
        [sys.executable, "-m", module, *words],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    ) as window:
        assert window.stdin
        assert window.stdout
        painted = float(window.stdout.readline())
        if len(words) > 1:
            assert window.stdout.readline() == "looked\n"
        yield Shown(painted - began, psutil.Process(window.pid).memory_info().rss / 1e6)
        window.stdin.write("\n")
