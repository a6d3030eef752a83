"""The evidence of one publication: small pictures and short addresses that open on a click."""

from __future__ import annotations

import tkinter
import webbrowser
from collections.abc import Callable, Sequence
from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import ttkbootstrap as ttk

from db.queries.distributions import EvidenceRow
from desktop_app.core.i18n import _
from desktop_app.core.media.errors import NotTaken
from desktop_app.core.media.kinds import OTHER_NAMES, PICTURE_ENDINGS
from desktop_app.core.media.pictures import opened, upright
from desktop_app.ui.dialogs import open_folder
from desktop_app.ui.screens.publish.words import evidence_words
from desktop_app.ui.theme import HALF, px

if TYPE_CHECKING:
    from PIL import Image

THUMB = (72, 48)


class EvidenceStrip(ttk.Frame):
    """Options: ``root`` the home folder, ``drop(piece)`` takes one out. Each piece opens by click or Enter."""

    def __init__(
        self,
        parent: tkinter.Misc,
        pieces: Sequence[EvidenceRow],
        *,
        root: Path,
        drop: Callable[[EvidenceRow], object],
    ) -> None:
        super().__init__(parent, bootstyle="@card")
        self._folder, self._drop = root, drop
        pictures = ttk.Frame(self, bootstyle="@card")
        self.buttons = [self._button(pictures if piece.file_path else self, piece) for piece in pieces]
        for button in self.buttons:
            button.pack(**({"side": "left"} if button.master is pictures else {"anchor": "w"}))
        if pictures.winfo_children():
            pictures.pack(anchor="w")

    def _button(self, parent: tkinter.Misc, piece: EvidenceRow) -> ttk.Button:
        file = self._folder / piece.file_path if piece.file_path else None
        button = ttk.Button(parent, command=partial(self.open, piece), bootstyle="@card ghost")
        picture = _thumbnail(self, file) if file else None
        if picture is not None:
            button.configure(image=picture, padding=px(2))
            button.picture = picture  # type: ignore[attr-defined]  # Tk forgets an image that nobody holds
        else:
            icon = "link-45deg" if piece.url else "file-earmark-check"
            button.configure(text=evidence_words(piece, 22), icon=icon, icon_size=14, compound="left", padding=px(HALF))
        ttk.ToolTip(
            button, text=_("{what} – opens on a click, Delete takes it out").format(what=evidence_words(piece, 200))
        )
        button.bind("<Delete>", lambda event: self._drop(piece))
        return button

    def open(self, piece: EvidenceRow) -> None:
        """Show the page or the file in the program the system has for it."""
        if piece.url:
            webbrowser.open(piece.url)
        elif piece.file_path and (self._folder / piece.file_path).exists():
            open_folder(self._folder / piece.file_path)


def _thumbnail(owner: tkinter.Misc, file: Path) -> Any:
    """A small picture of a picture, or None: minutes have none, and a file may have been lost."""
    if file.suffix.lower() not in (*PICTURE_ENDINGS, *OTHER_NAMES):
        return None
    from PIL import ImageTk  # only where pictures are shown

    small = _small(file, (px(THUMB[0]), px(THUMB[1])))
    return ImageTk.PhotoImage(small, master=owner) if small else None


@lru_cache(maxsize=128)
def _small(file: Path, size: tuple[int, int]) -> Image.Image | None:
    """Decoded once: the file is named by its own hash and never becomes another picture."""
    try:
        with opened(file) as picture:
            small = upright(picture, 4 * size[0])
    except (NotTaken, OSError):
        return None
    small.thumbnail(size)
    return small
