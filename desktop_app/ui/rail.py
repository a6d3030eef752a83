"""The rail at the left: eight rooms of the work, three of the house, each a word with its icon."""

from __future__ import annotations

import tkinter
from collections.abc import Callable, Sequence

import ttkbootstrap as ttk

from desktop_app.core.i18n import _
from desktop_app.core.paths import ASSETS
from desktop_app.ui import fonts
from desktop_app.ui.room import Room
from desktop_app.ui.theme import BETWEEN, INSIDE, RAIL_ROOM, px

WIDTH = 196
ICON = ASSETS / "icons"


class Rail(ttk.Frame):
    """The list of rooms; ``show(name)`` is called with the one taken."""

    def __init__(self, parent: tkinter.Misc, rooms: Sequence[Room], show: Callable[[str], object]) -> None:
        super().__init__(parent, bootstyle="@chrome", padding=(px(INSIDE), px(BETWEEN)), width=px(WIDTH))
        self.pack_propagate(False)
        self._show = show
        self._chosen = tkinter.StringVar(self)
        self._shown = ""
        self.buttons: dict[str, ttk.Radiobutton] = {}
        self._picture = self._mark()
        for room in rooms:
            if not room.low:
                self._room(room).pack(fill="x", pady=1)
        for room in reversed(rooms):
            if room.low:
                self._room(room).pack(side="bottom", fill="x", pady=1)
        ttk.Frame(self, style="Line.TFrame", height=1).pack(side="bottom", fill="x", pady=px(INSIDE))

    def select(self, name: str) -> None:
        """Mark the room that is shown."""
        self._shown = name
        self._chosen.set(name)

    def _mark(self) -> tkinter.PhotoImage | None:
        row = ttk.Frame(self, bootstyle="@chrome")
        row.pack(fill="x", pady=(0, px(BETWEEN)), padx=px(INSIDE))
        picture = _picture(self, px(32))
        ttk.Label(row, image=picture or "", bootstyle="@chrome").pack(side="left", padx=(0, px(INSIDE)))
        ttk.Label(row, text=_("Loa Trường"), font=fonts.SECTION, bootstyle="@chrome").pack(side="left")
        return picture

    def _room(self, room: Room) -> ttk.Radiobutton:
        button = ttk.Radiobutton(
            self,
            text=f"  {_(room.label)}",
            value=room.name,
            variable=self._chosen,
            command=lambda: self._take(room.name),
            style=RAIL_ROOM,
            icon=room.icon,
            icon_size=18,
        )
        button.bind("<Up>", lambda event: self._walk(button, -1))
        button.bind("<Down>", lambda event: self._walk(button, 1))
        button.bind("<Return>", lambda event: button.invoke())
        self.buttons[room.name] = button
        return button

    def _take(self, name: str) -> None:
        self._chosen.set(self._shown)  # the window marks the new room once the old screen lets go
        self._show(name)

    def _walk(self, button: ttk.Radiobutton, step: int) -> str:
        buttons = list(self.buttons.values())
        buttons[(buttons.index(button) + step) % len(buttons)].focus_set()
        return "break"


def _picture(parent: tkinter.Misc, side: int) -> tkinter.PhotoImage | None:
    """Our mark at the nearest size that was drawn."""
    sizes = [size for size in (24, 32, 48, 64) if (ICON / f"loa-{size}.png").exists()]
    if not sizes:
        return None
    best = min(sizes, key=lambda size: abs(size - side))
    return tkinter.PhotoImage(master=parent, file=str(ICON / f"loa-{best}.png"))
