"""The rooms of the window in the rail's order, each with all its screen needs. The only place that joins them.

A screen's constructor names what it needs as keyword arguments (show, runner, dialogs, toast, settings, home …);
they are bound here with functools.partial. There is no bag of everything that is handed around.
"""

from __future__ import annotations

from functools import partial

from desktop_app.core.i18n import N_
from desktop_app.ui.room import Room
from desktop_app.ui.screens.empty import EmptyScreen
from desktop_app.ui.window import Window


def rooms(window: Window) -> list[Room]:
    """Every room. ``window`` is taken apart here: a screen gets ``show=window.show`` and never the window itself."""
    return [
        Room("today", N_("Today"), "house", _later(N_("Today"), "house")),
        Room("plan", N_("Plan"), "journal-check", _later(N_("Plan"), "journal-check")),
        Room("articles", N_("Articles"), "newspaper", _later(N_("Articles"), "newspaper")),
        Room("media", N_("Media"), "images", _later(N_("Media"), "images")),
        Room(
            "calendar",
            N_("Calendar"),
            "calendar3",
            partial(
                EmptyScreen,
                title=N_("Calendar"),
                icon="calendar3",
                sentence=N_("The month's tasks will be here, day by day"),
                words=N_("Until then Today shows what is due, and the plan shows each topic's dates."),
            ),
        ),
        Room(
            "publish",
            N_("Publish & send"),
            "send",
            partial(
                EmptyScreen,
                title=N_("Publish & send"),
                icon="send",
                sentence=N_("Where each article was published will be here"),
                words=N_("For each approved article: the channels, the dates and the proof, all on one page."),
            ),
        ),
        Room(
            "opinions",
            N_("Opinions"),
            "chat-left-text",
            partial(
                EmptyScreen,
                title=N_("Opinions"),
                icon="chat-left-text",
                sentence=N_("What people say about the school will be here"),
                words=N_("Opinions, questions and incidents, from the first word to the answer, and their reports."),
            ),
        ),
        Room("reports", N_("Reports"), "file-earmark-text", _later(N_("Reports"), "file-earmark-text")),
        Room("search", N_("Search"), "search", _later(N_("Search"), "search"), low=True),
        Room(
            "trash",
            N_("Trash"),
            "trash3",
            partial(
                EmptyScreen,
                title=N_("Trash"),
                icon="trash3",
                sentence=N_("What was deleted stays here for 30 days"),
                words=N_("Each thing can be put back with one press; no file on the disk is touched before."),
            ),
            low=True,
        ),
        Room("settings", N_("Settings"), "gear", _later(N_("Settings"), "gear"), low=True),
    ]


def _later(title: str, icon: str) -> partial[EmptyScreen]:
    words = N_("This room is being furnished.")
    return partial(EmptyScreen, title=title, icon=icon, sentence=words, words="")
