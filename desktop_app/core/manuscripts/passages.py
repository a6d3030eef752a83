"""What every reader hands over: the passages of a file in order, still in its own fonts and looks."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import Literal, NamedTuple

from desktop_app.core.manuscripts.manuscript import Note

Kind = Literal["paragraph", "title", "heading", "item", "caption"]

BULLET = re.compile(r"^\s*[-–—•●○▪■*+·✓➢❖]\s+(?=\S)")
"""The sign many type by hand before an item (a dash glued to its word is a dash)."""


class Run(NamedTuple):
    """Text of one look. ``font`` is the name the file gives, "" when it gives none."""

    text: str
    font: str = ""
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True)
class Passage:
    """One paragraph, or one picture when ``picture`` holds its bytes. ``table`` counts from 1, 0 outside."""

    runs: tuple[Run, ...] = ()
    kind: Kind = "paragraph"
    centred: bool = False
    picture: bytes | None = None
    table: int = 0

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)

    @property
    def is_bold(self) -> bool:
        return all(run.bold for run in self._spoken())

    @property
    def is_italic(self) -> bool:
        return all(run.italic for run in self._spoken())

    @property
    def is_upper(self) -> bool:
        return self.text.isupper()

    def _spoken(self) -> list[Run]:
        return [run for run in self.runs if run.text.strip()]


@dataclass
class Draft:
    """The passages of a file and what was noticed on the way."""

    passages: list[Passage] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    pictures_left_out: int = 0
    tables: int = 0
    merged_tables: set[int] = field(default_factory=set)


def joined(runs: Iterable[Run]) -> tuple[Run, ...]:
    """``runs`` with neighbours of one look made one: Word cuts words wherever it likes."""
    full = [run for run in runs if run.text]
    return tuple(Run("".join(run.text for run in same), *look) for look, same in groupby(full, lambda run: run[1:]))


def bulleted(passage: Passage) -> Passage:
    """A paragraph that begins with a typed dash or dot, as the item it is meant to be."""
    found = BULLET.match(passage.text)
    if passage.kind != "paragraph" or not found:
        return passage
    return replace(passage, runs=without_start(passage.runs, found.end()), kind="item")


def without_start(runs: tuple[Run, ...], count: int) -> tuple[Run, ...]:
    """``runs`` without their first ``count`` characters."""
    left: list[Run] = []
    for run in runs:
        left.append(run._replace(text=run.text[count:]))
        count = max(0, count - len(run.text))
    return joined(left)
