"""Where a bundle goes: one stick or several, shown as they are plugged in, or a folder; how large videos may be."""

from __future__ import annotations

import tkinter
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import ttkbootstrap as ttk

from desktop_app.core.bundle.preflight import Load
from desktop_app.core.bundle.videos import VideoLimit
from desktop_app.core.i18n import _
from desktop_app.core.usb import Drive, drives
from desktop_app.ui import fonts
from desktop_app.ui.dialogs import Dialogs
from desktop_app.ui.drive_watch import DriveWatch
from desktop_app.ui.modal import Modal
from desktop_app.ui.screens.reports.stick_row import WIDTH, StickRow
from desktop_app.ui.theme import BETWEEN, HALF, INSIDE, px
from desktop_app.ui.widgets.form import Form

EACH = (0, 100, 300, 500, 1000)
"""Megabytes of one video that may be chosen; 0 is no limit."""
ALL = (0, 500, 1000, 2000, 4000)


class Where(NamedTuple):
    """Where it goes, and which videos stay behind."""

    targets: tuple[Path, ...]
    videos: VideoLimit = VideoLimit()


class StickDialog(Modal):
    """Options: ``title`` of the paper, ``load(videos)`` weighs it, ``has_videos``; answers Where, or None."""

    def __init__(
        self,
        parent: tkinter.Misc,
        title: str,
        *,
        load: Callable[[VideoLimit], Load],
        dialogs: Dialogs,
        has_videos: bool = False,
        look: Callable[[], list[Drive]] = drives,
    ) -> None:
        super().__init__(parent, _("Take to a stick or folder"), minsize=(WIDTH + 48, 220))
        self._load, self._dialogs, self._has_videos = load, dialogs, has_videos
        self.rows: dict[Path, StickRow] = {}
        heading = ttk.Label(self.body, text=_("Take to a stick or folder"), font=fonts.SECTION, bootstyle="@card")
        heading.pack(anchor="w")
        self._title = title
        self.about = ttk.Label(self.body, wraplength=px(WIDTH), bootstyle="@card secondary")
        self.about.pack(anchor="w", pady=(px(HALF), px(BETWEEN)))
        self.list = ttk.Frame(self.body, bootstyle="@card")
        self.list.pack(fill="x")
        self.none = ttk.Label(self.list, wraplength=px(WIDTH), bootstyle="@card secondary")
        self._lay_videos()
        self._lay_foot()
        self._weighed = load(self.videos)
        self._shown([])
        DriveWatch(self, self._shown, look=look)

    def _lay_videos(self) -> None:
        self.form = Form(self.body, label_width=150)
        self.each = self.form.choice("each", _("A video at most"), [_megabytes(one) for one in EACH])
        self.all = self.form.choice("all", _("All videos at most"), [_megabytes(one) for one in ALL])
        for box in (self.each, self.all):
            box.current(0)
            box.bind("<<ComboboxSelected>>", lambda event: self._weigh(), "+")
        if self._has_videos:
            self.form.pack(fill="x", pady=(px(BETWEEN), 0))

    def _lay_foot(self) -> None:
        foot = ttk.Frame(self.body, bootstyle="@card")
        foot.pack(fill="x", pady=(px(BETWEEN), 0))
        self.taking = self.button(foot, _("Copy and check"), self.take, "@card primary")
        self.button(foot, _("Cancel"), self.give_up)
        self.folder = ttk.Button(foot, text=_("Another folder…"), icon="folder2-open", command=self.choose_folder)
        self.folder.configure(bootstyle="@card")
        self.folder.pack(side="left")
        self.bind("<Return>", lambda event: self.taking.invoke())

    @property
    def videos(self) -> VideoLimit:
        """The limits chosen."""
        return VideoLimit(EACH[max(0, self.each.current())], ALL[max(0, self.all.current())])

    @property
    def targets(self) -> tuple[Path, ...]:
        """The sticks ticked, in the order shown."""
        return tuple(place for place, row in self.rows.items() if row.chosen.get())

    def _shown(self, found: list[Drive]) -> None:
        """Lay the sticks anew; ticks stay, and the only one that nothing speaks against is ticked by itself."""
        ticked = set(self.targets)
        for row in self.rows.values():
            row.destroy()
        self.rows = {drive.place: self._row(drive) for drive in found}
        best = [row for row in self.rows.values() if row.is_fine] or [row for row in self.rows.values() if row.fits]
        for row in self.rows.values():
            row.chosen.set(row.fits and (row.drive.place in ticked or best == [row]))
        self.none.pack_forget()
        if not found:
            self.none["text"] = _("No stick is plugged in. Plug one in: it appears here within two seconds.")
            self.none.pack(fill="x", pady=(0, px(INSIDE)))
        self._say()

    def _row(self, drive: Drive) -> StickRow:
        row = StickRow(self.list, drive, self._weighed, self._say)
        row.pack(fill="x", pady=(0, px(INSIDE)))
        return row

    def _weigh(self) -> None:
        self._weighed = self._load(self.videos)
        for row in self.rows.values():
            row.weigh(self._weighed)
        self._say()

    def _say(self) -> None:
        size = f"{self._weighed.size / 1e6:.0f}"
        words = _("“{title}”, about {size} MB. Tick one stick or several.")
        self.about["text"] = words.format(title=self._title, size=size)
        count = len(self.targets)
        words = _("Copy to {count} sticks and check").format(count=count) if count > 1 else _("Copy and check")
        self.taking.configure(text=words, state="normal" if count else "disabled")

    def take(self) -> None:
        """Answer with the sticks ticked."""
        if self.targets:
            self.close(Where(self.targets, self.videos))

    def choose_folder(self) -> None:
        """Answer with a folder instead."""
        folder = self._dialogs.choose_folder(_("Choose where the bundle goes"))
        if folder is not None:
            self.close(Where((folder,), self.videos))


def _megabytes(size: int) -> str:
    if not size:
        return _("No limit")
    return f"{size // 1000} GB" if size >= 1000 else f"{size} MB"
