"""The one window: rail, month and search at the top, one visible screen, a status strip. It only places things."""

from __future__ import annotations

import re
import sys
import tkinter
from collections.abc import Sequence
from contextlib import nullcontext
from datetime import date
from importlib import import_module
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Protocol

import ttkbootstrap as ttk

from desktop_app.core.i18n import N_, _
from desktop_app.core.paths import ASSETS
from desktop_app.core.periods import Month
from desktop_app.ui import fonts, garbage, i18n, keys, theme
from desktop_app.ui.dialogs import Dialogs, WindowDialogs
from desktop_app.ui.rail import Rail
from desktop_app.ui.room import Room
from desktop_app.ui.runner import Runner, Session
from desktop_app.ui.screens.screen import Screen
from desktop_app.ui.status import Status
from desktop_app.ui.theme import BETWEEN, INSIDE, ROUND, px
from desktop_app.ui.widgets.month_switcher import MonthSwitcher
from desktop_app.ui.widgets.search_box import SearchBox
from desktop_app.ui.widgets.toast import Toast

if TYPE_CHECKING:
    from desktop_app.ui.screens.search.drop_down import DropDown

NAME = N_("Loa Trường")
APP_ID = "LoaTruong.LoaTruong"
SMALLEST = (1024, 640)
LARGEST_FIRST = (1366, 768)
SEARCH = "search"
ZOOMED = "zoomed"
SIZE = re.compile(r"\d+x\d+")  # without the place: the screen it was on may be gone


class WindowSettings(Protocol):
    """What the window remembers on this PC."""

    language: str
    theme: str
    window_size: str
    last_folder: str

    def save(self) -> None: ...


class Window(ttk.App):
    """The frame. After the constructor call ``furnish(rooms)``, then ``show("today")`` and ``mainloop()``.

    ``session`` opens what a background job needs on its thread. ``runner``, ``dialogs``, ``status``, ``toast`` and
    ``show`` are what screens are given (see ui/rooms.py).
    """

    def __init__(
        self,
        settings: WindowSettings,
        *,
        session: Session = nullcontext,
        dialogs: Dialogs | None = None,
        log_folder: Path | None = None,
        scaling: float | None = None,
    ) -> None:
        fonts.ship_fonts()
        theme.register_themes()
        super().__init__(
            title="Loa Trường", theme=settings.theme, iconphoto=None, scaling=scaling, on_close=self._close
        )
        self.withdraw()
        garbage.keep_on_this_thread(self)
        self._settings = settings
        self.dialogs: Dialogs = dialogs or WindowDialogs(self, settings, log_folder)
        self.runner = Runner(self, session)
        self.month = Month.of(date.today())
        self._rooms: dict[str, Room] = {}
        self._screens: dict[str, Screen] = {}
        self._past: list[str] = []
        self._room = ""
        i18n.speak(settings.language)
        fonts.choose_fonts(self)
        theme.dress()
        self._take_size()
        self._wear_icon()
        keys.bind_keys(self, self._press, self._show_numbered)
        self.toast = Toast(self)
        self._frame: ttk.Frame | None = None

    # ------------------------------------------------------------ rooms

    def furnish(self, rooms: Sequence[Room]) -> None:
        """Put the rail and the bars in and learn the rooms; a second call starts anew (another language)."""
        self._rooms = {room.name: room for room in rooms}
        self._screens, self._past, self._room = {}, [], ""
        if self._frame is not None:
            self._frame.destroy()
        self._frame = ttk.Frame(self)
        self._frame.pack(fill="both", expand=True)
        self.status = Status(self._frame, self.runner)
        self.status.pack(side="bottom", fill="x")
        self.rail = Rail(self._frame, rooms, self.show)
        self.rail.pack(side="left", fill="y")
        self._bar(self._frame).pack(side="top", fill="x")
        self._place = ttk.Frame(self._frame)
        self._place.pack(fill="both", expand=True)
        self.toast.over = self._place

    def _bar(self, parent: ttk.Frame) -> ttk.Frame:
        bar = ttk.Frame(parent, padding=(px(ROUND), px(BETWEEN), px(ROUND), px(INSIDE)))
        self.months = MonthSwitcher(bar, self.month, self.show_month)
        self.months.pack(side="left")
        hint = _("Find articles, photos, opinions… (F3)")
        self.search = SearchBox(bar, hint, self._find, typing=self._suggest)
        self.search.pack(side="right")
        self.found: DropDown | None = None
        return bar

    def show(self, room: str, **wishes: Any) -> None:
        """Show a room; ``wishes`` go to its screen's ``open``. Stays where it is if the screen shown will not leave."""
        if self._room and not self._screens[self._room].leave():
            return
        if self._room and self._room != room:
            self._past.append(self._room)
        self._enter(room, wishes)

    def _enter(self, room: str, wishes: dict[str, Any] | None) -> None:
        screen = self._screen(room)
        screen.month = self.month
        if wishes is not None:
            screen.open(**wishes)
        screen.refresh()
        if room != self._room:
            self._swap(room, screen)
        self.rail.select(room)
        self.months.enable(screen.follows_month)

    def _swap(self, room: str, screen: Screen) -> None:
        if self._room:
            self._screens[self._room].pack_forget()
        self._room = room
        screen.pack(fill="both", expand=True)
        if self.state() == "withdrawn":  # not before there is something to see
            self.deiconify()
        self.toast.close()
        if self.focus_get() is not self.search.entry:
            screen.focus_first()

    def _screen(self, room: str) -> Screen:
        if room not in self._screens:
            self._screens[room] = self._rooms[room].factory(self._place)
        return self._screens[room]

    @property
    def screen(self) -> Screen:
        """The screen shown now."""
        return self._screens[self._room]

    @property
    def room(self) -> str:
        """The name of the room shown now."""
        return self._room

    def refresh(self) -> None:
        """Let the screen shown ask anew; call it after any act."""
        if self._room:
            self.screen.month = self.month
            self.screen.refresh()

    def back(self) -> None:
        """The room before this one, as it was left."""
        if self._past and self.screen.leave():
            self._enter(self._past.pop(), None)

    def show_month(self, month: Month) -> None:
        """Turn the whole window to ``month``."""
        if self._room and not self.screen.leave():
            self.months.set(self.month)
            return
        self.month = month
        self.months.set(month)
        self.refresh()

    # ------------------------------------------------------------ keys

    def _press(self, act: str) -> bool:
        ours = {
            "help": lambda: keys.HelpCard(self).run(),
            "search": self.search.focus_set,
            "refresh": self.refresh,
            "month_before": lambda: self.months.step(-1),
            "month_after": lambda: self.months.step(1),
        }
        wished = self.screen.acts().get(act) if self._room else None
        doing = wished or ours.get(act) or (self.back if act == "back" else None)
        if doing is None:
            return False
        doing()
        return True

    def _show_numbered(self, number: int) -> None:
        upper = [room.name for room in self._rooms.values() if not room.low]
        if number < len(upper):
            self.show(upper[number])

    def _find(self, text: str) -> None:
        if self.found is None:
            self._search(text)
        else:
            self.found.enter(text)

    def _suggest(self, text: str) -> None:
        """While one types: the first things found below the box; the search's own room follows as it is."""
        if self._room == SEARCH:
            self._search(text)
        else:
            self.found = self.found or self._drop_down()
            self.found.suggest(text)

    def _drop_down(self) -> DropDown:
        """Made at the first search: its files are not read at the start, as those of no room are."""
        made: DropDown = import_module("desktop_app.ui.screens.search.drop_down").DropDown(
            self._frame, self.search, show=self.show, see_all=self._search
        )
        return made

    def _search(self, text: str) -> None:
        if SEARCH in self._rooms:
            self.show(SEARCH, text=text)

    # ------------------------------------------------------------ look

    def use_theme(self, mode: str) -> None:
        """Turn "light" or "dark" and remember it."""
        self._settings.theme = theme.THEMES[mode]
        self.theme_use(self._settings.theme)

    def use_language(self, language: str) -> None:
        """Speak "vi" or "en" from now on: everything is built anew."""
        if self._room and not self.screen.leave():
            return
        room, self._settings.language = self._room, language
        i18n.speak(language)
        self.furnish(list(self._rooms.values()))
        if room:
            self.show(room)

    def _take_size(self) -> None:
        screen = (self.winfo_screenwidth(), self.winfo_screenheight())
        smallest = [min(ours, theirs) for ours, theirs in zip(SMALLEST, screen, strict=True)]
        self.minsize(*smallest)
        first = [min(ours, theirs) for ours, theirs in zip(LARGEST_FIRST, screen, strict=True)]
        kept = SIZE.match(self._settings.window_size)
        self.geometry(kept[0] if kept else f"{first[0]}x{first[1]}")
        if self._settings.window_size == ZOOMED and sys.platform == "win32":
            self.state(ZOOMED)

    def _wear_icon(self) -> None:
        icons = [ASSETS / "icons" / f"loa-{size}.png" for size in (64, 32, 16)]
        self._icons = [tkinter.PhotoImage(master=self, file=str(icon)) for icon in icons if icon.exists()]
        if self._icons:
            self.iconphoto(True, *self._icons)
        if sys.platform == "win32":
            import ctypes

            # ttkbootstrap sets an id of its own, which would put us under another program's icon.
            ctypes.windll.shell32.SetCurrentProcessExplicitAppUserModelID(APP_ID)

    # ------------------------------------------------------------ ends

    def report_callback_exception(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Whatever a screen did not expect becomes a calm sentence and a line in the log."""
        self.dialogs.show_error(error)

    def _close(self) -> bool:
        """Before the window goes: keep what was typed, stop the jobs, remember the size."""
        if self._room and not self.screen.leave():
            return False
        self.runner.close()
        self._settings.window_size = ZOOMED if self.state() == ZOOMED else self.geometry()
        self._settings.save()
        return True
