"""Sticks: real file systems of their own, small, full, locked or pulled."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

Mount = Callable[[str], Path]


def run(*command: str) -> bool:
    """Whether the command went well; its words do not matter."""
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


@pytest.fixture
def stick(tmp_path: Path) -> Iterator[Mount]:
    """Mounts a small file system of its own: ``stick("size=1m")``. Needs the right to mount."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        pytest.skip("only an administrator may mount a file system")
    mounted: list[Path] = []

    def mount(options: str) -> Path:
        place = tmp_path / f"stick-{len(mounted)}"
        place.mkdir()
        if not run("mount", "-t", "tmpfs", "-o", options, "tmpfs", str(place)):
            pytest.skip("mounting is not allowed here")
        mounted.append(place)
        return place

    yield mount
    for place in mounted:
        run("umount", "-l", str(place))
