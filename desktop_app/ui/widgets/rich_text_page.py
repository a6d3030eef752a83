"""The lines of a body on a tk.Text: their kinds kept beside it, their looks painted, dots and photos set into it.

The text holds letters and nothing else of ours: no sign of the markup ever stands in it. ``kinds`` is the truth about
lines, the tag "bold" the truth about bold letters; every other tag is paint.
"""

from __future__ import annotations

import tkinter
from collections.abc import Callable, Sequence

from desktop_app.core.manuscripts.markup import Span, joined
from desktop_app.ui.theme import px
from desktop_app.ui.widgets.rich_text_lines import Line, LineKind, lead_of
from desktop_app.ui.widgets.rich_text_steps import Place

BOLD = "bold"
KINDS: tuple[LineKind, ...] = ("paragraph", "more", "heading", "item", "picture")
A_PLACE = "\U0001f600"
"""A sign that some versions of Tk count as two places."""

Start = tuple[LineKind, int]
DOT_ROOM = 6
"""Plain pixels at both sides of an item's dot."""

PLAIN: Start = ("paragraph", 0)

PhotoSign = Callable[[tkinter.Text, int], tkinter.Misc]
"""Makes what stands for photo n in the text."""


class Page:
    """Options: ``own(act, …)`` speaks to the text past whoever listens to its changes, ``dot()`` gives the picture of
    an item's dot, ``photo(text, n)`` makes a placed photo.
    """

    def __init__(
        self, text: tkinter.Text, own: Callable[..., object], dot: Callable[[], object], photo: PhotoSign
    ) -> None:
        self._text, self._own, self._dot, self._photo = text, own, dot, photo
        self.kinds: list[Start] = [PLAIN]
        self._wide = int(text.tk.call("string", "length", A_PLACE))

    # ------------------------------------------------------------ places

    def place(self, index: str) -> Place:
        """An index of Tk as line and place in it; what lies past the end is the end."""
        line, column = str(self._text.index(index)).split(".")
        if int(line) > len(self.kinds):
            return self.end_of(len(self.kinds) - 1)
        return int(line) - 1, int(column)

    def end_of(self, line: int) -> Place:
        """The place behind the last sign of a line."""
        return line, int(str(self._text.index(f"{line + 1}.end")).split(".")[1])

    def index(self, place: Place) -> str:
        """A place as Tk writes it."""
        return f"{place[0] + 1}.{place[1]}"

    def sign_at(self, place: Place) -> int:
        """How many signs of its line stand before a place."""
        line, column = place
        if self.kinds[line][0] == "picture":
            return column
        text, passed = self.line(line).text, lead_of(self.kinds[line][0])
        for number, sign in enumerate(text):
            if passed >= column:
                return number
            passed += self._places(sign)
        return len(text)

    def place_of_sign(self, line: int, sign: int) -> Place:
        """The place before sign ``sign`` of a line."""
        if self.kinds[line][0] == "picture":
            return line, min(sign, 1)
        return line, lead_of(self.kinds[line][0]) + self._places(self.line(line).text[:sign])

    def inside_a_sign(self, place: Place) -> bool:
        """Whether a place is in the middle of an emoji, which some versions of Tk count as two."""
        line, column = place
        if column <= lead_of(self.kinds[line][0]) or self._wide == 1:
            return False
        return self.place_of_sign(line, self.sign_at(place)) != place

    def whole(self, place: Place) -> Place:
        """The same place, or the one before the sign it lies in."""
        return (place[0], place[1] - 1) if self.inside_a_sign(place) else place

    def _places(self, text: str) -> int:
        return len(text) if self._wide == 1 else len(text) + sum(sign > "\uffff" for sign in text)

    # ------------------------------------------------------------ reading

    def line(self, number: int) -> Line:
        """One line as it stands."""
        return self.read(number, 1)[0]

    def read(self, first: int, count: int) -> list[Line]:
        """So many lines as they stand."""
        start, end = f"{first + 1}.0", f"{first + count}.end"
        bold = BOLD in self._text.tag_names(start)
        told = self._text.tk.splitlist(self._text.tk.call(str(self._text), "dump", "-text", "-tag", start, end))
        rows: list[list[Span]] = [[]]
        bold_ends: list[bool] = []
        for what, value in zip(told[::3], told[1::3], strict=True):
            if what == "text":
                words = _whole_signs(str(value))
                rows[-1].append(Span(words.rstrip("\n"), bold))
                if words.endswith("\n"):
                    rows.append([])
                    bold_ends.append(bold)
            elif str(value) == BOLD:
                bold = what == "tagon"
        bold_ends.append(BOLD in self._text.tag_names(end))
        return [self._line(first + at, spans, bold_ends[at]) for at, spans in enumerate(rows)]

    def _line(self, number: int, spans: list[Span], bold_end: bool) -> Line:
        kind, photo = self.kinds[number]
        if kind == "picture":
            return Line(kind, (), photo)
        continued = number + 1 < len(self.kinds) and self.kinds[number + 1][0] == "more"
        return Line(kind, joined(spans), 0, bold_end and continued)

    def all(self) -> list[Line]:
        """Every line."""
        return self.read(0, len(self.kinds))

    # ------------------------------------------------------------ writing

    def write(self, first: int, count: int, lines: Sequence[Line]) -> None:
        """Put ``lines`` in the place of ``count`` lines; what is the same in both is not touched."""
        spare = count - len(lines)
        if spare > 0:
            self.delete_lines(first + len(lines), spare)
        elif spare < 0:
            self.add_lines(first + count, -spare)
        for at, line in enumerate(lines, first):
            self._rewrite(at, line)

    def add_lines(self, at: int, count: int) -> None:
        """Empty paragraphs before line ``at``, or at the end."""
        where = f"{at + 1}.0" if at < len(self.kinds) else "end-1c"
        self._own("insert", where, "\n" * count, "")
        self.kinds[at:at] = [PLAIN] * count
        for line in range(max(0, at - 1), at + count):
            self.dress(line)

    def delete_lines(self, at: int, count: int) -> None:
        """Take lines out; there is always one left."""
        past = at + count
        ends = (f"{at + 1}.0", f"{past + 1}.0") if past < len(self.kinds) else (f"{at}.end", f"{past}.end")
        self._own("delete", *ends)
        del self.kinds[at:past]
        self.dress(at - 1)  # the line break of the last line is Tk's own, and wears nothing

    def _rewrite(self, at: int, line: Line) -> None:
        before = self.line(at)
        if before == line:
            self.dress(at)
            return
        if "picture" in (before.kind, line.kind) and before[::2] != line[::2]:
            self._own("delete", f"{at + 1}.0", f"{at + 1}.end")
            before = Line()
        self.kinds[at] = (line.kind, line.number)
        self.dress(at)
        if line.kind != "picture":
            self._rewrite_words(at, before.text, line.text)
            self.paint_bold(at, line.spans, line.bold_end)
        self.dress(at)

    def _rewrite_words(self, at: int, before: str, text: str) -> None:
        """Only the letters that differ, so that the cursor and the marks of the others stay."""
        same = _same_at_start(before, text)
        tail = _same_at_start(before[same:][::-1], text[same:][::-1])
        lead = lead_of(self.kinds[at][0])
        start = lead + self._places(before[:same])
        end = start + self._places(before[same : len(before) - tail])
        if end > start:
            self._own("delete", f"{at + 1}.{start}", f"{at + 1}.{end}")
        if new := text[same : len(text) - tail]:
            self._own("insert", f"{at + 1}.{start}", new, "")

    def paint_bold(self, at: int, spans: Sequence[Span], bold_end: bool) -> None:
        """Make exactly these stretches of a line bold."""
        self._text.tag_remove(BOLD, f"{at + 1}.0", f"{at + 1}.end + 1 indices")
        passed = lead_of(self.kinds[at][0])
        for text, bold in spans:
            end = passed + self._places(text)
            if bold:
                self._text.tag_add(BOLD, f"{at + 1}.{passed}", f"{at + 1}.{end}")
            passed = end
        if bold_end:
            self._text.tag_add(BOLD, f"{at + 1}.end")

    def dress(self, at: int) -> None:
        """Give a line the look of its kind: its dot or photo, its letters' size and room."""
        start, end = f"{at + 1}.0", f"{at + 1}.end + 1 indices"
        kind, photo = self.kinds[at]
        self._set_lead(at, kind, photo)
        if kind not in self._text.tag_names(start) or not self._covers(kind, start, end):
            for other in KINDS:
                self._text.tag_remove(other, start, end)
            self._text.tag_add(kind, start, end)

    def _covers(self, kind: LineKind, start: str, end: str) -> bool:
        """Whether the whole line has the look of its kind and of no other."""
        names = set(self._text.tag_names(start)) & set(KINDS)
        inside = (str(self._text), "dump", "-tag", f"{start} + 1 indices", end)
        toggles = self._text.tk.splitlist(self._text.tk.call(*inside))
        return names == {kind} and not set(map(str, toggles[1::3])) & set(KINDS)

    def _set_lead(self, at: int, kind: LineKind, photo: int) -> None:
        wanted = {"item": ["image"], "picture": ["window"]}.get(kind, [])
        told = self._objects(at)
        if [what for what, _place in told] == wanted and all(place.endswith(".0") for _what, place in told):
            return
        for _what, place in reversed(told):
            self._own("delete", place)
        if kind == "item":
            self._text.image_create(f"{at + 1}.0", image=self._dot(), padx=px(DOT_ROOM))  # type: ignore[arg-type]
        elif kind == "picture":
            self._text.window_create(f"{at + 1}.0", window=self._photo(self._text, photo))

    def _objects(self, at: int) -> list[tuple[str, str]]:
        call = (str(self._text), "dump", "-image", "-window", f"{at + 1}.0", f"{at + 1}.end")
        told = [str(word) for word in self._text.tk.splitlist(self._text.tk.call(*call))]
        return list(zip(told[::3], told[2::3], strict=True))


def _same_at_start(one: str, other: str) -> int:
    """How many signs two texts begin with alike."""
    for place, (a, b) in enumerate(zip(one, other, strict=False)):
        if a != b:
            return place
    return min(len(one), len(other))


def _whole_signs(text: str) -> str:
    """Without halves of signs that an old Tk may leave of an emoji: no file could hold them."""
    if text.isascii() or not any("\ud800" <= sign <= "\udfff" for sign in text):
        return text
    return "".join(sign for sign in text if not "\ud800" <= sign <= "\udfff")
