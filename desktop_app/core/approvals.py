"""The principal's word: approve or return exactly the text that was read, in the app or on paper."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, time

from db import database
from db.fields import now
from db.models import Article, Decision, Person, Review
from db.text import nfc
from desktop_app.core import article_rules, audit, school
from desktop_app.core.articles import ReasonNeeded, article_of, close_review, open_review
from desktop_app.core.errors import UserError
from desktop_app.core.i18n import N_
from desktop_app.core.periods import short_date

NOON = time(5)
"""Noon in Vietnam as UTC: a day on a paper has no hour, and noon is that day in every zone of ours."""


class DecidedInFuture(UserError):
    message = N_("{day} has not come yet, so nothing can have been decided on it.")
    hint = N_("Write the day that stands beside the signature.")


class MayNotApprove(UserError):
    message = N_("{name} may not approve articles.")
    hint = N_("Only the principal, or someone the principal has named for these days, approves.")


class TextHasChanged(UserError):
    message = N_("The text was changed after it was opened for reading.")
    hint = N_("Open it again, read the new text and decide then.")


def approve(
    article_id: str,
    *,
    person_id: str,
    revision_id: str | None = None,
    mode: str = "app",
    recorded_by: str = "",
    scan_sha256: str = "",
    comment: str = "",
    decided_on: date | None = None,
) -> None:
    """Approve the text in review. ``revision_id`` is the text that was on screen: another one is never approved.

    ``decided_on`` is the day on the paper, for a decision written down later.
    Raises MayNotApprove, TextHasChanged, NotAllowedNow or DecidedInFuture.
    """
    _decide(
        "approve", "approved", article_id, person_id, revision_id,
        mode=mode, recorded_by_name=recorded_by, scan_sha256=scan_sha256, comment=nfc(comment),
        at=_moment(decided_on),
    )  # fmt: skip


def return_article(
    article_id: str,
    *,
    person_id: str,
    reasons: Sequence[str],
    comment: str = "",
    revision_id: str | None = None,
    mode: str = "app",
    recorded_by: str = "",
) -> None:
    """Give the text back with reasons (codes of article_rules.RETURN_REASONS) or words. Raises ReasonNeeded."""
    if not reasons and not comment.strip():
        raise ReasonNeeded
    _decide(
        "return", "returned", article_id, person_id, revision_id,
        mode=mode, recorded_by_name=recorded_by, reason_codes=list(reasons), comment=nfc(comment), at=now(),
    )  # fmt: skip


def _moment(day: date | None) -> datetime:
    if day is None:
        return now()
    if day > date.today():
        raise DecidedInFuture(day=short_date(day))
    return datetime.combine(day, NOON, tzinfo=UTC)


def _decide(act: str, verdict: str, article_id: str, person_id: str, revision_id: str | None, **facts: object) -> None:
    article = article_of(article_id)
    state = article_rules.next_state(act, article.state)
    person = _approver(person_id)
    review = _review_of(article, revision_id)
    with database.atomic():
        Decision.create(
            article=article,
            revision=review.revision,
            verdict=verdict,
            decided_by=person,
            decided_by_name=person.name,
            self_approved=any(author.name == person.name for author in article.authors),
            **facts,
        )
        close_review(article)
        article.state = state
        article.save()
        audit.record(f"{act} article", "article", article_id, person.name, revision=review.revision.number)


def _approver(person_id: str) -> Person:
    person = Person.get_by_id(person_id)
    if not school.may(person_id, school.APPROVE, date.today()):
        raise MayNotApprove(name=person.name)
    return person


def _review_of(article: Article, revision_id: str | None) -> Review:
    review = open_review(article)
    if review is None or (revision_id is not None and str(review.revision_id) != revision_id):
        raise TextHasChanged
    return review
