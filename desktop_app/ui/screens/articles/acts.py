"""The acts of an article's buttons: each asks what it must, calls one verb of the core and says what was done."""

from __future__ import annotations

import tkinter
from collections.abc import Callable

from db.queries import articles as rows
from db.queries.articles import ArticleWhole, DistributionRow
from desktop_app.core import articles
from desktop_app.core.errors import UserError
from desktop_app.core.i18n import _
from desktop_app.ui.screens.articles.deciding import TextRead, approve, give_back
from desktop_app.ui.screens.articles.told_before import goes_on_all_the_same
from desktop_app.ui.screens.desk import Desk


class ArticleActs:
    """Options: ``keep()`` saves what is typed and gives the article as it is then; ``done()`` shows it anew."""

    def __init__(
        self, parent: tkinter.Misc, desk: Desk, *, keep: Callable[[], ArticleWhole], done: Callable[[], object]
    ) -> None:
        self._parent, self._desk, self._keep, self._done = parent, desk, keep, done
        self._acts: dict[str, Callable[[ArticleWhole], str]] = {
            "submit": self._submit,
            "withdraw": self._withdraw,
            "approve": lambda article: approve(parent, _read(article), desk.by_name),
            "return": lambda article: give_back(parent, _read(article), desk.by_name),
            "cancel": self._cancel,
            "reopen": self._reopen,
        }

    def press(self, act: str) -> None:
        """Save what is typed, do the act, say so. An error becomes words and changes nothing."""
        try:
            article = self._keep()
            if act == "publish":
                self._desk.show("publish", article_id=article.id)
                return
            said = self._acts[act](article)
        except UserError as error:
            self._desk.dialogs.show_error(error)
            said = ""
        self._done()
        if said:
            self._desk.toast.say(said)

    def prove(self, _place: DistributionRow) -> None:
        """Evidence is given where the article's publications are."""
        self.press("publish")

    # ------------------------------------------------------------ one act each; what it says, or nothing if given up

    def _submit(self, article: ArticleWhole) -> str:
        missing = articles.refusal("submit", article.id)
        if not missing and not goes_on_all_the_same(self._parent, article.id, self._desk.dialogs):
            return ""
        note = "" if missing else self._word_to_the_principal(article)
        if note is None:
            return ""
        articles.submit_article(article.id, note=note, by_name=self._desk.by_name())
        return _("Sent for approval")

    def _word_to_the_principal(self, article: ArticleWhole) -> str | None:
        question = _("A word to go with “{title}”?").format(title=article.title)
        hint = _("It stands beside the text, for whoever approves. It may stay empty.")
        return self._desk.dialogs.ask_text(question, hint=hint, yes=_("Send for approval"))

    def _withdraw(self, article: ArticleWhole) -> str:
        articles.withdraw_article(article.id, by_name=self._desk.by_name())
        return _("Taken back; write on")

    def _cancel(self, article: ArticleWhole) -> str:
        question = _("Why is “{title}” cancelled?").format(title=article.title or _("Untitled"))
        reason = self._desk.dialogs.ask_text(question, yes=_("Cancel the article"))
        if reason is None:
            return ""
        articles.cancel_article(article.id, reason, by_name=self._desk.by_name())
        return _("Cancelled; it can be reopened")

    def _reopen(self, article: ArticleWhole) -> str:
        articles.reopen_article(article.id, by_name=self._desk.by_name())
        return _("Back on the desk")


def _read(article: ArticleWhole) -> TextRead:
    return TextRead(article.id, article.title, article.revision_id, article.revision)


def article_shown(article_id: str) -> ArticleWhole:
    """The article, or NoSuchArticle."""
    article = rows.article(article_id)
    if article is None:
        raise articles.NoSuchArticle(id=article_id)
    return article
