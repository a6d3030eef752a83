"""The pictures of an album in their order: dragged, or moved by Ctrl and an arrow, one or many at once."""

from __future__ import annotations

import tkinter
from collections.abc import Callable, Collection, Sequence
from typing import Any

from desktop_app.ui.theme import HALF, INSIDE, palette, px
from desktop_app.ui.widgets.chooser import CONTROL, SHIFT
from desktop_app.ui.widgets.thumbnail_grid import ThumbnailGrid

MARK = "gap"


class AlbumGrid(ThumbnailGrid):
    """Options as for ThumbnailGrid, and ``moved(ids, gap)``: put these before the picture that stands at ``gap``."""

    def __init__(
        self,
        parent: tkinter.Misc,
        *,
        page: Callable[[int, int], Sequence[Any]],
        count: Callable[[], int],
        moved: Callable[[list[str], int], object],
        opened: Callable[[Any], object],
        chosen: Callable[[list[str]], object],
        empty: str,
    ) -> None:
        super().__init__(parent, page=page, count=count, opened=opened, chosen=chosen, empty=empty)
        self._moved = moved
        self._from: tuple[int, int] | None = None
        self._gap: int | None = None
        self._held = ""
        self._listen_for_moves(self.canvas)

    def _listen_for_moves(self, canvas: tkinter.Canvas) -> None:
        canvas.bind("<B1-Motion>", self._dragged)
        canvas.bind("<ButtonRelease-1>", self._dropped)
        canvas.bind("<Escape>", self._give_up)
        canvas.bind("<Control-Left>", lambda event: self.shift(-1))
        canvas.bind("<Control-Right>", lambda event: self.shift(1))
        canvas.bind("<Control-Up>", lambda event: self.shift(-self._columns))
        canvas.bind("<Control-Down>", lambda event: self.shift(self._columns))
        canvas.bind("<Control-Home>", lambda event: self.shift(-self.count))
        canvas.bind("<Control-End>", lambda event: self.shift(self.count))

    def shift(self, step: int) -> str:
        """Move the chosen pictures so many places on or back, together."""
        places = self._places_of(self.selection.chosen)
        if places:
            gap = places[0] + step if step < 0 else places[-1] + 1 + step
            self._move(places, max(0, min(gap, self.count)))
        return "break"

    def _move(self, places: Sequence[int], gap: int) -> None:
        """Ask for the move, unless the pictures stand there already."""
        together = places[-1] - places[0] < len(places)
        if not together or not places[0] <= gap <= places[-1] + 1:
            self._moved([str(one) for place in places for one in self.ids_between(place, place)], gap)

    def _places_of(self, asset_ids: Collection[str]) -> list[int]:
        order = self.ids_between(0, self.count - 1) if self.count else []
        return [place for place, one in enumerate(order) if one in asset_ids]

    def show_chosen(self, asset_ids: Sequence[str]) -> None:
        """After a move: the same pictures chosen, where they stand now."""
        places = self._places_of(asset_ids)
        if places:
            self.selection.at = places[0]
            self.see(places[-1])
            self.see(places[0])
        self.mark()

    # ------------------------------------------------------------ the mouse

    def _pressed(self, event: Any) -> None:
        """Press on one of many chosen: they stay chosen, since it may be the beginning of a drag."""
        at, held = self._id_at(event), event.state & (SHIFT | CONTROL)
        self._from = (event.x, event.y) if at and not held else None
        self._held = at if at in self.selection.chosen and len(self.selection.chosen) > 1 and not held else ""
        if self._held:
            self.canvas.focus_set()
        else:
            super()._pressed(event)

    def _dragged(self, event: Any) -> None:
        if self._from is None or (self._gap is None and not self._is_far(event)):
            return
        self._held = ""
        self.canvas.configure(cursor="fleur")
        self._roll_at_the_rim(event.y)
        self._gap = self._gap_at(event)
        self._draw_gap(*self._gap_at_cell(event))

    def _dropped(self, event: Any) -> None:
        gap, held = self._gap, self._held
        self._give_up(event)
        if gap is not None:
            self._move(self._places_of(self.selection.chosen), gap)
        elif held:
            self.pick(self._places_of([held])[0])

    def _give_up(self, event: Any) -> str | None:
        """Let go of what is dragged; Esc without a drag goes on to the room."""
        was_dragging = self._gap is not None
        self._from, self._gap, self._held = None, None, ""
        self.canvas.delete(MARK)
        self.canvas.configure(cursor="")
        return "break" if was_dragging else None

    def _is_far(self, event: Any) -> bool:
        assert self._from is not None, "a drag began"
        far: int = max(abs(event.x - self._from[0]), abs(event.y - self._from[1]))
        return far >= px(INSIDE)

    def _roll_at_the_rim(self, y: int) -> None:
        rim = px(2 * INSIDE)
        if y < rim or y > self.canvas.winfo_height() - rim:
            self._scroll_to(self._top + (-rim if y < rim else rim))

    def _id_at(self, event: Any) -> str:
        column, row = event.x // self._cell[0], (self._top + event.y) // self._cell[1]
        item = self._drawn.get(row * self._columns + column) if column < self._columns else None
        return str(item.id) if item is not None else ""

    def _gap_at(self, event: Any) -> int:
        column, row = self._gap_at_cell(event)
        return min(row * self._columns + column, self.count)

    def _gap_at_cell(self, event: Any) -> tuple[int, int]:
        """Column and row of the nearest gap; the last column's right edge belongs to its own row."""
        column = max(0, min((event.x + self._cell[0] // 2) // self._cell[0], self._columns))
        last_row = max(0, (self.count - 1) // self._columns)
        row = max(0, min((self._top + event.y) // self._cell[1], last_row))
        return (min(column, self.count - row * self._columns), row)

    def _draw_gap(self, column: int, row: int) -> None:
        self.canvas.delete(MARK)
        x = max(px(HALF), min(column * self._cell[0], self.canvas.winfo_width() - px(HALF)))
        top = row * self._cell[1] + px(INSIDE)
        self.canvas.create_line(
            (x, top, x, top + self._cell[1] - 2 * px(INSIDE)), fill=palette().primary, width=px(HALF), tags=MARK
        )
