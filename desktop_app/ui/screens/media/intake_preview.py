"""Before anything is copied: what lies there, by day; new files are ticked, those that are here already are not."""

from __future__ import annotations

import tkinter
from pathlib import Path

import ttkbootstrap as ttk

from desktop_app.core.i18n import _
from desktop_app.core.media.offer import Offer
from desktop_app.ui import fonts
from desktop_app.ui.modal import Modal
from desktop_app.ui.screens.media.intake_days import IntakeDays
from desktop_app.ui.theme import BETWEEN, INSIDE, px
from desktop_app.ui.widgets.wrapped import Wrapped

WIDE, HIGH, ROUND_IT = 920, 430, 290
"""Pixels of a plain screen: of the list of files, and of what stands above and below it."""


class IntakePreview(Modal):
    """Answers the files to take in, or None."""

    def __init__(self, parent: tkinter.Misc, offer: Offer) -> None:
        super().__init__(parent, _("Import photos, videos"))
        self.offer = offer
        self._title()
        self.days = IntakeDays(self.body, offer, changed=self._count)
        self._buttons().pack(side="bottom", fill="x", pady=(px(BETWEEN), 0))
        self.days.pack(fill="both", expand=True)
        self.days.canvas.configure(width=min(px(WIDE), self.winfo_screenwidth() - px(120)))
        self.days.canvas.configure(height=min(px(HIGH), self.winfo_screenheight() - px(ROUND_IT)))
        self.bind("<Return>", lambda event: self.take())
        self.bind("<Control-a>", lambda event: self.all_new())
        self._count()

    def run(self, focus: tkinter.Misc | None = None) -> list[Path] | None:
        """Show it; the files to take in, or None."""
        answer = super().run(focus or self.days.canvas)
        return answer if isinstance(answer, list) else None

    def take(self) -> None:
        """Take in what is ticked."""
        if self.offer.ticked:
            self.close(self.offer.chosen())

    def all_new(self) -> None:
        """Tick every file that is not here yet."""
        self.days.tick([one.file for one in self.offer.files if not one.known], on=True)

    def none(self) -> None:
        """Take every tick away."""
        self.days.tick([one.file for one in self.offer.files], on=False)

    def _title(self) -> None:
        head = ttk.Frame(self.body, bootstyle="@card")
        head.pack(fill="x", pady=(0, px(INSIDE)))
        picks = ttk.Frame(head, bootstyle="@card")
        picks.pack(side="right", anchor="s")
        ttk.Button(picks, text=_("All new ones"), command=self.all_new, bootstyle="@card ghost").pack(side="left")
        ttk.Button(picks, text=_("None of them"), command=self.none, bootstyle="@card ghost").pack(side="left")
        ttk.Label(head, text=_("What shall be taken in?"), font=fonts.SECTION, bootstyle="@card").pack(anchor="w")
        self.found = Wrapped(head, font=fonts.NOTE, bootstyle="@card secondary")
        self.found.pack(fill="x")
        self.found.say(found_words(self.offer))

    def _buttons(self) -> ttk.Frame:
        row = ttk.Frame(self.body, bootstyle="@card")
        self.main = self.button(row, " ", self.take, "@card primary")
        self.button(row, _("Cancel"), self.give_up)
        note = _("Space ticks a picture, Ctrl+Space its whole day. The card or folder is not changed.")
        ttk.Label(row, text=note, font=fonts.NOTE, bootstyle="@card secondary").pack(side="left")
        return row

    def _count(self) -> None:
        count = len(self.offer.ticked)
        words = _("Take in {count}").format(count=count) if count else _("Nothing is ticked")
        self.main.configure(text=words, state="normal" if count else "disabled")


def found_words(offer: Offer) -> str:
    """“48 found: 36 new, 12 already here.”"""
    known = offer.known
    return _("{found} found: {new} new, {known} already here.").format(
        found=len(offer.files), new=len(offer.files) - known, known=known
    )
