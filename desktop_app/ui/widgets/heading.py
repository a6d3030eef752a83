"""Heading: the top of a screen: its title, one quiet line below, the one main button at the right.

head = Heading(self, _("Articles"), act=_("Write an article"), command=self.start, icon="plus-lg")
head.say(_("{count} in all").format(count=12))

``head.words`` is the place for what stands beside the title, such as the faces of a room.
"""

from __future__ import annotations

import tkinter
from collections.abc import Callable

import ttkbootstrap as ttk

from desktop_app.ui import fonts
from desktop_app.ui.theme import BETWEEN, HALF, INSIDE, px


class Heading(ttk.Frame):
    """Options: ``line`` below the title; ``act``, ``command``, ``icon`` of the main button."""

    def __init__(
        self,
        parent: tkinter.Misc,
        title: str,
        line: str = "",
        *,
        act: str = "",
        command: Callable[[], object] | None = None,
        icon: str = "",
        beside: bool = False,
    ) -> None:
        super().__init__(parent)
        self.words = words = ttk.Frame(self)
        words.pack(side="left", fill="x", expand=True)
        self.title = ttk.Label(words, text=title, font=fonts.MONTH)
        self.line = ttk.Label(words, text=line, bootstyle="secondary")
        if beside:
            self.title.pack(side="left")
            self.line.pack(side="left", anchor="s", padx=px(INSIDE), pady=(0, px(HALF)))
        else:
            self.title.pack(anchor="w")
            self.line.pack(anchor="w")
        self.buttons = ttk.Frame(self)
        self.buttons.pack(side="right", anchor="n")
        self.main: ttk.Button | None = None
        if act and command is not None:
            self.lead(act, command, icon)

    def say(self, line: str = "", *, title: str = "") -> None:
        """Change the quiet line, or the title too."""
        self.line["text"] = line
        if title:
            self.title["text"] = title

    def lead(self, text: str, command: Callable[[], object], icon: str = "") -> None:
        """Give it the main button, where it was not known at the start."""
        self.main = ttk.Button(self.buttons, text=text, command=command, bootstyle="primary", icon=icon)
        self.main.pack(side="right", padx=(px(INSIDE), 0))

    def add(self, text: str, command: Callable[[], object], icon: str = "") -> ttk.Button:
        """One more button, quiet, to the left of the main one."""
        button = ttk.Button(self.buttons, text=text, command=command, icon=icon)
        button.pack(side="right", padx=(px(INSIDE), 0))
        return button

    def place_on(self, screen: ttk.Frame) -> Heading:
        """Pack at the top of a screen with the usual distances."""
        self.pack(in_=screen, side="top", fill="x", pady=(0, px(BETWEEN)))
        return self
