"""A phone's hotspot is told by the system; where the system says nothing, neither do we."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from desktop_app.core.sync.metered import is_metered

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="asks NetworkManager")


@pytest.fixture
def told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """What a NetworkManager of our own says."""
    words = tmp_path / "words"
    program = tmp_path / "nmcli"
    program.write_text(f'#!/bin/sh\ncat "{words}"\n')
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    return words


@pytest.mark.parametrize(
    ("words", "metered"),
    [
        ("100 (connected)\nno (guessed)\n", False),
        ("100 (connected)\nyes\n", True),
        ("100 (connected)\nno\n\n100 (connected)\nyes (guessed)\n", True),
        ("30 (disconnected)\nyes\n\n100 (connected (externally))\nunknown\n", None),
        ("", None),
        ("Error\n", None),
    ],
)
def test_the_devices_in_use_count(words: str, metered: bool | None, told: Path) -> None:
    told.write_text(words)
    assert is_metered() is metered


def test_a_system_without_a_network_manager_tells_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert is_metered() is None
