"""The rooms of the window in the rail's order, each with all its screen needs. The only place that joins them.

A screen's constructor names what it needs as keyword arguments (show, runner, dialogs, toast, settings, home …);
they are bound here, by the screen's place: its file is read when it is first entered. There is no bag of everything
that is handed around.
"""

from __future__ import annotations

from functools import partial
from typing import Any

from desktop_app.core.home import Home
from desktop_app.core.i18n import N_
from desktop_app.core.settings import Settings
from desktop_app.ui.room import Room, screen_at
from desktop_app.ui.window import Window


def rooms(window: Window, home: Home, settings: Settings) -> list[Room]:
    """Every room. The window is taken apart here: a screen gets ``show=window.show`` and never the window itself."""
    return [
        *_working(window, home, settings),
        CALENDAR,
        _publishing(window, home, settings),
        OPINIONS,
        *_reporting(window, home, settings),
        _trash(window, settings),
        _settings(window, home, settings),
    ]


def _working(window: Window, home: Home, settings: Settings) -> list[Room]:
    """The rooms of the daily work."""
    show, saved = window.show, partial(_saved, window)
    at_hand = {"by_name": lambda: settings.user_name, **_at_hand(window)}
    import_plan = partial(show, "plan", start_import=True)
    today = screen_at(
        "today.screen:TodayScreen",
        show=show,
        show_month=window.show_month,
        import_plan=import_plan,
        by_name=lambda: settings.user_name,
    )
    plan = screen_at("plan.screen:PlanScreen", show=show, **at_hand)
    articles = screen_at("articles.room:ArticlesScreen", home=home, show=show, saved=saved, **at_hand)
    media = screen_at("media.room:MediaRoom", show=show, home=home, saved=saved, **at_hand)
    return [
        Room("today", N_("Today"), "house", today),
        Room("plan", N_("Plan"), "journal-check", plan),
        Room("articles", N_("Articles"), "newspaper", articles),
        Room("media", N_("Media"), "images", media),
    ]


def _publishing(window: Window, home: Home, settings: Settings) -> Room:
    """Where every approved article goes, and the proof of it."""
    screen = screen_at(
        "publish.screen:PublishScreen",
        home=home,
        show=window.show,
        by_name=lambda: settings.user_name,
        settings=settings,
        **_at_hand(window),
    )
    return Room("publish", N_("Publish & send"), "send", screen)


def _reporting(window: Window, home: Home, settings: Settings) -> list[Room]:
    """The rooms that look at all of it."""
    here = {"show": window.show, "home": home}
    who = {"by_name": lambda: settings.user_name, "show_month": window.show_month}
    reports = screen_at("reports.screen:ReportsScreen", **here, **who, **_at_hand(window))
    return [
        Room("reports", N_("Reports"), "file-earmark-text", reports),
        Room("search", N_("Search"), "search", screen_at("search.screen:SearchScreen", **here), low=True),
    ]


def _trash(window: Window, settings: Settings) -> Room:
    who = {"dialogs": window.dialogs, "toast": window.toast, "by_name": lambda: settings.user_name}
    return Room("trash", N_("Trash"), "trash3", screen_at("trash:TrashScreen", **who), low=True)


def _settings(window: Window, home: Home, settings: Settings) -> Room:
    screen = screen_at(
        "settings.screen:SettingsScreen",
        settings=settings,
        home=home,
        **_at_hand(window),
        speak=window.use_language,
        use_theme=window.use_theme,
        saved=partial(_saved, window),
    )
    return Room("settings", N_("Settings"), "gear", screen, low=True)


def _at_hand(window: Window) -> dict[str, Any]:
    """What every screen with acts of its own needs."""
    return {"runner": window.runner, "dialogs": window.dialogs, "toast": window.toast}


def _saved(window: Window, words: str) -> None:
    """Say in the status strip what was kept; the strip is laid anew with the rooms, so it is asked for at each word."""
    window.status.saved(words)


def _later(name: str, label: str, icon: str, sentence: str, words: str, *, low: bool = False) -> Room:
    """A room whose work comes in a later version; it says honestly what it will hold."""
    screen = screen_at("empty:EmptyScreen", title=label, icon=icon, sentence=sentence, words=words)
    return Room(name, label, icon, screen, low)


CALENDAR = _later(
    "calendar",
    N_("Calendar"),
    "calendar3",
    N_("The month's tasks will be here, day by day"),
    N_("Until then Today shows what is due, and the plan shows each topic's dates."),
)
OPINIONS = _later(
    "opinions",
    N_("Opinions"),
    "chat-left-text",
    N_("What people say about the school will be here"),
    N_("Opinions, questions and incidents, from the first word to the answer, and their reports."),
)
