"""A paper in a person's own words: which passages of its letter can be written otherwise, and the paper so written.

A passage is what runs as plain paragraphs between two headings, tables or lists of a letter. It is known by the place
it has there (“section-II/0/0”), so that words kept for it stand only where the usual ones would have stood.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from desktop_app.core.reports.paper import Appendix, Heading, Milestone, Paper, Part, Words, words

STYLE = "body"
OPENING = "opening"


class Passage(NamedTuple):
    """A passage: its place, the headings above it, and its usual words, a paragraph a line."""

    key: str
    heading: str
    usual: str


@dataclass(frozen=True)
class Reworded(Paper):
    """A paper with own words in it, and the one with the ``usual`` words."""

    usual: Paper


def passages(paper: Paper) -> list[Passage]:
    """What can be written otherwise, in the order of the letter, with its usual words."""
    found = []
    usual = paper.usual if isinstance(paper, Reworded) else paper
    for key, heading, parts in _runs(_letter(usual.parts())):
        if key:
            found.append(Passage(key, heading, "\n".join(_text(part) for part in parts)))
    return found


def reworded(paper: Paper, sections: Mapping[str, str]) -> Paper:
    """``paper`` with these words in the place of the usual ones; a blank passage keeps its own."""
    own = {key: text for key, text in sections.items() if text.strip()}
    if not own:
        return paper
    return Reworded(paper.title, paper.author, paper.subject, lambda: _written(paper.parts, own), paper)


def _written(parts: Callable[[], Iterator[Part]], own: Mapping[str, str]) -> Iterator[Part]:
    for key, _heading, run in _runs(parts()):
        if key in own:
            yield from (words(line.strip()) for line in own[key].splitlines() if line.strip())
        else:
            yield from run


def _letter(parts: Iterable[Part]) -> Iterator[Part]:
    """The parts before the first appendix: making those is the slow half of a paper."""
    for part in parts:
        if isinstance(part, Appendix):
            return
        yield part


def _runs(parts: Iterable[Part]) -> Iterator[tuple[str, str, Iterable[Part]]]:
    """(place, heading, parts) of each run of parts; no place for what nobody may write otherwise."""
    where = _Place()
    for kind, run in groupby(parts, _kind):
        parts_here = list(run)
        if kind == "passage":
            yield where.passage(), where.heading, parts_here
            continue
        for part in parts_here:
            if isinstance(part, Heading):
                where.enter(part)
        where.in_letter = where.in_letter and kind != "appendix"
        yield "", "", parts_here


def _kind(part: Part) -> str:
    if isinstance(part, Heading):
        return "heading"
    if isinstance(part, Appendix):
        return "appendix"
    if isinstance(part, Words) and part.style == STYLE and not any(span.link for span in part.spans):
        return "passage"
    return "milestone" if isinstance(part, Milestone) else "other"


class _Place:
    """Where in the letter one is: the section, the clause in it, how many passages it has had."""

    def __init__(self) -> None:
        self.heading, self.in_letter = "", True
        self._section, self._clause, self._passage = OPENING, 0, 0

    def enter(self, heading: Heading) -> None:
        if heading.level == 1:
            self._section, self._clause = heading.key or heading.words, 0
        else:
            self._clause += 1
        self._passage, self.heading = 0, heading.words

    def passage(self) -> str:
        self._passage += 1
        return f"{self._section}/{self._clause}/{self._passage - 1}" if self.in_letter else ""


def _text(part: Part) -> str:
    return "".join(span.words for span in part.spans) if isinstance(part, Words) else ""
