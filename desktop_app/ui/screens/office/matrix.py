"""Matrix: schools down, months across, a sign in a coloured cell for each; any number of schools, drawn as they show.

matrix = Matrix(card.body, opened=self.open, chosen=self.tell, empty=_("No school here"))
matrix.show(schools, months)
"""

from __future__ import annotations

import tkinter
from collections.abc import Callable, Sequence
from tkinter import font
from typing import Any, NamedTuple

import ttkbootstrap as ttk

from desktop_app.core.i18n import _
from desktop_app.core.office.report import SchoolMonth, name_of
from desktop_app.core.periods import Month
from desktop_app.ui import fonts
from desktop_app.ui.screens.office.words import look_of
from desktop_app.ui.theme import palette, px
from desktop_app.ui.widgets.chooser import Chooser
from desktop_app.ui.widgets.ellipsis import SIGN, cut

ROW, CELL, FIGURES = 36, 46, 70
GAP = 3
WHEEL = 3


class Line(NamedTuple):
    """A school as a row of the chooser."""

    id: str
    school: SchoolMonth


class Figure(NamedTuple):
    """A column of figures at the right."""

    label: str
    words: Callable[[SchoolMonth], str]


def _figures() -> tuple[Figure, ...]:
    return (
        Figure(_("Articles"), lambda school: _of(school.now.articles)),
        Figure(_("Materials"), lambda school: _of(school.now.materials)),
        Figure(_("Report"), lambda school: "✓" if school.handed_in else "–"),
        Figure(_("Opinions"), lambda school: str(school.opinions.heard or "")),
    )


def _of(count: tuple[int, int]) -> str:
    return f"{count[0]}/{count[1]}" if count[1] or count[0] else ""


class Matrix(Chooser):
    """Options: ``opened(line)`` by Enter or a double click, ``chosen(ids)``, ``empty`` words."""

    def __init__(
        self,
        parent: tkinter.Misc,
        *,
        opened: Callable[[Line], object],
        chosen: Callable[[list[str]], object],
        empty: str,
    ) -> None:
        super().__init__(parent, self._lines_from, opened, chosen, empty)
        self._lines: list[Line] = []
        self._months: Sequence[Month] = ()
        self._figures = _figures()
        self._first = 0
        self._letters, self._bold = (font.nametofont(name, self) for name in (fonts.BODY, fonts.STRONG))
        self.canvas = tkinter.Canvas(self, highlightthickness=0, borderwidth=0, takefocus=True)
        self.bar = ttk.Scrollbar(self, command=self._bar_moved, bootstyle="@card")
        self.canvas.pack(side="left", fill="both", expand=True)
        self._listen()

    def show(self, schools: Sequence[SchoolMonth], months: Sequence[Month]) -> None:
        """Show these schools; place and selection stay as far as they can."""
        self._lines = [Line(school.school.id, school) for school in schools]
        self._months = months
        self.refresh()

    def refresh(self) -> None:
        self.count = len(self._lines)
        self._scroll_to(self._first)

    def to_top(self) -> None:
        """Forget place and selection, as for another list."""
        self.selection.clear()
        self._first = 0

    def see(self, place: int) -> None:
        if place < self._first:
            self._scroll_to(place)
        elif place >= self._first + self._in_view():
            self._scroll_to(place - self._in_view() + 1)

    def mark(self) -> None:
        self._draw()

    def focus_set(self) -> None:
        """Go there."""
        self.canvas.focus_set()

    # ------------------------------------------------------------ moving

    def _lines_from(self, offset: int, limit: int) -> Sequence[Any]:
        return self._lines[offset : offset + limit]

    def _listen(self) -> None:
        canvas = self.canvas
        self.hear(canvas)
        for key, step in (("<Up>", -1), ("<Down>", 1)):
            canvas.bind(key, lambda event, step=step: self.move(self.selection.at + step, event.state))  # type: ignore[misc]
        canvas.bind("<Prior>", lambda event: self.move(self.selection.at - self._in_view(), event.state))
        canvas.bind("<Next>", lambda event: self.move(self.selection.at + self._in_view(), event.state))
        canvas.bind("<Button-1>", self._pressed)
        canvas.bind("<Double-1>", lambda event: self.open() if self._at(event.y) is not None else None)
        canvas.bind("<MouseWheel>", lambda event: self._scroll_to(self._first - WHEEL * (1 if event.delta > 0 else -1)))
        canvas.bind("<Button-4>", lambda event: self._scroll_to(self._first - WHEEL))
        canvas.bind("<Button-5>", lambda event: self._scroll_to(self._first + WHEEL))
        canvas.bind("<Configure>", lambda event: self._scroll_to(self._first))
        for happening in ("<FocusIn>", "<FocusOut>"):
            canvas.bind(happening, lambda event: self._draw())
        self.bind("<<ThemeChanged>>", lambda event: self.after_idle(self._draw))

    def _in_view(self) -> int:
        return max(1, self.canvas.winfo_height() // px(ROW) - 1)

    def _scroll_to(self, first: int) -> str:
        self._first = max(0, min(first, self.count - self._in_view()))
        self._draw()
        self.show_emptiness()
        if self.count > self._in_view():
            self.bar.set(self._first / self.count, (self._first + self._in_view()) / self.count)
            self.bar.pack(side="right", fill="y")
        else:
            self.bar.pack_forget()
        return "break"

    def _bar_moved(self, how: str, much: str, unit: str = "") -> None:
        if how == "moveto":
            self._scroll_to(round(float(much) * self.count))
        else:
            self._scroll_to(self._first + int(much) * (self._in_view() if unit == "pages" else 1))

    def _pressed(self, event: Any) -> str | None:
        self.canvas.focus_set()
        place = self._at(event.y)
        return None if place is None else self.pick(place, event.state)

    def _at(self, y: int) -> int | None:
        place = self._first + y // px(ROW) - 1
        return place if y >= px(ROW) and place < self.count else None

    # ------------------------------------------------------------ drawing

    def _draw(self) -> None:
        if not self.winfo_exists():
            return
        canvas, colours = self.canvas, palette()
        canvas.delete("all")
        canvas.configure(background=colours.card)
        if not self.count:
            return
        self._head()
        for place, line in enumerate(self._lines[self._first : self._first + self._in_view()], start=1):
            self._row(line, place * px(ROW))

    def _head(self) -> None:
        middle, note = px(ROW) // 2, palette().note
        self._words(px(8), middle, _("School"), note, anchor="w")
        for column, month in enumerate(self._months):
            words = _("M{number}").format(number=month.number)
            self._words(self._left_of(column) + px(CELL) // 2, middle, words, note)
        for column, figure in enumerate(self._figures):
            self._words(self._figures_at(column), middle, figure.label, note)
        bottom = px(ROW) - 1
        self.canvas.create_line(0, bottom, self.canvas.winfo_width(), bottom, fill=palette().line)

    def _row(self, line: Line, top: int) -> None:
        colours, middle = palette(), top + px(ROW) // 2
        width, bottom = self.canvas.winfo_width(), top + px(ROW)
        if line.id in self.selection.chosen:
            self.canvas.create_rectangle(0, top, width, bottom, fill=colours.selected, width=0)
        room = self._left_of(0) - px(20)
        self._words(px(8), middle, self._fitted(name_of(line.school), room), colours.text, anchor="w")
        for column, tile in enumerate(line.school.tiles.values()):
            self._tile(self._left_of(column), top, tile.state)
        for column, figure in enumerate(self._figures):
            self._words(self._figures_at(column), middle, figure.words(line.school), colours.text)
        self.canvas.create_line(0, bottom, width, bottom, fill=colours.line)

    def _fitted(self, name: str, room: int) -> str:
        """The end of a long name: schools begin alike (“Trường PTDTBT …”) and end in what tells them apart."""
        fitted = cut(name[::-1], room, self._letters.measure)[::-1]
        return fitted if fitted == name else f"{SIGN} {fitted.partition(' ')[2]}"

    def _tile(self, left: int, top: int, state: str) -> None:
        look, gap = look_of(state), px(GAP)
        if look.ground:
            box = (left + gap, top + gap, left + px(CELL) - gap, top + px(ROW) - gap)
            self.canvas.create_rectangle(*box, fill=getattr(palette(), look.ground), width=0)
        ink = getattr(palette(), look.ink)
        centre = (left + px(CELL) // 2, top + px(ROW) // 2)
        self.canvas.create_text(*centre, text=look.sign, fill=ink, font=self._bold)

    def _words(self, x: int, y: int, words: str, ink: str, anchor: Any = "center") -> None:
        self.canvas.create_text(x, y, text=words, fill=ink, font=self._letters, anchor=anchor)

    def _left_of(self, column: int) -> int:
        """Where a month's cells begin; the figures stand right of them, the name has the rest."""
        figures = len(self._figures) * px(FIGURES)
        return self.canvas.winfo_width() - figures - (len(self._months) - column) * px(CELL)

    def _figures_at(self, column: int) -> int:
        return self.canvas.winfo_width() - (len(self._figures) - column) * px(FIGURES) + px(FIGURES) // 2
