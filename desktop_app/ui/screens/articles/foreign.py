"""Another PC or window changed the open article: said above the sheet, and both texts side by side to choose from."""

from __future__ import annotations

import tkinter
from collections.abc import Callable

import ttkbootstrap as ttk

from db.queries import revisions
from desktop_app.core.i18n import N_, _
from desktop_app.ui.screens.articles.recovery import RecoveryDialog
from desktop_app.ui.screens.articles.words import moment_words
from desktop_app.ui.theme import BETWEEN, INSIDE, px


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
    """A line that takes nobody's focus; ``look()`` opens both texts."""

    def __init__(self, parent: tkinter.Misc, *, look: Callable[[], object]) -> None:
        super().__init__(parent)
        self.label = ttk.Label(self, style="soon.Wash.TLabel", padding=(px(BETWEEN), px(INSIDE)))
        self.label.pack(side="left", fill="both", expand=True)
        self.button = ttk.Button(self, text=_("Look at both texts"), command=look, bootstyle="primary")
        self.button.pack(side="right", padx=(px(INSIDE), 0))

    def tell(self, whose: str, before: tkinter.Misc) -> None:
        """Say above ``before`` who changed the text and when."""
        words = _("The text was changed elsewhere ({whose}). What you are writing is kept as well.")
        self.label["text"] = words.format(whose=whose)
        self.pack(fill="x", pady=(0, px(INSIDE)), before=before)


def whose(revision_id: str | None) -> str:
    """Who wrote a text, and when."""
    row = revisions.revision(revision_id or "")
    return " · ".join(part for part in (row.by, moment_words(row.at)) if part) if row else ""
