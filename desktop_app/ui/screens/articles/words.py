"""What the articles' room says and offers: steps, acts of a state, the list before sending. Plain functions, no Tk."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from db.queries.article_list import ArticleRow
from db.queries.articles import ArticleWhole, DecisionRow, DistributionRow
from db.queries.plans import TopicRow
from desktop_app.core import article_rules
from desktop_app.core.article_rules import RETURN_REASONS, STATE_WORDS, Requirement
from desktop_app.core.handing_in import TakenIn
from desktop_app.core.i18n import N_, _
from desktop_app.core.periods import short_date
from desktop_app.ui.widgets.checklist import Line

TAB_WORDS = {
    "writing": N_("Writing"),
    "in_review": N_("In review"),
    "needs_changes": N_("Needs changes"),
    "approved": N_("Approved"),
    "published": N_("Published"),
    "put_away": N_("Cancelled or taken down"),
}
NOTHING_HERE = {
    "writing": N_("Nothing is being written."),
    "in_review": N_("Nothing waits for approval."),
    "needs_changes": N_("Nothing was returned."),
    "approved": N_("Every approved article has been published."),
    "published": N_("Nothing has been published yet."),
    "put_away": N_("Nothing was put away."),
}

STEPS = ("writing", "in_review", "approved", "published")
STATE_KINDS = {
    "writing": "neutral",
    "in_review": "soon",
    "needs_changes": "late",
    "approved": "primary",
    "published": "good",
    "taken_down": "neutral",
    "cancelled": "neutral",
}
"""A state as a kind of badge."""


OTHER = "other"
"""The reason that is said in words."""


class Step(NamedTuple):
    """A station on the way of an article; ``look`` is done, now, returned or ahead."""

    name: str
    words: str
    look: str


class Offer(NamedTuple):
    """A button that is there: whether it can be pressed, whether it is the main one."""

    enabled: bool = True
    main: bool = False


def steps(state: str) -> list[Step]:
    """The way from writing to published with the present station marked; a cancelled article stands nowhere."""
    at = "writing" if state == "needs_changes" else state
    place = STEPS.index(at) if at in STEPS else -1
    words = {**STATE_WORDS, at: STATE_WORDS[state]}
    here = "returned" if state == "needs_changes" else "now"
    return [Step(name, _(words[name]), _look(number, place, here)) for number, name in enumerate(STEPS)]


def _look(number: int, place: int, here: str) -> str:
    if number == place:
        return here
    return "done" if number < place else "ahead"


def offers(state: str, blocking: int) -> Mapping[str, Offer]:
    """The acts that have a button in ``state``; sending is grey while ``blocking`` things are missing."""
    rules = "approved" if state == "published" else state
    found = {act: Offer() for act in ("withdraw", "return", "cancel") if article_rules.can(act, rules)}
    if state == "published":
        del found["cancel"]  # what is out is taken down instead
    if article_rules.can("submit", rules):
        found["submit"] = Offer(enabled=blocking == 0, main=True)
    if article_rules.can("approve", rules):
        found["approve"] = Offer(main=True)
    if article_rules.can("distribute", rules):
        found["publish"] = Offer(main=state == "approved")
    if article_rules.can("reopen", rules):
        found["reopen"] = Offer(main=True)
    return found


def may_write(state: str) -> bool:
    """Whether the text can be changed at all."""
    return article_rules.can("edit", "approved" if state == "published" else state)


def checklist_lines(lines: Sequence[Requirement]) -> list[Line]:
    """The list before sending: what must be met first, then what is advised; each open line leads to its field."""
    return [
        Line(
            _(line.text),
            "done" if line.met else "late" if line.blocks else "open",
            None if line.met else line.field,
            note="" if line.met or line.blocks else _("advised"),
        )
        for line in lines
    ]


def missing_words(blocking: int) -> str:
    """“2 things left”, or that it can go."""
    return _("{count} things left").format(count=blocking) if blocking else _("Ready to send")


def topic_label(topic: TopicRow) -> str:
    """The topic with the number the paper prints; one without keeps none."""
    return f"{topic.printed_no}. {topic.title}" if topic.printed_no else topic.title


def row_title(title: str) -> str:
    """A title of the list."""
    return title or _("Untitled")


def row_tone(row: ArticleRow) -> str:
    """What needs a person is marked, what is put away is quiet."""
    return {"needs_changes": "late", "cancelled": "note", "taken_down": "note"}.get(row.state, "")


def pinned_reasons(state: str, decisions: Sequence[DecisionRow]) -> list[str]:
    """Why the article came back, while it is on the desk again; nothing otherwise."""
    newest = decisions[0] if decisions else None
    if newest is None or newest.verdict != "returned" or state not in ("needs_changes", "writing"):
        return []
    codes = json.loads(newest.reasons or "[]")
    ticked = [
        _(words) for code, words in RETURN_REASONS.items() if code in codes and (code != OTHER or not newest.comment)
    ]
    return [*ticked, *([newest.comment] if newest.comment else [])]


def stripe_words(state: str, reason: str, decisions: Sequence[DecisionRow], *, changed: bool) -> str:
    """What must be known before anything else is read: put away and why, or approval lost by an edit."""
    if state == "cancelled":
        return _("Cancelled: {reason}").format(reason=reason)
    if changed and state in ("approved", "published"):
        return _("Saving these changes sends the article back for approval.")
    if changed_after_approval(state, decisions):
        return _("Changed after the approval; it needs approving again.")
    return ""


def version_words(article: ArticleWhole | None) -> str:
    """Which version is shown and when it was saved."""
    if article is None or not article.revision:
        return _("Not saved yet")
    return _("Version {number}, saved {moment}").format(number=article.revision, moment=moment_words(article.saved_at))


def changed_after_approval(state: str, decisions: Sequence[DecisionRow]) -> bool:
    """Whether an approved text was edited and asks for approval anew."""
    return state == "in_review" and any(one.verdict == "approved" and not one.is_head for one in decisions)


def decision_lines(decisions: Sequence[DecisionRow]) -> list[Line]:
    """The decisions, newest first."""
    return [
        Line(
            _("Approved by {name}").format(name=one.by)
            if one.verdict == "approved"
            else _("Returned by {name}").format(name=one.by),
            "done" if one.verdict == "approved" else "info",
            note=_("{moment}, version {number}").format(moment=moment_words(one.at), number=one.revision),
        )
        for one in decisions
    ]


def publication_lines(places: Sequence[DistributionRow]) -> list[Line]:
    """Where the article went; what has no evidence yet leads to giving it."""
    return [
        Line(
            f"{one.channel}, {short_date(one.done_on)}",
            {"proved": "done", "done": "open"}.get(one.state, "info"),
            one if one.state == "done" else None,
            note=_place_note(one),
            link=_("Add it…"),
        )
        for one in places
    ]


def _place_note(place: DistributionRow) -> str:
    if place.state == "taken_down":
        return _("Taken down")
    if not place.evidence:
        return _("waits for evidence")
    return shortened(place.evidence.removeprefix("https://").removeprefix("http://"), 34)


def moment_words(at: str) -> str:
    """An instant of the records as this PC's day and hour: 07/05/2024 10:32."""
    instant = datetime.fromisoformat(at.replace("Z", "+00:00")).astimezone()
    return f"{instant:%d/%m/%Y %H:%M}"


def shortened(text: str, letters: int) -> str:
    """``text`` in at most so many letters."""
    return text if len(text) <= letters else text[: letters - 1].rstrip() + "…"


def taken_words(taken: Sequence[TakenIn], failed: int) -> str:
    """The sum of what was handed in."""
    pictures = sum(one.pictures for one in taken)
    words = _("Taken in: {count} articles, {pictures} photos").format(count=len(taken), pictures=pictures)
    return f"{words}; {_('{count} files could not be read').format(count=failed)}" if failed else words
