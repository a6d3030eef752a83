"""FormatBar: the quiet row of buttons above a body; each shows whether its look is that of the cursor's line."""

from __future__ import annotations

import tkinter
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

import ttkbootstrap as ttk

from desktop_app.core.i18n import _
from desktop_app.ui.theme import HALF, px
from desktop_app.ui.widgets.drop_menu import DropMenu
from desktop_app.ui.widgets.popup_menu import Item
from desktop_app.ui.widgets.rich_text import RichText
from desktop_app.ui.widgets.rich_text_lines import LineKind

ICON = 14

Items = Callable[[], Sequence[Item]]


class FormatBar(ttk.Frame):
    """Options: ``body`` it works on, ``photos()`` and ``templates()`` the lines of their menus, ``find()``."""

    def __init__(
        self, parent: tkinter.Misc, body: RichText, *, photos: Items, templates: Items, find: Callable[[], object]
    ) -> None:
        super().__init__(parent, bootstyle="@card")
        self._body = body
        self._words: dict[ttk.Button, str] = {}
        self._short = False
        self.heading = self._button(_("Heading"), "type", partial(self._turn, "heading"))
        self.bold = self._button(_("Bold"), "type-bold", self._toggle_bold, keys="Ctrl+B")
        self.items = self._button(_("List"), "list-ul", partial(self._turn, "item"))
        self.photo = self._menu(_("Photo here"), "image", photos)
        self.templates = self._menu(_("Template"), "layout-text-window", templates)
        self.find = self._button(_("Find and replace"), "search", find, keys="Ctrl+F, Ctrl+H")
        self.bind("<Configure>", lambda event: self._fit(event.width))
        body.watch(self.show)

    def show(self) -> None:
        """Press down the buttons whose look the cursor stands in."""
        kind = self._body.kind
        for button, on in ((self.heading, kind == "heading"), (self.items, kind == "item"), (self.bold, self._bold())):
            button.state(["pressed" if on else "!pressed"])

    def enable(self, on: bool) -> None:
        """Only a body that may be written in can be given looks; it may always be searched."""
        for button in (self.heading, self.bold, self.items, self.photo, self.templates):
            button.configure(state="normal" if on else "disabled")

    def _bold(self) -> bool:
        return self._body.bold

    def _button(self, words: str, icon: str, act: Callable[[], object], keys: str = "") -> ttk.Button:
        return self._put(ttk.Button(self, command=partial(self._act, act), **_look(words, icon)), words, keys)

    def _menu(self, words: str, icon: str, items: Items) -> ttk.Button:
        return self._put(DropMenu(self, items, **_look(words, icon)), words)

    def _put(self, button: ttk.Button, words: str, keys: str = "") -> ttk.Button:
        button.pack(side="left", padx=(0, px(HALF) // 2))
        ttk.ToolTip(button, text=f"{words} ({keys})" if keys else words, delay=500)
        self._words[button] = words
        return button

    def _act(self, act: Callable[[], object]) -> None:
        act()
        self.show()

    def _turn(self, kind: LineKind) -> None:
        self._body.turn(kind)
        self._body.focus_set()

    def _toggle_bold(self) -> None:
        self._body.toggle_bold()
        self._body.focus_set()

    def _fit(self, width: int) -> None:
        """Words beside the icons as long as there is room for them."""
        if not self._short:
            self._needed = sum(button.winfo_reqwidth() + px(HALF) // 2 for button in self._words)
        short = width < self._needed
        if short != self._short:
            self._short = short
            for button, words in self._words.items():
                button.configure(text="" if short else words, icon_only=short)


def _look(words: str, icon: str) -> dict[str, Any]:
    return {"text": words, "icon": icon, "icon_size": ICON, "bootstyle": "@card ghost", "takefocus": False}
