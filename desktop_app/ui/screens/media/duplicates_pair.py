"""Two like photos side by side: the pictures, between them each difference in words, below them what can be done."""

from __future__ import annotations

import tkinter
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

import ttkbootstrap as ttk

from db.queries.media_groups import Member
from desktop_app.core.i18n import _
from desktop_app.ui import fonts
from desktop_app.ui.screens.media.duplicates_picture import FittingPicture, Spot
from desktop_app.ui.screens.media.duplicates_words import LEFT, NEITHER, RIGHT, Versus
from desktop_app.ui.theme import BETWEEN, HALF, INSIDE, px
from desktop_app.ui.widgets.badge import Badge
from desktop_app.ui.widgets.ellipsis import shortened
from desktop_app.ui.widgets.wrapped import Wrapped

HEAD, MIDDLE = 24, 330
"""Plain pixels: the height of a picture's name, the width of the differences between the pictures."""
LABEL, LONGEST = 106, 300
"""What the word in the middle takes, and how long a caption or a title may be."""
PEEK = 70
"""Plain pixels of the differences that stay in view below the pictures; the rest is scrolled to."""
NARROW, LOWEST = 900, 350
"""Plain pixels of width and of height below which the differences stand under the pictures, not between them."""


class Side(NamedTuple):
    """One of the two: the photo, its file to show (None when it is missing), and whether it is the proposed one."""

    photo: Member
    picture: Path | None
    proposed: bool


class PairSide(ttk.Frame):
    """Options: ``keep()`` for this one, ``away()`` puts just this one away, ``pointed(spot)`` for a click."""

    def __init__(
        self,
        parent: tkinter.Misc,
        *,
        keep: Callable[[], object],
        away: Callable[[], object],
        pointed: Callable[[Spot], object],
    ) -> None:
        super().__init__(parent, bootstyle="@card")
        head = ttk.Frame(self, height=px(HEAD), bootstyle="@card")
        head.pack_propagate(False)  # with its badge or without: both pictures begin at one height
        head.pack(fill="x", pady=(0, px(HALF)))
        self.name = ttk.Label(head, font=fonts.NOTE, bootstyle="@card secondary")
        self.name.pack(side="left")
        self.badge = Badge(head, _("Proposed"), "good")
        foot = ttk.Frame(self, bootstyle="@card")
        foot.pack(side="bottom", fill="x", pady=(px(INSIDE), 0))
        self.keeping = ttk.Button(foot, icon="check-lg", command=keep, bootstyle="@card")
        self.keeping.pack(side="left")
        self.putting_away = ttk.Button(foot, icon="trash3", icon_only=True, command=away, bootstyle="@card ghost")
        ttk.ToolTip(self.putting_away, text=_("Put just this one away"), delay=500)
        self.picture = FittingPicture(self, pointed=pointed)
        self.picture.pack(fill="both", expand=True)

    def show(self, side: Side, keep_words: str, *, more_than_two: bool) -> None:
        """Another photo."""
        self.name["text"] = shortened(side.photo.name, px(200))
        self.picture.show(side.picture, _("The file is not to be found"))
        self.keeping.configure(text=keep_words, bootstyle="@card primary" if side.proposed else "@card")
        if side.proposed:
            self.badge.pack(side="right")
        else:
            self.badge.pack_forget()
        if more_than_two:
            self.putting_away.pack(side="right")
        else:
            self.putting_away.pack_forget()


class Differences(ttk.Frame):
    """Lines of what the left one has, what is compared, what the right one has; the better one in green."""

    def __init__(self, parent: tkinter.Misc) -> None:
        super().__init__(parent, bootstyle="@card")
        for column, weight in ((0, 1), (1, 0), (2, 1)):
            self.columnconfigure(column, weight=weight, uniform="value" if weight else "")
        self._labels: list[tuple[ttk.Label, ttk.Label, ttk.Label]] = []
        self._room = 0
        self.bind("<Configure>", lambda event: self._wrap(event.width))

    def show(self, lines: Sequence[Versus]) -> None:
        """Other lines; there are always as many."""
        for number, line in enumerate(lines):
            if number == len(self._labels):
                self._labels.append(self._row(number))
            left, label, right = self._labels[number]
            label["text"] = line.label
            left.configure(text=shortened(line.left, px(LONGEST)), bootstyle=_tone(line, LEFT))
            right.configure(text=shortened(line.right, px(LONGEST)), bootstyle=_tone(line, RIGHT))

    def _wrap(self, width: int) -> None:
        """What a value may take beside the word in the middle."""
        room = max(px(60), (width - px(LABEL)) // 2)
        if room != self._room:
            self._room = room
            for left, _label, right in self._labels:
                left.configure(wraplength=room)
                right.configure(wraplength=room)

    def _row(self, number: int) -> tuple[ttk.Label, ttk.Label, ttk.Label]:
        left, label, right = (ttk.Label(self, font=fonts.NOTE, bootstyle="@card secondary") for _side in range(3))
        left.configure(justify="right")
        space = px(HALF) // 2
        left.grid(row=number, column=0, sticky="ne", pady=space)
        label.grid(row=number, column=1, sticky="n", pady=space, padx=px(INSIDE))
        right.grid(row=number, column=2, sticky="nw", pady=space)
        return left, label, right


def _tone(line: Versus, side: int) -> str:
    if line.side == NEITHER:
        return "@card secondary" if line.same else "@card"
    return "@card success" if line.side == side else "@card"


class PairView(ttk.Frame):
    """Options: ``keep(side)``, ``away(side)`` with LEFT or RIGHT, ``different()`` and ``all_different()``."""

    def __init__(
        self,
        parent: tkinter.Misc,
        *,
        keep: Callable[[int], object],
        away: Callable[[int], object],
        different: Callable[[], object],
        all_different: Callable[[], object],
    ) -> None:
        super().__init__(parent, bootstyle="@card")
        self._height = 0
        for column in (0, 2):
            self.columnconfigure(column, weight=1, uniform="picture")
        self.sides = {
            side: PairSide(self, keep=partial(keep, side), away=partial(away, side), pointed=self._point)
            for side in (LEFT, RIGHT)
        }
        self.middle = ttk.Frame(self, bootstyle="@card", width=px(MIDDLE))
        self._fill_middle(self.middle, different, all_different)
        self._narrow: bool | None = None
        self.bind("<Configure>", lambda event: self._lay())

    def fill(self, height: int) -> None:
        """Let the pictures take what is free of so many pixels; where little is, the room scrolls."""
        self._height = height
        self._lay()
        free = height - min(px(PEEK), self.middle.winfo_reqheight()) if self._narrow else height
        self.rowconfigure(0, weight=1, minsize=max(0, free))

    def _lay(self) -> None:
        """The differences between the pictures, or below them where that would leave no room to see anything."""
        narrow = self.winfo_width() < px(NARROW) or self._height < px(LOWEST)
        if narrow != self._narrow:
            self._narrow = narrow
            self._place(narrow)
            self.fill(self._height)

    def _place(self, narrow: bool) -> None:
        self.sides[LEFT].grid(row=0, column=0, sticky="nsew", padx=(0, px(HALF) if narrow else 0))
        self.sides[RIGHT].grid(row=0, column=2, sticky="nsew", padx=(px(HALF) if narrow else 0, 0))
        place = {"row": 1, "column": 0, "columnspan": 3} if narrow else {"row": 0, "column": 1, "columnspan": 1}
        self.middle.grid(**place, sticky="nsew", padx=0 if narrow else px(BETWEEN))
        self.middle.pack_propagate(narrow)  # between the pictures it has its width, below them its height
        if not narrow:
            self.middle.configure(width=px(MIDDLE), height=1)  # it would keep the width it had below them

    def _fill_middle(
        self, room: ttk.Frame, different: Callable[[], object], all_different: Callable[[], object]
    ) -> None:
        self.differences = Differences(room)
        self.differences.pack(fill="x", pady=(px(BETWEEN), px(INSIDE)))
        self.proposal = Wrapped(room, lines=2, font=fonts.STRONG, bootstyle="@card")
        self.proposal.pack(fill="x", pady=(0, px(INSIDE)))
        foot = ttk.Frame(room, bootstyle="@card")
        foot.pack(pady=(px(INSIDE), 0))
        self.parting = ttk.Button(foot, command=different, bootstyle="@card")
        self.parting.pack()
        self.parting_all = ttk.Button(foot, text=_("All of them are different"), command=all_different)
        self.parting_all.configure(bootstyle="@card ghost")

    def show(
        self, left: Side, right: Side, lines: Sequence[Versus], proposal: str, keep_words: str, count: int
    ) -> None:
        """Two photos of a group of ``count``."""
        for place, side in ((LEFT, left), (RIGHT, right)):
            self.sides[place].show(side, keep_words, more_than_two=count > 2)
        self.differences.show(lines)
        self.proposal.say(proposal)
        self.parting["text"] = _("Keep both: they are different") if count == 2 else _("The right one is different")
        if count > 2:
            self.parting_all.pack(pady=(px(HALF), 0))
        else:
            self.parting_all.pack_forget()

    def look_closely(self) -> None:
        """Look closely at the middle of both, or step back again."""
        self._point((0.5, 0.5))

    def _point(self, spot: Spot) -> None:
        """The same spot in both, so that their sharpness can be compared; a second click steps back."""
        pictures = [side.picture for side in self.sides.values()]
        close = not any(picture.is_close for picture in pictures)
        for picture in pictures:
            picture.look_closely(spot if close else None)
