"""A row of small pictures that can be walked through and chosen like every list; only those in view are drawn."""

from __future__ import annotations

import tkinter
from collections.abc import Callable, Sequence
from typing import Any

from desktop_app.ui import fonts
from desktop_app.ui.theme import HALF, palette, px
from desktop_app.ui.widgets.chooser import Chooser
from desktop_app.ui.widgets.ellipsis import shortened
from desktop_app.ui.widgets.pictures import Pictures

THUMB, GAP, FRAME = (96, 64), 8, 3


class FilmStrip(Chooser):
    """Options: ``page`` and ``count`` as of every list, items with .id .picture .caption .done; ``chosen(ids)``.

    What is not ``done`` has a dot."""

    def __init__(
        self,
        parent: tkinter.Misc,
        *,
        page: Callable[[int, int], Sequence[Any]],
        count: Callable[[], int],
        chosen: Callable[[list[str]], object],
    ) -> None:
        super().__init__(parent, page, opened=lambda item: None, chosen=chosen, empty="")
        self._count = count
        self._first = 0
        self.items: Sequence[Any] = ()
        height = px(THUMB[1] + 2 * HALF)
        self.canvas = tkinter.Canvas(self, height=height, highlightthickness=0, borderwidth=0, takefocus=True)
        self.canvas.pack(fill="x")
        self.pictures = Pictures(self, (px(THUMB[0]), px(THUMB[1])), self._draw)
        self._listen()

    def _listen(self) -> None:
        canvas = self.canvas
        self.hear(canvas)
        canvas.bind("<Left>", lambda event: self.step(-1, event.state))
        canvas.bind("<Right>", lambda event: self.step(1, event.state))
        canvas.bind("<Button-1>", self._clicked)
        canvas.bind("<MouseWheel>", lambda event: self.step(-1 if event.delta > 0 else 1))
        canvas.bind("<Button-4>", lambda event: self.step(-1))
        canvas.bind("<Button-5>", lambda event: self.step(1))
        canvas.bind("<Configure>", lambda event: self._fetch())
        self.bind("<<ThemeChanged>>", lambda event: self.after_idle(self._draw))
        self.bind("<Destroy>", lambda event: self.pictures.close() if event.widget is self else None)

    def refresh(self) -> None:
        """Ask anew; place and selection stay."""
        self.count = self._count()
        self._fetch()

    def step(self, by: int, state: Any = 0) -> str:
        """Go so many pictures on."""
        return self.move(self.selection.at + by, state)

    def see(self, place: int) -> None:
        """The one at ``place`` stands in the middle, as far as there are pictures on both sides."""
        first = max(0, min(place - self._in_view() // 2, self.count - self._in_view()))
        if first != self._first:
            self._first = first
            self._fetch()

    def mark(self) -> None:
        """Frame what is chosen."""
        self._draw()

    def _in_view(self) -> int:
        return max(1, (self.canvas.winfo_width() + px(GAP)) // px(THUMB[0] + GAP))

    def _margin(self) -> int:
        """A short strip stands in the middle."""
        shown = min(self.count, self._in_view())
        return max(0, (self.canvas.winfo_width() - shown * px(THUMB[0] + GAP) + px(GAP)) // 2)

    def _fetch(self) -> None:
        view = self._in_view()
        self._first = max(0, min(self._first, self.count - view))
        self.items = self._page(self._first, view)
        self.pictures.want(item.picture for item in self.items if item.picture is not None)
        self._draw()

    def _clicked(self, event: tkinter.Event) -> None:
        self.canvas.focus_set()
        place = self._first + (event.x - self._margin()) // px(THUMB[0] + GAP)
        if event.x >= self._margin() and place < self.count:
            self.pick(place, event.state)

    def _draw(self) -> None:
        if not self.winfo_exists():
            return
        self.canvas.delete("all")
        self.canvas.configure(background=palette().card)
        for column, item in enumerate(self.items):
            self._draw_one(self._margin() + column * px(THUMB[0] + GAP), item)

    def _draw_one(self, left: int, item: Any) -> None:
        canvas, colours, top = self.canvas, palette(), px(HALF)
        right, bottom = left + px(THUMB[0]), top + px(THUMB[1])
        canvas.create_rectangle(left, top, right, bottom, fill=colours.neutral_wash, outline="")
        middle = ((left + right) // 2, (top + bottom) // 2)
        picture = self.pictures.get(item.picture) if item.picture is not None else None
        if picture is not None:
            canvas.create_image(*middle, image=picture)
        elif item.picture is None:
            words = shortened(item.caption, px(THUMB[0] - GAP), fonts.NOTE)
            canvas.create_text(*middle, text=words, font=fonts.NOTE, fill=colours.note)
        if not item.done:
            canvas.create_oval(right - px(14), top + px(4), right - px(4), top + px(14), fill=colours.soon, outline="")
        if item.id in self.selection.chosen:
            canvas.create_rectangle(left, top, right, bottom, outline=colours.primary, width=px(FRAME))
