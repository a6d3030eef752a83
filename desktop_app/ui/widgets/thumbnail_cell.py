"""One cell of the grid drawn on its canvas: the picture's frame, its caption, its badge, whether it is chosen."""

from __future__ import annotations

import tkinter
from tkinter import font
from typing import Any, NamedTuple

from desktop_app.ui import fonts
from desktop_app.ui.theme import HALF, INSIDE, palette, px
from desktop_app.ui.widgets.ellipsis import cut


class Look(NamedTuple):
    """How a cell shows that it is chosen, and that the keys are with it."""

    chosen: bool = False
    focused: bool = False


class Box(NamedTuple):
    """A cell's place on the canvas, in pixels of the whole list."""

    left: int
    top: int
    width: int
    height: int


class CellPainter:
    """Draws cells by their place in the list; ``size`` is the room for a picture."""

    def __init__(self, canvas: tkinter.Canvas, size: tuple[int, int]) -> None:
        self._canvas, self._size = canvas, size
        self._note = font.nametofont(fonts.NOTE, canvas)

    def paint(self, place: int, item: Any, box: Box, look: Look, picture: Any) -> None:
        """Draw the cell at ``place`` anew; ``picture`` is the image for Tk, or None while it is on its way."""
        self.wipe(place)
        tag = f"cell{place}"
        if look.chosen or look.focused:
            self._surround(box, look, tag)
        left = box.left + (box.width - self._size[0]) // 2
        top = box.top + px(INSIDE)
        self._draw_picture(place, left, top, picture)
        if tile := getattr(item, "tile", ""):
            self._draw_tile(tile, left, top, tag)
        self._draw_caption(item.caption, left, top + self._size[1] + px(HALF), tag)
        if item.badge:
            self._draw_badge(item.badge, left + px(HALF), top + px(HALF), tag)

    def show(self, place: int, picture: Any) -> None:
        """Put a picture that has just come into its frame."""
        self._canvas.itemconfigure(f"picture{place}", image=picture)

    def wipe(self, place: int) -> None:
        """Take a cell away."""
        self._canvas.delete(f"cell{place}")

    def _surround(self, box: Box, look: Look, tag: str) -> None:
        colours = palette()
        self._canvas.create_rectangle(
            (box.left + 1, box.top + 1, box.left + box.width - 2, box.top + box.height - 2),
            fill=colours.selected if look.chosen else "",
            outline=colours.primary if look.focused else "",
            width=px(2),
            tags=tag,
        )

    def _draw_picture(self, place: int, left: int, top: int, picture: Any) -> None:
        width, height = self._size
        tags = (f"cell{place}", f"picture{place}")
        ground = (left, top, left + width, top + height)
        self._canvas.create_rectangle(ground, fill=palette().neutral_wash, outline="", tags=tags[:1])
        self._canvas.create_image(left + width // 2, top + height // 2, image=picture or "", tags=tags)

    def _draw_tile(self, words: str, left: int, top: int, tag: str) -> None:
        """What stands where nothing can be seen."""
        middle = (left + self._size[0] // 2, top + self._size[1] // 2)
        self._canvas.create_text(*middle, text=words, font=fonts.BODY, fill=palette().note, tags=tag)

    def _draw_caption(self, caption: str, left: int, top: int, tag: str) -> None:
        colours = palette()
        words = cut(caption or "—", self._size[0], self._note.measure)
        ink = colours.text if caption else colours.note
        self._canvas.create_text(left, top, text=words, anchor="nw", font=fonts.NOTE, fill=ink, tags=tag)

    def _draw_badge(self, words: str, left: int, top: int, tag: str) -> None:
        colours, canvas = palette(), self._canvas
        text = canvas.create_text(
            left + px(6), top + px(2), text=words, anchor="nw", font=fonts.NOTE, fill=colours.text, tags=tag
        )
        x0, y0, x1, y1 = canvas.bbox(text)
        around = (x0 - px(6), y0 - px(2), x1 + px(6), y1 + px(1))
        ground = canvas.create_rectangle(around, fill=colours.card, outline=colours.line, tags=tag)
        canvas.tag_lower(ground, text)
