"""A stick as a line of the export's dialog: its name, its room, what speaks against it."""

from __future__ import annotations

import tkinter
from collections.abc import Callable

import ttkbootstrap as ttk

from desktop_app.core.bundle.preflight import Load, stops, troubles
from desktop_app.core.i18n import _
from desktop_app.core.usb import Drive
from desktop_app.ui import fonts
from desktop_app.ui.dialogs import words_of
from desktop_app.ui.theme import HALF, INSIDE, px
from desktop_app.ui.widgets.badge import Badge

WIDTH = 592
"""Plain pixels of the list."""

# As they are written on boxes and in Windows, not as the system calls them.
KNOWN_AS = {"vfat": "FAT32", "exfat": "exFAT", "ntfs": "NTFS", "ntfs3": "NTFS", "msdos": "FAT"}


class StickRow(ttk.Frame):
    """Options: ``drive``, the ``load`` that is to go there, ``changed()`` after a tick."""

    def __init__(self, parent: tkinter.Misc, drive: Drive, load: Load, changed: Callable[[], object]) -> None:
        super().__init__(parent, bootstyle="@card")
        self.drive = drive
        self.chosen = tkinter.BooleanVar(self, value=False)
        head = ttk.Frame(self, bootstyle="@card")
        head.pack(fill="x")
        self.tick = ttk.Checkbutton(
            head, text=drive.name, variable=self.chosen, command=changed, bootstyle="@card primary"
        )
        self.tick.pack(side="left")
        ttk.Label(head, text=_about(drive), bootstyle="@card secondary").pack(side="left", padx=(px(INSIDE), 0))
        self.badge = Badge(head, "", "neutral")
        self.badge.pack(side="right")
        # Of a set width: in a window that takes its width from its words, lines breaking at theirs never come to rest.
        self.told = ttk.Label(self, font=fonts.NOTE, wraplength=px(WIDTH - 40), bootstyle="@card secondary")
        self.weigh(load)

    @property
    def fits(self) -> bool:
        """Whether it can be ticked."""
        return not self._stopped

    @property
    def is_fine(self) -> bool:
        """Whether nothing speaks against it."""
        return not self.told["text"]

    def weigh(self, load: Load) -> None:
        """Say anew what speaks against it, all at once."""
        found = troubles(self.drive, load)
        self._stopped = stops(found)
        if self._stopped:
            self.chosen.set(False)
            self.badge.show(_("Cannot be used"), "late")
        elif found:
            self.badge.show(_("Mind this"), "soon")
        else:
            self.badge.show(_("Has room"), "good")
        self.tick.configure(state="disabled" if self._stopped else "normal")
        self.told.pack_forget()
        self.told["text"] = "\n".join(" ".join(words_of(one.why)) for one in found)
        if found:
            self.told.pack(anchor="w", padx=(px(INSIDE) * 3, 0), pady=(px(HALF), 0))


def _about(drive: Drive) -> str:
    """“E:\\ · exFAT · 14,2 of 16,0 GB free”."""
    kind = KNOWN_AS.get(drive.file_system, drive.file_system)
    room = _("{free} of {size} GB free").format(free=gigabytes(drive.free), size=gigabytes(drive.size))
    return " · ".join(fact for fact in (str(drive.place), kind, room) if fact)


def gigabytes(size: int) -> str:
    """“14,2”; below one gigabyte “0,01”."""
    return f"{size / 1e9:.{1 if size >= 1e9 else 2}f}".replace(".", ",")
