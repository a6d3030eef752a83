"""The second step: the parts of the letter, each in a box with its usual words, to be written in one's own."""

from __future__ import annotations

import tkinter
from collections.abc import Callable, Mapping, Sequence

import ttkbootstrap as ttk

from db.text import nfc
from desktop_app.core.i18n import _
from desktop_app.core.reports.rewording import Passage
from desktop_app.ui import fonts
from desktop_app.ui.theme import BETWEEN, HALF, INSIDE, px
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.scrolled import Scrolled
from desktop_app.ui.widgets.text_box import TextBox
from desktop_app.ui.widgets.wrapped import Wrapped

PAUSE = 1.5
"""Seconds without a key after which words are kept and the pages drawn anew."""
LETTERS_A_LINE, LEAST, MOST = 46, 2, 7


class WordingStep(Scrolled):
    """Options: ``keep(words)`` keeps {place: own words}; places with their usual words are not in it."""

    def __init__(self, parent: tkinter.Misc, keep: Callable[[dict[str, str]], object]) -> None:
        super().__init__(parent)
        self._keep = keep
        self.boxes: dict[str, PassageBox] = {}
        self._shown: tuple[Passage, ...] | None = None
        self._sections: dict[str, str] = {}
        self.card = Card(self.inside, _("The words of the letter"))
        self.card.pack(fill="x", pady=(0, px(BETWEEN)))
        self.line = Wrapped(self.card.body, font=fonts.NOTE, bootstyle="@card secondary")
        self.line.pack(fill="x", pady=(0, px(INSIDE)))
        self.room = ttk.Frame(self.card.body, bootstyle="@card")
        self.room.pack(fill="x")

    def say(self, words: str) -> None:
        """A sentence in place of the passages."""
        self.line.say(words)
        self._build(())

    def show(self, passages: Sequence[Passage], sections: Mapping[str, str]) -> None:
        """Offer ``passages`` with the own words kept for them; what is being typed stays."""
        self.line.say(_("The usual words come from the records. What you write here stands in their place."))
        self._sections = dict(sections)
        if tuple(passages) != self._shown:
            self._build(tuple(passages))
        for key, box in self.boxes.items():
            box.show(sections.get(key, ""))

    def _build(self, passages: tuple[Passage, ...]) -> None:
        typed = {key: box.own for key, box in self.boxes.items() if box.changed}
        for child in self.room.winfo_children():
            child.destroy()
        self._shown = passages
        self.boxes = {passage.key: PassageBox(self.room, passage, self.keep) for passage in passages}
        for key, box in self.boxes.items():
            box.pack(fill="x", pady=(0, px(INSIDE)))
            if key in typed:
                box.take_back(typed[key])

    def keep(self) -> None:
        """Keep what was typed, if anything was; words of passages that are not in the paper now stay kept."""
        if any(box.changed for box in self.boxes.values()):
            elsewhere = {key: words for key, words in self._sections.items() if key not in self.boxes}
            self._sections = elsewhere | {key: box.own for key, box in self.boxes.items() if box.own}
            self._keep(dict(self._sections))
            for box in self.boxes.values():
                box.kept()


class PassageBox(ttk.Frame):
    """One passage: its heading, its words, and the way back to the usual ones once they are one's own."""

    def __init__(self, parent: tkinter.Misc, passage: Passage, kept: Callable[[], object]) -> None:
        super().__init__(parent, bootstyle="@card")
        self.usual, self._kept = passage.usual, kept
        head = ttk.Frame(self, bootstyle="@card")
        head.pack(fill="x", pady=(0, px(HALF)))
        ttk.Label(head, text=passage.heading or _("Opening of the letter"), font=fonts.STRONG, bootstyle="@card").pack(
            side="left"
        )
        self.back = ttk.Button(head, text=_("Usual words"), icon="arrow-counterclockwise", command=self.bring_back)
        self.back.configure(bootstyle="@card ghost")
        self.box = TextBox(self, height=_lines(passage.usual))
        self.box.pack(fill="x")
        self.box.set(passage.usual)
        self.box.on_change(self._say)
        self.box.on_pause(PAUSE, kept)

    @property
    def changed(self) -> bool:
        """Whether something was typed that is not kept yet."""
        return self.box.changed

    @property
    def own(self) -> str:
        """The own words, "" where they are the usual ones."""
        words = self.box.get().strip()
        return "" if words == nfc(self.usual).strip() else words

    def show(self, own: str) -> None:
        """The kept words, unless others are being typed."""
        words = own or self.usual
        if not self.changed and self.box.get() != words:
            self.box.set(words)
        self._say()

    def take_back(self, words: str) -> None:
        """Words that were typed before the box was made anew."""
        self.box.set(words or self.usual)
        self.box.text.edit_modified(True)
        self._say()

    def kept(self) -> None:
        """What is typed is kept now; an emptied box has its usual words again."""
        self.box.kept()
        if not self.box.get().strip():
            self.box.set(self.usual)
        self._say()

    def bring_back(self) -> None:
        """The usual words again."""
        self.take_back("")
        self.box.focus_set()
        self._kept()

    def _say(self) -> None:
        if self.own:
            self.back.pack(side="right")
        else:
            self.back.pack_forget()


def _lines(words: str) -> int:
    """Lines that the words take in a box of the side."""
    return min(MOST, max(LEAST, sum(1 + len(line) // LETTERS_A_LINE for line in words.splitlines())))
