"""Tabs: a quiet row of words with counts; ←→ moves, the chosen one is told.

tabs = Tabs(self, changed=self.filter)
tabs.show([Tab("writing", _("Writing"), 3), Tab("in_review", _("In review"), 1)], chosen="writing")
"""

from __future__ import annotations

import tkinter
from collections.abc import Callable, Sequence
from typing import NamedTuple

import ttkbootstrap as ttk

from desktop_app.ui import theme
from desktop_app.ui.theme import HALF, px


class Tab(NamedTuple):
    """One tab: the name that is told, its word, its count (``figure``, None for none)."""

    name: str
    label: str
    figure: int | None = None


class Tabs(ttk.Frame):
    """Options: ``changed(name)`` after a choice of the user; ``boxed`` draws one box around all: faces of a room."""

    def __init__(self, parent: tkinter.Misc, changed: Callable[[str], object], *, boxed: bool = False) -> None:
        super().__init__(parent)
        if boxed:
            self.configure(style="Card.TFrame", padding=px(4))
        self._changed, self._look = changed, theme.FACE if boxed else theme.TAB
        self._gap = 0 if boxed else px(HALF)
        self._chosen = tkinter.StringVar(self)
        self.buttons: dict[str, ttk.Radiobutton] = {}

    @property
    def chosen(self) -> str:
        """The name of the tab shown."""
        return self._chosen.get()

    def show(self, tabs: Sequence[Tab], chosen: str = "") -> None:
        """Set the tabs and their counts; keeps the chosen one where it still exists."""
        names = [tab.name for tab in tabs]
        if names != list(self.buttons):
            self._build(tabs)
        for tab in tabs:
            count = f"  {tab.figure}" if tab.figure is not None else ""
            self.buttons[tab.name]["text"] = f"{tab.label}{count}"
        wanted = chosen or self.chosen
        self._chosen.set(wanted if wanted in names else names[0])

    def choose(self, name: str) -> None:
        """Choose as the user would."""
        self._chosen.set(name)
        self._changed(name)

    def _build(self, tabs: Sequence[Tab]) -> None:
        for button in self.buttons.values():
            button.destroy()
        self.buttons = {tab.name: self._tab(tab) for tab in tabs}

    def _tab(self, tab: Tab) -> ttk.Radiobutton:
        button = ttk.Radiobutton(
            self,
            value=tab.name,
            variable=self._chosen,
            command=lambda: self._changed(tab.name),
            style=self._look,
        )
        button.bind("<Left>", lambda event: self._walk(tab.name, -1))
        button.bind("<Right>", lambda event: self._walk(tab.name, 1))
        button.pack(side="left", padx=(0, self._gap))
        return button

    def _walk(self, name: str, step: int) -> str:
        names = list(self.buttons)
        other = names[(names.index(name) + step) % len(names)]
        self.buttons[other].focus_set()
        self.choose(other)
        return "break"
