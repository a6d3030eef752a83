"""Bold letters of a body: what of the selection is bold, and whether the next letter typed will be."""

from __future__ import annotations

import tkinter
from typing import NamedTuple

from desktop_app.core.manuscripts.markup import Span, joined
from desktop_app.ui.widgets.rich_text_lines import bold_at
from desktop_app.ui.widgets.rich_text_page import Page
from desktop_app.ui.widgets.rich_text_steps import Place, Steps


class Wish(NamedTuple):
    """Bold or not, wished by Ctrl+B for the next letter at a place where nothing is selected."""

    place: Place
    bold: bool


class Part(NamedTuple):
    """What is selected of a line: its spans, and from which sign to which."""

    line: int
    spans: tuple[Span, ...]
    start: int
    end: int

    @property
    def bold(self) -> bool:
        """Whether all of it is bold."""
        return all(span.bold for span in _cut(self.spans, self.start, self.end))

    def turned(self, bold: bool) -> tuple[Span, ...]:
        """The line's spans with the selected part bold, or not bold."""
        whole = sum(len(span.text) for span in self.spans)
        inside = [Span(span.text, bold) for span in _cut(self.spans, self.start, self.end)]
        return joined([*_cut(self.spans, 0, self.start), *inside, *_cut(self.spans, self.end, whole)])


def _cut(spans: tuple[Span, ...], start: int, end: int) -> tuple[Span, ...]:
    """The part of a line's spans between two signs."""
    cut, passed = [], 0
    for text, bold in spans:
        cut.append(Span(text[max(0, start - passed) : max(0, end - passed)], bold))
        passed += len(text)
    return joined(cut)


class Bold:
    """Of one text and its page; each act is a step of its own."""

    def __init__(self, text: tkinter.Text, page: Page, steps: Steps) -> None:
        self._text, self._page, self._steps = text, page, steps
        self._wish: Wish | None = None

    def is_on(self) -> bool:
        """Whether what is selected is bold throughout, or what would be typed now."""
        if not self._text.tag_ranges("sel"):
            return self.at(self._page.place("insert"))
        parts = self._selected()
        return bool(parts) and all(part.bold for part in parts)

    def toggle(self) -> bool:
        """Turn the selection, or what is typed next; says whether letters changed."""
        bold = not self.is_on()
        if not self._text.tag_ranges("sel"):
            self.wish(self._page.place("insert"), bold)
            return False
        with self._steps.one():
            for part in self._selected():
                self._steps.will_change(part.line, part.line)
                self._page.paint_bold(part.line, part.turned(bold), self._page.line(part.line).bold_end)
        return True

    def _selected(self) -> list[Part]:
        start, end = self._page.place("sel.first"), self._page.place("sel.last")
        parts = []
        for line in range(start[0], end[0] + 1):
            spans = self._page.line(line).spans
            first = self._page.sign_at(start) if line == start[0] else 0
            last = self._page.sign_at(end) if line == end[0] else sum(len(span.text) for span in spans)
            parts.append(Part(line, spans, first, last))
        return [part for part in parts if part.start < part.end]

    # ------------------------------------------------------------ the next letter

    def at(self, place: Place) -> bool:
        """Whether a letter typed here is bold: as wished, else as its neighbour."""
        if self._wish is not None and self._wish.place == place:
            return self._wish.bold
        self.forget()
        return bold_at(self._page.line(place[0]).spans, self._page.sign_at(place))

    def wish(self, place: Place, bold: bool) -> None:
        """Letters typed here from now on are bold, or not."""
        self._wish = Wish(place, bold)

    def typed(self, place: Place) -> None:
        """A letter was typed, and the cursor stands behind it: the wish goes along."""
        if self._wish is not None:
            self._wish = self._wish._replace(place=place)

    def taken_back(self, end: Place) -> None:
        """An input method takes back a letter to send it with its tone: the wish goes back with it."""
        if self._wish is not None and self._wish.place == end and end[1] > 0:
            self._wish = self._wish._replace(place=(end[0], end[1] - 1))

    def moved(self) -> None:
        """The cursor went elsewhere: what is typed there looks like its neighbours."""
        if self._wish is not None and self._wish.place != self._page.place("insert"):
            self.forget()

    def forget(self) -> None:
        """Nothing is wished any more."""
        self._wish = None
