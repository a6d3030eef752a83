"""Two texts of an article as sheets to lay side by side, and one passage taken from the one into the other. No Tk."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from desktop_app.core.articles import ArticleText
from desktop_app.core.manuscripts.markup import Kind, Span, compose, joined, plain
from desktop_app.core.text_difference import Stretch, changes
from desktop_app.ui.widgets.rich_text_lines import Line, lines_of, markup_of, plain_of

Lines = list[Line]


class Passage(NamedTuple):
    """A place where two sheets differ: in which part (0 title, 1 lead, 2 body), where on each sheet, in signs."""

    part: int
    taken: Stretch
    added: Stretch

    @property
    def sides(self) -> tuple[Stretch, Stretch]:
        """The stretch of each sheet."""
        return self.taken, self.added


def sheet_of(text: ArticleText) -> str:
    """Title, lead and body as the markup of one sheet."""
    written = (_block(text.title, "heading"), _block(text.lead, "paragraph"), text.body)
    return "\n\n".join(part for part in written if part.strip())


def passages(one: ArticleText, other: ArticleText) -> list[Passage]:
    """Where two sheets differ, in order."""
    parts, others = _parts(one), _parts(other)
    starts = zip(_starts(parts), _starts(others), strict=True)
    return [
        Passage(part, _moved(change.taken, a), _moved(change.added, b))
        for part, (a, b) in enumerate(starts)
        for change in changes(plain_of(parts[part]), plain_of(others[part]))
    ]


def taking(one: ArticleText, other: ArticleText, passage: Passage) -> ArticleText:
    """``one`` with this passage as it stands in ``other``."""
    parts, others = _parts(one), _parts(other)
    a, b = _starts(parts)[passage.part], _starts(others)[passage.part]
    mine, theirs = parts[passage.part], others[passage.part]
    out = _with_space(plain_of(mine), _moved(passage.taken, -a), plain_of(theirs), _moved(passage.added, -b))
    lines = _glued(_glued(_cut(mine, 0, out[0][0]), _cut(theirs, *out[1])), _cut(mine, out[0][1], len(plain_of(mine))))
    words = markup_of(lines) if passage.part == 2 else plain_of(lines)
    return one._replace(**{ArticleText._fields[passage.part]: words})


# ---------------------------------------------------------------- inside


def _block(words: str, kind: Kind) -> str:
    return compose([plain(words, kind)])


def _parts(text: ArticleText) -> tuple[Lines, Lines, Lines]:
    title, lead = _block(text.title, "heading"), _block(text.lead, "paragraph")
    return _lines(title), _lines(lead), _lines(text.body)


def _lines(markup: str) -> Lines:
    return lines_of(markup) if markup.strip() else []


def _starts(parts: Sequence[Lines]) -> list[int]:
    """The sign each part begins with on its sheet."""
    sizes = [sum(len(line.text) + 1 for line in lines) for lines in parts]
    return list(accumulate(sizes[:-1], initial=0))


def _moved(stretch: Stretch, by: int) -> Stretch:
    return stretch[0] + by, stretch[1] + by


def _with_space(one: str, taken: Stretch, other: str, added: Stretch) -> tuple[Stretch, Stretch]:
    """Both stretches with the space up to the word before them, or at the very beginning to the word behind them."""
    before = one[: taken[0]].rstrip()
    if before:
        return (len(before), taken[1]), (len(other[: added[0]].rstrip()), added[1])
    return (0, _next_word(one, taken[1])), (0, _next_word(other, added[1]))


def _next_word(text: str, place: int) -> int:
    return len(text) - len(text[place:].lstrip())


def _cut(lines: Sequence[Line], start: int, end: int) -> Lines:
    """The lines between two signs; the first and the last may be pieces."""
    found: Lines = []
    at = 0
    for line in lines:
        last = at + len(line.text)
        if at <= end and start <= last:
            found.append(_piece(line, max(start - at, 0), min(end, last) - at))
        at = last + 1
    return found


def _piece(line: Line, start: int, end: int) -> Line:
    if line.kind == "picture":
        return line if end > start else Line()
    spans, at = [], 0
    for text, bold in line.spans:
        spans.append(Span(text[max(start - at, 0) : max(end - at, 0)], bold))
        at += len(text)
    return line._replace(spans=joined(spans))


def _glued(above: Lines, below: Lines) -> Lines:
    """Lines that run on: the last of the one and the first of the other are one line."""
    if not above or not below:
        return above or below
    last, first = above[-1], below[0]
    leads = first if not last.text else last
    if leads.kind != "picture":
        leads = leads._replace(spans=joined([*last.spans, *first.spans]), bold_end=first.bold_end)
    return [*above[:-1], leads, *below[1:]]
