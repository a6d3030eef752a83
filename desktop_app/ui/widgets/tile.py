"""MonthTile: one duty of the month: "0/1" in large figures, its state as word and icon, a sentence, one button.

tile = MonthTile(row, _("Articles"))
tile.show(have=0, need=1, state=_("Almost there"), kind="soon", sentence=…, act=_("Record publication"), command=…)
"""

from __future__ import annotations

import tkinter
from collections.abc import Callable

import ttkbootstrap as ttk

from desktop_app.ui import fonts
from desktop_app.ui.theme import BETWEEN, HALF, INSIDE, px
from desktop_app.ui.widgets.badge import Badge
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.wrapped import Wrapped

COLOURS = {"good": "success", "late": "danger", "soon": "warning", "info": "info", "primary": "primary"}


class MonthTile(Card):
    """Options: ``title``; everything else comes with ``show``. ``kind`` is a kind of Badge."""

    def __init__(self, parent: tkinter.Misc, title: str) -> None:
        super().__init__(parent, title, padding=BETWEEN)
        self.badge = Badge(self.head, "", "neutral")
        figures = ttk.Frame(self.body, bootstyle="@card")
        figures.pack(fill="x")
        self.have = ttk.Label(figures, font=fonts.FIGURE, bootstyle="@card")
        self.have.pack(side="left")
        self.need = ttk.Label(figures, font=fonts.MONTH, bootstyle="@card secondary")
        self.need.pack(side="left", anchor="s", pady=(0, px(3)))
        self.sentence = Wrapped(self.body, bootstyle="@card secondary")
        self.sentence.pack(fill="x", pady=(px(HALF), px(BETWEEN)))
        self.button = ttk.Button(self.body, bootstyle="@card")

    def show(
        self,
        *,
        have: int,
        need: int,
        state: str,
        kind: str,
        sentence: str = "",
        act: str = "",
        command: Callable[[], object] | None = None,
        main: bool = False,
    ) -> None:
        """Fill the tile; ``main`` makes its button the main one of the screen."""
        self.have.configure(text=str(have), bootstyle=f"@card {COLOURS.get(kind, '')}".strip())
        self.need["text"] = f"/{need}" if need else ""
        self.badge.show(state, kind)
        self.badge.pack(side="right")
        self.sentence.say(sentence)
        self._offer(act, command, main)

    def _offer(self, act: str, command: Callable[[], object] | None, main: bool) -> None:
        if not act or command is None:
            self.button.pack_forget()
            return
        self.button.configure(text=act, command=command, bootstyle="@card primary" if main else "@card")
        self.button.pack(anchor="w", pady=(0, px(INSIDE) // 4))
