"""The honest empty state: what belongs here, and the first act where there is one."""

from __future__ import annotations

import tkinter
from collections.abc import Callable
from typing import Any

import ttkbootstrap as ttk

from desktop_app.core.i18n import _
from desktop_app.ui import fonts
from desktop_app.ui.screens.screen import Screen
from desktop_app.ui.theme import BETWEEN, INSIDE, ROUND, px
from desktop_app.ui.widgets.heading import Heading

WIDTH = 460


class Empty(ttk.Frame):
    """An icon, a sentence, an explanation and at most two acts, in the middle of the room it is given.

    Empty(card.body, "images", _("No photos yet"), _("…"), act=_("Import photos"), command=self.start, card=True)
    """

    def __init__(
        self,
        parent: tkinter.Misc,
        icon: str,
        sentence: str,
        words: str = "",
        *,
        act: str = "",
        command: Callable[[], object] | None = None,
        card: bool = False,
    ) -> None:
        surface = "@card " if card else ""
        super().__init__(parent, bootstyle=surface.strip())
        self._surface = surface
        self.middle = ttk.Frame(self, bootstyle=surface.strip())
        self.middle.place(relx=0.5, rely=0.42, anchor="center")
        ttk.Label(self.middle, icon=icon, icon_size=56, bootstyle=f"{surface}primary").pack(pady=(0, px(BETWEEN)))
        self._line(sentence, fonts.SECTION, surface)
        self._line(words, fonts.BODY, f"{surface}secondary")
        if act and command is not None:
            self.add(act, command, main=True)

    def add(self, act: str, command: Callable[[], object], *, main: bool = False) -> ttk.Button:
        """A button below the words."""
        style = f"{self._surface}primary" if main else self._surface
        button = ttk.Button(self.middle, text=act, command=command, bootstyle=style.strip())
        button.pack(pady=(px(BETWEEN) if main else 0, px(INSIDE)))
        return button

    def _line(self, text: str, font: str, style: str) -> None:
        if text:
            line = ttk.Label(self.middle, text=text, font=font, justify="center", bootstyle=style.strip())
            line.configure(wraplength=px(WIDTH))
            line.pack(pady=(0, px(INSIDE)))


class EmptyScreen(Screen):
    """A room whose work is not built yet: says what it will hold and offers nothing that does nothing."""

    follows_month = False

    def __init__(self, parent: Any, *, title: str, icon: str, sentence: str, words: str) -> None:
        super().__init__(parent)
        self.configure(padding=(px(ROUND), px(INSIDE), px(ROUND), px(ROUND)))
        Heading(self, _(title)).pack(fill="x")
        Empty(self, icon, _(sentence), _(words)).pack(fill="both", expand=True)
