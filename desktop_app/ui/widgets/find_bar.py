"""FindBar: finding and replacing in a body, in a slim row above it; nothing is covered and nothing is modal."""

from __future__ import annotations

import tkinter
from collections.abc import Callable
from functools import partial

import ttkbootstrap as ttk

from db.text import nfc
from desktop_app.core.i18n import _
from desktop_app.core.manuscripts.finding import Stretch, found
from desktop_app.ui import fonts
from desktop_app.ui.later import Later
from desktop_app.ui.theme import HALF, INSIDE, px
from desktop_app.ui.widgets.rich_text import RichText

PAUSE_MS = 250
ROOMY = 600
"""Plain pixels from which everything stands in one row."""
AFTER_WRITING = 0.3
"""Seconds after the last key in the body until it is searched again."""


class FindBar(ttk.Frame):
    """Options: ``body`` to search. Put it where it belongs with ``grid``, then ``grid_remove``: it comes when asked."""

    def __init__(self, parent: tkinter.Misc, body: RichText) -> None:
        super().__init__(parent, bootstyle="@card")
        self._body = body
        self._finds: list[Stretch] = []
        self._at = -1
        self._pause = Later(self, self.look)
        self._find_fields()
        self._replace_fields()
        self._narrow: bool | None = None
        self._arrange(ROOMY)
        self.bind("<Configure>", lambda event: self._arrange(event.width))
        body.on_pause(AFTER_WRITING, self._look_again)

    def _find_fields(self) -> None:
        self._find = self._label(_("Find"))
        self.wanted = self._entry(self.next)
        self.wanted.bind("<KeyRelease>", lambda event: self._pause.start(PAUSE_MS))
        self.wanted.bind("<<Paste>>", lambda event: self._pause.start(PAUSE_MS), "+")
        self._steps = room = ttk.Frame(self, bootstyle="@card")
        self.count = ttk.Label(room, font=fonts.NOTE, bootstyle="@card secondary", width=8, anchor="center")
        self.count.pack(side="left")
        self.before = _tool(room, "chevron-up", _("The one before (Shift+Enter)"), self.previous)
        self.after_this = _tool(room, "chevron-down", _("The next one (Enter)"), self.next)

    def _replace_fields(self) -> None:
        self._with = self._label(_("Replace with"))
        self.words = self._entry(self.replace)
        self._acts = room = ttk.Frame(self, bootstyle="@card")
        self.one = ttk.Button(room, text=_("Replace"), command=self.replace, bootstyle="@card ghost")
        self.all = ttk.Button(room, text=_("Replace all"), command=self.replace_all, bootstyle="@card ghost")
        for button in (self.one, self.all):
            button.pack(side="left")
        self.close = _tool(room, "x-lg", _("Close (Esc)"), self.shut)

    def _arrange(self, width: int) -> None:
        """In one row; where there is little room, what is found, what it becomes and the acts below each other."""
        narrow = width < px(ROOMY)
        if narrow == self._narrow:
            return
        self._narrow = narrow
        self._find.grid(row=0, column=0, sticky="w", padx=(0, px(HALF)))
        self.wanted.grid(row=0, column=1, sticky="we")
        self._steps.grid(row=0, column=2)
        self._with.grid(
            row=int(narrow), column=0 if narrow else 3, sticky="w", padx=(0 if narrow else px(INSIDE), px(HALF))
        )
        self.words.grid(row=int(narrow), column=1 if narrow else 4, columnspan=2 if narrow else 1, sticky="we")
        self._acts.grid(row=2 if narrow else 0, column=0 if narrow else 5, columnspan=3 if narrow else 1, sticky="e")
        self.columnconfigure(1, weight=1, uniform="" if narrow else "field")
        self.columnconfigure(4, weight=0 if narrow else 1, uniform="" if narrow else "field")

    def _label(self, words: str) -> ttk.Label:
        return ttk.Label(self, text=words, font=fonts.NOTE, bootstyle="@card secondary")

    def _entry(self, enter: Callable[[], object]) -> ttk.Entry:
        entry = ttk.Entry(self, width=8)
        keys: dict[str, Callable[[], object]] = {
            "<Return>": enter,
            "<Shift-Return>": self.previous,
            "<Escape>": self.shut,
            "<Control-f>": self.open,
            "<Control-h>": partial(self.open, replace=True),
        }
        for key, act in keys.items():
            entry.bind(key, partial(_do, act))
        return entry

    # ------------------------------------------------------------ coming and going

    @property
    def is_open(self) -> bool:
        """Whether it is there."""
        return bool(self.winfo_manager())

    def open(self, wanted: str = "", *, replace: bool = False) -> None:
        """Come, with ``wanted`` or the selected words to be found; Ctrl+H goes on to what they become."""
        marked = self._body.selected()
        if not wanted and marked is not None and "\n" not in (words := self._body.plain()[slice(*marked)]):
            wanted = words
        if wanted:
            self.wanted.delete(0, "end")
            self.wanted.insert(0, wanted)
        self.grid()
        field = self.words if replace and self.wanted.get() else self.wanted
        field.focus_set()
        field.select_range(0, "end")
        self.look()

    def shut(self) -> None:
        """Go, and leave the cursor in the body at what was found last."""
        self.grid_remove()
        self._pause.cancel()
        self._body.mark("found", [])
        self._body.mark("here", [])
        if 0 <= self._at < len(self._finds):
            self._body.select(*self._finds[self._at])
        self._finds, self._at = [], -1
        self._body.focus_set()

    # ------------------------------------------------------------ finding

    def look(self) -> None:
        """Mark every find, and show the first one behind the cursor."""
        self._search()
        cursor = self._body.offset("insert")
        behind = [number for number, (_start, end) in enumerate(self._finds) if end >= cursor]
        self._show((behind or [0])[0] if self._finds else -1)

    def _look_again(self) -> None:
        if self.is_open:
            at = self._at
            self._search()
            self._mark_here(min(at, len(self._finds) - 1))

    def _search(self) -> None:
        self._pause.cancel()
        self._finds = found(self._body.plain(), nfc(self.wanted.get()))
        self._body.mark("found", self._finds)
        writable = self._body.writable and bool(self._finds)
        for button in (self.one, self.all):
            button.configure(state="normal" if writable else "disabled")

    def next(self) -> None:
        """The next find; after the last comes the first."""
        self._step(1)

    def previous(self) -> None:
        """The find before; before the first comes the last."""
        self._step(-1)

    def _step(self, by: int) -> None:
        if self._pause.waits:
            self._pause.now()
        elif self._finds:
            self._show((self._at + by) % len(self._finds))

    def _show(self, at: int) -> None:
        self._mark_here(at)
        if at >= 0:
            self._body.see(self._finds[at][0])

    def _mark_here(self, at: int) -> None:
        self._at = at
        self._body.mark("here", self._finds[at : at + 1] if at >= 0 else [])
        none = _("none") if self.wanted.get().strip() else ""
        self.count["text"] = f"{at + 1}/{len(self._finds)}" if self._finds else none

    # ------------------------------------------------------------ replacing

    def replace(self) -> None:
        """Put the other words in the place of this find, and go to the next."""
        if self._at >= 0 and self._body.writable:
            start, _end = self._finds[self._at]
            words = nfc(self.words.get())
            self._body.replace([self._finds[self._at]], words)
            self._search()
            following = [number for number, find in enumerate(self._finds) if find[0] >= start + len(words)]
            self._show((following or [0])[0] if self._finds else -1)

    def replace_all(self) -> None:
        """Put the other words in the place of every find: one step to take back."""
        if self._finds and self._body.writable:
            count = len(self._finds)
            self._body.replace(self._finds, nfc(self.words.get()))
            self._search()
            self._mark_here(len(self._finds) - 1)
            self.count["text"] = _("{count} replaced").format(count=count)


def _do(act: Callable[[], object], event: tkinter.Event) -> str:
    act()
    return "break"


def _tool(parent: tkinter.Misc, icon: str, words: str, act: Callable[[], object]) -> ttk.Button:
    button = ttk.Button(
        parent, icon=icon, icon_only=True, icon_size=12, command=act, bootstyle="@card ghost", takefocus=False
    )
    button.pack(side="left")
    ttk.ToolTip(button, text=words, delay=500)
    return button
