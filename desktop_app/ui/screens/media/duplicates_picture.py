"""A picture as large as its place allows, decoded in the background; a click looks closely at a spot of it."""

from __future__ import annotations

import tkinter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from desktop_app.core.media.renditions import LARGE
from desktop_app.ui import fonts
from desktop_app.ui.later import Later
from desktop_app.ui.theme import palette, px
from desktop_app.ui.widgets.pictures import Pictures

SETTLE_MS = 80
LEAST = 130
"""Plain pixels of height that a picture keeps on the lowest screen."""
Spot = tuple[float, float]


class FittingPicture(tkinter.Canvas):
    """Options: ``pointed(spot)`` after a click; a spot is the share of width and height, (0.5, 0.5) the middle."""

    def __init__(self, parent: tkinter.Misc, *, pointed: Callable[[Spot], object]) -> None:
        super().__init__(parent, width=1, height=px(LEAST), highlightthickness=0, borderwidth=0, cursor="hand2")
        self._pointed = pointed
        self._path: Path | None = None
        self._words = ""
        self._spot: Spot | None = None
        self._close: Any = None
        self._size = (0, 0)
        self._pictures: Pictures | None = None
        self._resized = Later(self, self._fit)
        self.bind("<Configure>", lambda event: self._resized.start(SETTLE_MS))
        self.bind("<Button-1>", lambda event: self._pointed(self._spot_of(event.x, event.y)))
        self.bind("<<ThemeChanged>>", lambda event: self.after_idle(self._draw))
        self.bind("<Destroy>", lambda event: self._let_go(), "+")

    def show(self, path: Path | None, words: str = "") -> None:
        """A picture; ``words`` where there is none. The same one again stays as closely seen as it is."""
        if path != self._path:
            self._spot, self._close = None, None
        self._path, self._words = path, words
        self._want()

    def look_closely(self, spot: Spot | None) -> None:
        """What is round a spot, as if the long side had LARGE pixels; None shows the whole picture again."""
        self._spot = spot
        self._close = self._cut_out(spot) if spot else None
        self._draw()

    @property
    def is_close(self) -> bool:
        """Whether a spot is seen closely."""
        return self._spot is not None

    def _fit(self) -> None:
        size = (max(1, self.winfo_width()), max(1, self.winfo_height()))
        if size != self._size:
            self._let_go()
            self._size, self._pictures = size, Pictures(self, size, self._draw)
            if self._spot:
                self._close = self._cut_out(self._spot)
        self._want()

    def _want(self) -> None:
        if self._pictures is not None and self._path is not None:
            self._pictures.want([self._path])
        self._draw()

    def _let_go(self) -> None:
        if self._pictures is not None:
            self._pictures.close()
            self._pictures = None

    def _cut_out(self, spot: Spot) -> Any:
        """The same part of a large picture and of its small copy, which then shows how soft it is."""
        from PIL import Image, ImageTk  # only where pictures are shown

        if self._path is None:
            return None
        try:
            with Image.open(self._path) as whole:
                scale = LARGE / max(whole.size)
                box = _around(spot, whole.size, [side / scale for side in self._size])
                size = (max(1, round((box[2] - box[0]) * scale)), max(1, round((box[3] - box[1]) * scale)))
                return ImageTk.PhotoImage(whole.resize(size, box=box), master=self)
        except OSError:
            return None

    def _spot_of(self, x: int, y: int) -> Spot:
        """Where in the picture a click went, whatever is left free beside it."""
        shown = self._pictures.get(self._path) if self._pictures is not None and self._path else None
        width, height = (shown.width(), shown.height()) if shown else self._size
        across = (x - (self._size[0] - width) / 2) / max(1, width)
        down = (y - (self._size[1] - height) / 2) / max(1, height)
        return min(1.0, max(0.0, across)), min(1.0, max(0.0, down))

    def _draw(self) -> None:
        if not self.winfo_exists():
            return
        colours = palette()
        self.delete("all")
        self.configure(background=colours.neutral_wash)
        middle = (self._size[0] // 2, self._size[1] // 2)
        picture = self._close
        if picture is None and self._pictures is not None and self._path is not None:
            picture = self._pictures.get(self._path)
        if picture is not None:
            self.create_image(*middle, image=picture)
        elif self._words:
            room = max(1, self._size[0] - px(32))
            self.create_text(
                *middle, text=self._words, width=room, justify="center", font=fonts.BODY, fill=colours.note
            )


def _around(spot: Spot, size: Sequence[float], room: Sequence[float]) -> tuple[float, float, float, float]:
    """The box of so much room round a spot, pushed inside the picture."""
    left, top = (
        max(0.0, min(share * side - free / 2, side - free)) for share, side, free in zip(spot, size, room, strict=True)
    )
    return left, top, min(size[0], left + room[0]), min(size[1], top + room[1])
