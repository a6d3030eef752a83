"""What typing does to the lines of a body: letters take the look of their place, lines split and join by their kinds.

No letter is ever changed and no cursor moved by this: an input method that takes back a letter and sends another finds
everything where it left it.
"""

from __future__ import annotations

import tkinter
from collections.abc import Callable
from typing import Any

from desktop_app.ui.widgets.rich_text_bold import Bold
from desktop_app.ui.widgets.rich_text_lines import Line, LineKind, bold_at, lead_of, split_kinds
from desktop_app.ui.widgets.rich_text_page import BOLD, PLAIN, Page, Start
from desktop_app.ui.widgets.rich_text_steps import Place, Steps


class Edits:
    """Options: ``own`` the way past the tap, ``edited()`` after each change of a person."""

    def __init__(
        self, text: tkinter.Text, page: Page, steps: Steps, own: Callable[..., Any], edited: Callable[[], object]
    ) -> None:
        self._text, self._page, self._steps, self._own, self._edited = text, page, steps, own, edited
        self.bold = Bold(text, page, steps)

    # ------------------------------------------------------------ what Tk asks for

    def do(self, act: str, *words: str) -> None:
        """An act of the text's command: insert, delete or replace."""
        if str(self._text.cget("state")) == "disabled":
            return
        if act == "insert":
            self.insert(words[0], "".join(words[1::2]))
        elif act == "delete":
            self._delete_each(words)
        else:
            self.replace(words[0], words[1], "".join(words[2::2]))

    def replace(self, start: str, end: str, words: str) -> None:
        """Other words in the place of some; they look like the first of those."""
        place = self._page.place(start)
        bold = bold_at(self._page.line(place[0]).spans, self._page.sign_at(place) + 1)
        with self._steps.one():
            self.delete(start, end)
            self.bold.wish(place, bold)
            self.insert(self._page.index(place), words)
            self.bold.forget()

    def _delete_each(self, words: tuple[str, ...]) -> None:
        for start, end in reversed(list(zip(words[::2], (*words[1::2], ""), strict=False))):
            self.delete(start, end)

    def insert(self, index: str, words: str) -> None:
        """Letters come in; they take the look of where they stand."""
        if not words:
            return
        if words[:1].isspace() or len(words) > 1:
            self._steps.close()  # a word is a step
        place = self._room_for_words(index)
        bold = self.bold.at(place)
        with_breaks = "\n" in words
        self._steps.will_change(place[0], place[0])
        self._own("insert", self._page.index(place), words, self._tags(place, bold))
        if with_breaks:
            self._split(place, words.count("\n"))
            self._steps.changed(words.count("\n"))
        for line in range(place[0], place[0] + words.count("\n") + 1):
            self._page.dress(line)
        if not with_breaks:
            self.bold.typed(self._page.place(f"{self._page.index(place)} + {len(words)} indices"))
        self._edited()

    def _tags(self, place: Place, bold: bool) -> tuple[str, ...]:
        kind = self._page.kinds[place[0]][0]
        return (kind, BOLD) if bold else (kind,)

    def _room_for_words(self, index: str) -> Place:
        """Where letters meant for ``index`` may stand: behind the dot of an item, on a line beside a photo."""
        line, column = self._page.place(index)
        kind = self._page.kinds[line][0]
        if kind != "picture":
            return line, max(column, lead_of(kind))
        at_cursor = self._page.place("insert") == (line, column)
        new = line if column == 0 else line + 1
        self._steps.will_change(line, line)
        self._page.add_lines(new, 1)
        self._steps.changed(1)
        if at_cursor:
            self._own("mark", "set", "insert", f"{new + 1}.0")
        return new, 0

    def _split(self, place: Place, breaks: int) -> None:
        """Line breaks have come into a line: what kinds the lines are now."""
        line, column = place
        kinds = self._page.kinds
        start: Start = kinds[line]
        tail = self._page.end_of(line + breaks)[1] > 0
        first, rest = split_kinds(start[0], at_start=column <= lead_of(start[0]) and tail)
        middle = "paragraph" if rest == "heading" else rest
        kinds[line : line + 1] = [(first, 0), *[(middle, 0)] * (breaks - 1), (rest, 0)]

    def delete(self, index: str, until: str = "") -> None:
        """Letters go; where a line break goes, two lines become one."""
        start = self._page.place(index)
        end = self._page.place(until or f"{index} + 1 indices")
        if self._page.inside_a_sign(end):
            end = (end[0], end[1] + 1)
        start, end = self._kept_apart(self._page.whole(start), end)
        if start >= end:
            return
        if not self._one_letter(start, end):
            self._steps.close()
        self._steps.will_change(start[0], end[0])
        kind = self._kind_after(start, end)
        self.bold.taken_back(end)
        self._own("delete", *self._indices(start, end))
        self._page.kinds[start[0] : end[0] + 1] = [kind]
        self._steps.changed(start[0] - end[0])
        self._page.dress(start[0])
        self._edited()

    def _one_letter(self, start: Place, end: Place) -> bool:
        """Whether a single letter of a word goes: what an input method takes back is no step of its own."""
        letters = str(self._text.get(*self._indices(start, end)))
        return start[0] == end[0] and len(letters) == 1 and not letters.isspace()

    def _indices(self, start: Place, end: Place) -> tuple[str, str]:
        return self._page.index(start), self._page.index(end)

    def _kept_apart(self, start: Place, end: Place) -> tuple[Place, Place]:
        """Words and a photo never come onto one line."""
        kinds = self._page.kinds
        if start[0] == end[0]:
            return start, end
        if kinds[start[0]][0] == "picture" and start[1] == 1 and self._words_after(end):
            return ((start[0], 0), end) if end == (start[0] + 1, 0) else ((start[0] + 1, 0), end)
        if kinds[end[0]][0] == "picture" and end[1] == 0 and start[1] > lead_of(kinds[start[0]][0]):
            return start, self._page.end_of(end[0] - 1)
        return start, end

    def _words_after(self, place: Place) -> bool:
        return self._page.end_of(place[0])[1] > place[1]

    def _kind_after(self, start: Place, end: Place) -> Start:
        """The kind of the line that is left of the lines between ``start`` and ``end``."""
        kinds = self._page.kinds
        lead = lead_of(kinds[start[0]][0])
        if start[0] == end[0]:
            whole_lead = kinds[start[0]][0] in ("item", "picture") and (start[1], end[1]) == (0, 1)
            return PLAIN if whole_lead else kinds[start[0]]
        if start[1] > lead:
            return kinds[start[0]]
        if kinds[end[0]][0] == "picture" and end[1]:
            return PLAIN
        if kinds[end[0]][0] == "more" and kinds[start[0]][0] not in ("paragraph", "more"):
            return PLAIN
        return kinds[start[0]] if kinds[end[0]][0] == "more" else kinds[end[0]]

    # ------------------------------------------------------------ keys and buttons

    def new_line(self) -> None:
        """Return: the next paragraph or item; in an empty item the list ends."""
        line, _column = self._page.place("insert")
        if self._page.kinds[line][0] == "item" and not self._page.line(line).text:
            self.turn(line, line, "paragraph")
        else:
            self._replace_selection("\n")

    def break_line(self) -> None:
        """Shift+Return: a new line of the same paragraph."""
        with self._steps.one():
            self._replace_selection("\n")
            line, _column = self._page.place("insert")
            above = self._page.kinds[line - 1][0]
            if above in ("paragraph", "more") and self._page.kinds[line][0] == "paragraph":
                self.turn(line, line, "more")

    def _replace_selection(self, words: str) -> None:
        with self._steps.one():
            if self._text.tag_ranges("sel"):
                self.delete("sel.first", "sel.last")
            self.insert("insert", words)

    def turn(self, first: int, last: int, kind: LineKind) -> None:
        """Make lines a heading, items or paragraphs, as one step; photos stay what they are."""
        with self._steps.one():
            self._steps.will_change(first, last)
            for line in range(first, last + 1):
                if self._page.kinds[line][0] != "picture":
                    self._page.kinds[line] = (kind, 0)
                    self._page.dress(line)
        self._edited()

    def put(self, first: int, count: int, lines: list[Line]) -> None:
        """Other lines in the place of some, as one step."""
        with self._steps.one():
            self._steps.will_change(first, first + count - 1)
            self._page.write(first, count, lines)
            self._steps.changed(len(lines) - count)
        self._edited()

    def toggle_bold(self) -> None:
        """Make the selection bold, or not bold any more; without one, what is typed next."""
        if self.bold.toggle():
            self._edited()
