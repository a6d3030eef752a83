"""A plan cut at its headings: what stands before them, each section's lines, and the closing with the signatures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from desktop_app.core.plans.draft import ClauseKind
from desktop_app.core.plans.headings import ARABIC, DOUBLE, NONE, ROMAN, Heading, heading_of, is_known_alone
from desktop_app.core.plans.lines import Line, is_ended, plain, squashed
from desktop_app.core.plans.signers import is_post_line
from desktop_app.core.plans.topic_rows import is_head_word, is_table_head, row_start

_ROMANS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV")


@dataclass
class Section:
    """The lines below one heading. ``topics`` are those of the plan's table; ``known`` is False for odd headings."""

    path: str
    kind: ClauseKind
    title: str
    line: int
    rank: int = NONE
    known: bool = True
    lines: list[Line] = field(default_factory=list)
    topics: list[Line] = field(default_factory=list)


@dataclass
class Outline:
    """The whole plan, cut."""

    preamble: list[Line] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    closing: list[Line] = field(default_factory=list)


def outline_of(lines: Sequence[Line]) -> Outline:
    """Cut ``lines`` at their headings; every line goes to exactly one place."""
    cutter = _Cutter()
    for place, line in enumerate(lines):
        if cutter.heading_goes_on(line):
            continue
        if cutter.outline.sections and _begins_closing(line, place, lines):
            cutter.outline.closing.extend(lines[place:])
            break
        cutter.take(line)
    return cutter.outline


def _begins_closing(line: Line, place: int, lines: Sequence[Line]) -> bool:
    if squashed(line.text).startswith(("trendayla", "noinhan")):
        return True
    return is_post_line(line.text) and place > len(lines) // 2


class _Cutter:
    """Walks down the plan with the headings that are open above the present line."""

    def __init__(self) -> None:
        self.outline = Outline()
        self._open: list[tuple[int, str]] = []
        self._children: dict[tuple[str, ...], int] = {}
        self._in_topics = False
        self._fresh: Heading | None = None

    @property
    def _now(self) -> Section | None:
        return self.outline.sections[-1] if self.outline.sections else None

    def heading_goes_on(self, line: Line) -> bool:
        """A heading too long for its line goes on below: the same capitals, or a small letter first."""
        head, self._fresh, now = self._fresh, None, self._now
        if head is None or now is None or line.after_blank or head.rest or is_ended(head.title):
            return False
        capitals = now.title.isupper() and line.bare.isupper() and not heading_of(line)
        if not capitals and not line.starts_low:
            return False
        now.title = f"{now.title} {line.bare}"
        self._fresh = head
        return True

    def take(self, line: Line) -> None:
        if is_table_head(line) and not self._in_topics:
            return self._begin_topics(line)
        heading = heading_of(line)
        if heading and self._accepts(heading):
            return self._begin(heading)
        now = self._now
        if now is None:
            self.outline.preamble.append(line)
        elif self._in_topics or self._begins_bare_topics(now, line):
            now.topics.append(line)
        else:
            now.lines.append(line)
        return None

    def _begin_topics(self, line: Line) -> None:
        if self._now is None or self._now.kind != "content":
            self._begin(Heading(line.number, ARABIC, "", "", "content"))
        self._in_topics = True
        self.outline.sections[-1].topics.append(line)

    def _begins_bare_topics(self, now: Section, line: Line) -> bool:
        """Topics may stand as numbered lines below "Nội dung", without a table's head."""
        first = row_start(line)
        self._in_topics = now.known and now.kind == "content" and first is not None and first.number in {"1", "01"}
        return self._in_topics

    def _accepts(self, heading: Heading) -> bool:
        if self._in_topics:
            return self._ends_topics(heading)
        if heading.rank <= ROMAN or heading.kind:
            return self._now is not None or heading.rank <= ROMAN or is_known_alone(heading.title)
        return self._now is not None and self._now.kind == "responsibility"

    def _ends_topics(self, heading: Heading) -> bool:
        if heading.rank <= ROMAN:
            return heading.kind is not None or heading.title.isupper() or heading.label == self._next_roman()
        if heading.rank == NONE and all(is_head_word(line) for line in self.outline.sections[-1].topics):
            return False  # a word of the table's head
        few = len(heading.title.split()) <= 8
        return few and heading.kind in {"channel", "responsibility", "requirement"}

    def _next_roman(self) -> str:
        roman = next((label for rank, label in self._open if rank == ROMAN), "")
        return _ROMANS[_ROMANS.index(roman) + 1] if roman in _ROMANS[:-1] else ""

    def _begin(self, heading: Heading) -> None:
        rank = heading.rank
        if rank == NONE:
            rank = ROMAN if heading.title.isupper() else ARABIC
        while self._open and self._open[-1][0] >= rank:
            self._open.pop()
        parents = tuple(label for _rank, label in self._open)
        self._children[parents] = self._children.get(parents, 0) + 1
        self._open.append((rank, self._label(heading, rank, self._children[parents])))
        self._in_topics = False
        self._fresh = heading
        self.outline.sections.append(self._section(heading, rank))

    def _label(self, heading: Heading, rank: int, place: int) -> str:
        if heading.rank == DOUBLE:
            return heading.label.rpartition(".")[2]
        if heading.label:
            return heading.label
        return _ROMANS[place - 1] if rank == ROMAN and place <= len(_ROMANS) else str(place)

    def _section(self, heading: Heading, rank: int) -> Section:
        path = ".".join(label for _rank, label in self._open)
        above = self._now.kind if self._now and self._open[:-1] else None
        known = heading.kind is not None or above is not None
        section = Section(path, heading.kind or above or "content", heading.title, heading.line, rank, known)
        if heading.rest:
            section.lines.append(Line(heading.line, heading.rest, after_blank=True))
        return section


def is_about_the_past(title: str) -> bool:
    """A section that looks back: its figures are results, no demands."""
    words = plain(title)
    return any(past in words for past in ("ket qua", "danh gia", "tinh hinh", "dac diem", "thuan loi", "kho khan"))
