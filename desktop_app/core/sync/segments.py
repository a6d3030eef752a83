"""Segments: up to 200 events in one immutable file, named by its content; see docs/sync-format.md."""

from __future__ import annotations

import hashlib
import json
import re
import struct
import zlib
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

FORMAT = 1
EVENTS = 200
LARGEST = 64 << 20
"""Bytes of an unpacked segment: a larger one is no work of ours."""
LARGEST_LAMPORT = 1 << 53
NAME = re.compile(r"(?P<seq>\d{10})-(?P<sha>[0-9a-f]{16})\.jsonl\.gz")
HEAD = re.compile(r"(?P<device>[0-9a-f]{8})\.(?P<epoch>[0-9a-f]{4})\.(?P<seq>\d{10})")
# RFC 1952 without time, name or system, so that the same events make the same bytes on every PC.
GZIP_HEADER = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\xff"


class SegmentDamaged(Exception):
    """Not what its name promises."""


class SegmentNewer(Exception):
    """Written by a newer program in a format this one does not know."""


class BadLine(Exception):
    """A line that is no event."""


class Header(NamedTuple):
    """The first line: whose events these are. ``pc`` is the PC's name as people call it."""

    school: str
    device: str
    epoch: str
    seq: int
    app: str
    schema: str
    pc: str = ""
    format: int = FORMAT

    def line(self) -> str:
        return as_line({"format": self.format, **self._asdict()})


class Event(NamedTuple):
    """One change: ``set`` the new values by column, ``over`` the events each of them replaces."""

    id: str
    table: str
    row: str
    act: str
    base: int
    set: Mapping[str, Any]
    over: Mapping[str, list[str]]
    by: str
    at: str
    lamport: int

    def line(self) -> str:
        return as_line(self._asdict())


class Segment(NamedTuple):
    header: str
    lines: list[str]

    @property
    def pc(self) -> str:
        return str(json.loads(self.header).get("pc", ""))[:80]


def as_line(told: Mapping[str, Any]) -> str:
    """JSON on one line, letters as they are."""
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"))


# ---------------------------------------------------------------- names


class Whose(NamedTuple):
    """A PC between two restores."""

    device: str
    epoch: str


def folder_of(school: str, whose: Whose) -> str:
    return f"schools/{school}/{whose.device}/{whose.epoch}/"


def key_of(school: str, whose: Whose, seq: int, content: bytes) -> str:
    """Where a segment lies; the name tells its content."""
    return f"{folder_of(school, whose)}{seq:010d}-{short_hash(content)}.jsonl.gz"


def short_hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:16]


def heads_folder(school: str) -> str:
    return f"schools/{school}/heads/"


def head_of(school: str, whose: Whose, seq: int) -> str:
    """The empty file that says: this device has come so far."""
    return f"{heads_folder(school)}{whose.device}.{whose.epoch}.{seq:010d}"


def heads_in(names: Iterable[str]) -> dict[Whose, int]:
    """The newest segment of each device, out of the names in heads/; anything else there is passed over."""
    newest: dict[Whose, int] = {}
    for found in filter(None, map(HEAD.fullmatch, names)):
        whose = Whose(found["device"], found["epoch"])
        newest[whose] = max(newest.get(whose, 0), int(found["seq"]))
    return newest


# ---------------------------------------------------------------- bytes


def pack(header: str, lines: Iterable[str]) -> bytes:
    """The file of a segment."""
    text = "".join(f"{line}\n" for line in (header, *lines)).encode()
    squeeze = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    body = squeeze.compress(text) + squeeze.flush()
    return GZIP_HEADER + body + struct.pack("<II", zlib.crc32(text), len(text) & 0xFFFFFFFF)


def unpack(content: bytes, school: str, whose: Whose, seq: int, sha: str) -> Segment:
    """Read a segment that lay under this name. Raises SegmentDamaged, SegmentNewer; nothing of it is believed then."""
    if short_hash(content) != sha:
        raise SegmentDamaged("its content is not what its name promises")
    header, *lines = _text(content).removesuffix("\n").split("\n")
    told = _object(header)
    if not isinstance(told.get("format"), int):
        raise SegmentDamaged("it has no header")
    if told["format"] > FORMAT:
        raise SegmentNewer(str(told["format"]))
    if (told.get("school"), told.get("device"), told.get("epoch"), told.get("seq")) != (school, *whose, seq):
        raise SegmentDamaged("it belongs elsewhere")
    return Segment(header, lines)


def _text(content: bytes) -> str:
    unzip = zlib.decompressobj(zlib.MAX_WBITS | 16)
    try:
        text = unzip.decompress(content, LARGEST)
        if unzip.unconsumed_tail or not unzip.eof:
            raise SegmentDamaged("it is cut off or too large")
        return text.decode()
    except (zlib.error, UnicodeDecodeError) as error:
        raise SegmentDamaged("it cannot be unpacked") from error


def _object(line: str) -> dict[str, Any]:
    try:
        told = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise SegmentDamaged("it has no header") from error
    if not isinstance(told, dict):
        raise SegmentDamaged("it has no header")
    return told


# ---------------------------------------------------------------- events


def event_of(line: str) -> Event:
    """The event a line tells. Raises BadLine with the reason; fields this program does not know are let be."""
    try:
        told = json.loads(line)
        event = Event(**{name: told[name] for name in Event._fields})
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise BadLine("not an event") from error
    for wrong, why in _faults(event):
        if wrong:
            raise BadLine(why)
    return event


def _faults(event: Event) -> Iterable[tuple[bool, str]]:
    words = (event.id, event.table, event.row, event.act, event.by, event.at)
    yield not all(isinstance(word, str) for word in words), "a name is no text"
    yield not (0 < len(event.id) <= 40 and 0 < len(event.row) <= 40), "an id of a strange length"
    yield event.act not in ("insert", "update", "delete"), "an unknown act"
    yield not _whole_number(event.lamport) or not 0 < event.lamport < LARGEST_LAMPORT, "a wrong count"
    yield not _whole_number(event.base), "a wrong version"
    yield not isinstance(event.set, dict) or not all(map(_plain, event.set.values())), "a value that is no plain value"
    yield (
        not isinstance(event.over, dict) or not all(map(_ids, event.over.values())),
        "a wrong list of what it replaces",
    )


def _whole_number(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _plain(value: object) -> bool:
    return value is None or (isinstance(value, str | int | float) and not isinstance(value, bool))


def _ids(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(id_, str) for id_ in value)
