"""What a long table and a long grid have in common: asking page by page, choosing by mouse and keys, opening."""

from __future__ import annotations

import tkinter
from collections.abc import Callable, Sequence
from typing import Any

import ttkbootstrap as ttk

from desktop_app.ui.theme import ROUND, px
from desktop_app.ui.widgets.selection import Selection

SHIFT, CONTROL = 0x0001, 0x0004


class Chooser(ttk.Frame):
    """A subclass draws: ``see(place)`` brings a row into view, ``mark()`` shows what is chosen, ``refresh()`` fills."""

    def __init__(
        self,
        parent: tkinter.Misc,
        page: Callable[[int, int], Sequence[Any]],
        opened: Callable[[Any], object],
        chosen: Callable[[list[str]], object],
        empty: str,
    ) -> None:
        super().__init__(parent, bootstyle="@card")
        self._page, self._opened, self._chosen = page, opened, chosen
        self.count = 0
        self.selection = Selection(self.ids_between)
        self.empty = ttk.Label(self, text=empty, bootstyle="@card secondary", justify="center")

    @property
    def selected(self) -> list[str]:
        """The ids chosen, in the order of choosing."""
        return list(self.selection.chosen)

    def go_to(self, place: int) -> None:
        """Choose the row at ``place`` (0 is the top) and bring it into view."""
        self.move(place)

    def rows_between(self, first: int, last: int) -> Sequence[Any]:
        """The rows of a stretch, both ends counted; a subclass gives those in view without asking again."""
        return self._page(first, last - first + 1)

    def ids_between(self, first: int, last: int) -> Sequence[str]:
        """The ids of a stretch, both ends counted."""
        return [row.id for row in self.rows_between(first, last)]

    def choose_none(self) -> None:
        """Let go of what is chosen; the place stays."""
        self.selection.chosen = {}
        self.mark()
        self._chosen([])

    def refresh(self) -> None:
        """Ask anew and fill."""
        raise NotImplementedError

    def see(self, place: int) -> None:
        """Scroll just so far that ``place`` can be seen."""
        raise NotImplementedError

    def mark(self) -> None:
        """Show what is chosen."""
        raise NotImplementedError

    def hear(self, widget: tkinter.Misc) -> None:
        """Let ``widget`` take the keys that choose and open."""
        widget.bind("<Home>", lambda event: self.move(0, event.state))
        widget.bind("<End>", lambda event: self.move(self.count - 1, event.state))
        widget.bind("<Control-a>", lambda event: self.choose_all())
        widget.bind("<space>", lambda event: self.pick(self.selection.at, CONTROL))
        widget.bind("<Return>", lambda event: self.open())

    def move(self, place: int, state: Any = 0) -> str:
        """Go to ``place``, or as near as the list allows; ``state`` is that of the keys held down."""
        return self.pick(max(0, min(place, self.count - 1)), state) if self.count else "break"

    def pick(self, place: int, state: Any = 0) -> str:
        """Choose the row at ``place``: alone, with Shift up to it, with Ctrl besides the others."""
        self.see(place)
        held = state if isinstance(state, int) else 0
        if held & SHIFT:
            self.selection.reach(place)
        elif held & CONTROL:
            self.selection.toggle(place)
        else:
            self.selection.go(place)
        self.mark()
        self._chosen(self.selected)
        return "break"

    def choose_all(self) -> str:
        """Choose the whole list."""
        self.selection.everything(self.count)
        self.mark()
        self._chosen(self.selected)
        return "break"

    def open(self) -> str:
        """Open the row that was chosen last."""
        if self.selection.chosen and self.selection.at < self.count:
            self._opened(self._page(self.selection.at, 1)[0])
        return "break"

    def show_emptiness(self) -> None:
        """Say what belongs here while there is nothing."""
        if self.count:
            self.empty.place_forget()
        else:
            self.empty.place(relx=0.5, rely=0.5, anchor="center")
            self.empty.configure(wraplength=max(px(200), self.winfo_width() - 2 * px(ROUND)))
