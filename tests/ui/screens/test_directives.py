"""A word from the authority waits on the first screen until a person of the school has read it."""

from __future__ import annotations

from datetime import date

import pytest
import ttkbootstrap as ttk

from db.models import Directive
from db.queries import directives
from desktop_app.core.home import Home
from desktop_app.core.periods import Month
from desktop_app.ui.screens.today.directive import DirectiveDialog
from desktop_app.ui.screens.today.screen import TodayScreen
from desktop_app.ui.window import Window
from tests.core.makers import a_plan, a_school
from tests.ui.conftest import WaitUntil, answering


@pytest.fixture
def screen(place: ttk.Frame, home: Home) -> TodayScreen:
    a_school()
    a_plan()
    Directive.create(office="UBND xã", subject="Nộp báo cáo", text="Trước 05/6.", due_on=date(2024, 6, 5))
    screen = TodayScreen(
        place,
        show=lambda room, **wishes: None,
        show_month=lambda month: None,
        import_plan=lambda: None,
        by_name=lambda: "Cô Hoa",
    )
    screen.month = Month(2024, 5)
    screen.pack(fill="both", expand=True)
    screen.refresh()
    return screen


def test_it_waits_until_it_is_read(window: Window, screen: TodayScreen, wait_until: WaitUntil) -> None:
    (row,) = directives.directives()
    answering(window, DirectiveDialog, lambda box: box.main.invoke())
    screen.open(directive_id=row.id)
    wait_until(lambda: Directive.get().read_by == "Cô Hoa")
    assert directives.directives()[0].is_read


def test_put_off_it_waits_on(window: Window, screen: TodayScreen) -> None:
    (row,) = directives.directives()
    answering(window, DirectiveDialog, lambda box: box.give_up())
    screen.read(row.id)
    assert not directives.directives()[0].is_read


def test_one_that_is_gone_is_no_error(screen: TodayScreen) -> None:
    screen.read("nowhere")
