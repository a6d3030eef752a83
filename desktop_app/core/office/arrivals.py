"""A segment as it came from a school: bytes from outside, looked at line by line before anything is believed.

What cannot be read is put aside by itself, whole and raw, and never holds up its neighbours.
"""

from __future__ import annotations

import hashlib
import json
import re
import zlib
from collections.abc import Iterator
from typing import Any, NamedTuple

from db.journal import PRESENCE
from db.models import MODELS
from desktop_app.core.i18n import N_
from desktop_app.core.office.records import FIELDS, PLACE, OddValue, Place, Value, plain, read_fields

FORMAT = 1
LARGEST = 64 << 20
"""Bytes of a segment unpacked; two hundred events are far below it, and a packed bomb is far above."""

COLUMNS = {model._meta.table_name: frozenset(model._meta.columns) for model in MODELS}
"""Every table and column this program knows, whether an office keeps it or not."""

LONGEST_WORD = 400

ACTS = ("insert", "update", "delete")

WHY = {
    "bytes": N_("The file is not what its name promises; it is read again next time"),
    "place": N_("The file says it belongs to another school or PC"),
    "format": N_("Written by a newer program"),
    "clash": N_("Another file with this number is already in: the PC's records were copied or put back"),
    "line": N_("The line cannot be read"),
    "table": N_("A kind of record this program does not know"),
    "field": N_("A field this program does not know"),
    "value": N_("A value that such a field never holds"),
    "refused": N_("The database does not take it"),
}
"""Why something was put aside; people read these words."""

_KEY = re.compile(r"schools/([0-9a-f-]{36})/([0-9a-f]{8})/([0-9a-f]{4})/(\d{10})-([0-9a-f]{16})\.jsonl\.gz")


class SegmentName(NamedTuple):
    """Whose segment, which one, and the first half of its sha256."""

    school: str
    device: str
    epoch: str
    seq: int
    sha: str

    @classmethod
    def of(cls, key: str) -> SegmentName | None:
        """The name in a store's key, or None for a file that is no segment."""
        found = _KEY.fullmatch(key)
        return cls(found[1], found[2], found[3], int(found[4]), found[5]) if found else None

    @property
    def key(self) -> str:
        return f"schools/{self.school}/{self.device}/{self.epoch}/{self.seq:010d}-{self.sha}.jsonl.gz"


class Event(NamedTuple):
    """One change of one row, believed; ``fields`` are those an office keeps.

    ``over`` are the events whose word on the row's place this one replaces.
    """

    n: int
    id: str
    table: str
    row: str
    act: str
    lamport: int
    at: str
    by: str
    fields: dict[str, Value]
    over: tuple[str, ...]


class PutAside(NamedTuple):
    """What could not be read: which line (0 is the segment), why (a key of WHY), what exactly, the raw line."""

    n: int
    event: str
    why: str
    detail: str
    body: str


class Arrival(NamedTuple):
    """A segment looked at. ``sound`` is False where its bytes are not the promised ones."""

    name: SegmentName
    events: list[Event]
    aside: list[PutAside]
    sound: bool = True
    app: str = ""
    shape: str = ""


class Unreadable(Exception):
    """Why (a key of WHY) and what exactly."""

    def __init__(self, why: str, detail: object = "") -> None:
        super().__init__(why, str(detail)[:200])
        self.why, self.detail = why, plain(str(detail)[:200])


def look_at(name: SegmentName, content: bytes) -> Arrival:
    """Read a segment whose bytes are ``content``; never raises for what is in them."""
    try:
        head, *lines = _lines(name, content)
        said = _head(name, head)
    except Unreadable as error:
        aside = PutAside(0, "", error.why, error.detail, "")
        return Arrival(name, [], [aside], sound=error.why != "bytes")
    events: list[Event] = []
    aside_: list[PutAside] = []
    for n, line in enumerate(lines, start=1):
        try:
            events.append(read_event(n, line))
        except Unreadable as error:
            aside_.append(PutAside(n, _id_in(line), error.why, error.detail, plain(line)))
    return Arrival(
        name, events, aside_, app=plain(str(said.get("app", "")))[:40], shape=str(said.get("schema", ""))[:20]
    )


def _lines(name: SegmentName, content: bytes) -> list[str]:
    if hashlib.sha256(content).hexdigest()[:16] != name.sha:
        raise Unreadable("bytes")
    try:
        unpacking = zlib.decompressobj(wbits=31)
        text = unpacking.decompress(content, LARGEST)
    except zlib.error as error:
        raise Unreadable("format", error) from error
    if not unpacking.eof or unpacking.unused_data:
        raise Unreadable("format", "gzip")
    return text.decode("utf-8", "backslashreplace").removesuffix("\n").split("\n")


def _head(name: SegmentName, line: str) -> dict[str, Any]:
    said = _object(line)
    if said.get("format") != FORMAT:
        raise Unreadable("format", said.get("format"))
    place = (said.get("school"), said.get("device"), said.get("epoch"), said.get("seq"))
    if place != name[:4]:
        raise Unreadable("place", place)
    return said


def read_event(n: int, line: str) -> Event:
    """The event of one line. Raises Unreadable."""
    said = _object(line)
    try:
        id_, table, row, act, lamport = said["id"], said["table"], said["row"], said["act"], said["lamport"]
    except KeyError as error:
        raise Unreadable("line", error) from error
    if type(lamport) is not int or not 0 <= lamport < 2**63 or act not in ACTS:
        raise Unreadable("line", act)
    given = said.get("set") or {}
    if not isinstance(given, dict) or not id_ or not row:
        raise Unreadable("line")
    fields = _fields(_word(table), act, given)
    at, by = _word(said.get("at") or ""), _word(said.get("by") or "")
    return Event(n, _word(id_), table, _word(row), act, lamport, at, by, fields, _replaced(said.get("over") or {}))


def _replaced(over: object) -> tuple[str, ...]:
    ids = over.get(PRESENCE) or [] if isinstance(over, dict) else None
    if not isinstance(ids, list):
        raise Unreadable("line", "over")
    return tuple(_word(id_) for id_ in ids)


def _word(said: object) -> str:
    """A short text of an event. Raises Unreadable."""
    if not isinstance(said, str) or len(said) > LONGEST_WORD:
        raise Unreadable("line")
    return plain(said)


def _fields(table: str, act: str, given: dict[str, object]) -> dict[str, Value]:
    known = COLUMNS.get(table)
    if known is None:
        raise Unreadable("table", table)
    if not known.issuperset(given):
        raise Unreadable("field", ", ".join(sorted(given.keys() - known)))
    if table not in FIELDS:
        return {}
    if act == "delete":
        return {PLACE: Place.GONE}
    try:
        fields = read_fields(table, given)
    except OddValue as error:
        raise Unreadable("value", error) from error
    fields.pop(PRESENCE, None)
    if act == "insert" or PRESENCE in given:
        fields[PLACE] = Place.TRASH if given.get(PRESENCE) else Place.THERE
    return fields


def _object(line: str) -> dict[str, Any]:
    try:
        said = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise Unreadable("line", error) from error
    if not isinstance(said, dict):
        raise Unreadable("line")
    return said


def _id_in(line: str) -> str:
    """The event's own id, where even an unreadable line tells it: its sender learns which one waits."""
    try:
        found = json.loads(line)["id"]
    except (ValueError, TypeError, KeyError, RecursionError):
        return ""
    return plain(found)[:100] if isinstance(found, str) else ""


def read_again(rows: Iterator[tuple[int, str]]) -> Iterator[tuple[int, Event]]:
    """Of lines put aside (n, raw), those that this program can read by now."""
    for n, body in rows:
        try:
            yield n, read_event(n, body)
        except Unreadable:
            continue
