"""The photos under an article: a strip of thumbnails, each with its caption; from the archive or from the disk."""

from __future__ import annotations

import tkinter
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import ttkbootstrap as ttk

from db.queries.articles import PhotoRow
from desktop_app.core.home import Home
from desktop_app.core.i18n import _
from desktop_app.core.media.renditions import SMALL, rendition_place
from desktop_app.ui import fonts
from desktop_app.ui.screens.articles.placed_photos import circled
from desktop_app.ui.theme import BETWEEN, HALF, INSIDE, palette, px
from desktop_app.ui.widgets.pictures import Pictures
from desktop_app.ui.widgets.text_box import TextBox

PICTURE = (132, 88)
CELL = 320
PAUSE = 1.5
"""Seconds after the last key until a caption is kept."""

Captioned = Callable[[str, str], object]


def thumbnail_of(home: Home, photo: PhotoRow) -> Path | None:
    """The small picture on disk, or None where it has not been made."""
    place = rendition_place(home, photo.sha256, SMALL)
    return place if place.exists() else None


class ArticlePhotos(ttk.Frame):
    """Options: ``captioned(asset_id, caption)``, ``removed(asset_id)``, ``pick()`` and ``bring()`` for the buttons."""

    def __init__(
        self,
        parent: tkinter.Misc,
        *,
        home: Home,
        captioned: Captioned,
        removed: Callable[[str], object],
        pick: Callable[[], object],
        bring: Callable[[], object],
    ) -> None:
        super().__init__(parent, bootstyle="@card")
        self._home, self._captioned, self._removed = home, captioned, removed
        self._columns = 2
        self._head(pick, bring)
        self.strip = ttk.Frame(self, bootstyle="@card")
        self.strip.pack(fill="x")
        self.strip.bind("<Configure>", lambda event: self._lay_out(event.width))
        self.cells: list[PhotoCell] = []
        self.pictures = Pictures(self, (px(PICTURE[0]), px(PICTURE[1])), self._draw)
        self.bind("<<ThemeChanged>>", lambda event: self.after_idle(self._draw))
        self.bind("<Destroy>", lambda event: self.pictures.close() if event.widget is self else None)

    def _head(self, pick: Callable[[], object], bring: Callable[[], object]) -> None:
        head = ttk.Frame(self, bootstyle="@card")
        head.pack(fill="x", pady=(0, px(HALF)))
        head.columnconfigure(0, weight=1)
        self.title = ttk.Label(head, font=fonts.NOTE, bootstyle="@card secondary")
        self.title.grid(row=0, column=0, sticky="w")
        self.sources = ttk.Frame(head, bootstyle="@card")
        self.sources.grid(row=0, column=1)
        self.bring = self._source(_("From this PC…"), "folder2-open", bring)
        self.pick = self._source(_("From the archive…"), "images", pick)

    def _source(self, text: str, icon: str, act: Callable[[], object]) -> ttk.Button:
        button = ttk.Button(self.sources, text=text, icon=icon, icon_size=14, command=act, bootstyle="@card ghost")
        button.pack(side="right")
        return button

    def show(self, photos: Sequence[PhotoRow], *, writable: bool = True) -> None:
        """Show the photos of an article; captions being typed are left alone."""
        self.title["text"] = _("Photos: {count}").format(count=len(photos)) if photos else _("No photo yet")
        for button in (self.pick, self.bring):
            button.configure(state="normal" if writable else "disabled")
        if [cell.photo.id for cell in self.cells] != [photo.id for photo in photos]:
            self._rebuild(photos)
        for number, (cell, photo) in enumerate(zip(self.cells, photos, strict=True), 1):
            cell.number["text"] = circled(number)
            cell.show(photo, thumbnail_of(self._home, photo), writable=writable)
        self.pictures.want(cell.picture for cell in self.cells if cell.picture is not None)
        self._draw()

    def keep(self) -> None:
        """Keep captions that are being typed now."""
        for cell in self.cells:
            cell.keep()

    def go_to_missing(self) -> None:
        """The first photo without a caption, or the button that brings one."""
        without: list[tkinter.Misc] = [cell.caption for cell in self.cells if not cell.typed]
        (without or [self.pick])[0].focus_set()

    @property
    def lacking_thumbnails(self) -> list[str]:
        """The photos whose small picture has not been made."""
        return [cell.photo.id for cell in self.cells if cell.picture is None and cell.photo.kind == "photo"]

    def _rebuild(self, photos: Sequence[PhotoRow]) -> None:
        for cell in self.cells:
            cell.destroy()
        self.cells = [PhotoCell(self.strip, photo, self._captioned, self._removed) for photo in photos]
        self._arrange()

    def _lay_out(self, width: int) -> None:
        alone = width < self.title.winfo_reqwidth() + self.sources.winfo_reqwidth()
        self.sources.grid(row=int(alone), column=0 if alone else 1, sticky="w" if alone else "e")
        columns = max(1, width // px(CELL))
        if columns != self._columns:
            self._columns = columns
            self._arrange()

    def _arrange(self) -> None:
        for column in range(max(self._columns, 8)):
            used = column < self._columns
            self.strip.columnconfigure(column, weight=int(used), uniform="cell" if used else "")
        for number, cell in enumerate(self.cells):
            row, column = divmod(number, self._columns)
            cell.grid(row=row, column=column, padx=(0, px(INSIDE)), pady=(0, px(INSIDE)), sticky="we")
        if not self.cells:
            self.strip.configure(height=1)  # an emptied frame would keep its height

    def _draw(self) -> None:
        if self.winfo_exists():
            for cell in self.cells:
                cell.draw(self.pictures)


class PhotoCell(ttk.Frame):
    """One photo: its picture, the caption below, a way out."""

    def __init__(
        self, parent: tkinter.Misc, photo: PhotoRow, captioned: Captioned, removed: Callable[[str], object]
    ) -> None:
        super().__init__(parent, bootstyle="@card")
        self.photo, self._captioned = photo, captioned
        self.picture: Path | None = None
        width, height = px(PICTURE[0]), px(PICTURE[1])
        self.canvas = tkinter.Canvas(self, width=width, height=height, highlightthickness=0, borderwidth=0)
        self.canvas.pack(side="left", padx=(0, px(INSIDE)))
        self.number = ttk.Label(self, font=fonts.STRONG, bootstyle="@card primary")
        self.number.pack(side="left", anchor="n", padx=(0, px(HALF)))
        self.remove = ttk.Button(
            self, icon="x-lg", icon_only=True, icon_size=12, bootstyle="@card ghost", command=partial(removed, photo.id)
        )
        self.remove.pack(side="right", anchor="n")
        ttk.ToolTip(self.remove, text=_("Take out of the article; it stays in the archive"), delay=500)
        self.caption = TextBox(self, height=3)
        self.caption.pack(side="left", fill="both", expand=True)
        self.caption.set(photo.caption)
        self.caption.on_pause(PAUSE, self.keep)

    def show(self, photo: PhotoRow, picture: Path | None, *, writable: bool) -> None:
        """The photo as it is kept now."""
        self.caption.enable(True)
        if photo.caption != self.photo.caption and self.typed == self.photo.caption:
            self.caption.set(photo.caption)
        self.photo, self.picture = photo, picture
        self.caption.enable(writable)
        self.remove.configure(state="normal" if writable else "disabled")

    def keep(self) -> None:
        """Tell a caption that was changed."""
        caption = self.typed
        if caption != self.photo.caption:
            self.photo = self.photo._replace(caption=caption)
            self._captioned(self.photo.id, caption)

    @property
    def typed(self) -> str:
        """The caption as it is typed: one line, however it is broken."""
        return " ".join(self.caption.get().split())

    def draw(self, pictures: Pictures) -> None:
        """Draw the picture, or the ground it will stand on."""
        canvas, colours = self.canvas, palette()
        canvas.delete("all")
        canvas.configure(background=colours.neutral_wash)
        middle = (px(PICTURE[0]) // 2, px(PICTURE[1]) // 2)
        picture = pictures.get(self.picture) if self.picture is not None else None
        if picture is not None:
            canvas.create_image(*middle, image=picture)
        else:
            words, width = self.photo.original_name, px(PICTURE[0] - BETWEEN)
            canvas.create_text(*middle, text=words, width=width, font=fonts.NOTE, fill=colours.note, justify="center")
