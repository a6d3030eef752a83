"""Compare: two texts of an article side by side, what differs marked by colour and by sign; F8 goes to the next.

compare = Compare(card.body)
compare.show(Version(_("Version 3"), "07/05/2024 10:32", before), Version(_("As it is now"), "", now))
ttk.Button(compare.foot, …)                     buttons below, where there are any
CompareDialog(parent, _("What changed"), before, now).run()
"""

from __future__ import annotations

import tkinter
from collections.abc import Callable
from functools import partial
from typing import NamedTuple

import ttkbootstrap as ttk

from desktop_app.core.articles import ArticleText
from desktop_app.core.i18n import _
from desktop_app.core.text_difference import beside
from desktop_app.ui import fonts
from desktop_app.ui.modal import Modal
from desktop_app.ui.screens.articles.passages import Passage, passages, sheet_of
from desktop_app.ui.theme import BETWEEN, HALF, INSIDE, palette, px
from desktop_app.ui.widgets.rich_text import RichText

TAKEN, ADDED = "taken", "added"
LOOKS = (TAKEN, ADDED)
BEFORE, AFTER = 0, 1
LOW, BROAD = 340, 880
"""Plain pixels of the sheets where the window is small."""


class Version(NamedTuple):
    """A text to lay on one side: what it is, who wrote it when, its words."""

    title: str
    note: str
    text: ArticleText


class Compare(ttk.Frame):
    """Two sheets on a card. ``passages`` is where they differ, ``here`` the number of the one looked at, or None."""

    def __init__(self, parent: tkinter.Misc) -> None:
        super().__init__(parent, bootstyle="@card")
        self.passages: list[Passage] = []
        self.here: int | None = None
        self._texts = (ArticleText(), ArticleText())
        self._tops = [0, 0]
        self._bars: list[str] = []
        self.columnconfigure((0, 1), weight=1, uniform="sheets")
        self.rowconfigure(1, weight=1)
        self._heads = [self._head(side) for side in (BEFORE, AFTER)]
        self.sheets = [self._sheet(side) for side in (BEFORE, AFTER)]
        self._steps()
        self.foot = ttk.Frame(self, bootstyle="@card")
        self.foot.grid(row=3, column=0, columnspan=2, sticky="we")
        self.follow_keys(*(sheet.text for sheet in self.sheets))
        self.bind("<<ThemeChanged>>", lambda event: self.after_idle(self._colour))
        self._colour()

    def show(self, before: Version, after: Version) -> None:
        """Lay two texts side by side and go to the first difference."""
        self._texts = before.text, after.text
        for side, version in enumerate((before, after)):
            title, note = self._heads[side]
            title["text"], note["text"] = version.title, version.note
            self.sheets[side].enable(True)
            self.sheets[side].set(sheet_of(version.text))
            self.sheets[side].enable(False)
        self.passages = passages(*self._texts)
        self.here = None
        self._mark()
        self.step(1)

    def step(self, by: int) -> None:
        """Go to the next difference, or the one before; behind the last comes the first."""
        if self.passages:
            start = -1 if self.here is None and by > 0 else self.here or 0
            self.go_to((start + by) % len(self.passages))
        else:
            self._say()

    def go_to(self, number: int) -> None:
        """Bring a difference into view on both sheets."""
        self.here = number
        for side, stretch in enumerate(self.passages[number].sides):
            self.sheets[side].mark("here", [stretch] if stretch[1] > stretch[0] else [])
            self.sheets[side].see(stretch[1])
            self.sheets[side].see(stretch[0])
        self._tops = [sheet.offset("@0,0") for sheet in self.sheets]
        self._say()

    def chosen(self) -> list[Passage]:
        """The differences inside the selection of the right sheet, or else the one looked at."""
        selected = self.sheets[AFTER].selected()
        if selected:
            inside = [found for found in self.passages if _touch(found.added, selected)]
            if inside:
                return inside
        return [self.passages[self.here]] if self.here is not None else []

    def follow_keys(self, *widgets: tkinter.Misc) -> None:
        """F8 and Shift+F8 in ``widgets`` go from difference to difference."""
        for widget in widgets:
            widget.bind("<F8>", lambda event: self._stepped(1))
            widget.bind("<Shift-F8>", lambda event: self._stepped(-1))

    # ------------------------------------------------------------ building

    def _head(self, side: int) -> tuple[ttk.Label, ttk.Label]:
        head = ttk.Frame(self, bootstyle="@card")
        head.grid(row=0, column=side, sticky="we", padx=_gap(side), pady=(0, px(HALF)))
        title = ttk.Label(head, font=fonts.STRONG, bootstyle="@card")
        title.pack(side="left")
        note = ttk.Label(head, font=fonts.NOTE, bootstyle="@card secondary")
        note.pack(side="left", padx=(px(INSIDE), 0))
        return title, note

    def _sheet(self, side: int) -> RichText:
        sheet = RichText(self, height=6)
        sheet.grid(row=1, column=side, sticky="nsew", padx=_gap(side))
        self._bars.append(str(sheet.text.cget("yscrollcommand")))
        sheet.text.configure(yscrollcommand=partial(self._rolled, side))
        sheet.text.bind("<ButtonRelease-1>", lambda event: self._clicked(side), "+")
        sheet.enable(False)
        return sheet

    def _steps(self) -> None:
        row = ttk.Frame(self, bootstyle="@card")
        row.grid(row=2, column=0, columnspan=2, sticky="we", pady=(px(INSIDE), 0))
        self.told = ttk.Label(row, bootstyle="@card secondary")
        self.told.pack(side="left")
        self.next = ttk.Button(row, text=_("Next difference (F8)"), command=partial(self.step, 1), bootstyle="@card")
        self.back = ttk.Button(row, text=_("The one before"), command=partial(self.step, -1), bootstyle="@card")
        for button in (self.next, self.back):
            button.pack(side="right", padx=(px(INSIDE), 0))

    # ------------------------------------------------------------ inside

    def _mark(self) -> None:
        for side, look in enumerate(LOOKS):
            stretches = [found.sides[side] for found in self.passages]
            self.sheets[side].mark(look, [one for one in stretches if one[1] > one[0]])
            self.sheets[side].mark("here", [])

    def _say(self) -> None:
        count = len(self.passages)
        for button in (self.next, self.back):
            button.configure(state="normal" if count else "disabled")
        if count:
            place = (self.here or 0) + 1
            self.told["text"] = _("Difference {place} of {count}").format(place=place, count=count)
        else:
            alike = self._texts[BEFORE] == self._texts[AFTER]
            self.told["text"] = _("Nothing differs.") if alike else _("Only the layout differs, no word.")

    def _stepped(self, by: int) -> str:
        self.step(by)
        return "break"

    def _clicked(self, side: int) -> None:
        """A click on a difference looks at it; a selection stays what it is."""
        sheet = self.sheets[side]
        place = sheet.offset("insert")
        stretches = [found.sides[side] for found in self.passages]
        at = [number for number, (start, end) in enumerate(stretches) if start <= place <= end]
        if at and not sheet.selected():
            self.go_to(at[0])

    def _rolled(self, side: int, first: str, last: str) -> None:
        """The other sheet follows, so that what belongs together stands side by side."""
        self.tk.call(self._bars[side], first, last)
        top = self.sheets[side].offset("@0,0")
        if top == self._tops[side]:
            return
        other = self.sheets[1 - side]
        self._tops[side] = top
        pairs = [found.sides if side == BEFORE else found.sides[::-1] for found in self.passages]
        other.text.yview(other.index(beside(pairs, top)))
        self._tops[1 - side] = other.offset("@0,0")

    def _colour(self) -> None:
        if not self.winfo_exists():
            return
        colours = palette()
        for side, wash in enumerate((colours.late_wash, colours.good_wash)):
            text = self.sheets[side].text
            text.tag_configure(LOOKS[side], background=wash, overstrike=side == BEFORE, underline=side == AFTER)
            text.tag_raise("here")
            text.tag_raise("sel")


class CompareDialog(Modal):
    """Two texts over the whole window; ``button(self.foot, …)`` adds acts. Esc closes."""

    def __init__(self, parent: tkinter.Misc, title: str, before: Version, after: Version, *, line: str = "") -> None:
        super().__init__(parent, title)
        ttk.Label(self.body, text=title, font=fonts.SECTION, bootstyle="@card").pack(anchor="w")
        if line:
            ttk.Label(self.body, text=line, bootstyle="@card secondary").pack(anchor="w")
        window = parent.winfo_toplevel()
        broad = max(px(BROAD), window.winfo_width() - px(120))
        room = ttk.Frame(
            self.body,
            width=min(broad, self.winfo_screenwidth() - px(80)),
            height=max(min(px(LOW), self.winfo_screenheight() - px(260)), window.winfo_height() - px(300)),
            bootstyle="@card",
        )
        room.pack_propagate(False)
        room.pack(pady=(px(BETWEEN), 0))
        self.compare = Compare(room)
        self.compare.pack(fill="both", expand=True)
        self.compare.follow_keys(self)
        self.foot = ttk.Frame(self.body, bootstyle="@card")
        self.foot.pack(fill="x", pady=(px(BETWEEN), 0))
        self.compare.show(before, after)

    def offer(self, words: str, command: Callable[[], object], *, main: bool = False) -> ttk.Button:
        """A button below; the first one made is the rightmost."""
        return self.button(self.foot, words, command, "@card primary" if main else "@card")

    def appear(self, focus: tkinter.Misc | None = None) -> None:
        super().appear(focus or self.compare.next)
        if self.compare.here is not None:
            self.compare.go_to(self.compare.here)


def _gap(side: int) -> tuple[int, int]:
    return (0, px(INSIDE)) if side == BEFORE else (px(INSIDE), 0)


def _touch(one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether two stretches share a place; one without letters counts where it stands."""
    return one[0] <= other[1] and other[0] <= one[1]
