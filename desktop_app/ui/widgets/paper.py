"""Paper: the pages of a PDF, one at a time, as large as the room allows or larger; arrows and keys turn them.

paper = Paper(card.body)
paper.show(pages)          # core.reports.preview.Pages: its pages are drawn when they are looked at
paper.say(_("Nothing to show yet"))

PageUp and PageDown turn, Home and End go to the ends, + and - (or Ctrl and the wheel) zoom, 0 shows the whole page;
arrows and the wheel move about in a page that is larger than the room, and turn at its end.
"""

from __future__ import annotations

import tkinter
from collections import OrderedDict
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any, Protocol

import ttkbootstrap as ttk

from desktop_app.core.i18n import _
from desktop_app.ui.later import Later
from desktop_app.ui.theme import HALF, INSIDE, palette, px

if TYPE_CHECKING:
    from PIL import Image

STEPS = (1.0, 1.25, 1.5, 2.0, 2.5, 3.0, 4.0)
"""Times the size at which the whole page is seen."""
EDGE = "edge"
KEPT = 6
"""Drawn pages in memory: turning back and forth costs nothing."""
SETTLED_MS = 60
"""While a window is drawn larger a page is not drawn anew for each pixel."""
READABLE = 0.8
"""Of its size on paper: letters of 14 points are then as large as those of the window."""
ROW = 60
"""Pixels of one step of the wheel or an arrow, at 100 %."""


class PageSource(Protocol):
    """Pages numbered from 1; sizes in points."""

    count: int

    def size(self, number: int) -> tuple[float, float]:
        """Width and height on paper."""

    def picture(self, number: int, width: int) -> Image.Image:
        """A page so many pixels wide."""


class Paper(ttk.Frame):
    """``show(pages)`` and ``say(words)``; ``number`` is the page looked at, from 1."""

    def __init__(self, parent: tkinter.Misc) -> None:
        super().__init__(parent, bootstyle="@card")
        self._pages: PageSource | None = None
        self._words, self._zoom, self._to_read, self.number = "", 0, False, 1
        self._percent = ""
        self._drawn: OrderedDict[tuple[int, int], Any] = OrderedDict()
        self._turning()
        self.sheet = tkinter.Canvas(self, highlightthickness=0, borderwidth=0, takefocus=True, xscrollincrement=1)
        self.sheet.configure(yscrollincrement=1)
        self.sheet.pack(fill="both", expand=True)
        self._later = Later(self, self._draw)
        self._listen()
        self.bind("<<ThemeChanged>>", lambda event: self.after_idle(self._draw))

    def _turning(self) -> None:
        row = ttk.Frame(self, bootstyle="@card")
        row.pack(side="bottom", fill="x", pady=(px(INSIDE), 0))
        middle = ttk.Frame(row, bootstyle="@card")
        middle.pack(anchor="center")
        self.before = self._button(middle, "chevron-left", lambda: self.turn(-1), _("Page before (Page Up)"))
        self.where = ttk.Label(middle, bootstyle="@card secondary", anchor="center", width=12)
        self.where.pack(side="left")
        self.after_ = self._button(middle, "chevron-right", lambda: self.turn(1), _("Next page (Page Down)"))
        ttk.Frame(middle, width=px(INSIDE), bootstyle="@card").pack(side="left")
        self.smaller = self._button(middle, "zoom-out", lambda: self.zoom(-1), _("Smaller (-)"))
        self.scale = ttk.Label(middle, bootstyle="@card secondary", anchor="center", width=6)
        self.scale.pack(side="left")
        self.larger = self._button(middle, "zoom-in", lambda: self.zoom(1), _("Larger (+)"))
        self.whole = self._button(middle, "arrows-angle-contract", lambda: self.zoom(0), _("The whole page (0)"))

    def _button(self, parent: ttk.Frame, icon: str, act: Any, tip: str) -> ttk.Button:
        button = ttk.Button(parent, icon=icon, icon_only=True, command=act, bootstyle="@card ghost")
        button.pack(side="left", padx=px(HALF) // 2)
        ttk.ToolTip(button, text=tip, delay=500)
        return button

    def _listen(self) -> None:
        sheet = self.sheet
        sheet.bind("<Configure>", lambda event: self._later.start(SETTLED_MS))
        for event in ("<FocusIn>", "<FocusOut>"):
            sheet.bind(event, lambda event: self.after_idle(self._mark))
        sheet.bind("<Button-1>", self._grabbed)
        sheet.bind("<B1-Motion>", lambda event: sheet.scan_dragto(event.x, event.y, gain=1))
        for key, step in (("<Prior>", -1), ("<Next>", 1)):
            sheet.bind(key, partial(self._key, self.turn, step))
        sheet.bind("<Home>", lambda event: self.go_to(1))
        sheet.bind("<End>", lambda event: self.go_to(self.count))
        for key, step in (("<plus>", 1), ("<equal>", 1), ("<KP_Add>", 1), ("<minus>", -1), ("<KP_Subtract>", -1)):
            sheet.bind(key, partial(self._key, self.zoom, step))
        sheet.bind("<Key-0>", lambda event: self.zoom(0))
        for key, across, down in (("Up", 0, -1), ("Down", 0, 1), ("Left", -1, 0), ("Right", 1, 0)):
            sheet.bind(f"<{key}>", partial(self._key, self._move, across, down))
        sheet.bind("<MouseWheel>", lambda event: self._wheel(event, 1 if event.delta < 0 else -1))
        sheet.bind("<Button-4>", lambda event: self._wheel(event, -1))
        sheet.bind("<Button-5>", lambda event: self._wheel(event, 1))

    @property
    def count(self) -> int:
        """How many pages there are."""
        return self._pages.count if self._pages else 0

    def show(self, pages: PageSource) -> None:
        """Show ``pages``, from the page that was open where there still is one."""
        self._pages, self._words = pages, ""
        self._drawn.clear()
        self.number = min(self.number, max(1, pages.count))
        self._draw()

    def say(self, words: str) -> None:
        """A quiet sentence instead of pages."""
        self._pages, self._words = None, words
        self._drawn.clear()
        self._draw()

    def turn(self, step: int) -> str:
        """So many pages on."""
        return self.go_to(self.number + step)

    def go_to(self, number: int, *, at_end: bool = False) -> str:
        """Show a page from its top, or from its end when one came from the page below."""
        number = min(max(1, number), max(1, self.count))
        if number != self.number:
            self.number = number
            self._draw()
            self.sheet.yview_moveto(1.0 if at_end else 0.0)
        return "break"

    def zoom(self, step: int) -> str:
        """One step larger or smaller; 0 shows the whole page."""
        self._to_read = False
        self._zoom = min(max(0, self._zoom + step), len(STEPS) - 1) if step else 0
        self._draw()
        return "break"

    def read(self) -> None:
        """As large as it takes to read the page in this room, as far as its width allows."""
        self._to_read = True
        self._draw()

    def focus_set(self) -> None:
        """Let the keys turn the pages."""
        self.sheet.focus_set()

    def _key(self, act: Callable[..., str], *how: Any) -> str:
        """``how`` ends with the event itself, which says no more than the key did."""
        return act(*how[:-1])

    def _grabbed(self, event: Any) -> None:
        self.sheet.focus_set()
        self.sheet.scan_mark(event.x, event.y)

    def _wheel(self, event: Any, way: int) -> str:
        if event.state & 0x4:  # Ctrl
            return self.zoom(-way)
        return self._move(0, way)

    def _move(self, across: int, down: int) -> str:
        """About in a large page; from its end on to the next one."""
        first, last = self.sheet.yview()
        if down and ((down > 0 and last >= 1.0) or (down < 0 and first <= 0.0)):
            return self.go_to(self.number + down, at_end=down < 0)
        self.sheet.xview_scroll(across * px(ROW), "units")
        self.sheet.yview_scroll(down * px(ROW), "units")
        return "break"

    def _draw(self) -> None:
        if not self.winfo_exists():
            return
        self.sheet.delete("all")
        self.sheet.configure(background=palette().card)
        width, height = self.sheet.winfo_width(), self.sheet.winfo_height()
        if not self._pages:
            self.sheet.configure(scrollregion=(0, 0, width, height))
            self.sheet.create_text(width / 2, height / 2, text=self._words, fill=palette().note, width=width * 0.8)
        elif width > 50 and height > 50:
            self._draw_page(self._pages, width, height)
        self._say_where()

    def _say_where(self) -> None:
        has, last = bool(self._pages), self.count
        self.where["text"] = _("Page {page} of {pages}").format(page=self.number, pages=last) if has else ""
        self.scale["text"] = self._percent if has else ""
        _let(self.before, has and self.number > 1)
        _let(self.after_, has and self.number < last)
        _let(self.smaller, has and self._zoom > 0)
        _let(self.larger, has and self._zoom < len(STEPS) - 1)
        _let(self.whole, has and self._zoom > 0)

    def _draw_page(self, pages: PageSource, width: int, height: int) -> None:
        across, down = pages.size(self.number)
        fitting = min((width - px(HALF)) / across, (height - px(HALF)) / down)
        if self._to_read:
            self._zoom = _readable(fitting, width / across)
        wide = max(1, round(across * fitting * STEPS[self._zoom]))
        picture = self._picture(pages, wide)
        room = (max(width, picture.width()), max(height, picture.height()))
        left, top = (room[0] - picture.width()) // 2, (room[1] - picture.height()) // 2
        self.sheet.configure(scrollregion=(0, 0, *room))
        self.sheet.create_image(left, top, anchor="nw", image=picture)
        edge = (left, top, left + picture.width() - 1, top + picture.height() - 1)
        self.sheet.create_rectangle(*edge, tags=EDGE)
        self._mark()
        self._percent = f"{round(100 * wide / (across * px(96) / 72))} %"

    def _mark(self) -> None:
        """The page has an edge in the colour of the focus while keys turn it."""
        if not self.winfo_exists():
            return
        has = self.focus_displayof() is self.sheet
        line, width = (palette().primary, px(2)) if has else (palette().field_line, 1)
        self.sheet.itemconfigure(EDGE, outline=line, width=width)

    def _picture(self, pages: PageSource, wide: int) -> Any:
        from PIL import ImageTk  # Pillow is loaded only where a picture is shown

        key = (self.number, wide)
        if key not in self._drawn:
            self._drawn[key] = ImageTk.PhotoImage(pages.picture(self.number, wide), master=self)
        self._drawn.move_to_end(key)
        while len(self._drawn) > KEPT:
            self._drawn.popitem(last=False)
        return self._drawn[key]


def _readable(fitting: float, widest: float) -> int:
    """The first step at which a page can be read; scales are pixels a point."""
    steps = [step for step, times in enumerate(STEPS) if step == 0 or fitting * times <= widest]
    return next((step for step in steps if fitting * STEPS[step] >= READABLE * px(96) / 72), steps[-1])


def _let(button: ttk.Button, on: bool) -> None:
    button.configure(state="normal" if on else "disabled")
