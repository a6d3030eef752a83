"""A school's row as its PCs agree on it: for each field the newest word, whatever order the words arrived in.

A row is kept as layers: ``[[lamport, event id, {field: value}], …]``, oldest first. Each field stands in one layer
only, the one with the largest (lamport, event id); a layer whose fields were all said anew is gone. Only of where the
row is (Place) every word stays that no other replaced: somebody may have deleted what another went on writing. Behind
the layers lie the ends of the ids of all events that were replaced in this. So the same events make the same bytes in
any order and however often they come, and no clock has a say.

An office keeps few fields, and of some only whether there is anything in them: it counts, it does not read letters.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import date
from enum import IntEnum
from operator import itemgetter
from typing import NamedTuple

from db.journal import PRESENCE
from desktop_app.core.errors import UserError
from desktop_app.core.periods import Month

Value = str | int | None
Fields = Mapping[str, Value]

PLACE = ""
"""The field that says where the row is (Place): a person's change says so anew, a deletion too.

What a program only reckoned (db.journal.QUIET) tells nothing of it: a picture looked at elsewhere stays deleted.
"""


class Place(IntEnum):
    """Where a row is. Of several words that replace none of the others the lowest counts, as on the school's PCs."""

    THERE = 0
    TRASH = 1
    GONE = 2


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
    return {name: _value(kinds[name], value) for name, value in given.items() if name in kinds}


def _value(kind: str, value: object) -> Value:
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


END = 8
"""Signs of an event's id that tell it from a row's other events."""


class Change(NamedTuple):
    """One event as a row sees it: when by the journal's counter, which event, what it says.

    ``over``: the events whose word on the row's place it replaces.
    """

    lamport: int
    event: str
    fields: Fields
    over: tuple[str, ...] = ()


class Merged(NamedTuple):
    """A row after its changes: its layers as they are kept, its fields as they stand (None once it was deleted)."""

    layers: str
    fields: Fields | None


def merged(kept: str, changes: Iterable[Change]) -> Merged:
    """The layers of ``kept`` ("" for a new row) with these changes, in any order, as the same bytes."""
    news = list(changes)
    layers, replaced = _read(kept)
    replaced |= {id_[-END:] for change in news for id_ in change.over}
    silent = {_place(end) for end in replaced}
    said: dict[str, Value] = {}
    left: list[Change] = []
    layers += [_placed(change) for change in news]
    for layer in sorted(layers, key=itemgetter(0, 1), reverse=True):
        fields = {
            name: value for name, value in sorted(layer.fields.items()) if name not in said and name not in silent
        }
        said.update(fields)
        if fields:
            left.append(Change(layer.lamport, layer.event, fields))
    return Merged(_written([layer[:3] for layer in left[::-1]] + [" ".join(sorted(replaced))]), _standing(said))


def _read(kept: str) -> tuple[list[Change], set[str]]:
    """The layers, and the ends of the ids that were replaced; an older program kept none."""
    told = json.loads(kept or "[]")
    replaced = told.pop() if told and isinstance(told[-1], str) else ""
    return [Change(*layer) for layer in told], {*replaced.split()}


def _place(end: str) -> str:
    """The field in which an event says where the row is: each event has its own."""
    return f"@{end}"


def _placed(change: Change) -> Change:
    fields = dict(change.fields)
    if PLACE in fields:
        fields[_place(change.event[-END:])] = fields.pop(PLACE)
    return change._replace(fields=fields)


def fields_of(layers: str) -> Fields | None:
    """The row as it stands, or None once it was deleted."""
    return _standing({name: value for layer in _read(layers)[0] for name, value in layer.fields.items()})


def _standing(fields: dict[str, Value]) -> Fields | None:
    words = [fields.pop(name) for name in [*fields] if name.startswith("@")]
    place = min((word for word in words if isinstance(word, int)), default=None)
    alive = fields.pop(PLACE, 1)  # an older program's word, until its records are drawn anew
    if place is None:
        return fields if alive else None
    return None if place == Place.GONE else {**fields, PRESENCE: int(place == Place.TRASH)}
