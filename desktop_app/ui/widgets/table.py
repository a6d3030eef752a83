"""DataTable: a list of any length that asks only for the rows in view.

    table = DataTable(card.body, [Column("title", _("Title"), 320, stretch=True), Column("day", _("Day"), 100, "date")],
                      page=partial(queries.articles, plan_id), count=partial(queries.articles_count, plan_id),
                      opened=lambda row: show("articles", article_id=row.id), empty=_("No articles yet"))
    table.refresh()

``page(offset, limit)`` returns NamedTuples with an ``id``; ``count()`` their number. Sorting is the query's work:
``sorted_by(name, descending)`` is told, which changes what ``page`` asks and calls ``refresh``.
"""

from __future__ import annotations

import tkinter
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from tkinter import font
from typing import Any, Literal, NamedTuple

import ttkbootstrap as ttk

from desktop_app.core.periods import short_date
from desktop_app.ui import fonts
from desktop_app.ui.theme import QUIET_TABLE, palette, px
from desktop_app.ui.widgets.chooser import Chooser
from desktop_app.ui.widgets.ellipsis import cut

CELL_PADDING = 12
WHEEL = 3


class Column(NamedTuple):
    """``name`` is the row's field, ``width`` plain pixels, ``kind`` text, number or date, ``say`` words of a value."""

    name: str
    label: str
    width: int = 120
    kind: str = "text"
    stretch: bool = False
    sorts: bool = True
    say: Callable[[Any], str] | None = None

    def words(self, row: Any) -> str:
        """What the cell of ``row`` shows."""
        value = getattr(row, self.name)
        if self.say is not None:
            return self.say(value)
        if isinstance(value, date):
            return short_date(value)
        return "" if value is None else str(value)


class DataTable(Chooser):
    """Options: see above; ``chosen(ids)`` hears of the selection, ``tone(row)`` is late, note, good, soon or "",
    ``ids(offset, limit)`` gives the ids of a long stretch without its rows."""

    def __init__(
        self,
        parent: tkinter.Misc,
        columns: Sequence[Column],
        *,
        page: Callable[[int, int], Sequence[Any]],
        count: Callable[[], int],
        opened: Callable[[Any], object] = lambda row: None,
        chosen: Callable[[list[str]], object] = lambda ids: None,
        sorted_by: Callable[[str, bool], object] | None = None,
        tone: Callable[[Any], str] = lambda row: "",
        empty: str = "",
        ids: Callable[[int, int], Sequence[str]] | None = None,
    ) -> None:
        super().__init__(parent, page, opened, chosen, empty)
        self._ids = ids
        self.columns, self._count, self._sorted_by, self._tone = tuple(columns), count, sorted_by, tone
        self.rows: list[Any] = []
        self._first, self._visible, self._wide = 0, 1, 0
        self._letters = font.nametofont(fonts.BODY, self)
        self._letter_widths: dict[str, int] = {}
        self._order = ("", False)
        self.tree = ttk.Treeview(self, columns=[column.name for column in columns], show="headings", style=QUIET_TABLE)
        self.tree.configure(selectmode="extended", height=1)
        self.bar = ttk.Scrollbar(self, command=self._bar_moved, bootstyle="@card")
        self.tree.pack(side="left", fill="both", expand=True)
        self._head()
        self._listen()
        self._colour()

    # ------------------------------------------------------------ for screens

    def refresh(self) -> None:
        """Ask anew; place and selection stay as far as they can."""
        self.count = self._count()
        self._first = min(self._first, self._last_first())
        self._fill()

    def to_top(self) -> None:
        """Forget place and selection, as for another list."""
        self.selection.clear()
        self._first = 0

    def show_columns(self, names: Sequence[str]) -> None:
        """Show only these columns, in this order."""
        if tuple(self.tree["displaycolumns"]) != tuple(names):
            self.tree["displaycolumns"] = tuple(names)

    # ------------------------------------------------------------ inside

    def _head(self) -> None:
        for column in self.columns:
            side: Literal["e", "w"] = "e" if column.kind == "number" else "w"
            width = px(column.width)
            self.tree.column(column.name, width=width, minwidth=min(width, px(48)), stretch=column.stretch, anchor=side)
            self.tree.heading(column.name, text=column.label, anchor=side)
            if column.sorts and self._sorted_by is not None:
                self.tree.heading(column.name, command=partial(self._sort, column.name))

    def _listen(self) -> None:
        tree = self.tree
        self.hear(tree)
        tree.bind("<Up>", lambda event: self.move(self.selection.at - 1, event.state))
        tree.bind("<Down>", lambda event: self.move(self.selection.at + 1, event.state))
        tree.bind("<Prior>", lambda event: self.move(self.selection.at - self._visible, event.state))
        tree.bind("<Next>", lambda event: self.move(self.selection.at + self._visible, event.state))
        tree.bind("<Double-1>", lambda event: self.open() if self._at(event) is not None else None)
        tree.bind("<Button-1>", self._pressed)
        tree.bind("<MouseWheel>", lambda event: self._scroll_to(self._first - WHEEL * (1 if event.delta > 0 else -1)))
        tree.bind("<Button-4>", lambda event: self._scroll_to(self._first - WHEEL))
        tree.bind("<Button-5>", lambda event: self._scroll_to(self._first + WHEEL))
        tree.bind("<Configure>", self._resized)
        tree.bind("<FocusIn>", lambda event: self._focused())
        self.bind("<<ThemeChanged>>", lambda event: self.after_idle(self._colour))

    def _resized(self, event: Any) -> None:
        row = int(ttk.Style.get_instance().lookup(QUIET_TABLE, "rowheight") or px(34))
        visible = max(1, (event.height - row) // row)
        if (visible, event.width) != (self._visible, self._wide):
            self._visible, self._wide = visible, event.width
            # The columns take their new widths only after this event; the words are cut to them.
            self.after_idle(self._refit)

    def _refit(self) -> None:
        if self.winfo_exists():
            self._scroll_to(self._first, always=True)

    def _scroll_to(self, first: int, *, always: bool = False) -> str:
        first = max(0, min(first, self._last_first()))
        if first != self._first or always:
            self._first = first
            self._fill()
        return "break"

    def _last_first(self) -> int:
        return max(0, self.count - self._visible)

    def _fill(self) -> None:
        self.rows = list(self._page(self._first, self._visible)) if self.count else []
        there = self.tree.get_children()
        for spare in there[len(self.rows) :]:
            self.tree.delete(spare)
        room = px(CELL_PADDING)
        widths = [self.tree.column(column.name, "width") - room for column in self.columns]
        for place, row in enumerate(self.rows):
            words = [self._fitted(column, row, width) for column, width in zip(self.columns, widths, strict=True)]
            tags = (self._tone(row),)
            if place < len(there):
                self.tree.item(there[place], values=words, tags=tags)
            else:
                self.tree.insert("", "end", values=words, tags=tags)
        self.mark()
        self._show_bar()

    def _fitted(self, column: Column, row: Any, width: int) -> str:
        return cut(column.words(row), width, self._width_of)

    def _width_of(self, words: str) -> int:
        """Pixels of ``words``, letter by letter: asking Tk for each cell of each frame would make the wheel stumble."""
        known = self._letter_widths
        for letter in set(words).difference(known):
            known[letter] = self._letters.measure(letter)
        return sum(known[letter] for letter in words)

    def rows_between(self, first: int, last: int) -> Sequence[Any]:
        if self._first <= first and last < self._first + len(self.rows):
            return self.rows[first - self._first : last - self._first + 1]
        return super().rows_between(first, last)

    def ids_between(self, first: int, last: int) -> Sequence[str]:
        if self._ids is None or last - first < len(self.rows):
            return super().ids_between(first, last)
        return self._ids(first, last - first + 1)

    def mark(self) -> None:
        items = self.tree.get_children()
        chosen = self.selection.chosen
        self.tree.selection_set([item for item, row in zip(items, self.rows, strict=False) if row.id in chosen])

    def _show_bar(self) -> None:
        self.show_emptiness()
        if self.count > self._visible:
            self.bar.set(self._first / self.count, (self._first + self._visible) / self.count)
            self.bar.pack(side="right", fill="y")
        else:
            self.bar.pack_forget()

    def _bar_moved(self, how: str, much: str, unit: str = "") -> None:
        if how == "moveto":
            self._scroll_to(round(float(much) * self.count))
        else:
            self._scroll_to(self._first + int(much) * (self._visible if unit == "pages" else 1))

    def see(self, place: int) -> None:
        if place < self._first:
            self._scroll_to(place)
        elif place >= self._first + self._visible:
            self._scroll_to(place - self._visible + 1)

    def _pressed(self, event: Any) -> str | None:
        place = self._at(event)
        if place is None:
            return None  # a heading: Tk sorts and resizes
        self.tree.focus_set()
        return self.pick(place, event.state)

    def _at(self, event: Any) -> int | None:
        item = self.tree.identify_row(event.y)
        return self._first + self.tree.index(item) if item else None

    def _focused(self) -> None:
        if self.rows and not self.selection.chosen:
            self.move(self._first, 0)

    def _sort(self, name: str) -> None:
        before, descending = self._order
        self._order = (name, not descending if name == before else False)
        for column in self.columns:
            arrow = (" ↓" if self._order[1] else " ↑") if column.name == name else ""
            self.tree.heading(column.name, text=column.label + arrow)
        self.to_top()
        if self._sorted_by is not None:
            self._sorted_by(*self._order)
        self.refresh()

    def _colour(self) -> None:
        if self.winfo_exists():
            for tone in ("late", "note", "good", "soon"):
                self.tree.tag_configure(tone, foreground=getattr(palette(), tone))
