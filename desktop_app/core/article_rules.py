"""What may happen to an article and what is still missing: one set of rules behind every button and command."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from desktop_app.core.errors import UserError
from desktop_app.core.i18n import N_, _

WRITING = "writing"
IN_REVIEW = "in_review"
NEEDS_CHANGES = "needs_changes"
APPROVED = "approved"
PUBLISHED = "published"
"""Approved and out on a channel: never kept as a state, always derived (see ``standing``)."""
TAKEN_DOWN = "taken_down"
CANCELLED = "cancelled"

PUT_AWAY = (TAKEN_DOWN, CANCELLED)
"""Out of use: nothing goes out any more."""

STATE_WORDS = {
    WRITING: N_("Writing"),
    IN_REVIEW: N_("In review"),
    NEEDS_CHANGES: N_("Needs changes"),
    APPROVED: N_("Approved"),
    PUBLISHED: N_("Published"),
    TAKEN_DOWN: N_("Taken down"),
    CANCELLED: N_("Cancelled"),
}

# Acts and where they lead from each state (domain rules: an edit after approval asks for approval anew).
MOVES = {
    "edit": {
        WRITING: WRITING,
        NEEDS_CHANGES: WRITING,
        IN_REVIEW: IN_REVIEW,
        APPROVED: IN_REVIEW,
        PUBLISHED: IN_REVIEW,
    },
    "submit": {WRITING: IN_REVIEW, NEEDS_CHANGES: IN_REVIEW},
    "withdraw": {IN_REVIEW: WRITING},
    "approve": {IN_REVIEW: APPROVED},
    "return": {IN_REVIEW: NEEDS_CHANGES},
    "distribute": {APPROVED: APPROVED, PUBLISHED: APPROVED},
    "take_down": {
        APPROVED: TAKEN_DOWN,
        PUBLISHED: TAKEN_DOWN,
        IN_REVIEW: TAKEN_DOWN,
        NEEDS_CHANGES: TAKEN_DOWN,
        WRITING: TAKEN_DOWN,
    },
    "cancel": {WRITING: CANCELLED, NEEDS_CHANGES: CANCELLED, IN_REVIEW: CANCELLED, APPROVED: CANCELLED},
    "reopen": {CANCELLED: WRITING},
}

# What must be so before an act: the line a person reads where it is not.
WANTED = {
    "edit": N_("It was not put away"),
    "submit": N_("It is on the desk, not sent yet"),
    "withdraw": N_("It waits for approval"),
    "approve": N_("It waits for approval"),
    "return": N_("It waits for approval"),
    "distribute": N_("Its newest text is approved"),
    "take_down": N_("It is out on a channel"),
    "cancel": N_("It is neither out nor put away"),
    "reopen": N_("It was cancelled"),
}

RETURN_REASONS = {
    "photos": N_("Photos are missing"),
    "facts": N_("A name or a figure is wrong"),
    "title": N_("The title should change"),
    "spelling": N_("Spelling"),
    "consent": N_("Consent is missing"),
    "other": N_("Something else"),
}

SHORT_BODY_WORDS = 100


class NotAllowedNow(UserError):
    message = N_("This cannot be done while the article is “{state}”.")
    hint = N_("Look at the state beside the article: it says what comes next.")


class StillMissing(UserError):
    message = N_("The article cannot be sent for approval yet: {missing}.")
    hint = N_("Fill in what is missing; each line of the list leads to its field.")


class ArticleFacts(NamedTuple):
    """What the rules need to know of an article."""

    state: str
    title: str
    has_topic: bool
    words: int
    photos: int
    photos_without_caption: int
    has_event_date: bool
    authors: int
    published: bool = False
    questions_left: int = 0


class Requirement(NamedTuple):
    """One line of the checklist before sending: whether it is met, whether it blocks, which field it is about."""

    field: str
    text: str
    met: bool
    blocks: bool


def next_state(act: str, state: str) -> str:
    """Where ``act`` leads from ``state``. Raises NotAllowedNow."""
    try:
        return MOVES[act][state]
    except KeyError:
        raise NotAllowedNow(state=_(STATE_WORDS.get(state, state))) from None


def can(act: str, state: str) -> bool:
    """Whether ``act`` is possible in ``state``."""
    return state in MOVES[act]


def standing(state: str, published: bool) -> str:
    """The state a person is shown: an approved article that is out is published."""
    return PUBLISHED if state == APPROVED and published else state


def refusal(act: str, article: ArticleFacts) -> list[Requirement]:
    """What stands in the way of ``act`` now, each line with its field; nothing when it may be done.

    Greyed buttons, batch acts, the command line and the verbs themselves all ask here.
    """
    lines = [] if _fits(act, article) else [Requirement("state", WANTED[act], False, True)]
    return [*lines, *(blocking(requirements(article)) if act == "submit" else [])]


def _fits(act: str, article: ArticleFacts) -> bool:
    if act in ("cancel", "take_down") and article.published != (act == "take_down"):
        return False  # what is out is taken down; what never was is cancelled
    return can(act, standing(article.state, article.published))


def require(act: str, article: ArticleFacts) -> str:
    """Where ``act`` leads. Raises NotAllowedNow by the state, StillMissing with the list."""
    missing = refusal(act, article)
    if any(line.field == "state" for line in missing):
        raise NotAllowedNow(state=_(STATE_WORDS[standing(article.state, article.published)]))
    if missing:
        raise StillMissing(missing="; ".join(_(line.text).lower() for line in missing))
    return MOVES[act][standing(article.state, article.published)]


def desk_state(state: str) -> str:
    """Where an article put away in ``state`` comes back to: its closed review is not opened anew."""
    return WRITING if state == IN_REVIEW else state


def requirements(article: ArticleFacts) -> list[Requirement]:
    """Everything looked at before an article is sent for approval, met or not."""
    unanswered = Requirement("body", N_("The questions of the template are answered"), False, True)
    return [
        Requirement("title", N_("It has a title"), bool(article.title.strip()), True),
        Requirement("topic", N_("A topic of the plan is chosen"), article.has_topic, True),
        Requirement("body", N_("The text is written"), article.words > 0, True),
        *([unanswered] if article.questions_left else []),  # most articles never saw a template
        Requirement("photos", N_("Every photo has a caption"), article.photos_without_caption == 0, True),
        Requirement("body", N_("The text has at least 100 words"), article.words >= SHORT_BODY_WORDS, False),
        Requirement("event_date", N_("The day of the event is given"), article.has_event_date, False),
        Requirement("authors", N_("The author is named"), article.authors > 0, False),
        Requirement("photos", N_("It has a photo"), article.photos > 0, False),
    ]


def blocking(lines: Sequence[Requirement]) -> list[Requirement]:
    """The lines that must be met before the act."""
    return [line for line in lines if line.blocks and not line.met]
