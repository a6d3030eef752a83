"""The photos of an article where they stand in its text: a small picture with the number its card below carries."""

from __future__ import annotations

import tkinter
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import ttkbootstrap as ttk

from desktop_app.core.i18n import _
from desktop_app.ui import fonts
from desktop_app.ui.theme import HALF, INSIDE, palette, px
from desktop_app.ui.widgets.pictures import Pictures

PICTURE = (84, 56)
CAPTION = 50
"""Letters of a caption that are shown."""
WORDS_WIDE = 170
"""Plain pixels of a caption, so that a photo is never wider than a narrow sheet."""
CIRCLED = 20
"""Unicode has circled numbers up to here."""


class Placed(NamedTuple):
    """What is known of a photo: its small picture where there is one, its caption."""

    picture: Path | None
    caption: str


def circled(number: int) -> str:
    """①, ②, …: the number a photo carries in the text and on its card."""
    return chr(ord("①") + number - 1) if 1 <= number <= CIRCLED else f"({number})"


class PlacedPhotos:
    """Makes what stands for photo n in a text, and draws them all anew when the article's photos change."""

    def __init__(self, owner: tkinter.Misc) -> None:
        self._photos: Sequence[Placed] = ()
        self._chips: list[PhotoChip] = []
        self._pictures = Pictures(owner, (px(PICTURE[0]), px(PICTURE[1])), self._draw)
        owner.bind("<<ThemeChanged>>", lambda event: owner.after_idle(self._draw), "+")
        owner.bind("<Destroy>", lambda event: self._pictures.close() if event.widget is owner else None, "+")

    def show(self, photos: Sequence[Placed]) -> None:
        """The photos of the article now, in order."""
        self._photos = photos
        self._pictures.want(photo.picture for photo in photos if photo.picture is not None)
        self._draw()

    def make(self, text: tkinter.Text, number: int) -> tkinter.Misc:
        """What stands for photo ``number``, from 1."""
        chip = PhotoChip(text, number)
        self._chips.append(chip)
        self._draw_one(chip)
        return chip

    def _draw(self) -> None:
        self._chips = [chip for chip in self._chips if chip.winfo_exists()]
        for chip in self._chips:
            self._draw_one(chip)

    def _draw_one(self, chip: PhotoChip) -> None:
        known = chip.number <= len(self._photos)
        photo = self._photos[chip.number - 1] if known else Placed(None, _("This article has no such photo"))
        picture = self._pictures.get(photo.picture) if photo.picture is not None else None
        chip.draw(picture, photo.caption or _("no caption yet"), known=known)


class PhotoChip(ttk.Frame):
    """One photo in the text."""

    def __init__(self, text: tkinter.Text, number: int) -> None:
        super().__init__(text, style="Field.TFrame", padding=px(HALF), cursor="arrow")
        self.number = number
        width, height = px(PICTURE[0]), px(PICTURE[1])
        self._canvas = tkinter.Canvas(self, width=width, height=height, highlightthickness=0, borderwidth=0)
        self._canvas.pack(side="left")
        self._number = ttk.Label(self, text=circled(number), font=fonts.STRONG, bootstyle="@card primary")
        self._number.pack(side="left", padx=(px(INSIDE), px(HALF)))
        self._caption = ttk.Label(self, font=fonts.NOTE, bootstyle="@card secondary", wraplength=px(WORDS_WIDE))
        self._caption.pack(side="left", padx=(0, px(INSIDE)))
        for part in (self, self._canvas, self._number, self._caption):
            part.bind("<Button-1>", lambda event: self._go_to(text))
            for wheel in ("<MouseWheel>", "<Button-4>", "<Button-5>"):
                part.bind(wheel, lambda event: _roll(text, event))

    def draw(self, picture: object, caption: str, *, known: bool) -> None:
        """Show the picture and what is printed below it."""
        colours = palette()
        self._canvas.delete("all")
        self._canvas.configure(background=colours.neutral_wash)
        if picture is not None:
            self._canvas.create_image(px(PICTURE[0]) // 2, px(PICTURE[1]) // 2, image=picture)
        short = caption if len(caption) <= CAPTION else caption[: CAPTION - 1].rstrip() + "…"
        self._caption.configure(text=short, bootstyle="@card secondary" if known else "@card danger")

    def _go_to(self, text: tkinter.Text) -> None:
        """A click selects it, as it does a letter."""
        place = text.index(str(self))
        text.focus_set()
        text.tag_remove("sel", "1.0", "end")
        text.mark_set("insert", f"{place} + 1 indices")
        text.tag_add("sel", place, f"{place} + 1 indices")


def _roll(text: tkinter.Text, event: tkinter.Event) -> str:
    """Rolling over a photo rolls the text it stands in."""
    if event.num in (4, 5):
        text.event_generate(f"<Button-{event.num}>", x=event.x, y=event.y)
    else:
        text.event_generate("<MouseWheel>", delta=event.delta)
    return "break"


def photo_words(number: int, caption: str) -> str:
    """A photo as a line of a menu."""
    return f"{circled(number)}  {caption[:CAPTION] or _('no caption yet')}"
