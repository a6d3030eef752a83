"""The rooms of the window in the rail's order, each with all its screen needs. The only place that joins them.

A screen's constructor names what it needs as keyword arguments (show, runner, dialogs, toast, settings, home …);
they are bound here with functools.partial. There is no bag of everything that is handed around.
"""

from __future__ import annotations

from functools import partial

from desktop_app.core.home import Home
from desktop_app.core.i18n import N_
from desktop_app.core.settings import Settings
from desktop_app.ui.room import Room
from desktop_app.ui.screens.empty import EmptyScreen
from desktop_app.ui.screens.reports import ReportsScreen
from desktop_app.ui.screens.search import SearchScreen
from desktop_app.ui.screens.today import TodayScreen
from desktop_app.ui.window import Window


def rooms(window: Window, home: Home, settings: Settings) -> list[Room]:
    """Every room. The window is taken apart here: a screen gets ``show=window.show`` and never the window itself."""
    show, runner, dialogs, toast = window.show, window.runner, window.dialogs, window.toast
    import_plan = partial(show, "plan", start_import=True)
    today = partial(TodayScreen, show=show, show_month=window.show_month, import_plan=import_plan)
    reports = partial(ReportsScreen, show=show, home=home, runner=runner, dialogs=dialogs, toast=toast)
    return [
        Room("today", N_("Today"), "house", today),
        _unfurnished("plan", N_("Plan"), "journal-check"),
        _unfurnished("articles", N_("Articles"), "newspaper"),
        _unfurnished("media", N_("Media"), "images"),
        _later(
            "calendar",
            N_("Calendar"),
            "calendar3",
            N_("The month's tasks will be here, day by day"),
            N_("Until then Today shows what is due, and the plan shows each topic's dates."),
        ),
        _later(
            "publish",
            N_("Publish & send"),
            "send",
            N_("Where each article was published will be here"),
            N_("For each approved article: the channels, the dates and the proof, all on one page."),
        ),
        _later(
            "opinions",
            N_("Opinions"),
            "chat-left-text",
            N_("What people say about the school will be here"),
            N_("Opinions, questions and incidents, from the first word to the answer, and their reports."),
        ),
        Room("reports", N_("Reports"), "file-earmark-text", reports),
        Room("search", N_("Search"), "search", partial(SearchScreen, show=show), low=True),
        _later(
            "trash",
            N_("Trash"),
            "trash3",
            N_("What was deleted will be here"),
            N_("It stays for 30 days and can be put back with one press."),
            low=True,
        ),
        _unfurnished("settings", N_("Settings"), "gear", low=True),
    ]


def _later(name: str, label: str, icon: str, sentence: str, words: str, *, low: bool = False) -> Room:
    """A room whose work comes in a later version; it says honestly what it will hold."""
    screen = partial(EmptyScreen, title=label, icon=icon, sentence=sentence, words=words)
    return Room(name, label, icon, screen, low)


def _unfurnished(name: str, label: str, icon: str, *, low: bool = False) -> Room:
    return _later(name, label, icon, N_("This room is being furnished."), "", low=low)
