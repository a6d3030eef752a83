"""A school behind the window: its records open here and on the runner's threads."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from db import database
from desktop_app.core.home import Home
from desktop_app.ui.runner import Runner
from desktop_app.ui.window import Window


@pytest.fixture
def runner(window: Window, home: Home) -> Iterator[Runner]:
    """Background jobs with the school's records open on their own thread."""
    runner = Runner(window, database.connection_context)
    yield runner
    runner.close()


class Sent:
    """Where a screen sent its user."""

    def __init__(self) -> None:
        self.to: list[tuple[str, dict[str, object]]] = []

    def __call__(self, room: str, **wishes: object) -> None:
        self.to.append((room, wishes))


@pytest.fixture
def show() -> Sent:
    """A way elsewhere that only remembers where."""
    return Sent()
