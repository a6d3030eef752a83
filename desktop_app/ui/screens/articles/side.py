"""Beside the sheet: where the article stands, what was said about it, every version it had; a page each."""

from __future__ import annotations

import tkinter
from collections.abc import Callable, Sequence

import ttkbootstrap as ttk

from db.queries import revisions as kept
from db.queries.articles import DecisionRow, DistributionRow
from desktop_app.core.article_rules import Requirement
from desktop_app.core.articles import ArticleText
from desktop_app.core.i18n import _
from desktop_app.ui.screens.articles import words as article_words
from desktop_app.ui.screens.articles.comments import CommentsPage
from desktop_app.ui.screens.articles.history import HistoryPage
from desktop_app.ui.screens.articles.standing import Press, Standing
from desktop_app.ui.screens.desk import Desk
from desktop_app.ui.theme import INSIDE, px
from desktop_app.ui.widgets.rich_text import RichText
from desktop_app.ui.widgets.tabs import Tab, Tabs

WIDTH, NARROWEST = 352, 300
STANDING, COMMENTS, HISTORY = "standing", "comments", "history"


class ArticleSide(ttk.Frame):
    """Options: ``press(act)``, ``go(field)`` for the list's links, ``prove(publication)`` for missing evidence,
    ``sheet`` the body that is commented on, ``article_id()`` begins a new one, ``text()`` the words on the sheet,
    ``keep()`` saves them, ``restored()`` after another version became the text.
    """

    def __init__(
        self,
        parent: tkinter.Misc,
        *,
        desk: Desk,
        press: Press,
        go: Callable[[str], object],
        prove: Callable[[DistributionRow], object],
        sheet: RichText,
        article_id: Callable[[], str],
        text: Callable[[], ArticleText],
        keep: Callable[[], object],
        restored: Callable[[], object],
    ) -> None:
        super().__init__(parent)
        self._article_id = ""
        self.tabs = Tabs(self, changed=self._turn)
        self.tabs.pack(fill="x", pady=(0, px(INSIDE)))
        self.standing = Standing(self, press=press, go=go, prove=prove)
        self.comments = CommentsPage(self, desk=desk, sheet=sheet, article_id=article_id, changed=self._count)
        self.history = HistoryPage(self, desk=desk, text=text, keep=keep, restored=restored)
        self.pages = {STANDING: self.standing, COMMENTS: self.comments, HISTORY: self.history}
        self.way, self.pinned = self.standing.way, self.standing.pinned
        self.checklist, self.places = self.standing.checklist, self.standing.places
        self._count()
        self._turn(STANDING)
        self.give_room(narrow=False)

    def give_room(self, *, narrow: bool) -> None:
        """Take less of a window that has little."""
        for page in self.pages.values():
            page.canvas.configure(width=px((NARROWEST if narrow else WIDTH) + INSIDE))

    def to_top(self) -> None:
        """Another article: back to where it stands, from the top."""
        self.tabs.choose(STANDING)
        self.comments.forget()
        for page in self.pages.values():
            page.to_top()

    def show(
        self,
        article_id: str,
        state: str,
        requirements: Sequence[Requirement],
        decisions: Sequence[DecisionRow],
        places: Sequence[DistributionRow],
    ) -> None:
        """Everything that is known of an article beside its words."""
        self._article_id = article_id
        self.standing.show(state, requirements, decisions, places)
        self.comments.show(article_id)
        self.history.writable = article_words.may_write(state)
        if self.tabs.chosen == HISTORY:
            self.history.show(article_id)
        self._count()

    def comment(self) -> None:
        """Ctrl+Alt+M: say something about the passage that is selected."""
        self.tabs.choose(COMMENTS)
        self.comments.begin()

    # ------------------------------------------------------------ inside

    def _turn(self, name: str) -> None:
        for page in self.pages.values():
            page.pack_forget()
        if name == HISTORY:
            self.history.show(self._article_id)
        self.pages[name].pack(fill="both", expand=True)

    def _count(self) -> None:
        """Passages with open comments, and versions, on their tabs."""
        self.tabs.show(
            [
                Tab(STANDING, _("State")),
                Tab(COMMENTS, _("Comments"), self.comments.open_ones or None),
                Tab(HISTORY, _("History"), kept.revision_count(self._article_id) or None),
            ]
        )
