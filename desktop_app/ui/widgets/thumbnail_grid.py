"""ThumbnailGrid: any number of pictures, of which only those in view exist.

    grid = ThumbnailGrid(card.body, page=queries_page, count=queries_count, opened=self.open, chosen=self.describe)
    grid.refresh()

``page(offset, limit)`` returns NamedTuples with ``id``, ``picture`` (the cached small file, or None), ``caption`` and
``badge`` (a short word, may be empty). Arrows, Ctrl, Shift, Ctrl+A choose; Enter opens.
"""

from __future__ import annotations

import tkinter
from collections.abc import Callable, Sequence
from pathlib import Path
from tkinter import font
from typing import Any

import ttkbootstrap as ttk

from desktop_app.ui import fonts
from desktop_app.ui.theme import HALF, INSIDE, palette, px
from desktop_app.ui.widgets.chooser import Chooser
from desktop_app.ui.widgets.ellipsis import cut
from desktop_app.ui.widgets.pictures import Pictures

CELL, PICTURE = (184, 184), (168, 126)


class ThumbnailGrid(Chooser):
    """Options: see above; ``chosen(ids)`` after each change of the selection, ``empty`` words for an empty grid."""

    def __init__(
        self,
        parent: tkinter.Misc,
        *,
        page: Callable[[int, int], Sequence[Any]],
        count: Callable[[], int],
        opened: Callable[[Any], object] = lambda item: None,
        chosen: Callable[[list[str]], object] = lambda ids: None,
        empty: str = "",
    ) -> None:
        super().__init__(parent, page, opened, chosen, empty)
        self._count = count
        self.items: list[Any] = []
        self._top, self._first, self._columns = 0, 0, 1
        self._cell = (px(CELL[0]), px(CELL[1]))
        self._size = (px(PICTURE[0]), px(PICTURE[1]))
        self.canvas = tkinter.Canvas(self, highlightthickness=0, borderwidth=0, takefocus=True)
        self.bar = ttk.Scrollbar(self, command=self._bar_moved, bootstyle="@card")
        self.canvas.pack(side="left", fill="both", expand=True)
        self.pictures = Pictures(self, self._size, self._draw)
        self._note = font.nametofont(fonts.NOTE, self)
        self._listen()

    # ------------------------------------------------------------ for screens

    def refresh(self) -> None:
        """Ask anew; place and selection stay as far as they can."""
        self.count = self._count()
        self._scroll_to(self._top, always=True)

    def to_top(self) -> None:
        """Forget place and selection, as for other pictures."""
        self.selection.clear()
        self._top = 0

    def focus_set(self) -> None:
        """Go there."""
        self.canvas.focus_set()

    # ------------------------------------------------------------ inside

    def _listen(self) -> None:
        canvas = self.canvas
        self.hear(canvas)
        canvas.bind("<Left>", lambda event: self.move(self.selection.at - 1, event.state))
        canvas.bind("<Right>", lambda event: self.move(self.selection.at + 1, event.state))
        canvas.bind("<Up>", lambda event: self._step(-1, event.state))
        canvas.bind("<Down>", lambda event: self._step(1, event.state))
        canvas.bind("<Prior>", lambda event: self._step(-self._rows_in_view(), event.state))
        canvas.bind("<Next>", lambda event: self._step(self._rows_in_view(), event.state))
        canvas.bind("<Double-1>", lambda event: self.open())
        canvas.bind("<Button-1>", self._pressed)
        canvas.bind("<MouseWheel>", lambda event: self._roll(event.delta > 0))
        canvas.bind("<Button-4>", lambda event: self._roll(True))
        canvas.bind("<Button-5>", lambda event: self._roll(False))
        canvas.bind("<Configure>", self._resized)
        for event in ("<FocusIn>", "<FocusOut>"):
            canvas.bind(event, lambda event: self._draw())
        self.bind("<<ThemeChanged>>", lambda event: self.after_idle(self._draw))
        self.bind("<Destroy>", lambda event: self.pictures.close() if event.widget is self else None)

    def _resized(self, event: Any) -> None:
        at_top = self._top // self._cell[1] * self._columns
        self._columns = max(1, event.width // px(CELL[0]))
        self._cell = (event.width // self._columns, px(CELL[1]))  # what is left over goes between the pictures
        self._scroll_to(at_top // self._columns * self._cell[1], always=True)

    def _rows_in_view(self) -> int:
        return max(1, self.canvas.winfo_height() // self._cell[1])

    def _height(self) -> int:
        return -(-self.count // self._columns) * self._cell[1]

    def _scroll_to(self, top: int, *, always: bool = False) -> str:
        top = max(0, min(top, self._height() - self.canvas.winfo_height()))
        if top != self._top or always:
            self._top = top
            self._fill()
        return "break"

    def _fill(self) -> None:
        first_row, rows = self._top // self._cell[1], -(-self.canvas.winfo_height() // self._cell[1]) + 1
        self._first = first_row * self._columns
        self.items = list(self._page(self._first, rows * self._columns)) if self.count else []
        self.pictures.want(item.picture for item in self.items if item.picture is not None)
        self._draw()
        self._show_bar()

    def _show_bar(self) -> None:
        height, view = self._height(), self.canvas.winfo_height()
        self.show_emptiness()
        if height > view:
            self.bar.set(self._top / height, (self._top + view) / height)
            self.bar.pack(side="right", fill="y")
        else:
            self.bar.pack_forget()

    def _draw(self) -> None:
        if not self.winfo_exists():
            return
        colours = palette()
        self.canvas.delete("all")
        self.canvas.configure(background=colours.card)
        for place, item in enumerate(self.items):
            row, column = divmod(place, self._columns)
            left = column * self._cell[0]
            top = row * self._cell[1] - self._top % self._cell[1]
            self._draw_cell(item, self._first + place, left, top)

    def _draw_cell(self, item: Any, place: int, left: int, top: int) -> None:
        colours, canvas, gap = palette(), self.canvas, px(INSIDE)
        width, height = self._cell
        chosen = item.id in self.selection.chosen
        focused = place == self.selection.at and self.focus_displayof() is canvas
        if chosen or focused:
            box = (left + 1, top + 1, left + width - 2, top + height - 2)
            canvas.create_rectangle(
                *box, fill=colours.selected if chosen else "", outline=colours.primary if focused else "", width=px(2)
            )
        left += (width - self._size[0]) // 2 - gap
        self._draw_picture(item, left + gap, top + gap)
        below = top + gap + self._size[1] + px(HALF)
        ink = colours.text if item.caption else colours.note
        words = cut(item.caption or "—", self._size[0], self._note.measure)
        canvas.create_text(left + gap, below, text=words, anchor="nw", font=fonts.NOTE, fill=ink)
        if item.badge:
            self._draw_badge(item.badge, left + gap + px(HALF), top + gap + px(HALF))

    def _draw_picture(self, item: Any, left: int, top: int) -> None:
        width, height = self._size
        self.canvas.create_rectangle(left, top, left + width, top + height, fill=palette().neutral_wash, outline="")
        picture = self.pictures.get(item.picture) if isinstance(item.picture, Path) else None
        if picture is not None:
            self.canvas.create_image(left + width // 2, top + height // 2, image=picture)

    def _draw_badge(self, words: str, left: int, top: int) -> None:
        colours = palette()
        text = self.canvas.create_text(
            left + px(6), top + px(2), text=words, anchor="nw", font=fonts.NOTE, fill=colours.text
        )
        x0, y0, x1, y1 = self.canvas.bbox(text)
        ground = self.canvas.create_rectangle(
            x0 - px(6), y0 - px(2), x1 + px(6), y1 + px(1), fill=colours.card, outline=colours.line
        )
        self.canvas.tag_lower(ground, text)

    def mark(self) -> None:
        self._draw()

    def _roll(self, up: bool) -> str:
        return self._scroll_to(self._top - (self._cell[1] // 2 if up else -self._cell[1] // 2))

    def _bar_moved(self, how: str, much: str, unit: str = "") -> None:
        if how == "moveto":
            self._scroll_to(round(float(much) * self._height()))
        else:
            step = self.canvas.winfo_height() if unit == "pages" else self._cell[1] // 2
            self._scroll_to(self._top + int(much) * step)

    def _step(self, rows: int, state: Any) -> str:
        place = self.selection.at + rows * self._columns
        return self.move(place, state) if 0 <= place < self.count else "break"

    def see(self, place: int) -> None:
        top = place // self._columns * self._cell[1]
        if top < self._top:
            self._scroll_to(top)
        elif top + self._cell[1] > self._top + self.canvas.winfo_height():
            self._scroll_to(top + self._cell[1] - self.canvas.winfo_height())

    def _pressed(self, event: Any) -> None:
        self.canvas.focus_set()
        column = event.x // self._cell[0]
        place = (self._top + event.y) // self._cell[1] * self._columns + column
        if column < self._columns and place < self.count:
            self.pick(place, event.state)
