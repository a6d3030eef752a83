"""RichText: the body of an article as it looks. Headings, bold, lists and placed photos; never a sign of the markup.

body = RichText(card.body, photo=chip)          the manners of TextBox: on_pause, changed, kept, enable, text
body.set(markup); body.get(); body.plain(); body.selected(); body.mark("comment", [(3, 9)]); body.see(3)
Every (start, end) counts the signs of ``plain()``.
"""

from __future__ import annotations

import re
import tkinter
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial

import ttkbootstrap as ttk

from db.text import nfc
from desktop_app.core.i18n import _
from desktop_app.ui.widgets.rich_text_edits import Edits
from desktop_app.ui.widgets.rich_text_lines import Line, LineKind, lead_of, lines_of, markup_of, plain_of
from desktop_app.ui.widgets.rich_text_page import Page, PhotoSign
from desktop_app.ui.widgets.rich_text_paint import Paint
from desktop_app.ui.widgets.rich_text_signs import Signs
from desktop_app.ui.widgets.rich_text_steps import Place, Steps
from desktop_app.ui.widgets.rich_text_tap import tap
from desktop_app.ui.widgets.text_box import TextBox

Stretch = tuple[int, int]


def photo_name(text: tkinter.Text, number: int) -> tkinter.Misc:
    """What stands for a placed photo where no picture of it is known."""
    return ttk.Label(text, text=_("Photo {number}").format(number=number), bootstyle="@card secondary", icon="image")


class RichText(TextBox):
    """Options: as TextBox; ``photo(text, n)`` makes what stands for photo n."""

    def __init__(
        self, parent: tkinter.Misc, *, height: int = 8, bare: bool = False, photo: PhotoSign = photo_name
    ) -> None:
        super().__init__(parent, height=height, bare=bare)
        self.text.configure(undo=False)
        own = tap(self.text, self._asked, self._moved)
        self._own = own
        self._paint = Paint(self.text)
        self.page = Page(self.text, own, lambda: self._paint.dot, photo)
        self._signs = Signs(self.page)
        self.steps = Steps(read=self.page.read, write=self.page.write, cursor=self._cursor)
        self.edits = Edits(self.text, self.page, self.steps, own, self._edited)
        self._given = ("", "")
        self._new = False
        self._watchers: list[Callable[[], object]] = []
        self._listen_to_keys()
        self._paint.apply()
        self.page.dress(0)

    def _listen_to_keys(self) -> None:
        text = self.text
        for keys, act in {
            "<Return>": self.edits.new_line,
            "<KP_Enter>": self.edits.new_line,
            "<Shift-Return>": self.edits.break_line,
            "<Control-b>": self.toggle_bold,
            "<Control-B>": self.toggle_bold,
            "<<Undo>>": self.undo,
            "<<Redo>>": self.redo,
            "<Control-y>": self.redo,
            "<Control-Y>": self.redo,
            "<<Paste>>": self.paste,
        }.items():
            text.bind(keys, partial(self._pressed, act))
        text.bind("<space>", lambda event: None)
        text.bind("<<PrevChar>>", lambda event: self._left_of_dot())
        text.bind("<<Selection>>", lambda event: self._watched(), "+")

    def _pressed(self, act: Callable[[], object], event: tkinter.Event) -> str:
        if self.writable:
            act()
            self.text.see("insert")
        return "break"

    # ------------------------------------------------------------ the words

    def get(self) -> str:
        """The body as markup (NFC); the very words of ``set`` as long as nothing was changed."""
        given, tidy = self._given
        now = nfc(markup_of(self.page.all()))
        return given if now == tidy else now

    def set(self, text: str) -> None:
        """Another body (markup); the cursor stays where it was as far as it can, and undo begins anew."""
        place = self._cursor()
        self._own("mark", "set", "insert", "1.0")
        writable = self.writable
        self.text.configure(state="normal")
        self.page.write(0, len(self.page.kinds), lines_of(text))
        self.text.configure(state="normal" if writable else "disabled")
        self._put_cursor(place)
        self.steps.forget()
        self.edits.bold.forget()
        self._given = (text, nfc(markup_of(self.page.all())))
        self._new = False
        self._watched()

    def plain(self) -> str:
        """The signs on the sheet, a line each; a placed photo is one sign. Not composed: places count in it."""
        return plain_of(self.page.all())

    @property
    def empty(self) -> bool:
        """Whether nothing is written."""
        return not self.plain().strip()

    @property
    def changed(self) -> bool:
        """Whether something was changed since the last ``set`` or ``kept``."""
        return self._new

    def kept(self) -> None:
        """What is typed is saved now."""
        self._new = False

    @property
    def writable(self) -> bool:
        """Whether it may be written in now."""
        return str(self.text.cget("state")) == "normal"

    # ------------------------------------------------------------ places

    def selected(self) -> Stretch | None:
        """The selection in signs of ``plain``, or None."""
        marked = self.text.tag_ranges("sel")
        return (self.offset("sel.first"), self.offset("sel.last")) if marked else None

    def offset(self, index: str) -> int:
        """How many signs stand before an index of Tk."""
        return self._signs.before(index)

    def index(self, offset: int) -> str:
        """The index of Tk before sign ``offset``."""
        return self._signs.indices([offset])[0]

    def mark(self, look: str, stretches: Sequence[Stretch]) -> None:
        """Give these stretches, and no others, the look "spelling", "comment", "found" or "here"."""
        self.text.tag_remove(look, "1.0", "end")
        indices = self._signs.indices(place for stretch in stretches for place in stretch)
        if indices:
            self.text.tag_add(look, *indices)

    def see(self, offset: int) -> None:
        """Bring a sign into view."""
        self.text.see(self.index(offset))

    def select(self, start: int, end: int) -> None:
        """Select a stretch and go there."""
        first, last = self._signs.indices([start, end])
        self.text.tag_remove("sel", "1.0", "end")
        self.text.tag_add("sel", first, last)
        self.text.mark_set("insert", last)
        self.text.see(first)

    # ------------------------------------------------------------ acts, each one step to take back

    def insert(self, words: str) -> None:
        """Put words at the cursor, in place of what is selected."""
        with self.steps.one():
            if self.text.tag_ranges("sel"):
                self.edits.delete("sel.first", "sel.last")
            self.edits.insert("insert", words)

    def replace(self, stretches: Sequence[Stretch], words: str) -> None:
        """Put the same words in the place of each stretch."""
        with self.steps.one():
            for start, end in sorted(stretches, reverse=True):
                first, last = self._signs.indices([start, end])
                self.edits.replace(first, last, words)

    def insert_markup(self, markup: str) -> None:
        """Put whole lines (a template) below the line of the cursor, or in its place where it is empty."""
        line, _column = self._cursor()
        lines = lines_of(markup)
        empty = self.page.read(line, 1)[0] == Line()
        with self.steps.one():
            self.edits.put(line, 1, lines if empty else [self.page.line(line), *lines])
            at = line + len(lines) - (1 if empty else 0)
            self._go((at, self.page.end_of(at)[1]))

    def place_photo(self, number: int) -> None:
        """Put photo n below the line of the cursor; the cursor comes to the line below it."""
        line, _column = self._cursor()
        here = self.page.line(line)
        above = [] if here.kind != "picture" and not here.text.strip() else [here]
        below = [] if line + 1 < len(self.page.kinds) else [Line()]
        with self.steps.one():
            self.edits.put(line, 1, [*above, Line("picture", (), number), *below])
            self._go((line + len(above) + 1, 0))

    def renumber(self, numbers: dict[int, int]) -> None:
        """Other numbers for the photos: those without one leave the text."""
        lines = self.page.all()
        new = [line._replace(number=numbers.get(line.number, 0)) for line in lines]
        new = [line for line in new if line.kind != "picture" or line.number]
        if new != lines:
            self.edits.put(0, len(lines), new or [Line()])

    def photos(self) -> list[int]:
        """The numbers of the photos that stand in the text, in order."""
        return [number for kind, number in self.page.kinds if kind == "picture"]

    @property
    def kind(self) -> LineKind:
        """What the line of the cursor is."""
        return self.page.kinds[self._cursor()[0]][0]

    def turn(self, kind: LineKind) -> None:
        """Make the lines of the selection that kind, or paragraphs again where they are already."""
        first, last = self._selected_lines()
        same = {self.page.kinds[line][0] for line in range(first, last + 1)} <= {kind, "picture"}
        self.edits.turn(first, last, "paragraph" if same else kind)

    def _selected_lines(self) -> tuple[int, int]:
        if not self.text.tag_ranges("sel"):
            line = self._cursor()[0]
            return line, line
        first, last = self.page.place("sel.first"), self.page.place("sel.last")
        return first[0], last[0] - (1 if last[1] == 0 and last[0] > first[0] else 0)

    @property
    def bold(self) -> bool:
        """Whether the selection is bold, or what would be typed now."""
        return self.edits.bold.is_on()

    def toggle_bold(self) -> None:
        """Make the selection, or what is typed next, bold or not bold any more."""
        self.edits.toggle_bold()
        self._watched()

    def paste(self) -> None:
        """Put the words of the clipboard in, as plain text."""
        with suppress(tkinter.TclError):  # nothing there, or no text
            words = nfc(str(self.clipboard_get())).replace("\r\n", "\n").replace("\r", "\n")
            self.insert(re.sub(r"\n(?:[ \t]*\n)+", "\n", words).replace("\x00", ""))

    def undo(self) -> None:
        """Take the last step back."""
        self._go_where(self.steps.undo())

    def redo(self) -> None:
        """Do again what was taken back."""
        self._go_where(self.steps.redo())

    def watch(self, then: Callable[[], object]) -> None:
        """Call ``then()`` when the cursor moved or something changed: buttons may show another state."""
        self._watchers.append(then)

    # ------------------------------------------------------------ inside

    def _asked(self, act: str, *words: str) -> None:
        self.edits.do(act, *words)

    def _moved(self) -> None:
        """The cursor went somewhere: never before the dot of an item, and what is typed there is a new step."""
        self._put_cursor(self._cursor())
        self.steps.close()
        self.edits.bold.moved()
        self._watched()

    def _left_of_dot(self) -> str | None:
        """The left arrow at the start of an item leads to the line above, not before the dot."""
        line, column = self._cursor()
        if self.page.kinds[line][0] != "item" or column > 1 or not line or self.text.tag_ranges("sel"):
            return None
        self._go(self.page.end_of(line - 1))
        return "break"

    def _cursor(self) -> Place:
        return self.page.place("insert")

    def _put_cursor(self, place: Place) -> None:
        """The cursor at a place where letters can stand: on the sheet, behind an item's dot, never inside a sign."""
        line, column = self.page.place(self.page.index(place))
        lead = lead_of(self.page.kinds[line][0])
        self._own("mark", "set", "insert", self.page.index(self.page.whole((line, max(column, lead)))))

    def _go(self, place: Place) -> None:
        self.text.mark_set("insert", self.page.index(place))
        self.text.see("insert")

    def _go_where(self, place: Place | None) -> None:
        if place is not None:
            self.text.tag_remove("sel", "1.0", "end")
            self._go(place)
            self._edited()

    def _edited(self) -> None:
        self._new = True
        self._changed()
        self._watched()

    def _watched(self) -> None:
        for then in self._watchers:
            then()

    def _typed(self, event: tkinter.Event) -> None:
        """Changes are heard of by themselves here, not by their keys."""

    def _colour(self) -> None:
        super()._colour()
        if self.winfo_exists() and hasattr(self, "page"):
            self._paint.apply()
