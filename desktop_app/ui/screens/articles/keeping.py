"""What of the open article is on disk and what not yet: words seconds after they are typed, versions when asked."""

from __future__ import annotations

import tkinter
from collections.abc import Callable
from datetime import datetime

from db.queries import articles as rows
from desktop_app.core import articles
from desktop_app.core.articles import ArticleText, ChangedElsewhere
from desktop_app.core.i18n import _
from desktop_app.core.savepoints import Savepoints
from desktop_app.ui.later import Later
from desktop_app.ui.screens.articles.fields import ArticleFields, Described

LOOK_MS = 50


class Keeping:
    """Options: ``fields`` the sheet, ``article_id()`` (begins the article where it is new), ``by_name()``,
    ``saved(words)`` for the strip below.
    """

    def __init__(
        self,
        owner: tkinter.Misc,
        fields: ArticleFields,
        *,
        article_id: Callable[[], str],
        by_name: Callable[[], str],
        saved: Callable[[str], object],
    ) -> None:
        self._fields, self._article_id, self._by_name, self._saved = fields, article_id, by_name, saved
        self.kept = self._underway = ArticleText()
        self._described = Described()
        self._left_over = ""
        self._savepoints = Savepoints()
        self._look = Later(owner, self._look_after)
        owner.bind("<Destroy>", lambda event: self._savepoints.close() if event.widget is owner else None, "+")

    def begin(self, kept: ArticleText, left_over_of: str = "") -> None:
        """Another article is on the sheet; ``left_over_of`` is its id where unsaved words of it wait for a choice."""
        self.kept = self._underway = kept
        self._described = self._fields.description()
        self._left_over = left_over_of

    @property
    def changed(self) -> bool:
        """Whether there are words on the sheet that no version holds."""
        return self._fields.text() != self.kept

    def keep_unsaved(self) -> None:
        """Words have been typed: send them to the disk. Neither cursor nor focus moves, and nobody waits."""
        text = self._fields.text()
        if text == self._underway:
            return
        self.put_aside()
        self._underway = text
        self._savepoints.keep(self._article_id(), text)
        self._look.start(LOOK_MS)

    def settle(self) -> None:
        """Wait until the words that were sent are on disk. Raises what went wrong."""
        self._look.cancel()
        self._savepoints.wait()

    def _look_after(self) -> None:
        if self._savepoints.busy:
            self._look.start(LOOK_MS)
            return
        self._savepoints.wait()
        self._saved(_("Draft kept {time}").format(time=clock()))

    def put_aside(self) -> None:
        """Words of an earlier day that nobody has chosen about yet must not be overwritten by newer ones."""
        article_id, self._left_over = self._left_over, ""
        if article_id:
            articles.put_unsaved_aside(article_id, by_name=self._by_name())

    def keep_words(self, *, begun: bool) -> None:
        """A new version when words changed; ``begun`` says whether the article is on disk at all.

        Raises ChangedElsewhere; the words are then on disk all the same, but are no version.
        """
        self.settle()
        self.put_aside()
        text = self._fields.text()
        if text != self.kept:
            self._keep_version(text)
        elif begun:
            articles.drop_savepoint(self._article_id())
        self.kept = self._underway = text

    def _keep_version(self, text: ArticleText) -> None:
        try:
            articles.save_article(self._article_id(), text, by_name=self._by_name(), based_on=self.kept)
        except ChangedElsewhere:
            articles.keep_savepoint(self._article_id(), text)
            raise

    def describe(self) -> None:
        """Keep topic, day and authors as soon as they are chosen."""
        described = self._fields.description()
        if described != self._described:
            news = self._with_others(described)
            articles.describe_article(self._article_id(), **news._asdict(), by_name=self._by_name())
            self._described = described
            self._saved(_("Saved {time}").format(time=clock()))
            self.follow()

    def _with_others(self, described: Described) -> Described:
        """Only what was chosen here is new; the rest stays as another PC may have made it meanwhile."""
        there = described_in(self._article_id())
        both = zip(described, self._described, there, strict=True)
        return Described._make(others if mine == before else mine for mine, before, others in both)

    def follow(self) -> None:
        """Show topic, day and authors as another PC made them, unless something of them is being changed here."""
        there = described_in(self._article_id())
        if there != self._described == self._fields.description() and not self._fields.being_described:
            self._fields.describe(there)
            self._described = self._fields.description()


def described_in(article_id: str) -> Described:
    """What the records say of an article just now; nothing where it is not there any more."""
    article = rows.article(article_id)
    return Described(article.topic_id, article.event_date, article.authors) if article else Described()


def clock() -> str:
    """The time of day, as the strip below tells it."""
    return f"{datetime.now():%H:%M}"
