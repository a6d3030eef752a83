"""What all events so far say of one record: for each field, the events that nobody has replaced.

A field is a multi-value register: an event names the events it replaces, the heads are those that no event names. So
the outcome is the same in whatever order events arrive, however often, and no clock has a say in it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import NamedTuple


class Replaced(NamedTuple):
    """The events an event replaces in one field: those known here by their number, the others by their id."""

    known: frozenset[int] = frozenset()
    unknown: frozenset[str] = frozenset()


class Registers:
    """``heads``: numbers of events, per field. ``awaited``: ids already replaced, of events not yet here."""

    def __init__(self, heads: Mapping[str, list[int]], awaited: Mapping[str, list[str]]) -> None:
        self.heads = dict(heads)
        self.awaited = dict(awaited)

    @classmethod
    def read(cls, kept: str | None) -> Registers:
        """Out of the text that ``kept`` made; none is a record nobody spoke of."""
        told = json.loads(kept) if kept else {"heads": {}, "awaited": {}}
        return cls(told["heads"], told["awaited"])

    def kept(self) -> str:
        """The text to be kept; the same registers make the same text."""
        told = {"heads": self.heads, "awaited": self.awaited}
        return json.dumps(told, sort_keys=True, separators=(",", ":"))

    def take(self, number: int, id_: str, fields: Iterable[str], over: Mapping[str, Replaced]) -> None:
        """Let event ``number`` (``id_``) say a new value of ``fields`` instead of the events ``over`` names."""
        for field in fields:
            self._replace(field, over.get(field, Replaced()))
            if id_ in self.awaited.get(field, ()):
                self._arrived(field, id_)
            elif number not in self.heads.get(field, ()):
                self.heads[field] = sorted([*self.heads.get(field, ()), number])

    def _replace(self, field: str, replaced: Replaced) -> None:
        self.heads[field] = [head for head in self.heads.get(field, ()) if head not in replaced.known]
        if replaced.unknown:
            self.awaited[field] = sorted({*self.awaited.get(field, ()), *replaced.unknown})

    def _arrived(self, field: str, id_: str) -> None:
        left = [awaited for awaited in self.awaited[field] if awaited != id_]
        if left:
            self.awaited[field] = left
        else:
            del self.awaited[field]
