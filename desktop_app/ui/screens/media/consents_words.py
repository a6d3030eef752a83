"""What is said of a consent in the list: whether it holds, until when, who agreed. No Tk."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from db.queries.consents import ConsentRow
from desktop_app.core.channels import KIND_WORDS
from desktop_app.core.consent import is_asked
from desktop_app.core.i18n import _
from desktop_app.core.periods import short_date

SOON = timedelta(days=30)
"""A consent that ends within these days is asked for anew in time."""
YES, NO, NOT_ASKED = "✓", "✗", "–"


class Row(NamedTuple):
    """A line of the table; ``tone`` is good, soon, late or note."""

    id: str
    subject: str
    class_name: str
    guardian_name: str
    agreed: str
    channels: str
    until: date | None
    pictures: int
    state: str
    tone: str


def row_of(line: ConsentRow, day: date) -> Row:
    """A consent as the table shows it on ``day``."""
    state, tone = state_of(line, day)
    return Row(
        line.id,
        line.subject,
        line.class_name,
        line.guardian_name,
        agreed_words(line, day),
        ", ".join(_(KIND_WORDS[kind]) for kind in line.channels if kind in KIND_WORDS),
        line.expires_on,
        line.pictures,
        state,
        tone,
    )


def agreed_words(line: ConsentRow, day: date) -> str:
    """“Guardian ✓ · pupil ✓”; under seven years nobody asks the pupil."""
    child = YES if line.child_ok else NO if is_asked(line.birth_date, day) else NOT_ASKED
    guardian = YES if line.guardian_ok else NO
    return _("Guardian {guardian} · pupil {child}").format(guardian=guardian, child=child)


def state_of(line: ConsentRow, day: date) -> tuple[str, str]:
    """Whether a consent holds on ``day``, in words, and its tone."""
    if line.withdrawn_on:
        return _("Withdrawn {day}").format(day=short_date(line.withdrawn_on)), "note"
    if line.expires_on and line.expires_on <= day:
        return _("Ended {day}").format(day=short_date(line.expires_on)), "late"
    if not line.guardian_ok or (not line.child_ok and is_asked(line.birth_date, day)):
        return _("A yes is missing"), "late"
    if line.expires_on and line.expires_on - day <= SOON:
        return _("Ends {day}").format(day=short_date(line.expires_on)), "soon"
    return _("Holds"), "good"


def tally_words(rows: Sequence[Row]) -> str:
    """“28 written down: 25 hold · 2 end soon · 1 ended or lacks a yes · 1 withdrawn”."""
    counts = {tone: sum(row.tone == tone for row in rows) for tone in ("good", "soon", "late", "note")}
    parts = (
        ("good", _("{count} hold")),
        ("soon", _("{count} end soon")),
        ("late", _("{count} ended or lack a yes")),
        ("note", _("{count} withdrawn")),
    )
    told = " · ".join(words.format(count=counts[tone]) for tone, words in parts if counts[tone])
    whole = _("{count} written down").format(count=len(rows))
    return f"{whole}: {told}" if told else whole
