"""Turning, cropping, covering: the original with its boxes on the left, what others will see on the right."""

from __future__ import annotations

import tkinter
from functools import partial
from pathlib import Path
from typing import Any

import ttkbootstrap as ttk

from desktop_app.core.i18n import _
from desktop_app.core.media.edits import UNTOUCHED, Edit, edited
from desktop_app.core.media.pictures import opened
from desktop_app.ui import fonts
from desktop_app.ui.modal import Modal
from desktop_app.ui.screens.media.boxes import BoxBoard, Boxes
from desktop_app.ui.theme import BETWEEN, HALF, INSIDE, px

BOARD, RESULT = (600, 400), 260
AROUND = 350
"""Plain pixels of what stands above and below the result: a low screen shows it smaller."""
COVER, CROP = "cover", "crop"


class RetouchDialog(Modal):
    """Answers the Edit to keep, or None when given up. Raises NotTaken when the original cannot be opened."""

    def __init__(self, parent: tkinter.Misc, original: Path, edit: Edit) -> None:
        with opened(original) as picture:
            # As large as the board shows it: each change is then redrawn in a blink.
            self._picture = edited(picture, UNTOUCHED, max(px(side) for side in BOARD))
        self._picture.info.clear()  # it is upright now: its notes would turn it once more
        super().__init__(parent, _("Turn, crop, cover"))
        self.edit = edit
        ttk.Label(self.body, text=_("Turn, crop, cover"), font=fonts.SECTION, bootstyle="@card").pack(anchor="w")
        words = _("Only the copies change that are shown and given away; the original stays as it is.")
        ttk.Label(self.body, text=words, bootstyle="@card secondary").pack(anchor="w", pady=(0, px(INSIDE)))
        self._tools().pack(fill="x", pady=(0, px(INSIDE)))
        row = ttk.Frame(self.body, bootstyle="@card")
        row.pack()
        size = tuple(min(px(side), room) for side, room in zip(BOARD, self._room(), strict=True))
        self.board = BoxBoard(row, self._picture, (size[0], size[1]), drawn=self._drawn, cropping=self._crops)
        self.board.pack(side="left", anchor="n")
        self._results(row).pack(side="left", anchor="n", padx=(px(BETWEEN), 0))
        self._foot()
        self._show()

    def _room(self) -> tuple[int, int]:
        """What a low screen leaves for the board."""
        return self.winfo_screenwidth() - px(RESULT + 140), self.winfo_screenheight() - px(250)

    def _tools(self) -> ttk.Frame:
        row = ttk.Frame(self.body, bootstyle="@card")
        self._mode = tkinter.StringVar(self, COVER)
        for mode, words in ((COVER, _("Cover a face")), (CROP, _("Keep only a part"))):
            one = ttk.Radiobutton(row, text=words, value=mode, variable=self._mode, bootstyle="@card primary")
            one.pack(side="left", padx=(0, px(BETWEEN)))
        for degrees, words, icon in (
            (90, _("Turn right"), "arrow-clockwise"),
            (270, _("Turn left"), "arrow-counterclockwise"),
        ):
            turn = ttk.Button(row, text=words, icon=icon, bootstyle="@card", command=partial(self.turn, degrees))
            turn.pack(side="right", padx=(px(HALF), 0))
        return row

    def _results(self, parent: ttk.Frame) -> ttk.Frame:
        side = ttk.Frame(parent, bootstyle="@card")
        ttk.Label(side, text=_("As others see it"), font=fonts.NOTE, bootstyle="@card secondary").pack(anchor="w")
        self._result = ttk.Label(side, bootstyle="@card")
        self._result.pack(anchor="w")
        draw = _("Draw a box with the mouse, or press Insert.")
        move = _("Arrows move it, with Shift they size it, Delete takes it out.")
        hint = ttk.Label(side, text=f"{draw} {move}", font=fonts.NOTE, bootstyle="@card secondary")
        hint.configure(wraplength=px(RESULT))
        hint.pack(anchor="w", pady=(px(INSIDE), 0))
        return side

    def _foot(self) -> None:
        foot = ttk.Frame(self.body, bootstyle="@card")
        foot.pack(fill="x", pady=(px(BETWEEN), 0))
        self.ok = self.button(foot, _("Keep"), lambda: self.close(self.edit), "@card primary")
        self.button(foot, _("Cancel"), self.give_up)
        self.again = ttk.Button(foot, text=_("As the original"), command=self.begin_anew, bootstyle="@card ghost")
        self.again.pack(side="left")

    def run(self, focus: tkinter.Misc | None = None) -> object:
        return super().run(focus or self.board)

    def turn(self, degrees: int) -> None:
        """Turn what others see; the boxes stay on what they cover."""
        self.edit = self.edit.turned(degrees)
        self._show()

    def begin_anew(self) -> None:
        """No turn, no crop, nothing covered."""
        self.edit = UNTOUCHED
        self._show()

    def _crops(self) -> bool:
        return self._mode.get() == CROP

    def _drawn(self, boxes: Boxes) -> None:
        """A box was drawn, moved or taken out on the board."""
        self.edit = self.edit._replace(covered=boxes.covered, crop=boxes.crop)
        self._show()

    def _show(self) -> None:
        from PIL import ImageTk

        self.board.show(self.edit)
        side = min(px(RESULT), self.winfo_screenheight() - px(AROUND))
        result = edited(self._picture.copy(), self.edit, side)
        self._shown: Any = ImageTk.PhotoImage(result, master=self)
        self._result.configure(image=self._shown)
