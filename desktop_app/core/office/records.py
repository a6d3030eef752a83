"""A school's row as its PCs agree on it: for each field the newest word, whatever order the words arrived in.

A row is kept as layers: ``[[lamport, event id, {field: value}], …]``, oldest first. Each field stands in one layer
only, the one with the largest (lamport, event id); a layer whose fields were all said anew is gone. So the same
events make the same bytes in any order and however often they come, and no clock has a say.

An office keeps few fields, and of some only whether there is anything in them: it counts, it does not read letters.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import date
from operator import itemgetter
from typing import NamedTuple

from desktop_app.core.errors import UserError
from desktop_app.core.periods import Month

Value = str | int | None
Fields = Mapping[str, Value]

ALIVE = ""
"""The field that says whether the row is there at all: a person's change sets it, a deletion unsets it.

What a program only reckoned (db.journal.QUIET) tells nothing of it: a picture looked at elsewhere stays deleted.
"""

TEXT, FILLED, NUMBER, FLAG, DAY, INSTANT, MONTH = "text", "filled", "number", "flag", "day", "instant", "month"

FIELDS: dict[str, dict[str, str]] = {
    "school": {"name": TEXT, "short_name": TEXT, "place": TEXT, "phone": TEXT, "is_sample": FLAG, "deleted_at": FILLED},
    "unit": {"deleted_at": FILLED},
    "person": {"is_active": FLAG},
    "plan": {
        "period_start": DAY,
        "period_end": DAY,
        "quota_from": MONTH,
        "count_rule": TEXT,
        "record_grace_days": NUMBER,
        "month_starts_on": NUMBER,
        "deleted_at": FILLED,
    },
    "quota": {"plan_id": TEXT, "scope": TEXT, "product": TEXT, "minimum": NUMBER, "per": TEXT},
    "month_ledger": {"plan_id": TEXT, "month": MONTH, "unit_id": TEXT, "exempt_reason": TEXT},
    "article": {
        "plan_id": TEXT,
        "title": TEXT,
        "topic_id": FILLED,
        "kind": TEXT,
        "state": TEXT,
        "credited_month": MONTH,
        "deleted_at": FILLED,
    },
    "decision": {"article_id": TEXT, "revision_id": TEXT, "verdict": TEXT, "at": INSTANT},
    "channel": {"kind": TEXT},
    "distribution": {
        "article_id": TEXT,
        "revision_id": TEXT,
        "channel_id": TEXT,
        "done_on": DAY,
        "recorded_at": INSTANT,
        "state": TEXT,
    },
    "media_asset": {
        "kind": TEXT,
        "sha256": TEXT,
        "bytes": NUMBER,
        "taken_at": INSTANT,
        "created_at": INSTANT,
        "caption": FILLED,
        "activity": FILLED,
        "purpose_archive": FLAG,
        "review": TEXT,
        "state": TEXT,
        "burst_of_id": TEXT,
        "credited_month": MONTH,
        "deleted_at": FILLED,
    },
    "opinion_item": {
        "received_at": INSTANT,
        "source_group": TEXT,
        "kind": TEXT,
        "state": TEXT,
        "severity": NUMBER,
        "is_private": FLAG,
        "due_on": DAY,
        "deleted_at": FILLED,
    },
    "incident": {
        "detected_at": INSTANT,
        "severity": NUMBER,
        "state": TEXT,
        "is_misinformation": FLAG,
        "deleted_at": FILLED,
    },
    "report": {
        "plan_id": TEXT,
        "kind": TEXT,
        "period": TEXT,
        "edition": NUMBER,
        "state": TEXT,
        "signed_on": DAY,
        "deleted_at": FILLED,
    },
}
"""The columns an office counts by (db.models) and tells twins by, each with how it is read.

Who adds one raises db.office.schema.RECORDS_SINCE, so that offices draw their records anew.
"""

LARGEST = 10**12
LONGEST = 500
FIRST_YEAR, LAST_YEAR = 1900, 2200


class OddValue(ValueError):
    """A value that such a field never holds."""


def read_fields(table: str, given: Mapping[str, object]) -> dict[str, Value]:
    """The fields of ``given`` that an office keeps, each looked at. Raises OddValue."""
    kinds = FIELDS.get(table, {})
    return {name: _read(kinds[name], value) for name, value in given.items() if name in kinds}


def _read(kind: str, value: object) -> Value:
    if kind == FILLED:
        return int(value not in (None, "", 0, False))
    if value is None or (value == "" and kind != TEXT):
        return None
    if kind in (NUMBER, FLAG):
        return _number(kind, value)
    if not isinstance(value, str):
        raise OddValue(value)
    return _date(kind, value) if kind in (DAY, INSTANT, MONTH) else plain(value[:LONGEST])


def _number(kind: str, value: object) -> int:
    if not isinstance(value, int) or abs(value) > LARGEST:
        raise OddValue(value)
    return int(bool(value)) if kind == FLAG else int(value)


def _date(kind: str, value: str) -> str:
    """Day and month are as they say; of an instant the day is enough, as a school counts it."""
    try:
        day = Month.parse(value).first_day() if kind == MONTH else date.fromisoformat(value[:10])
    except (UserError, ValueError) as error:
        raise OddValue(value) from error
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise OddValue(value)
    return str(Month.of(day)) if kind == MONTH else day.isoformat()


def plain(text: str) -> str:
    """``text`` as any database takes it: no NUL, no half of a letter."""
    if text.isprintable():  # by far the most; neither of the two is
        return text
    return text.replace("\0", "\\0").encode("utf-8", "backslashreplace").decode("utf-8")


_written = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


class Change(NamedTuple):
    """One event as a row sees it: when by the journal's counter, which event, what it says."""

    lamport: int
    event: str
    fields: Fields


class Merged(NamedTuple):
    """A row after its changes: its layers as they are kept, its fields as they stand (None once it was deleted)."""

    layers: str
    fields: Fields | None


def merged(kept: str, changes: Iterable[Change]) -> Merged:
    """The layers of ``kept`` ("" for a new row) with these changes, in any order, as the same bytes."""
    layers = [*(Change(*layer) for layer in json.loads(kept or "[]")), *changes]
    said: dict[str, Value] = {}
    left: list[Change] = []
    for layer in sorted(layers, key=itemgetter(0, 1), reverse=True):
        fields = {name: value for name, value in sorted(layer.fields.items()) if name not in said}
        said.update(fields)
        if fields:
            left.append(Change(layer.lamport, layer.event, fields))
    return Merged(_written(left[::-1]), _standing(said))


def fields_of(layers: str) -> Fields | None:
    """The row as it stands, or None once it was deleted."""
    return _standing({name: value for _, _, layer in json.loads(layers) for name, value in layer.items()})


def _standing(fields: dict[str, Value]) -> Fields | None:
    return fields if fields.pop(ALIVE, 1) else None
