"""The first start: five pages from an empty home to the month's page, or a sample school to look around in."""

from __future__ import annotations

import tkinter
from datetime import date
from functools import partial
from typing import Any

from desktop_app.core import demo
from desktop_app.core.home import Home
from desktop_app.core.i18n import _
from desktop_app.core.periods import Month
from desktop_app.core.settings import Settings
from desktop_app.ui.dialogs import Dialogs
from desktop_app.ui.job_dialog import run_with_dialog
from desktop_app.ui.runner import Runner
from desktop_app.ui.screens.first_start.answers import FirstAnswers
from desktop_app.ui.screens.first_start.counting import CountingPage
from desktop_app.ui.screens.first_start.offices import OfficesPage
from desktop_app.ui.screens.first_start.people import PeoplePage
from desktop_app.ui.screens.first_start.plan import PlanPage
from desktop_app.ui.screens.first_start.school import SchoolPage
from desktop_app.ui.window import Window
from desktop_app.ui.wizard import Step, Wizard

SAMPLE = "sample"
FIRST_ROOM = "today"


def run(window: Window, *, home: Home, settings: Settings, runner: Runner, dialogs: Dialogs) -> None:
    """Ask the five pages and show the first month; when they are given up nothing is kept."""
    answers = FirstAnswers()
    answer = wizard(window, answers, runner=runner, dialogs=dialogs).run()
    if answer == SAMPLE:
        load_sample(window, home=home, settings=settings, runner=runner, dialogs=dialogs)
    elif answer:
        begin(window, settings, answers.school.clerk, first_month(answers))


def begin(window: Window, settings: Settings, clerk: str, month: Month) -> None:
    """The first look: ``month`` on Today, with the person in charge as this PC's user."""
    settings.user_name = settings.user_name or clerk
    settings.save()
    window.show_month(month)
    window.show(FIRST_ROOM)


def first_month(answers: FirstAnswers) -> Month:
    """This month where the plan covers it, else the first that counts."""
    today = Month.of(date.today())
    return today if today in answers.hand.months() else answers.hand.counted_from() or today


def wizard(parent: tkinter.Misc, answers: FirstAnswers, *, runner: Runner, dialogs: Dialogs) -> Wizard:
    """The five pages, not yet shown."""
    opened: list[Wizard] = []
    ask: dict[str, Any] = {"runner": runner, "dialogs": dialogs}
    steps = [
        Step(
            _("The school"),
            partial(SchoolPage, answers=answers, try_sample=lambda: opened[0].close(SAMPLE), **ask),
        ),
        Step(_("The year's plan"), partial(PlanPage, answers=answers, **ask)),
        Step(_("Months and amounts"), partial(CountingPage, answers=answers)),
        Step(_("People and teams"), partial(PeoplePage, answers=answers)),
        Step(_("Offices above the school"), partial(OfficesPage, answers=answers, dialogs=dialogs)),
    ]
    opened.append(Wizard(parent, _("Welcome to Loa Trường"), steps, finish_label=_("Begin")))
    return opened[0]


def load_sample(window: Window, *, home: Home, settings: Settings, runner: Runner, dialogs: Dialogs) -> None:
    """Let the sample school live its month in this home; stopped half-way it leaves nothing."""
    words = demo.sample_words()
    run_with_dialog(
        window,
        runner,
        partial(demo.found_sample, home),
        title=_("Setting up the sample school"),
        done=lambda _nothing: begin(window, settings, words["school"]["clerk"], Month.parse(words["month"])),
        failed=dialogs.show_error,
    )
