"""The report room of a school with one article in May 2024."""

from __future__ import annotations

from datetime import date

import pytest
import ttkbootstrap as ttk

from desktop_app.core.home import Home
from desktop_app.core.periods import Month
from desktop_app.ui.runner import Runner
from desktop_app.ui.screens.reports.screen import ReportsScreen
from desktop_app.ui.widgets.toast import Toast
from tests.core.makers import a_plan, a_published_article, a_school
from tests.ui.conftest import FakeDialogs
from tests.ui.screens.conftest import Sent


@pytest.fixture
def screen(place: ttk.Frame, home: Home, runner: Runner, dialogs: FakeDialogs, show: Sent) -> ReportsScreen:
    a_published_article(a_plan(), a_school(), date(2024, 5, 21))
    screen = ReportsScreen(
        place,
        show=show,
        home=home,
        runner=runner,
        dialogs=dialogs,
        toast=Toast(place),
        by_name=lambda: "Giàng A Mẫu",
    )
    screen.pack(fill="both", expand=True)
    screen.month = Month(2024, 5)
    screen.refresh()
    return screen
