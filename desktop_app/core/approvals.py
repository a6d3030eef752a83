"""The principal's word: approve or return exactly the text that was read, in the app by PIN or on paper."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from typing import NamedTuple

from db import database
from db.fields import now
from db.models import Article, Decision, Person, Review, Revision
from db.text import nfc
from desktop_app.core import article_rules, audit, pins, school
from desktop_app.core.articles import ReasonNeeded, article_facts, article_of
from desktop_app.core.errors import UserError
from desktop_app.core.i18n import N_
from desktop_app.core.papers import KeptPaper
from desktop_app.core.periods import short_date
from desktop_app.core.reviews import close_review, open_review, read_code

NOON = time(5)
"""Noon in Vietnam as UTC: a day on a paper has no hour, and noon is that day in every zone of ours."""

APPROVED, RETURNED = "approved", "returned"
ACTS = {APPROVED: "approve", RETURNED: "return"}
"""Each verdict and the act of the rules it is."""


class DecidedInFuture(UserError):
    message = N_("{day} has not come yet, so nothing can have been decided on it.")
    hint = N_("Write the day that stands beside the signature.")


class MayNotApprove(UserError):
    message = N_("{name} may not approve articles.")
    hint = N_("Only the principal, or someone the principal has named for these days, approves.")


class OwnArticle(UserError):
    message = N_("{name} wrote this article and cannot approve it.")
    hint = N_("Only the principal may decide about a text of one's own; it is marked then.")


class TextHasChanged(UserError):
    message = N_("The text was changed after it was opened for reading.")
    hint = N_("Open it again, read the new text and decide then.")


class NoSuchSlip(UserError):
    message = N_("No slip has the code {code}.")
    hint = N_("The code is the six large signs beside the title; look at them again.")


class SlipUsed(UserError):
    message = N_("{name} has decided about this text already.")
    hint = N_("One text is decided once; if the author sends it again, print a new slip.")


class Verdict(NamedTuple):
    """What was said: yes, or no with reasons (codes of article_rules.RETURN_REASONS) and words."""

    verdict: str
    reasons: tuple[str, ...] = ()
    comment: str = ""


def approve(
    article_id: str,
    *,
    person_id: str,
    pin: str = "",
    revision_id: str | None = None,
    recorded_by: str = "",
    comment: str = "",
) -> None:
    """Approve the text in review. ``revision_id`` is the text that was on screen: another one is never approved.

    Raises PinNeeded, WrongPin or PinMustWait where the person has a PIN; MayNotApprove, OwnArticle, TextHasChanged,
    NotAllowedNow.
    """
    _decide_here(article_id, person_id, pin, revision_id, Verdict(APPROVED, (), comment), recorded_by)


def return_article(
    article_id: str,
    *,
    person_id: str,
    reasons: Sequence[str],
    comment: str = "",
    pin: str = "",
    revision_id: str | None = None,
    recorded_by: str = "",
) -> None:
    """Give the text back with reasons (codes of article_rules.RETURN_REASONS) or words. Raises ReasonNeeded and as
    ``approve``."""
    _decide_here(article_id, person_id, pin, revision_id, Verdict(RETURNED, tuple(reasons), comment), recorded_by)


def _decide_here(
    article_id: str, person_id: str, pin: str, revision_id: str | None, said: Verdict, recorded_by: str
) -> None:
    _refuse_empty_return(said)
    person = _approver(person_id, date.today())
    if person.pin_hash:
        pins.check_pin(person_id, pin)
    with database.atomic():
        article = article_of(article_id)
        article_rules.require(ACTS[said.verdict], article_facts(article))
        review = open_review(article)
        if review is None or (revision_id is not None and str(review.revision_id) != revision_id):
            raise TextHasChanged
        _keep(article, review.revision, person, said, recorded_by_name=recorded_by, at=now())


# ---------------------------------------------------------------- on paper


class SlipMeant(NamedTuple):
    """The text a slip names. ``is_head``: nothing newer was written; ``moves``: a decision moves the article."""

    review: Review
    is_head: bool
    moves: bool


def slip_of(code: str) -> SlipMeant:
    """What the slip with this code is about, also when the text was changed since. Raises NoSuchSlip."""
    wanted = read_code(code)
    review = Review.get_or_none(Review.code == wanted) if wanted else None
    if review is None:
        raise NoSuchSlip(code=code.strip())
    article, revision_id = review.article, str(review.revision_id)
    waiting = open_review(article)
    moves = waiting is not None and str(waiting.revision_id) == revision_id
    return SlipMeant(review, article.head_revision_id == revision_id, moves)


def record_paper(
    code: str,
    said: Verdict,
    *,
    person_id: str,
    decided_on: date,
    scan: KeptPaper,
    recorded_by: str,
) -> bool:
    """Write down what was decided on a printed slip; its scan and both names are kept.

    The decision is for the text on the paper. Says whether it moved the article: it does only while exactly that
    text is in review. Raises NoSuchSlip, SlipUsed, DecidedInFuture, ReasonNeeded, MayNotApprove, OwnArticle.
    """
    _refuse_empty_return(said)
    if decided_on > date.today():
        raise DecidedInFuture(day=short_date(decided_on))
    person = _approver(person_id, decided_on)
    with database.atomic():
        review, _is_head, moves = slip_of(code)
        _refuse_used(review)
        _keep(
            review.article,
            review.revision,
            person,
            said,
            moves=moves,
            mode="paper",
            recorded_by_name=recorded_by,
            scan_sha256=scan.sha256,
            at=datetime.combine(decided_on, NOON, tzinfo=UTC),
        )
    return moves


def _refuse_used(review: Review) -> None:
    made = Decision.select().where(Decision.revision == review.revision, Decision.created_at >= review.opened_at)
    decided = made.first()
    if decided is not None:
        raise SlipUsed(name=decided.decided_by_name)


# ---------------------------------------------------------------- inside


def _refuse_empty_return(said: Verdict) -> None:
    if said.verdict == RETURNED and not said.reasons and not said.comment.strip():
        raise ReasonNeeded


def _approver(person_id: str, day: date) -> Person:
    person = Person.get_by_id(person_id)
    if not (school.may(person_id, school.APPROVE, day) or school.may(person_id, school.APPROVE, date.today())):
        raise MayNotApprove(name=person.name)
    return person


def _keep(
    article: Article, revision: Revision, person: Person, said: Verdict, *, moves: bool = True, **facts: object
) -> None:
    """The decision itself, and where it leads; call it inside a transaction."""
    act = ACTS[said.verdict]
    own = _wrote(person, article)
    if own and act == "approve" and not school.leads(str(person.id), date.today()):
        raise OwnArticle(name=person.name)
    Decision.create(
        article=article,
        revision=revision,
        verdict=said.verdict,
        decided_by=person,
        decided_by_name=person.name,
        self_approved=own and act == "approve",
        reason_codes=list(said.reasons),
        comment=nfc(said.comment.strip()),
        **facts,
    )
    if moves:
        close_review(article)
        article.state = article_rules.next_state(act, article.state)
        article.save()
    audit.record(f"{act} article", "article", article.id, person.name, revision=revision.number, moved=moves)


def _wrote(person: Person, article: Article) -> bool:
    """Whether the person is among the authors, by the record or by the name as it is written."""
    name = nfc(person.name).casefold()
    return any(author.person_id == str(person.id) or nfc(author.name).casefold() == name for author in article.authors)
