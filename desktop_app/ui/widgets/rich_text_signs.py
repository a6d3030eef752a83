"""Places of a body counted in the signs of its plain text, for whoever looks at words and knows nothing of Tk."""

from __future__ import annotations

from collections.abc import Iterable

from desktop_app.ui.widgets.rich_text_page import Page


class Signs:
    """Options: ``page`` whose lines are counted: a sign each letter, each line break and each placed photo."""

    def __init__(self, page: Page) -> None:
        self._page = page

    def before(self, index: str) -> int:
        """How many signs stand before an index of Tk."""
        place = self._page.place(index)
        above = sum(len(line.text) + 1 for line in self._page.read(0, place[0])) if place[0] else 0
        return above + self._page.sign_at(place)

    def indices(self, offsets: Iterable[int]) -> list[str]:
        """Tk's index before each of these signs; the lines are read once."""
        starts = self._starts()
        found, at = [], 0
        for offset in offsets:
            while at and starts[at] > offset:
                at -= 1
            while at + 1 < len(starts) and starts[at + 1] <= offset:
                at += 1
            found.append(self._page.index(self._page.place_of_sign(at, offset - starts[at])))
        return found

    def _starts(self) -> list[int]:
        """The first sign of each line."""
        starts = [0]
        for line in self._page.all()[:-1]:
            starts.append(starts[-1] + len(line.text) + 1)
        return starts
