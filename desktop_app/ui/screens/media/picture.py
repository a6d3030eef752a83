"""The large picture above the words: the 1600 px rendition scaled, or honestly why there is none."""

from __future__ import annotations

import tkinter
from pathlib import Path
from typing import Any

from desktop_app.ui import fonts
from desktop_app.ui.theme import palette, px
from desktop_app.ui.widgets.pictures import Pictures

SIZE = (312, 176)


class MediaPicture(tkinter.Canvas):
    """``show(path)`` with a file to decode in the background, ``say(words)`` where there is nothing to see."""

    def __init__(self, parent: tkinter.Misc, size: tuple[int, int] = SIZE) -> None:
        super().__init__(parent, height=px(size[1]), width=1, highlightthickness=0, borderwidth=0, takefocus=False)
        self._pictures = Pictures(self, (px(size[0]), px(size[1])), self._draw)
        self._path: Path | None = None
        self._words = ""
        self.bind("<Configure>", lambda event: self._draw())
        self.bind("<<ThemeChanged>>", lambda event: self.after_idle(self._draw))
        self.bind("<Destroy>", lambda event: self._pictures.close())

    def show(self, path: Path) -> None:
        """A picture."""
        self._path, self._words = path, ""
        self._pictures.want([path])
        self._draw()

    def forget(self) -> None:
        """The file was made anew: read it again when it is shown next."""
        self._pictures.forget([self._path] if self._path else [])

    def say(self, words: str) -> None:
        """No picture but words, such as for a video."""
        self._path, self._words = None, words
        self._draw()

    def _draw(self) -> None:
        if not self.winfo_exists():
            return
        colours = palette()
        self.delete("all")
        self.configure(background=colours.neutral_wash)
        middle = (self.winfo_width() // 2, self.winfo_height() // 2)
        picture: Any = self._pictures.get(self._path) if self._path else None
        if picture is not None:
            self.create_image(*middle, image=picture)
        elif self._words:
            width = max(1, self.winfo_width() - px(32))
            self.create_text(
                *middle, text=self._words, width=width, justify="center", font=fonts.BODY, fill=colours.note
            )
