"""What was found, day by day, any number of files: only those in view are drawn. Space ticks, a click too."""

from __future__ import annotations

import tkinter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import ttkbootstrap as ttk

from desktop_app.core.media.glimpse import glimpse
from desktop_app.core.media.offer import Offer
from desktop_app.ui.screens.media.intake_lines import Line, Lines
from desktop_app.ui.screens.media.intake_paint import ALL, CELL, HEAD, PICTURE, IntakePainter, ticked_of
from desktop_app.ui.theme import palette, px
from desktop_app.ui.widgets.chooser import SHIFT
from desktop_app.ui.widgets.pictures import Pictures


class IntakeDays(ttk.Frame):
    """Options: the ``offer`` whose ticks are changed, ``changed()`` after each change."""

    def __init__(self, parent: tkinter.Misc, offer: Offer, *, changed: Callable[[], object]) -> None:
        super().__init__(parent, bootstyle="@card")
        self.offer, self._changed = offer, changed
        self.at, self._anchor, self._top, self._wide = 0, 0, 0, 0
        self.lines = self._laid(1)
        self.canvas = tkinter.Canvas(self, highlightthickness=0, borderwidth=0, takefocus=True)
        self.bar = ttk.Scrollbar(self, command=self._bar_moved, bootstyle="@card")
        self.bar.pack(side="right", fill="y")
        self.canvas.pack(side="left", fill="both", expand=True)
        self._painter = IntakePainter(self.canvas)
        self.pictures = Pictures(self, (px(PICTURE[0]), px(PICTURE[1])), self._draw, read=glimpse)
        self._listen()

    def _listen(self) -> None:
        canvas = self.canvas
        steps = {"<Left>": -1, "<Right>": 1}
        for key, step in steps.items():
            canvas.bind(key, lambda event, step=step: self.go_to(self.at + step))  # type: ignore[misc]
        rows = {"<Up>": lambda: -1, "<Down>": lambda: 1, "<Prior>": lambda: -self._page(), "<Next>": self._page}
        for key, count in rows.items():
            canvas.bind(key, lambda event, count=count: self.go_to(self.lines.beside(self.at, count())))  # type: ignore[misc]
        canvas.bind("<Home>", lambda event: self.go_to(0))
        canvas.bind("<End>", lambda event: self.go_to(len(self.lines.files) - 1))
        canvas.bind("<space>", lambda event: self.toggle(self.at))
        canvas.bind("<Control-space>", lambda event: self.toggle_day(self.lines.line_of(self.at)))
        canvas.bind("<Button-1>", self._pressed)
        canvas.bind("<MouseWheel>", lambda event: self._roll(1 if event.delta > 0 else -1))
        canvas.bind("<Button-4>", lambda event: self._roll(1))
        canvas.bind("<Button-5>", lambda event: self._roll(-1))
        canvas.bind("<Configure>", self._resized)
        for event in ("<FocusIn>", "<FocusOut>"):
            canvas.bind(event, lambda event: self._draw())
        self.bind("<Destroy>", lambda event: self.pictures.close() if event.widget is self else None)

    # ------------------------------------------------------------ ticking

    def toggle(self, place: int) -> str:
        """Take this file in, or leave it out."""
        file = self.lines.files[place].file
        self.tick([file], on=file not in self.offer.ticked)
        self._anchor = place
        return "break"

    def reach(self, place: int) -> str:
        """Everything from the last tick to ``place`` as that one is (Shift)."""
        first, last = sorted((self._anchor, place))
        on = self.lines.files[self._anchor].file in self.offer.ticked
        self.tick([one.file for one in self.lines.files[first : last + 1]], on=on)
        return "break"

    def toggle_day(self, line: Line) -> str:
        """All new files of a day, or none of it."""
        files = self.offer.of_day(line.day.day)
        if ticked_of(line.day) == ALL:
            self.tick([one.file for one in files], on=False)
        else:
            self.tick([one.file for one in files if not one.known], on=True)
        return "break"

    def tick(self, files: Sequence[Path], *, on: bool) -> None:
        """Change the ticks and show it."""
        self.offer.tick(files, on=on)
        self.lines = self._laid(self.lines.columns)
        self._draw()
        self._changed()

    def go_to(self, place: int) -> str:
        """Put the keys on a file and bring it into view."""
        self.at = max(0, min(place, len(self.lines.files) - 1))
        line, view = self.lines.line_of(self.at), self.canvas.winfo_height()
        head = px(HEAD)
        if line.top - head < self._top:
            self._scroll_to(line.top - head)
        elif line.top + line.height > self._top + view:
            self._scroll_to(line.top + line.height - view)
        else:
            self._draw()
        return "break"

    # ------------------------------------------------------------ inside

    def _laid(self, columns: int) -> Lines:
        return Lines(self.offer, columns, head=px(HEAD), row=px(CELL[1]))

    def _resized(self, event: Any) -> None:
        columns = max(1, event.width // px(CELL[0]))
        if columns != self.lines.columns:
            self.lines = self._laid(columns)
        self._wide, self._painter.cell = event.width, event.width // columns
        self._scroll_to(self._top)

    def _page(self) -> int:
        return max(1, self.canvas.winfo_height() // px(CELL[1]))

    def _scroll_to(self, top: int) -> str:
        self._top = max(0, min(top, self.lines.height - self.canvas.winfo_height()))
        height = max(self.lines.height, 1)
        self.bar.set(self._top / height, (self._top + self.canvas.winfo_height()) / height)
        self._draw()
        return "break"

    def _roll(self, up: int) -> str:
        return self._scroll_to(self._top - up * px(CELL[1]) // 2)

    def _bar_moved(self, how: str, much: str, unit: str = "") -> None:
        if how == "moveto":
            self._scroll_to(round(float(much) * self.lines.height))
        else:
            step = self.canvas.winfo_height() if unit == "pages" else px(CELL[1]) // 2
            self._scroll_to(self._top + int(much) * step)

    def _draw(self) -> None:
        self.canvas.delete("all")
        self.canvas.configure(background=palette().card)
        seen = self.lines.in_view(self._top, self.canvas.winfo_height())
        self.pictures.want(one.file for line in seen for one in line.files if one.is_photo)
        focused = self.at if self.focus_displayof() is self.canvas else -1
        for line in seen:
            if line.files:
                self._draw_row(line, focused)
            else:
                self._painter.heading(line, line.top - self._top, self._wide)

    def _draw_row(self, line: Line, focused: int) -> None:
        for column, one in enumerate(line.files):
            corner = (column * self._painter.cell, line.top - self._top)
            ticked = one.file in self.offer.ticked
            picture = self.pictures.get(one.file) if one.is_photo else None
            self._painter.file(one, corner, picture, ticked=ticked, focused=line.first + column == focused)

    def _pressed(self, event: Any) -> None:
        self.canvas.focus_set()
        line = self.lines.at(self._top + event.y)
        if line is None:
            return
        if not line.files:
            self.toggle_day(line)
            return
        column = event.x // self._painter.cell
        if column < len(line.files):
            self.at = line.first + column
            self.reach(self.at) if event.state & SHIFT else self.toggle(self.at)
