"""All photos of a group as a strip: the two being compared are framed, a click or a key compares another one."""

from __future__ import annotations

import tkinter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from desktop_app.ui import fonts
from desktop_app.ui.theme import HALF, palette, px
from desktop_app.ui.widgets.pictures import Pictures

THUMB, GAP = (96, 64), 8


class Small(NamedTuple):
    """One of the strip: its small file, or None while it is missing."""

    id: str
    picture: Path | None


class GroupStrip(tkinter.Canvas):
    """Options: ``chosen(place)`` after a click on the photo at ``place``, counted from 0."""

    def __init__(self, parent: tkinter.Misc, *, chosen: Callable[[int], object]) -> None:
        super().__init__(parent, height=px(THUMB[1] + 2 * HALF), highlightthickness=0, borderwidth=0)
        self._chosen = chosen
        self._photos: Sequence[Small] = ()
        self._left, self._right, self._first = 0, 1, 0
        self._pictures = Pictures(self, (px(THUMB[0]), px(THUMB[1])), self._draw)
        self.bind("<Button-1>", self._clicked)
        self.bind("<Configure>", lambda event: self._draw())
        self.bind("<<ThemeChanged>>", lambda event: self.after_idle(self._draw))
        self.bind("<Destroy>", lambda event: self._pictures.close(), "+")

    def show(self, photos: Sequence[Small], left: int, right: int) -> None:
        """Other photos, or two others of them compared."""
        self._photos, self._left, self._right = photos, left, right
        self._pictures.want(one.picture for one in photos if one.picture is not None)
        self._draw()

    def place_at(self, x: int) -> int | None:
        """The photo under a click."""
        place = self._first + (x - self._margin()) // px(THUMB[0] + GAP)
        return place if x >= self._margin() and place < len(self._photos) else None

    def _clicked(self, event: tkinter.Event) -> None:
        place = self.place_at(event.x)
        if place is not None:
            self._chosen(place)

    def _in_view(self) -> int:
        return max(1, (self.winfo_width() + px(GAP)) // px(THUMB[0] + GAP))

    def _margin(self) -> int:
        """A short strip stands in the middle."""
        shown = min(len(self._photos), self._in_view())
        return max(0, (self.winfo_width() - shown * px(THUMB[0] + GAP) + px(GAP)) // 2)

    def _draw(self) -> None:
        if not self.winfo_exists():
            return
        self.delete("all")
        self.configure(background=palette().card)
        view = self._in_view()
        # The compared one stays in view with a neighbour on each side.
        self._first = max(0, min(self._right - view // 2, len(self._photos) - view))
        for place, photo in enumerate(self._photos[self._first : self._first + view], self._first):
            self._draw_one(place, photo)

    def _draw_one(self, place: int, photo: Small) -> None:
        colours = palette()
        left, top = self._margin() + (place - self._first) * px(THUMB[0] + GAP), px(HALF)
        right, bottom = left + px(THUMB[0]), top + px(THUMB[1])
        self.create_rectangle(left, top, right, bottom, fill=colours.neutral_wash, outline="")
        picture = self._pictures.get(photo.picture) if photo.picture is not None else None
        if picture is not None:
            self.create_image((left + right) // 2, (top + bottom) // 2, image=picture)
        if place in (self._left, self._right):
            self.create_rectangle(left, top, right, bottom, outline=colours.primary, width=px(3))
        sign = {self._left: "◀", self._right: "▶"}.get(place)
        if sign:
            self.create_rectangle(left, top, left + px(20), top + px(18), fill=colours.primary, outline="")
            self.create_text(left + px(10), top + px(9), text=sign, font=fonts.NOTE, fill=colours.card)
