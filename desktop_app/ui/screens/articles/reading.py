"""The sheet the principal reads: the text exactly as it will be published, photos with captions. Nothing to type."""

from __future__ import annotations

import tkinter
from collections.abc import Sequence
from pathlib import Path

import ttkbootstrap as ttk

from db.queries.articles import PhotoRow
from desktop_app.core.home import Home
from desktop_app.core.i18n import _
from desktop_app.core.manuscripts.markup import Block, Span, compose, paragraphs, picture, picture_numbers
from desktop_app.core.media.renditions import LARGE, rendition_place
from desktop_app.ui import fonts
from desktop_app.ui.theme import BETWEEN, HALF, INSIDE, palette, px
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.pictures import Pictures
from desktop_app.ui.widgets.rich_text import RichText
from desktop_app.ui.widgets.wrapped import Wrapped

WIDE, SMALL = (420, 280), (240, 160)
"""The room of a photo in plain pixels: where the sheet is wide, and where it is not."""
ENOUGH = 470


def sheet_markup(lead: str, body: str, photos: int) -> str:
    """Lead, body and every photo as one text: those without a place of their own stand below it."""
    opening = [Block("paragraph", (Span(lead, bold=True),))] if lead.strip() else []
    placed = set(picture_numbers(body))
    below = [picture(number) for number in range(1, photos + 1) if number not in placed]
    return compose([*opening, *paragraphs(body), *below])


class ReadingSheet(Card):
    """``show(title, lead, body, photos)`` lays an article out as it will be published."""

    def __init__(self, parent: tkinter.Misc, home: Home) -> None:
        super().__init__(parent)
        self._home = home
        self._photos: list[PhotoRow] = []
        self._photo_room = WIDE
        self._shown = ("", "")
        self.headline = Wrapped(self.body, font=fonts.MONTH, bootstyle="@card")
        self.headline.pack(fill="x", pady=(0, px(HALF)))
        self.pictures = self._fetching()
        self.text = RichText(self.body, height=4, bare=True, photo=self._photo)
        self.text.pack(fill="both", expand=True)
        self.text.enable(False)
        self.text.text.bind("<Configure>", lambda event: self._arrange(event.width), "+")
        self._canvases: dict[tkinter.Canvas, Path] = {}
        self.bind("<<ThemeChanged>>", lambda event: self.after_idle(self._draw))
        self.bind("<Destroy>", lambda event: self.pictures.close() if event.widget is self else None)

    def show(self, title: str, lead: str, body: str, photos: Sequence[PhotoRow]) -> None:
        """Another text, from its top."""
        self._photos, self._shown = list(photos), (lead, body)
        self.headline.say(title or _("Untitled"))
        self._set()

    def _set(self) -> None:
        self._canvases = {}
        self.text.set("")
        self.text.set(sheet_markup(*self._shown, len(self._photos)))
        self.text.text.yview_moveto(0)
        self.pictures.want(self._canvases.values())
        self._draw()

    def _fetching(self) -> Pictures:
        width, height = self._photo_room
        return Pictures(self, (px(width), px(height)), self._draw)

    def _arrange(self, width: int) -> None:
        """Photos fit into the width there is."""
        room = WIDE if width >= px(ENOUGH) else SMALL
        if room != self._photo_room and width > 1:
            self._photo_room = room
            self.pictures.close()
            self.pictures = self._fetching()
            self._set()

    def _photo(self, text: tkinter.Text, number: int) -> tkinter.Misc:
        """A placed photo: its picture above its caption; a place whose photo is gone says so."""
        frame, (width, height) = ttk.Frame(text, bootstyle="@card"), self._photo_room
        known = number <= len(self._photos)
        caption = self._photos[number - 1].caption if known else ""
        if known:
            place = rendition_place(self._home, self._photos[number - 1].sha256, LARGE)
            canvas = tkinter.Canvas(frame, width=px(width), height=px(height), highlightthickness=0, borderwidth=0)
            canvas.pack(anchor="w", pady=(px(INSIDE), px(HALF)))
            self._canvases[canvas] = place
        words = caption or _("Photo {number}: no caption").format(number=number)
        style = "@card secondary" if caption else "@card danger"
        ttk.Label(frame, text=words, font=fonts.NOTE, wraplength=px(width), bootstyle=style).pack(anchor="w")
        ttk.Frame(frame, height=px(BETWEEN) // 2, bootstyle="@card").pack()
        return frame

    def _draw(self) -> None:
        for canvas, place in self._canvases.items():
            if canvas.winfo_exists():
                self._paint(canvas, self.pictures.get(place))

    def _paint(self, canvas: tkinter.Canvas, shown: object) -> None:
        colours = palette()
        canvas.delete("all")
        if shown is None:
            canvas.configure(background=colours.neutral_wash)
            return
        canvas.configure(background=colours.card, width=shown.width(), height=shown.height())  # type: ignore[attr-defined]
        canvas.create_image(0, 0, image=shown, anchor="nw")
