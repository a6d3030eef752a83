"""The window of an office: the same frame, with the schools in it instead of one school's rooms."""

from __future__ import annotations

from pathlib import Path

from desktop_app.core.i18n import N_
from desktop_app.core.office.place import OfficePlace
from desktop_app.core.settings import Settings
from desktop_app.ui.room import Room, screen_at
from desktop_app.ui.window import Window

FIRST_ROOM = "schools"


def office_window(
    place: OfficePlace, settings: Settings, log: Path | None = None, scaling: float | None = None
) -> Window:
    """The window with the office's room shown."""
    window = Window(settings, log_folder=log, scaling=scaling)
    needs = {"runner": window.runner, "dialogs": window.dialogs, "toast": window.toast}
    schools = screen_at("office.screen:OfficeScreen", office=place, **needs)
    window.furnish([Room(FIRST_ROOM, N_("Schools"), "building", schools)])
    window.search.pack_forget()  # it looks through one school's records; here a school is found in the room
    window.show(FIRST_ROOM)
    return window


def open_office_window(place: OfficePlace, settings: Settings, log: Path) -> int:
    """Show the window until it is closed."""
    office_window(place, settings, log).mainloop()
    return 0
