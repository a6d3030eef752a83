"""The topics a picture may belong to, those of the plan that rules the month."""

from __future__ import annotations

from db.queries import plans
from desktop_app.core.periods import Month
from desktop_app.core.plans.display import corrections_of
from desktop_app.ui.screens.plan.words import topic_words


def offered_topics(month: Month) -> tuple[int, list[tuple[str, str]]]:
    """The day on which months of the plan start, and its topics as (id, title); (1, []) without a plan."""
    plan = plans.plan_for(str(month)) or plans.newest_plan()
    if plan is None:
        return 1, []
    corrections = corrections_of(plan.corrections)
    return plan.month_starts_on, [(row.id, topic_words(row, corrections)) for row in plans.topics(plan.id)]
