"""Another PC or window changed the open article: said above the sheet, and both texts side by side to choose from."""

from __future__ import annotations

import tkinter
from collections.abc import Callable
from functools import partial
from typing import Protocol

import ttkbootstrap as ttk

from desktop_app.core.i18n import N_, _
from desktop_app.ui.screens.articles.recovery import RecoveryDialog
from desktop_app.ui.theme import BETWEEN, INSIDE, px


class Take(Protocol):
    """Goes on with the words on the sheet (``mine``) or with those from elsewhere."""

    def __call__(self, *, mine: bool) -> object: ...


class ForeignDialog(RecoveryDialog):
    """The other text at the left, the one on the sheet at the right. Esc answers None: nothing is chosen yet."""

    title_words = N_("The text was changed elsewhere meanwhile")
    line_words = N_("Choose one; the other stays among the older versions.")
    left_words, right_words = N_("As changed elsewhere"), N_("As on your sheet")
    mixed_words = N_("As changed elsewhere, with what you took")
    take_words, stay_words = N_("Keep my text"), N_("Take the other text")

    def give_up(self) -> None:
        self.close(None)


class ForeignNotice(ttk.Frame):
    """A line that takes nobody's focus; ``look()`` opens both texts, ``take(mine=…)`` goes on with one at once."""

    def __init__(self, parent: tkinter.Misc, *, look: Callable[[], object], take: Take) -> None:
        super().__init__(parent)
        self.label = ttk.Label(self, style="soon.Wash.TLabel", padding=(px(BETWEEN), px(INSIDE)))
        self.theirs = self._button(_("Take the other text"), partial(take, mine=False))
        self.mine = self._button(_("Keep my text"), partial(take, mine=True))
        self.button = self._button(_("Look at both texts"), look, "primary")
        self.label.pack(side="left", fill="both", expand=True)
        self.label.bind("<Configure>", lambda event: self.label.configure(wraplength=event.width - 2 * px(BETWEEN)))

    def _button(self, words: str, command: Callable[[], object], look: str = "") -> ttk.Button:
        button = ttk.Button(self, text=words, command=command, bootstyle=look)
        button.pack(side="right", padx=(px(INSIDE), 0))
        return button

    def tell(self, whose: str, before: tkinter.Misc) -> None:
        """Say above ``before`` who changed the text, on which PC and when."""
        words = _("The text was changed elsewhere ({whose}). What you are writing is kept as well.")
        self.label["text"] = words.format(whose=whose)
        self.pack(fill="x", pady=(0, px(INSIDE)), before=before)
