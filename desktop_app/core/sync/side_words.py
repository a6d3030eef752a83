"""What one PC says of a field, as a person reads it: names instead of ids, days as we write them, yes and no."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from db import rows
from db.journal import PRESENCE
from desktop_app.core import article_rules, channels, distribution_rules
from desktop_app.core.i18n import _
from desktop_app.core.manuscripts.markup import plain_text
from desktop_app.core.media import describing
from desktop_app.core.periods import short_date
from desktop_app.core.reports import keeping, opinion_counts, recipients

LONGEST = 200
"""Letters of a side that are shown; what differs further down is seen side by side."""
NAMES = ("title", "name", "caption", "text", "original_name", "subject", "heading", "month", "agency", "risk", "act")
"""The columns that tell a person which record is meant, best first."""
DAY, INSTANT = re.compile(r"\d{4}-\d\d-\d\d"), re.compile(r"\d{4}-\d\d-\d\dT")
TEXT_OF_AN_ARTICLE = ("article", "head_revision_id")
CHOSEN_FROM: dict[tuple[str, str], Mapping[Any, str]] = {
    ("article", "state"): article_rules.STATE_WORDS,
    ("article", "state_before"): article_rules.STATE_WORDS,
    ("distribution", "state"): distribution_rules.STATE_WORDS,
    ("report", "state"): keeping.STATE_WORDS,
    ("report", "kind"): recipients.KIND_WORDS,
    ("recipient_line", "kind"): recipients.KIND_WORDS,
    ("channel", "kind"): channels.KIND_WORDS,
    ("opinion_item", "state"): opinion_counts.STATE_WORDS,
    ("opinion_item", "kind"): opinion_counts.KIND_WORDS,
    ("opinion_item", "source_group"): opinion_counts.GROUP_WORDS,
    ("opinion_item", "severity"): opinion_counts.SEVERITY_WORDS,
    ("media_asset", "review"): describing.REVIEW_WORDS,
    ("media_asset", "people"): describing.PEOPLE_WORDS,
}
"""Columns that hold one of a few names of ours, each with its words."""


def side_words(table: str, field: str, value: Any) -> str:
    """The value of a column in words; every answer is short enough to stand beside another."""
    if field == PRESENCE:
        return _("Removed") if value else _("Kept")
    words = _("(empty)") if value in (None, "") else _words(table, field, value)
    return words if len(words) <= LONGEST else f"{words[:LONGEST]} …"


def name_in(values: dict[str, Any]) -> str:
    """What a record with these columns is called; "" where nothing tells."""
    return next((str(values[name]) for name in NAMES if values.get(name)), "")


def _words(table: str, field: str, value: Any) -> str:
    if (table, field) == TEXT_OF_AN_ARTICLE:
        return _text(str(value))
    parent = _parent(table, field)
    if parent:
        return name_in(rows.read(parent, str(value)) or {}) or _("(not on this PC yet)")
    if rows.is_truth(table, field):
        return _("Yes") if value else _("No")
    known = CHOSEN_FROM.get((table, field), {})
    return _(known[value]) if value in known else _plain(value)


def _parent(table: str, field: str) -> str:
    """The table a column refers to, or ""."""
    return next((link.parent for link in rows.shapes()[table].links if link.column == field), "")


def _text(revision_id: str) -> str:
    found = rows.read("revision", revision_id)
    if found is None:
        return _("(not on this PC yet)")
    title = _("Version {number}: {title}").format(number=found["number"], title=found["title"] or _("Untitled"))
    return "\n".join(part for part in (title, found["lead"], plain_text(found["body"])) if part)


def _plain(value: Any) -> str:
    if not isinstance(value, str):
        return str(value)
    return _day(value) or _list(value) or value


def _day(value: str) -> str:
    """A day or an instant (UTC) as we write it; "" for anything else."""
    try:
        if DAY.fullmatch(value):
            return short_date(date.fromisoformat(value))
        return f"{datetime.fromisoformat(value).astimezone():%H:%M %d/%m/%Y}" if INSTANT.match(value) else ""
    except ValueError:
        return ""


def _list(value: str) -> str:
    """What lies in the file as a JSON list is read as its parts."""
    try:
        parts = json.loads(value) if value.startswith("[") else None
    except ValueError:
        return ""
    return ", ".join(parts) if isinstance(parts, list) and all(isinstance(part, str) for part in parts) else ""
