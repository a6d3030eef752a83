"""The album's pictures one after the other, large, as they will be shown: arrows turn, Esc closes."""

from __future__ import annotations

import tkinter
from collections.abc import Sequence

import ttkbootstrap as ttk

from db.queries.albums import AlbumCell
from desktop_app.core.i18n import _
from desktop_app.ui import fonts
from desktop_app.ui.modal import Modal
from desktop_app.ui.screens.media.album_words import picture_words
from desktop_app.ui.screens.media.picture import MediaPicture
from desktop_app.ui.screens.media.smalls import Smalls
from desktop_app.ui.theme import INSIDE, px
from desktop_app.ui.widgets.wrapped import Wrapped

SHARE = 0.82
"""Of the window's width and height."""
BELOW = 150
"""Pixels of a plain screen for the words and the buttons."""


class AlbumLook(Modal):
    """Options: the album's ``cells`` and the place of the first one shown; answers the place it was left at."""

    def __init__(self, parent: tkinter.Misc, cells: Sequence[AlbumCell], at: int, smalls: Smalls) -> None:
        super().__init__(parent, _("Album"))
        self._cells, self._smalls = cells, smalls
        self.at = at
        owner = parent.winfo_toplevel()
        scale = px(100) / 100
        width = round(owner.winfo_width() * SHARE / scale)
        height = round(owner.winfo_height() * SHARE / scale) - BELOW
        self.picture = MediaPicture(self.body, (width, max(120, height)))
        self.picture.configure(width=px(width))
        self.picture.pack()
        self.words = Wrapped(self.body, lines=2, bootstyle="@card")
        self.words.pack(fill="x", pady=px(INSIDE))
        self._foot()
        for key, step in (("Left", -1), ("Prior", -1), ("Up", -1), ("Right", 1), ("Next", 1), ("Down", 1)):
            self.bind(f"<{key}>", lambda event, step=step: self.turn(step))  # type: ignore[misc]
        self._show()

    def _foot(self) -> None:
        foot = ttk.Frame(self.body, bootstyle="@card")
        foot.pack(fill="x")
        self.number = ttk.Label(foot, font=fonts.NOTE, bootstyle="@card secondary")
        self.number.pack(side="left")
        self.button(foot, _("Close"), self.give_up)
        self.next = self.button(foot, _("Next one"), lambda: self.turn(1))
        self.before = self.button(foot, _("One before"), lambda: self.turn(-1))

    def turn(self, step: int) -> None:
        """Another picture; at the ends it stays."""
        self.at = max(0, min(self.at + step, len(self._cells) - 1))
        self._show()

    def give_up(self) -> None:
        self.close(self.at)

    def _show(self) -> None:
        cell = self._cells[self.at]
        file = self._smalls.large(cell.sha256)
        if file is not None:
            self.picture.show(file)
        else:
            self.picture.say(_("A video: it is played from the folder or the page.") if cell.kind == "video" else "")
        self.words.say(picture_words(cell, ""))
        self.number["text"] = f"{self.at + 1}/{len(self._cells)}"
        self.before.configure(state="normal" if self.at else "disabled")
        self.next.configure(state="normal" if self.at + 1 < len(self._cells) else "disabled")
