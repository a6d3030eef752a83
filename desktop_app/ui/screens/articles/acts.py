"""The acts of an article's buttons: each asks what it must, calls one verb of the core and says what was done."""

from __future__ import annotations

import tkinter
from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from db.queries import articles as rows
from db.queries import delegations, plans
from db.queries.articles import ArticleWhole, DistributionRow
from db.queries.delegations import Decider
from desktop_app.core import approvals, articles, distributions
from desktop_app.core.errors import UserError
from desktop_app.core.home import Home
from desktop_app.core.i18n import N_, _
from desktop_app.core.school import NobodyCanApprove
from desktop_app.ui.dialogs import Choice, Dialogs
from desktop_app.ui.screens.articles.publish import Publication, PublishDialog
from desktop_app.ui.screens.articles.review import ReturnDialog, Returned
from desktop_app.ui.widgets.toast import Toast


class NoChannels(UserError):
    message = N_("No channel is known yet.")
    hint = N_("The plan names the channels; import it, or add one in Settings.")


class Desk(NamedTuple):
    """What every act needs of the screen: its dialogs, its line at the foot, the folder, who sits there."""

    home: Home
    dialogs: Dialogs
    toast: Toast
    by_name: Callable[[], str]


class ArticleActs:
    """Options: ``keep()`` saves what is typed and gives the article as it is then; ``done()`` shows it anew."""

    def __init__(
        self, parent: tkinter.Misc, desk: Desk, *, keep: Callable[[], ArticleWhole], done: Callable[[], object]
    ) -> None:
        self._parent, self._desk, self._keep, self._done = parent, desk, keep, done
        self._acts: dict[str, Callable[[ArticleWhole], str]] = {
            "submit": self._submit,
            "withdraw": self._withdraw,
            "approve": self._approve,
            "return": self._return,
            "publish": self._publish,
            "cancel": self._cancel,
            "reopen": self._reopen,
        }

    def press(self, act: str) -> None:
        """Save what is typed, do the act, say so. An error becomes words and changes nothing."""
        try:
            said = self._acts[act](self._keep())
        except UserError as error:
            self._desk.dialogs.show_error(error)
            said = ""
        self._done()
        if said:
            self._desk.toast.say(said)

    def prove(self, place: DistributionRow) -> None:
        """Ask for the evidence of a publication that has none."""

        def record(given: Publication) -> bool:
            return self._attempt(lambda: self._keep_evidence(place.id, given))

        self._ask_publication(record, place)
        self._done()

    # ------------------------------------------------------------ one act each; what it says, or nothing if given up

    def _submit(self, article: ArticleWhole) -> str:
        articles.submit_article(article.id, by_name=self._desk.by_name())
        return _("Sent for approval")

    def _withdraw(self, article: ArticleWhole) -> str:
        articles.withdraw_article(article.id, by_name=self._desk.by_name())
        return _("Taken back; write on")

    def _approve(self, article: ArticleWhole) -> str:
        person = self._decider()
        if person is None or not self._sure(article, person):
            return ""
        approvals.approve(
            article.id, person_id=person.id, revision_id=article.revision_id, recorded_by=self._desk.by_name()
        )
        return _("Approved by {name}").format(name=person.name)

    def _sure(self, article: ArticleWhole, person: Decider) -> bool:
        return self._desk.dialogs.confirm(
            _("Does {name} approve “{title}”?").format(name=person.name, title=article.title),
            _("The approval is for exactly this text, version {number}.").format(number=article.revision),
            yes=_("Approve"),
        )

    def _return(self, article: ArticleWhole) -> str:
        answer = ReturnDialog(self._parent, article.title, _deciders()).run()
        if not isinstance(answer, Returned):
            return ""
        approvals.return_article(
            article.id,
            person_id=answer.person_id,
            reasons=answer.reasons,
            comment=answer.comment,
            revision_id=article.revision_id,
            recorded_by=self._desk.by_name(),
        )
        return _("Returned with its reasons")

    def _publish(self, article: ArticleWhole) -> str:
        kept = self._ask_publication(lambda given: self._attempt(lambda: self._distribute(article.id, given)))
        return _("The publication is written down") if kept else ""

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

    # ------------------------------------------------------------ inside

    def _decider(self) -> Decider | None:
        deciders = _deciders()
        if len(deciders) == 1:
            return deciders[0]
        choices = [Choice(person.id, person.name) for person in deciders]
        chosen = self._desk.dialogs.ask(_("Who decides?"), choices)
        return next((person for person in deciders if person.id == chosen), None)

    def _ask_publication(self, record: Callable[[Publication], bool], proving: DistributionRow | None = None) -> bool:
        known = plans.channels()
        if not known:
            raise NoChannels
        dialog = PublishDialog(self._parent, known, dialogs=self._desk.dialogs, record=record, proving=proving)
        return dialog.run() is True

    def _distribute(self, article_id: str, given: Publication) -> None:
        by_name = self._desk.by_name()
        self._keep_evidence(distributions.distribute(article_id, given.channel_id, given.day, by_name=by_name), given)

    def _keep_evidence(self, place_id: str, given: Publication) -> None:
        if given.url:
            distributions.prove_with_address(place_id, given.url, by_name=self._desk.by_name())
        if given.file is not None:
            distributions.prove_with_file(
                self._desk.home, place_id, given.file, given.evidence, by_name=self._desk.by_name()
            )

    def _attempt(self, verb: Callable[[], object]) -> bool:
        try:
            verb()
        except UserError as error:
            self._desk.dialogs.show_error(error)
            return False
        return True


def _deciders() -> list[Decider]:
    """Who may approve today. Raises NobodyCanApprove."""
    deciders = delegations.deciders(date.today())
    if not deciders:
        raise NobodyCanApprove
    return deciders


def article_shown(article_id: str) -> ArticleWhole:
    """The article, or NoSuchArticle."""
    article = rows.article(article_id)
    if article is None:
        raise articles.NoSuchArticle(id=article_id)
    return article
