"""Where a bundle goes: a stick by its name and free room, or a folder."""

from __future__ import annotations

from pathlib import Path

from desktop_app.core.i18n import _
from desktop_app.core.usb import Drive, drives
from desktop_app.ui.dialogs import Choice, Dialogs

FOLDER = "folder"


def choose_target(dialogs: Dialogs) -> Path | None:
    """The place a person chose, or None. With no stick plugged in the folder is asked for at once."""
    sticks = {str(drive.place): drive for drive in drives()}
    if not sticks:
        return dialogs.choose_folder(_("Choose where the bundle goes"))
    choices = [Choice(place, stick_words(drive)) for place, drive in sticks.items()]
    answer = dialogs.ask(_("Where does the bundle go?"), [*choices, Choice(FOLDER, _("Another folder…"))])
    if answer == FOLDER:
        return dialogs.choose_folder(_("Choose where the bundle goes"))
    return Path(answer) if answer else None


def stick_words(drive: Drive) -> str:
    """“KINGSTON (E:) – 14,2 GB free”."""
    free = f"{drive.free / 1e9:.1f}".replace(".", ",")
    return _("{name} ({place}) – {free} GB free").format(name=drive.name, place=drive.place, free=free)
