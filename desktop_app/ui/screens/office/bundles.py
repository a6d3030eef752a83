"""A school's bundles on a month, in its card: what each is, how large, from when, and a button that opens it."""

from __future__ import annotations

import tkinter
from collections.abc import Callable, Sequence

import ttkbootstrap as ttk

from desktop_app.core.i18n import _
from desktop_app.core.office.bundles import ARRIVAL_WORDS, WHOLE, StoredBundle
from desktop_app.core.periods import short_date
from desktop_app.core.reports.kinds import kind_named
from desktop_app.ui import fonts
from desktop_app.ui.theme import HALF, INSIDE, px
from desktop_app.ui.widgets.wrapped import Wrapped


class BundleLines(ttk.Frame):
    """``say(words)`` while nothing is known, ``show(bundles)`` once it is; ``open_(bundle)`` on a click."""

    def __init__(self, parent: tkinter.Misc, open_: Callable[[StoredBundle], object]) -> None:
        super().__init__(parent, bootstyle="@card")
        self._open = open_
        heading = ttk.Label(self, text=_("Report bundles in the store"), font=fonts.STRONG, bootstyle="@card")
        heading.pack(anchor="w", pady=(0, px(HALF)))
        self.note = Wrapped(self, "", bootstyle="@card secondary")
        self.note.pack(fill="x")
        self.lines: list[ttk.Frame] = []
        self.buttons: list[ttk.Button] = []

    def say(self, words: str) -> None:
        """Words in place of bundles."""
        self._clear()
        self.note.say(words)
        self.note.pack(fill="x")

    def show(self, bundles: Sequence[StoredBundle]) -> None:
        """One line a bundle; that there is none is said plainly."""
        if not bundles:
            self.say(_("None of this month yet. A school's PC sends it by itself once the report is issued."))
            return
        self._clear()
        self.note.pack_forget()
        for bundle in bundles:
            self._line(bundle)

    def _line(self, bundle: StoredBundle) -> None:
        line = ttk.Frame(self, bootstyle="@card")
        line.pack(fill="x", pady=(0, px(HALF)))
        if bundle.state == WHOLE:
            button = ttk.Button(line, text=_("Open bundle"), command=lambda: self._open(bundle), bootstyle="@card")
            button.pack(side="right", anchor="n", padx=(px(INSIDE), 0))
            self.buttons.append(button)
        Wrapped(line, title_of(bundle), bootstyle="@card").pack(fill="x")
        Wrapped(line, facts_of(bundle), font=fonts.NOTE, bootstyle="@card secondary").pack(fill="x")
        self.lines.append(line)

    def _clear(self) -> None:
        for line in self.lines:
            line.destroy()
        self.lines, self.buttons = [], []


def title_of(bundle: StoredBundle) -> str:
    """“Report of a month”, with its edition from the second on."""
    title = _(kind_named(bundle.name.kind).label)
    edition = bundle.name.edition
    return title if edition == 1 else _("{paper}, edition {edition}").format(paper=title, edition=edition)


def facts_of(bundle: StoredBundle) -> str:
    """“12,3 MB · 03/06/2024”; of one that cannot be opened, why."""
    told = bundle.told
    size = f"{max(told.size / 1e6, 0.1):.1f}".replace(".", ",") if told else ""
    facts = [_("{size} MB").format(size=size), short_date(told.made.astimezone().date())] if told else []
    if bundle.state != WHOLE:
        facts.append(_(ARRIVAL_WORDS[bundle.state]))
    return " · ".join(facts)
