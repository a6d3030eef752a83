"""Words that were typed but never saved, beside the saved ones: a person chooses, the other stays as a version."""

from __future__ import annotations

import tkinter

from desktop_app.core.articles import ArticleText
from desktop_app.core.i18n import _
from desktop_app.ui.screens.articles.compare import CompareDialog, Version
from desktop_app.ui.screens.articles.passages import taking


class RecoveryDialog(CompareDialog):
    """Answers the text to go on with. Esc keeps the saved one: nothing is lost either way."""

    def __init__(self, parent: tkinter.Misc, saved: ArticleText, recovered: ArticleText) -> None:
        super().__init__(
            parent,
            _("The last time some words were not saved"),
            Version(_("As saved"), "", saved),
            Version(_("As recovered"), "", recovered),
            line=_("They were kept every few seconds. Choose one; the other stays among the older versions."),
        )
        self.saved, self.recovered, self.kept = saved, recovered, saved
        self.take = self.offer(_("Take the recovered text"), lambda: self.close(self.recovered), main=True)
        self.stay = self.offer(_("Keep the saved text"), lambda: self.close(self.kept))
        self.passage = self.offer(_("Take this passage"), self.take_passage)

    def give_up(self) -> None:
        self.close(self.saved)

    def take_passage(self) -> None:
        """The passages selected at the right, or the one looked at, come into the saved text."""
        for passage in reversed(self.compare.chosen()):
            self.kept = taking(self.kept, self.recovered, passage)
        self.compare.show(
            Version(_("As saved, with what you took"), "", self.kept), Version(_("As recovered"), "", self.recovered)
        )
        self.stay.configure(text=_("Keep the left text"))
        self.passage.configure(state="normal" if self.compare.passages else "disabled")
