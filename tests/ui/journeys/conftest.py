"""A school behind the window as its clerk finds it in the morning: the plan taken in, May 2024 on the page."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from db import database
from desktop_app.core.home import Home
from desktop_app.core.periods import Month
from desktop_app.core.plans.saving import save_plan
from desktop_app.core.plans.starter import starter_plan
from desktop_app.core.settings import Settings
from desktop_app.ui.rooms import rooms
from desktop_app.ui.runner import Runner
from desktop_app.ui.window import Window
from tests.ui.conftest import FakeDialogs

MAY = Month(2024, 5)


@pytest.fixture
def school(window: Window, home: Home, dialogs: FakeDialogs) -> Iterator[Window]:
    """The window with its real rooms over a school that has taken in its plan."""
    save_plan(starter_plan())
    window.runner = Runner(window, database.connection_context)
    window.furnish(rooms(window, home, Settings(home.settings_file, language="en", user_name="Cô Hoa")))
    window.show("today")
    window.show_month(MAY)
    yield window
    window.runner.close()
