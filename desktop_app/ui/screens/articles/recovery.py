"""Words that were typed but never saved, beside the saved ones: a person chooses, the other stays as a version."""

from __future__ import annotations

import tkinter

from desktop_app.core.articles import ArticleText
from desktop_app.core.i18n import N_, _
from desktop_app.ui.screens.articles.compare import CompareDialog, Version
from desktop_app.ui.screens.articles.passages import taking


class RecoveryDialog(CompareDialog):
    """Answers the text to go on with. Esc keeps the saved one: nothing is lost either way."""

    title_words = N_("The last time some words were not saved")
    line_words = N_("They were kept every few seconds. Choose one; the other stays among the older versions.")
    left_words, right_words = N_("As saved"), N_("As recovered")
    mixed_words = N_("As saved, with what you took")
    take_words, stay_words = N_("Take the recovered text"), N_("Keep the saved text")

    def __init__(self, parent: tkinter.Misc, saved: ArticleText, recovered: ArticleText, note: str = "") -> None:
        self.saved, self.recovered, self.kept = saved, recovered, saved
        left = Version(_(self.left_words), note, saved)
        super().__init__(parent, _(self.title_words), left, self._right(), line=_(self.line_words))
        self.take = self.offer(_(self.take_words), lambda: self.close(self.recovered), main=True)
        self.stay = self.offer(_(self.stay_words), lambda: self.close(self.kept))
        self.passage = self.offer(_("Take this passage"), self.take_passage)

    def _right(self) -> Version:
        return Version(_(self.right_words), "", self.recovered)

    def give_up(self) -> None:
        self.close(self.saved)

    def take_passage(self) -> None:
        """The passages selected at the right, or the one looked at, come into the saved text."""
        for passage in reversed(self.compare.chosen()):
            self.kept = taking(self.kept, self.recovered, passage)
        self.compare.show(Version(_(self.mixed_words), "", self.kept), self._right())
        self.stay.configure(text=_("Keep the left text"))
        self.passage.configure(state="normal" if self.compare.passages else "disabled")
