"""The ground of all tests: every worker has a screen of its own."""

from __future__ import annotations

import os


def pytest_configure() -> None:
    """Take this worker's screen, so that two windows never fight for the focus."""
    screens = os.environ.get("LOA_SCREENS", "").split()
    worker = int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw"))
    if screens:
        os.environ["DISPLAY"] = screens[worker % len(screens)]
