"""Two articles that tell the same, side by side, what differs marked: a person sees which one to go on with."""

from __future__ import annotations

import tkinter

from db.queries import articles as rows
from desktop_app.core.article_rules import STATE_WORDS
from desktop_app.core.articles import ArticleText
from desktop_app.core.i18n import _
from desktop_app.ui.screens.articles.compare import CompareDialog, Version


class BothDialog(CompareDialog):
    """Answers the id of the article to open, or None. The one that was there before stands at the left."""

    def __init__(self, parent: tkinter.Misc, article_id: str, other_id: str) -> None:
        super().__init__(
            parent,
            _("Two articles that tell the same"),
            _version(_("There before"), other_id),
            _version(_("Taken in just now"), article_id),
        )
        self.shut = self.offer(_("Close"), self.close, main=True)
        self.new = self.offer(_("Open the new one"), lambda: self.close(article_id))
        self.earlier = self.offer(_("Open the one there before"), lambda: self.close(other_id))


def _version(title: str, article_id: str) -> Version:
    one = rows.article(article_id)
    if one is None:
        return Version(title, "", ArticleText())
    return Version(title, _(STATE_WORDS[one.state]), ArticleText(one.title, one.lead, one.body))
