"""An article that tells what another told before: said in a line, shown side by side, asked about before it is sent."""

from __future__ import annotations

import tkinter

from db.queries import articles as rows
from desktop_app.core.article_rules import STATE_WORDS
from desktop_app.core.articles import ArticleText
from desktop_app.core.i18n import _
from desktop_app.core.near_duplicates import Alike, alike
from desktop_app.core.periods import short_date
from desktop_app.ui.dialogs import Choice, Dialogs
from desktop_app.ui.screens.articles.compare import CompareDialog, Version
from desktop_app.ui.screens.articles.words import row_title
from desktop_app.ui.words import percent


def alike_words(other: Alike) -> str:
    """92 % like “Ngày hội đọc sách”."""
    return _("{share} like “{title}”").format(share=percent(other.likeness), title=row_title(other.title))


def alike_note(other: Alike) -> str:
    """What is known of the article that told it before: its state and its day."""
    return f"{_(STATE_WORDS[other.state])}, {short_date(other.when)}"


class BothDialog(CompareDialog):
    """Answers the id of the article to open, or None. The one that was there before stands at the left.

    ``only_read`` leaves out the buttons that open one.
    """

    def __init__(self, parent: tkinter.Misc, article_id: str, other_id: str, *, only_read: bool = False) -> None:
        super().__init__(
            parent,
            _("Two articles that tell the same"),
            _version(_("There before"), other_id),
            _version(_("The newer one"), article_id),
        )
        self.shut = self.offer(_("Close"), self.close, main=True)
        if only_read:
            return
        self.newer = self.offer(_("Open the newer one"), lambda: self.close(article_id))
        self.earlier = self.offer(_("Open the one there before"), lambda: self.close(other_id))


def _version(title: str, article_id: str) -> Version:
    one = rows.article(article_id)
    if one is None:
        return Version(title, "", ArticleText())
    return Version(title, _(STATE_WORDS[one.state]), ArticleText(one.title, one.lead, one.body))


def goes_on_all_the_same(parent: tkinter.Misc, article_id: str, dialogs: Dialogs) -> bool:
    """Ask before an article is sent that tells what another told; True where there is none, or it is meant so."""
    found = [other for other in alike(article_id) if other.state not in ("cancelled", "taken_down")]
    while found:
        answer = dialogs.ask(
            alike_words(found[0]),
            [Choice("both", _("See both")), Choice("send", _("Send it all the same"))],
            hint=_("Perhaps it was handed in twice: {state}.").format(state=alike_note(found[0])),
        )
        if answer != "both":
            return answer == "send"
        BothDialog(parent, article_id, found[0].article_id, only_read=True).run()
    return True
