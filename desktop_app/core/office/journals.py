"""The journals of a store: which schools there are, how far their PCs have come, which segments are new."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, Protocol, runtime_checkable

from desktop_app.core.office.arrivals import SegmentName
from desktop_app.core.office.errors import NotAStore, StoreTooNew
from desktop_app.core.sync.errors import StoreMissing
from desktop_app.core.sync.store import Entry, Store

FORMAT = 1
MARKER = "loa.json"
LAST = "~"
"""Sorts after every sign that a name of ours begins with."""
LARGEST = 16 << 20
"""Bytes of a packed segment; larger ones are nobody's two hundred events."""

Journal = tuple[str, str]
"""A PC's journal: device and epoch."""

_HEAD = re.compile(r"schools/[0-9a-f-]{36}/heads/([0-9a-f]{8})\.([0-9a-f]{4})\.(\d{10})")
_SCHOOL = re.compile(r"[0-9a-f-]{36}")


def store_id(store: Store) -> str:
    """The id in the store's marker. Raises NotAStore for a place that is none, StoreTooNew for a later layout."""
    try:
        said: Any = json.loads(store.get(MARKER))
    except (StoreMissing, ValueError) as error:
        raise NotAStore(address=store.address) from error
    if not isinstance(said, dict) or not isinstance(said.get("store"), str):
        raise NotAStore(address=store.address)
    if said.get("format") != FORMAT:
        raise StoreTooNew(address=store.address)
    return str(said["store"])


@runtime_checkable
class Foldered(Protocol):
    """A store with real folders, which tells them all at one question."""

    def folders(self, prefix: str) -> Iterator[str]: ...


def schools_in(store: Store) -> Iterator[str]:
    """Every school that ever sent something: by one question of folders, else by one short listing each."""
    if isinstance(store, Foldered):
        yield from filter(_SCHOOL.fullmatch, store.folders("schools/"))
        return
    after = ""
    while found := next(iter(store.list("schools/", after)), None):
        school = found.key.split("/")[1]
        if _SCHOOL.fullmatch(school):
            yield school
        after = f"schools/{school}/{LAST}"


def heads_of(store: Store, school_id: str) -> dict[Journal, int]:
    """The newest segment of each PC: one listing says whether a school has anything new."""
    heads: dict[Journal, int] = {}
    for entry in store.list(f"schools/{school_id}/heads/"):
        if found := _HEAD.fullmatch(entry.key):
            journal = found[1], found[2]
            heads[journal] = max(heads.get(journal, 0), int(found[3]))
    return heads


def segments_after(store: Store, school_id: str, journal: Journal, upto: int) -> Iterator[tuple[SegmentName, Entry]]:
    """The segments of one PC's journal beyond ``upto``, in the order of their numbers."""
    prefix = f"schools/{school_id}/{journal[0]}/{journal[1]}/"
    for entry in store.list(prefix, f"{prefix}{upto:010d}{LAST}"):
        if name := SegmentName.of(entry.key):
            yield name, entry


def is_behind(heads: Mapping[Journal, int], tops: Mapping[Journal, int]) -> bool:
    """Whether a store's heads tell of segments that are not in."""
    return any(head > tops.get(journal, 0) for journal, head in heads.items())
