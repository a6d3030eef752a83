"""Opinions of a time in numbers: who spoke, what kind, how many are answered; names and private words never."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date

from db.queries import report_periods as rows
from db.queries.report_periods import OpinionRow
from desktop_app.core.i18n import N_, in_vietnamese
from desktop_app.core.periods import short_date
from desktop_app.core.reports.opinion_snapshot import Tally

GROUP_WORDS = {
    "pupils": N_("Pupils (opinions)"),
    "teachers": N_("Teachers"),
    "managers": N_("School leaders"),
    "staff": N_("Staff"),
    "press": N_("Press"),
    "citizens": N_("Citizens, parents"),
    "other": N_("Others"),
}
KIND_WORDS = {
    "suggestion": N_("Suggestions"),
    "criticism": N_("Criticism"),
    "question": N_("Questions"),
    "praise": N_("Praise"),
    "complaint": N_("Complaints"),
    "misinformation": N_("Misinformation"),
}
STATE_WORDS = {
    "new": N_("newly taken in"),
    "verifying": N_("being verified"),
    "handling": N_("being handled (state)"),
    "waiting": N_("waiting for others"),
    "answered": N_("answered (state)"),
    "closed": N_("settled (state)"),
    "transferred": N_("passed on to its office"),
    "declined": N_("not for the school to handle"),
}
DONE_STATES = ("answered", "closed", "transferred", "declined")
SEVERITY_WORDS = {1: N_("slight"), 2: N_("serious"), 3: N_("very serious")}
NO_TOPIC = N_("On no topic of the plan")


def opinion_sentences(first: date, last: date) -> tuple[str, ...]:
    """What a report on the month's work says of opinions; nothing where nothing was raised."""
    said, happened = rows.opinions(first, last), rows.incidents(first, last)
    sentences = []
    if said:
        done = sum(one.state in DONE_STATES for one in said)
        words = in_vietnamese("{count} opinions came in; {done} are answered or settled, {open} are being handled.")
        sentences.append(words.format(count=len(said), done=done, open=len(said) - done))
    if happened:
        words = in_vietnamese("{count} communication incidents: {titles}.")
        sentences.append(words.format(count=len(happened), titles="; ".join(one.title for one in happened)))
    return tuple(sentences)


def tallies(
    said: Sequence[OpinionRow], of: Callable[[OpinionRow], str], words: dict[str, str], rest: str
) -> tuple[Tally, ...]:
    """How many came and are done, by what ``of`` answers, in the order of ``words``; unknown ones under ``rest``."""
    keys = [*words, ""]
    counted = {key: [one for one in said if (of(one) if of(one) in words else "") == key] for key in keys}
    return tuple(
        Tally(
            in_vietnamese(words.get(key, rest)),
            len(some),
            sum(one.state in DONE_STATES for one in some),
        )
        for key, some in counted.items()
        if some
    )


def state_counts(said: Sequence[OpinionRow]) -> tuple[tuple[str, int], ...]:
    """How many stand where, in the order an opinion goes; a state of a newer program is being handled."""
    found = Counter(one.state if one.state in STATE_WORDS else "handling" for one in said)
    return tuple((in_vietnamese(words), found[state]) for state, words in STATE_WORDS.items() if found[state])


def incident_lines(first: date, last: date) -> tuple[str, ...]:
    """Each incident in a line: the day it was noticed, what it was, how grave."""
    return tuple(
        f"{short_date(one.detected_on)}: {one.title} ({in_vietnamese(SEVERITY_WORDS[one.severity])})"
        for one in rows.incidents(first, last)
    )
