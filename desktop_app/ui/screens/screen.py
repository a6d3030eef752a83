"""What every screen is: a room of the window that can be opened, refreshed and left."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, Protocol

import ttkbootstrap as ttk

from desktop_app.core.periods import Month

Act = Callable[[], object]
ByName = Callable[[], str]
"""Who sits at this PC now; the settings may name another person at any time."""


class Show(Protocol):
    """How a screen sends the user elsewhere: ``show("articles", article_id=…)``."""

    def __call__(self, room: str, **wishes: Any) -> None: ...


class Screen(ttk.Frame):
    """One screen. A subclass builds its widgets once in __init__ and fills them in refresh().

    What it needs (queries, verbs, runner, dialogs, show) comes as keyword arguments of its own constructor, bound
    with functools.partial in ui/rooms.py. The window sets ``month`` before each refresh.
    """

    follows_month = True
    """Whether the month at the top means anything here; the switcher is greyed otherwise."""

    def __init__(self, parent: ttk.Frame) -> None:
        super().__init__(parent)
        self.month = Month.of(date.today())

    def open(self, **wishes: Any) -> None:
        """Get ready for what the caller of ``show`` asked for, such as an id. Called before refresh."""

    def refresh(self) -> None:
        """Ask anew and fill. Called when shown, when the month changes, after any act, and on F5."""

    def news(self) -> None:
        """Work of other PCs may have come in; a room where somebody writes leaves alone what is being typed."""

    def leave(self) -> bool:
        """Keep what was typed; False to stay. Called before another screen is shown and before the window closes."""
        return True

    def acts(self) -> Mapping[str, Act]:
        """The acts behind the keys, any of: new save print export submit rename delete undo redo back."""
        return {}

    def focus_first(self) -> None:
        """Put the focus where work begins; by default the first widget that takes it."""
        first = self.tk_focusNext()
        if first is not None and str(first).startswith(f"{self}."):
            first.focus_set()
