"""The topics of a plan: the flat text of its table read row by row into titles and content."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from desktop_app.core.plans import questions
from desktop_app.core.plans.dashes import STARTERS, SplitItem, items_of
from desktop_app.core.plans.dates import dates_in
from desktop_app.core.plans.draft import Question, TopicDraft
from desktop_app.core.plans.lines import Line, is_ended, rejoined, without_bullet
from desktop_app.core.plans.paragraphs import is_page_number
from desktop_app.core.plans.topic_rows import (
    RowStart,
    cells_of,
    has_cells,
    is_head_word,
    is_month_row,
    is_table_head,
    row_start,
    split_glued,
)

_FURTHEST_GAP = 4
"""Numbers a paper may leave out; a bigger jump is a figure inside a sentence."""
_LONGEST_TITLE = 16  # words
_LAST_DASH = re.compile(r"\s+[-–—•+]\s*$")
_MOST_TITLE_LINES = 6


class ReadTopics(NamedTuple):
    """The topics, what is unsure about them, and the lines that belong to none."""

    topics: tuple[TopicDraft, ...]
    questions: tuple[Question, ...]
    left_over: tuple[Line, ...]


@dataclass
class _Content:
    parts: list[str]
    line: int
    after_blank: bool = False


@dataclass
class _Topic:
    number: str | None
    line: int
    title: list[str] = field(default_factory=list)
    contents: list[_Content] = field(default_factory=list)


def topics_of(lines: Sequence[Line], plan_year: int | None = None) -> ReadTopics:
    """The topics in the lines of a plan's table, whichever way it was flattened.

    ``plan_year`` tells which date in a title ends the topic's season.
    """
    table = _Table(lines)
    if has_cells(lines):
        table.read_cells()
    else:
        table.read_flat()
    return table.result(plan_year)


class _Table:
    """One pass over the rows: the topic being read, its title, its content."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = _with_dashes_in_front(lines)
        self._topics: list[_Topic] = []
        self._left: list[Line] = []
        self._questions: list[Question] = []
        numbered = [row_start(line) for line in lines]
        # Where numbers share their line with a title, a number alone is a page's.
        self._alone_is_page = sum(bool(start and start.rest) for start in numbered) >= 2

    # ------------------------------------------------------------ rows with cells

    def read_cells(self) -> None:
        """Number, title and content stand in cells of their own."""
        for place, line in enumerate(self._lines):
            cells = cells_of(line)
            if cells is None and self._is_number_cut_off(line, place):
                self._topics.append(_Topic(line.bare, line.number))
            elif cells is None:
                self._plain_below_cells(line)
            elif cells and not is_head_word(line):
                self._row(line, cells)

    def _row(self, line: Line, cells: list[str]) -> None:
        if not any(cells):
            return
        numbered = row_start(Line(line.number, cells[0])) is not None and len(cells[0].split()) <= 3
        if cells[0] and not numbered:  # a table without a column of numbers
            cells = ["", *cells]
        number, title, content, *more = [*cells, "", ""][: max(3, len(cells))]
        self._row_begins(line, number, title, content)
        if content:
            self._content_cell(line, content)
        if any(more):
            self._questions.append(questions.more_columns([cell for cell in more if cell], line.number))

    def _row_begins(self, line: Line, number: str, title: str, content: str) -> None:
        start = row_start(Line(line.number, number)) if number else None
        if start:
            begun, rest = (title, "") if title else split_glued(start.rest)
            self._topics.append(_Topic(start.number, line.number, [begun]))
            self._content_cell(line, rest)
        elif title and self._topics and self._row_goes_on(title, content):
            self._topics[-1].title.append(title)
        elif title:
            self._topics.append(_Topic(None, line.number, [title]))

    def _row_goes_on(self, title: str, content: str) -> bool:
        """A row cut by the end of a page goes on below without its number."""
        cut = Line(0, title).starts_low or (content != "" and Line(0, content).starts_low)
        return cut or not self._topics[-1].title

    def _content_cell(self, line: Line, content: str) -> None:
        if content and self._topics:
            self._content(Line(line.number, content, line.after_blank))

    def _is_number_cut_off(self, line: Line, place: int) -> bool:
        """The number stands below one page, its row on the next, where the number's cell is empty."""
        if line.bare != str(self._last_number() + 1):
            return False
        below = next(map(cells_of, self._lines[place + 1 : place + 2]), None) or []
        return bool(below) and row_start(Line(0, below[0])) is None

    def _plain_below_cells(self, line: Line) -> None:
        """A cell with line breaks of its own continues below its row."""
        if not self._topics:
            self._leave(line)
        elif not is_page_number(line):
            self._content(line)

    # ------------------------------------------------------------ rows without cells

    def read_flat(self) -> None:
        """All cells ran together; numbers, dashes, blank lines and capitals tell them apart."""
        for place, line in enumerate(self._lines):
            start = row_start(line)
            if start and self._is_next(start, line, place):
                self._begin(line, start)
            elif is_month_row(line):
                self._topics.append(_Topic(None, line.number, [line.bare]))
            elif not self._topics or is_table_head(line):  # a head is printed again on each page
                self._leave(line)
            elif not (start and not start.rest and is_page_number(line)):
                self._line(line, place)

    def _leave(self, line: Line) -> None:
        if not is_head_word(line):
            self._left.append(line)

    def _is_next(self, start: RowStart, line: Line, place: int) -> bool:
        if not start.rest and (self._alone_is_page or not self._title_may_follow(place)):
            return False
        last, number = self._last_number(), int(start.number)
        if number == last + 1:
            return True
        free = line.after_blank or is_ended(self._text_above()) or not self._topics
        return free and (last < number <= last + _FURTHEST_GAP or number in {1, last})

    def _title_may_follow(self, place: int) -> bool:
        after = self._lines[place + 1 : place + 2]
        return bool(after) and after[0].text.strip()[:1].isupper() and not without_bullet(after[0].text)[1]

    def _last_number(self) -> int:
        return next((int(topic.number) for topic in reversed(self._topics) if topic.number), 0)

    def _text_above(self) -> str:
        topic = self._topics[-1] if self._topics else None
        if topic is None:
            return ""
        return topic.contents[-1].parts[-1] if topic.contents else " ".join(topic.title[-1:])

    def _begin(self, line: Line, start: RowStart) -> None:
        title, content = split_glued(start.rest)
        self._topics.append(_Topic(start.number, line.number, [title] if title else []))
        if content:
            self._ask_about_cut(title, content, line.number)
            self._content(Line(line.number, content))

    def _ask_about_cut(self, title: str, content: str, line: int) -> None:
        if not without_bullet(content)[1]:
            self._questions.append(questions.title_cut(title, content, line))

    def _line(self, line: Line, place: int) -> None:
        topic = self._topics[-1]
        if without_bullet(line.text)[1]:
            self._content(line)
        elif not topic.contents:
            self._below_title(topic, line)
        elif self._is_title_without_number(line, place):
            self._topics.append(_Topic(None, line.number, [line.bare]))
        else:
            self._content(line)

    def _below_title(self, topic: _Topic, line: Line) -> None:
        begun = " ".join(topic.title[-_MOST_TITLE_LINES:])
        open_title = not begun or begun.endswith((",", "-", "–")) or begun.count("(") > begun.count(")")
        if line.starts_low or open_title:
            title, content = split_glued(line.bare)
            topic.title.append(title if content else line.text)
            if content:
                self._ask_about_cut(rejoined(topic.title), content, line.number)
                self._content(Line(line.number, content))
        elif line.after_blank or line.bare.startswith(STARTERS):
            if not line.after_blank:
                self._ask_about_cut(begun, line.bare, line.number)
            self._content(line)
        else:
            title, content = split_glued(line.bare)
            topic.title.append(title if content else line.text)
            if content:
                self._content(Line(line.number, content))

    def _is_title_without_number(self, line: Line, place: int) -> bool:
        """A few words of a capital start, no full stop, then content: a row whose number cell was empty."""
        if line.starts_low or not (line.after_blank or is_ended(self._text_above())):
            return False
        words: list[str] = []
        for after in self._lines[place : place + _MOST_TITLE_LINES]:
            dashed = without_bullet(after.text)[1]
            begins = dashed or (after.after_blank and after.bare.startswith(STARTERS))
            if words and (begins or row_start(after)):
                title = " ".join(words)
                return begins and not is_ended(title) and len(title.split()) <= _LONGEST_TITLE
            if words and after.after_blank and not after.starts_low:
                return False
            words.append(after.bare)
        return False

    # ------------------------------------------------------------ content

    def _content(self, line: Line) -> None:
        """A dash begins an item, and so does a new paragraph below an ended one; other lines go on."""
        contents = self._topics[-1].contents
        if not contents or without_bullet(line.text)[1]:
            contents.append(_Content([line.text], line.number))
        elif line.after_blank and not line.starts_low and is_ended(contents[-1].parts[-1]):
            contents.append(_Content([line.text], line.number, after_blank=True))
        else:
            contents[-1].parts.append(line.text)

    # ------------------------------------------------------------ the answer

    def result(self, plan_year: int | None) -> ReadTopics:
        for topic in self._topics:
            self._find_content_in_title(topic)
        topics = tuple(self._draft(topic, plan_year) for topic in self._topics)
        self._ask_about_numbers(topics)
        return ReadTopics(topics, tuple(self._questions), tuple(self._left))

    def _find_content_in_title(self, topic: _Topic) -> None:
        """One number a line, then title, then content, with nothing between: the last capital begins the content."""
        title, content = split_glued(rejoined(topic.title))  # the words that begin a content may be wrapped
        if content:
            topic.title = [title]
            topic.contents.insert(0, _Content([content], topic.line))
            self._ask_about_cut(title, content, topic.line)
        if topic.contents or len(topic.title) < 2 or not is_ended(topic.title[-1]):
            return
        capitals = [place for place, part in enumerate(topic.title) if place and part.strip()[:1].isupper()]
        if capitals:
            topic.contents = [_Content(topic.title[capitals[0] :], topic.line)]
            topic.title = topic.title[: capitals[0]]
            self._ask_about_cut(rejoined(topic.title), rejoined(topic.contents[0].parts), topic.line)

    def _draft(self, topic: _Topic, plan_year: int | None) -> TopicDraft:
        title = rejoined(topic.title)
        split = [item for content in topic.contents for item in items_of(content.parts, content.line)]
        self._ask_about_items(topic, title, [item for item in split if item.was_hidden])
        return TopicDraft(topic.number, title, tuple(item.item for item in split), _season_end(title, plan_year))

    def _ask_about_items(self, topic: _Topic, title: str, hidden: Sequence[SplitItem]) -> None:
        self._questions += [questions.dash_in_line(split.item.text, split.line) for split in hidden]
        for content in topic.contents:
            if content.after_blank:
                self._questions.append(questions.line_without_dash(rejoined(content.parts), content.line))
        if not topic.contents:
            self._questions.append(questions.topic_without_items(title, topic.line))

    def _ask_about_numbers(self, topics: Sequence[TopicDraft]) -> None:
        seen: set[str] = set()
        last = 0
        for topic, raw in zip(topics, self._topics, strict=True):
            if topic.printed_no is None:
                self._questions.append(questions.topic_without_number(topic.title, raw.line))
                continue
            number = int(topic.printed_no)
            if topic.printed_no in seen:
                self._questions.append(questions.number_repeated(topic.printed_no, topic.title, raw.line))
            elif number > last + 1:
                missing = ", ".join(map(str, range(last + 1, number)))
                self._questions.append(questions.number_missing(missing, str(last), str(number), raw.line))
            seen.add(topic.printed_no)
            last = number


def _with_dashes_in_front(lines: Sequence[Line]) -> list[Line]:
    """A dash left alone at a line's end belongs to the content that begins below."""
    moved = list(lines)
    for place, (line, below) in enumerate(pairwise(lines)):
        if _LAST_DASH.search(line.text) and below.bare.startswith(STARTERS):
            moved[place] = moved[place]._replace(text=_LAST_DASH.sub("", moved[place].text))
            moved[place + 1] = below._replace(text=f"- {below.text.lstrip()}")
    return moved


def _season_end(title: str, plan_year: int | None) -> date | None:
    return max((day for day in dates_in(title) if day.year == plan_year), default=None)
