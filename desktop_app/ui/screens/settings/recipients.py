"""Who gets each kind of paper from today on: “Kính gửi” and “Nơi nhận”, one a line; earlier papers keep theirs."""

from __future__ import annotations

import tkinter
from collections.abc import Callable
from datetime import date

import ttkbootstrap as ttk

from desktop_app.core.i18n import _
from desktop_app.core.reports.recipients import KIND_WORDS, Recipients, keep_recipients, recipients_on
from desktop_app.ui import fonts
from desktop_app.ui.theme import HALF, INSIDE, px
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.text_box import TextBox
from desktop_app.ui.widgets.wrapped import Wrapped

PAUSE = 2.0
"""Seconds without a key after which what was typed is kept."""


class RecipientsCard(Card):
    """Options: ``by_name()`` sits here, ``kept()`` after each change that is in the records."""

    def __init__(self, parent: tkinter.Misc, *, by_name: Callable[[], str], kept: Callable[[], object]) -> None:
        super().__init__(parent, _("Who gets papers"))
        self._by_name, self._kept = by_name, kept
        self._told: Recipients | None = None
        self.kind = ttk.Combobox(self.head, values=[_(words) for words in KIND_WORDS.values()], state="readonly")
        self.kind.current(0)
        self.kind.bind("<<ComboboxSelected>>", lambda event: self._other_kind(), "+")
        self.kind.pack(side="right")
        self._shown = next(iter(KIND_WORDS))
        self.to = self._box(_("Kính gửi: whom the paper speaks to, one a line"))
        self.copies = self._box(_("Nơi nhận: who else gets it, one a line"))
        words = _("“As above” and “Lưu: VT” stand on the paper by themselves. Earlier papers keep their lines.")
        Wrapped(self.body, words, font=fonts.NOTE, bootstyle="@card secondary").pack(fill="x", pady=(px(HALF), 0))

    def _box(self, label: str) -> TextBox:
        Wrapped(self.body, label, font=fonts.NOTE, bootstyle="@card secondary").pack(fill="x", pady=(0, px(HALF)))
        box = TextBox(self.body, height=3)
        box.pack(fill="x", pady=(0, px(INSIDE)))
        box.on_pause(PAUSE, self.keep)
        box.text.bind("<FocusOut>", lambda event: self.keep(), "+")
        return box

    def refresh(self) -> None:
        """Show the lines of the chosen kind, without touching what is just being typed."""
        known = recipients_on(self._shown, date.today())
        if known != self._told:
            self._told = known
            self.to.set("\n".join(known.to))
            self.copies.set("\n".join(known.copies))

    def keep(self) -> None:
        """Keep the lines from today on, if they changed."""
        to, copies = (_lines(box) for box in (self.to, self.copies))
        if self._told is not None and Recipients(to, copies) != self._told:
            keep_recipients(self._shown, to, copies, by_name=self._by_name())
            self._told = Recipients(to, copies)
            self._kept()

    def _other_kind(self) -> None:
        self.keep()
        self._shown = list(KIND_WORDS)[self.kind.current()]
        self._told = None
        self.refresh()


def _lines(box: TextBox) -> tuple[str, ...]:
    return tuple(line.strip() for line in box.get().splitlines() if line.strip())
