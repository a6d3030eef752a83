"""The rows behind one place: the plan that waits there, and the corrections that follow each other."""

from __future__ import annotations

from db.models import Distribution
from desktop_app.core.distribution_rules import (
    DONE,
    FAILED,
    PLANNED,
    PROVED,
    STANDING,
    STATE_WORDS,
    TAKEN_DOWN,
    WITHDRAWN,
    NotInThisState,
)
from desktop_app.core.i18n import _


def waiting_row(article_id: str, channel_id: str) -> Distribution | None:
    """The plan that this channel waits with for an article, or the try that failed."""
    return (
        Distribution.select()
        .where(
            Distribution.article == article_id,
            Distribution.channel == channel_id,
            Distribution.state.in_((PLANNED, FAILED)),
        )
        .order_by(Distribution.planned_on, Distribution.id)
        .first()
    )


def row_in(distribution_id: str, states: tuple[str, ...]) -> Distribution:
    """The publication, when it is in one of ``states``. Raises NotInThisState."""
    row = Distribution.get_by_id(distribution_id)
    if row.state not in states:
        raise NotInThisState(state=_(STATE_WORDS.get(row.state, row.state)))
    return row


def newest(row: Distribution) -> Distribution:
    """The correction of a correction … that stands there now."""
    later = row.corrections.where(Distribution.state.in_(STANDING)).first()
    return newest(later) if later else row


def chain(row: Distribution) -> list[Distribution]:
    """A place with all that corrected it and was corrected by it, in the same state."""
    first = row
    while first.corrects is not None and first.corrects.state in (row.state, DONE, PROVED):
        first = first.corrects
    found, waiting = [], [first]
    while waiting:
        one = waiting.pop()
        found.append(one)
        waiting += list(one.corrections.where(Distribution.state != WITHDRAWN))
    return [one for one in found if one.state in ((TAKEN_DOWN,) if row.state == TAKEN_DOWN else STANDING)]
