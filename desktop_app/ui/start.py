"""The window put together for a school's home folder: its rooms, the first start, or just a picture of one room."""

from __future__ import annotations

import argparse
import logging
from functools import partial
from importlib import import_module
from logging.handlers import RotatingFileHandler
from pathlib import Path

from db import database
from db.queries import people, plans
from desktop_app.core.home import Home
from desktop_app.core.i18n import _
from desktop_app.core.periods import Month
from desktop_app.core.settings import Settings
from desktop_app.ui.rooms import rooms
from desktop_app.ui.screenshot import picture_of
from desktop_app.ui.theme import THEMES
from desktop_app.ui.window import Window

FIRST_ROOM = "today"
PAINTED_MS = 150
"""A dialog asked for before the window is painted would stand alone on an empty screen."""
QUIET_MS = 2500
"""When a start is over and the first screen has settled."""
PIXELS_A_POINT = 96 / 72
"""Tk counts a screen's scaling in pixels a point; a plain screen has 96 an inch."""
LOG_BYTES, LOGS_KEPT = 1_000_000, 3


def open_window(home: Home, settings: Settings) -> int:
    """Show the window until it is closed; the records must be open on this thread."""
    _keep_a_log(home.log)
    window = furnished(home, settings)
    if nobody_began():
        window.after(PAINTED_MS, lambda: _first_start(window, home, settings))
    window.after(QUIET_MS, lambda: _begin_rounds(window, home, settings))
    window.after(QUIET_MS, lambda: _empty_trash(window, home))
    window.mainloop()
    return 0


def furnished(home: Home, settings: Settings, scaling: float | None = None) -> Window:
    """The window with all its rooms, the first one shown."""
    window = Window(settings, session=database.connection_context, log_folder=home.log, scaling=scaling)
    window.furnish(rooms(window, home, settings))
    window.show(FIRST_ROOM)
    return window


def nobody_began() -> bool:
    """Whether there is neither a school nor a plan here yet."""
    return people.school() is None and plans.newest_plan() is None


def _first_start(window: Window, home: Home, settings: Settings) -> None:
    first_start = import_module("desktop_app.ui.screens.first_start.wizard")  # once in a school's life
    first_start.run(window, home=home, settings=settings, runner=window.runner, dialogs=window.dialogs)
    window.refresh()


def _begin_rounds(window: Window, home: Home, settings: Settings) -> None:
    """Send what waits for the school's website, mailboxes and store, now and every minute."""
    errands = import_module("desktop_app.ui.errands")  # the start has no time for them
    say = lambda name, words, online: window.status.network(name, words, online=online)  # noqa: E731  # laid anew
    for errand, room in errands.errands(home, settings):
        changed = partial(_after_round, window, room)
        errands.Rounds(window, errand, runner=window.runner, toast=window.toast, say=say, changed=changed).begin()
    sticks = import_module("desktop_app.ui.stick_strip")
    changed = partial(_refresh_in, window, "reports")
    sticks.StickStrip(window, say=window.status.usb, runner=window.runner, toast=window.toast, changed=changed)


def _after_round(window: Window, room: str) -> None:
    """The room that shows what arrived is laid anew; any other looks for itself: somebody may be writing there."""
    _refresh_in(window, room)
    window.screen.news()


def _refresh_in(window: Window, room: str) -> None:
    if window.room == room:
        window.refresh()


def _empty_trash(window: Window, home: Home) -> None:
    """Let go of what has lain in the trash for thirty days."""
    trash = import_module("desktop_app.core.trash")  # it knows of pictures: the start has no time for that either
    if trash.due():
        title = _("Emptying the trash")
        window.runner.run_quietly(partial(trash.empty_old, home), title=title, failed=window.dialogs.show_error)


def _keep_a_log(folder: Path) -> None:
    writer = RotatingFileHandler(folder / "loa.log", maxBytes=LOG_BYTES, backupCount=LOGS_KEPT, encoding="utf-8")
    writer.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.basicConfig(level=logging.INFO, handlers=[writer])


def room_names(home: Home, settings: Settings) -> list[str]:
    """The names of the rooms, in the rail's order."""
    window = Window(settings, session=database.connection_context)
    try:
        return [room.name for room in rooms(window, home, settings)]
    finally:
        window.runner.close()
        window.destroy()


def take_picture(home: Home, settings: Settings, given: argparse.Namespace) -> int:
    """Write a picture of one room as the user sees it, or list the rooms; the records must be open on this thread."""
    if given.list or not given.out:
        print("\n".join(room_names(home, settings)))
        return 0
    settings.theme = THEMES[given.theme]
    window = furnished(home, settings, given.scaling * PIXELS_A_POINT if given.scaling != 1.0 else None)
    if given.month:
        window.show_month(Month.parse(given.month))
    window.show(given.screen, **dict(wish.split("=", 1) for wish in given.wish))
    width, height = (int(side) for side in given.size.split("x"))
    picture_of(window, given.out, (width, height), busy=lambda: bool(window.runner.quiet_jobs))
    window.runner.close()
    window.destroy()
    return 0
