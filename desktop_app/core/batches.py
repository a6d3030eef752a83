"""One act on many articles: each by its own rules and in its own transaction, all of it undone in one step.

Approving and returning are never among these acts: each text is read by a person.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from db import database
from db.models import Article, ArticleAuthor, Review
from desktop_app.core import assigning, audit, reviews, trash
from desktop_app.core.article_rules import NotAllowedNow, StillMissing
from desktop_app.core.articles import ReasonNeeded, cancel_article, submit_article, withdraw_article
from desktop_app.core.errors import UserError
from desktop_app.core.i18n import N_, _
from desktop_app.core.jobs import Cancelled, Progress

SUBMIT, WITHDRAW, CANCEL, TOPIC, AUTHORS, TRASH = "submit", "withdraw", "cancel", "topic", "authors", "trash"
PUT_BACK = ("state", "state_reason", "state_before", "topic_id")
"""What the acts change in an article's own row."""


class ChangedSince(UserError):
    message = N_("It was changed since.")
    hint = N_("Open it and change it by hand.")


class Wish(NamedTuple):
    """What an act needs to know: the topic, the authors, the reason."""

    topic_id: str = ""
    authors: tuple[str, ...] = ()
    reason: str = ""


NO_WISH = Wish()


class Skipped(NamedTuple):
    """An article the act was not done on: ``why`` in a few words, the same for all that share it."""

    id: str
    title: str
    why: str


class Step(NamedTuple):
    """How one article was before the act, and the ``version`` the act left it in."""

    id: str
    title: str
    version: int
    row: dict[str, Any]
    authors: list[tuple[str | None, str, int]]
    review_id: str | None
    entry_id: str


class BatchResult(NamedTuple):
    """What became of each: done, skipped with its reason, or ``left`` because someone stopped. ``steps`` undo it."""

    act: str
    done: list[str]
    skipped: list[Skipped]
    steps: list[Step]
    left: int = 0

    def reasons(self) -> dict[str, list[str]]:
        """The skipped articles' ids by their reason, in the order met."""
        grouped: dict[str, list[str]] = {}
        for one in self.skipped:
            grouped.setdefault(one.why, []).append(one.id)
        return grouped


def run(act: str, ids: Sequence[str], progress: Progress, *, wish: Wish = NO_WISH, by_name: str = "") -> BatchResult:
    """Do ``act`` on each article by its own verb; what its rules refuse is skipped and named, never forced.

    Raises ReasonNeeded before anything is done where the act needs a reason that is not given.
    """
    if act == CANCEL and not wish.reason.strip():
        raise ReasonNeeded
    verb = _verb(act, wish, by_name)
    return _each(act, ids, progress, lambda id_: _done(id_, verb))


def undo(result: BatchResult, progress: Progress, *, by_name: str = "") -> BatchResult:
    """Bring back what the batch changed, exactly as it was; an article that was changed since is left and named."""
    steps = {step.id: step for step in result.steps}
    return _each(result.act, list(steps), progress, lambda id_: _undone(steps[id_], by_name))


def _each(act: str, ids: Sequence[str], progress: Progress, attempt: Callable[[str], Step]) -> BatchResult:
    result = BatchResult(act, [], [], [])
    for place, id_ in enumerate(ids):
        try:
            progress.step(place, len(ids), _title(id_))
        except Cancelled:
            return result._replace(left=len(ids) - place)
        try:
            result.steps.append(attempt(id_))
            result.done.append(id_)
        except UserError as error:
            result.skipped.append(Skipped(id_, _title(id_), _why(error)))
    return result


def _verb(act: str, wish: Wish, by_name: str) -> Callable[[str], str]:
    """The act on one article; it returns the entry of the trash, or nothing."""
    plain: dict[str, Callable[[str], None]] = {
        SUBMIT: lambda id_: submit_article(id_, by_name=by_name),
        WITHDRAW: lambda id_: withdraw_article(id_, by_name=by_name),
        CANCEL: lambda id_: cancel_article(id_, wish.reason, by_name=by_name),
        TOPIC: lambda id_: assigning.give_topic(id_, wish.topic_id, by_name=by_name),
        AUTHORS: lambda id_: assigning.give_authors(id_, wish.authors, by_name=by_name),
    }
    if act == TRASH:
        return lambda id_: trash.put_in(trash.ARTICLE, [id_], by_name=by_name, reason=wish.reason)[0]
    return lambda id_: plain[act](id_) or ""


def _done(article_id: str, verb: Callable[[str], str]) -> Step:
    with database.atomic():
        before = Article.get_or_none(Article.id == article_id, Article.deleted_at.is_null())
        if before is None:
            raise trash.NotThere
        review = reviews.open_review(before)
        authors = [(one.person_id, one.name, one.sort) for one in before.authors]
        entry_id = verb(article_id)
        row = {name: getattr(before, name) for name in PUT_BACK}
        review_id = str(review.id) if review else None
        return Step(article_id, before.title, _version(article_id), row, authors, review_id, entry_id)


def _undone(step: Step, by_name: str) -> Step:
    with database.atomic():
        if _version(step.id) != step.version:
            raise ChangedSince
        if step.entry_id:
            trash.take_back([step.entry_id], by_name=by_name)
            return step
        Article.update(step.row).where(Article.id == step.id).execute()
        _put_authors_back(step)
        _put_review_back(step)
        audit.record("undo batch", "article", step.id, by_name)
        return step


def _put_authors_back(step: Step) -> None:
    ArticleAuthor.delete().where(ArticleAuthor.article == step.id).execute()
    for person_id, name, sort in step.authors:
        ArticleAuthor.create(article=step.id, person=person_id, name=name, sort=sort)


def _put_review_back(step: Step) -> None:
    waiting = reviews.open_review(Article.get_by_id(step.id))
    if (str(waiting.id) if waiting else None) == step.review_id:
        return
    reviews.close_review(Article.get_by_id(step.id))
    Review.update(closed_at=None).where(Review.id == step.review_id).execute()


def _version(article_id: str) -> int:
    found = Article.get_or_none(Article.id == article_id)
    return int(found.version) if found else -1


def _title(article_id: str) -> str:
    found = Article.get_or_none(Article.id == article_id)
    return str(found.title) if found else ""


def _why(error: UserError) -> str:
    """The reason in a few words, without the article's own name."""
    if isinstance(error, NotAllowedNow):
        return _("the state is “{state}”").format(**error.facts)
    if isinstance(error, StillMissing):
        return _("still missing: {missing}").format(**error.facts)
    if isinstance(error, trash.StillUsed):
        return _("published already")
    return _(error.message).format(**error.facts).rstrip(".")
