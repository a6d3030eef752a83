"""ThumbnailGrid: any number of pictures, of which only those in view exist; rolling draws just what comes into view.

    grid = ThumbnailGrid(card.body, page=queries_page, count=queries_count, opened=self.open, chosen=self.describe)
    grid.refresh()

``page(offset, limit)`` returns NamedTuples with ``id``, ``picture`` (the cached small file, or None), ``caption`` and
``badge`` (a short word, may be empty). Arrows, Ctrl, Shift, Ctrl+A choose; Enter opens.
"""

from __future__ import annotations

import tkinter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import ttkbootstrap as ttk

from desktop_app.ui.theme import palette, px
from desktop_app.ui.widgets.chooser import Chooser
from desktop_app.ui.widgets.pictures import Pictures
from desktop_app.ui.widgets.thumbnail_cell import Box, CellPainter, Look

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
        self._top, self._columns = 0, 1
        self._cell = (px(CELL[0]), px(CELL[1]))
        size = (px(PICTURE[0]), px(PICTURE[1]))
        self._drawn: dict[int, Any] = {}
        self._looks: dict[int, Look] = {}
        self._bare: set[int] = set()
        self.canvas = tkinter.Canvas(self, highlightthickness=0, borderwidth=0, takefocus=True, yscrollincrement=1)
        self.bar = ttk.Scrollbar(self, command=self._bar_moved, bootstyle="@card")
        self.canvas.pack(side="left", fill="both", expand=True)
        self._painter = CellPainter(self.canvas, size)
        self.pictures = Pictures(self, size, self._show_pictures)
        self._listen()

    # ------------------------------------------------------------ for screens

    @property
    def items(self) -> list[Any]:
        """What is in view, in its order."""
        return [self._drawn[place] for place in sorted(self._drawn)]

    def refresh(self) -> None:
        """Ask anew; place and selection stay as far as they can."""
        self.count = self._count()
        self._draw_anew(self._top)

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
            canvas.bind(event, lambda event: self.mark())
        self.bind("<<ThemeChanged>>", lambda event: self.after_idle(self._recolour))
        self.bind("<Destroy>", lambda event: self.pictures.close() if event.widget is self else None)

    def _resized(self, event: Any) -> None:
        at_top = self._top // self._cell[1] * self._columns
        self._columns = max(1, event.width // px(CELL[0]))
        self._cell = (event.width // self._columns, px(CELL[1]))  # what is left over goes between the pictures
        self._draw_anew(at_top // self._columns * self._cell[1])

    def _rows_in_view(self) -> int:
        return max(1, self.canvas.winfo_height() // self._cell[1])

    def _height(self) -> int:
        return -(-self.count // self._columns) * self._cell[1]

    def _scroll_to(self, top: int) -> str:
        """Show the list from ``top`` pixels on: rows that come into view are asked for and drawn, others just move."""
        view = self.canvas.winfo_height()
        self._top = max(0, min(top, self._height() - view))
        self._fill()
        self.canvas.configure(scrollregion=(0, 0, self.canvas.winfo_width(), max(self._height(), view)))
        self.canvas.yview_moveto(self._top / max(self._height(), view, 1))
        self._show_bar()
        return "break"

    def _draw_anew(self, top: int) -> None:
        self.canvas.delete("all")
        for shown in (self._drawn, self._looks, self._bare):
            shown.clear()
        self._scroll_to(top)

    def _recolour(self) -> None:
        if self.winfo_exists():
            self._draw_anew(self._top)

    def _fill(self) -> None:
        in_view = self._places_in_view()
        for place in [place for place in self._drawn if place not in in_view]:
            self._let_go(place)
        missing = [place for place in in_view if place not in self._drawn]
        if not missing:
            return
        self.canvas.configure(background=palette().card)
        items = self._page(missing[0], missing[-1] - missing[0] + 1)
        self._drawn |= dict(enumerate(items, missing[0]))
        self.pictures.want(item.picture for item in self._drawn.values() if item.picture is not None)
        for place, item in enumerate(items, missing[0]):
            self._paint(place, item)

    def _places_in_view(self) -> range:
        first = self._top // self._cell[1]
        below = (self._top + self.canvas.winfo_height()) // self._cell[1] + 1
        return range(first * self._columns, min(below * self._columns, self.count))

    def _let_go(self, place: int) -> None:
        self._painter.wipe(place)
        del self._drawn[place], self._looks[place]
        self._bare.discard(place)

    def _show_bar(self) -> None:
        height, view = self._height(), self.canvas.winfo_height()
        self.show_emptiness()
        if height > view:
            self.bar.set(self._top / height, (self._top + view) / height)
            self.bar.pack(side="right", fill="y")
        else:
            self.bar.pack_forget()

    def _paint(self, place: int, item: Any) -> None:
        picture = self.pictures.get(item.picture) if isinstance(item.picture, Path) else None
        self._looks[place] = self._look(place, item)
        self._painter.paint(place, item, self._box(place), self._looks[place], picture)
        if picture is None:
            self._bare.add(place)

    def _look(self, place: int, item: Any) -> Look:
        focused = place == self.selection.at and self.focus_displayof() is self.canvas
        return Look(item.id in self.selection.chosen, focused)

    def _box(self, place: int) -> Box:
        row, column = divmod(place, self._columns)
        return Box(column * self._cell[0], row * self._cell[1], *self._cell)

    def _show_pictures(self) -> None:
        """Those that have come since, into their frames; nothing else is drawn."""
        for place in sorted(self._bare):
            item = self._drawn[place]
            picture = self.pictures.get(item.picture) if isinstance(item.picture, Path) else None
            if picture is not None:
                self._painter.show(place, picture)
                self._bare.discard(place)

    def mark(self) -> None:
        """Draw anew the cells that look otherwise now."""
        for place, item in self._drawn.items():
            if self._look(place, item) != self._looks[place]:
                self._paint(place, item)

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
