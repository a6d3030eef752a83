"""The first step: the paper's figures, each leading to its things; what to look at before it goes; what went."""

from __future__ import annotations

import tkinter
from collections.abc import Callable, Sequence
from typing import Any

import ttkbootstrap as ttk

from desktop_app.core.i18n import _
from desktop_app.core.reports.review import Figure
from desktop_app.ui import fonts
from desktop_app.ui.theme import BETWEEN, HALF, INSIDE, px
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.checklist import Checklist, Line
from desktop_app.ui.widgets.scrolled import Scrolled
from desktop_app.ui.widgets.wrapped import Wrapped

Act = Callable[[], object]


class FiguresStep(Scrolled):
    """``figures``, ``problems`` and ``bundles`` are its three lists; an empty one is not there."""

    def __init__(self, parent: tkinter.Misc) -> None:
        super().__init__(parent)
        self._there: dict[Card, bool] = {}
        self._figures_card = Card(self.inside, _("Figures of the paper"))
        self.figures = FigureList(self._figures_card.body)
        self.figures.pack(fill="x")
        self._problems_card, self.problems = self._list(_("Look through before it goes"))
        self._bundles_card, self.bundles = self._list(_("Bundles already written"))

    def _list(self, title: str) -> tuple[Card, Checklist]:
        card = Card(self.inside, title)
        lines = Checklist(card.body, go=lambda target: target())
        lines.pack(fill="x")
        return card, lines

    def show(self, problems: list[Line], bundles: list[Line]) -> None:
        """Fill the two lists; each line's target is what its link does."""
        self.problems.show(problems)
        self.bundles.show(bundles)
        self._pack({self._problems_card: bool(problems), self._bundles_card: bool(bundles)})

    def count(self, figures: Sequence[tuple[Figure, Act | None]]) -> None:
        """Show the paper's figures, known once it was drawn."""
        self.figures.show(figures)
        self._pack({self._figures_card: bool(figures)})

    def _pack(self, there: dict[Card, bool]) -> None:
        self._there |= there
        for card in self._there:
            card.pack_forget()
        for card in (self._figures_card, self._problems_card, self._bundles_card):
            if self._there.get(card):
                card.pack(fill="x", pady=(0, px(BETWEEN)))


class FigureList(ttk.Frame):
    """Figures down, each number large at the right of its name, with the way to what it counts."""

    def __init__(self, parent: tkinter.Misc) -> None:
        super().__init__(parent, bootstyle="@card")
        self.columnconfigure(0, weight=1)
        self.links: list[ttk.Button] = []
        self._shown: list[tuple[str, str, str]] = []
        self._acts: list[Act | None] = []

    def show(self, figures: Sequence[tuple[Figure, Act | None]]) -> None:
        """Show them; the same ones again are not built anew, so that the focus stays."""
        told = [(figure.label, figure.value, str(act is not None)) for figure, act in figures]
        self._acts = [act for _figure, act in figures]
        if told == self._shown:
            return
        self._shown, self.links = told, []
        for child in self.winfo_children():
            child.destroy()
        for row, (figure, act) in enumerate(figures):
            self._row(row, figure, act is not None)

    def _row(self, row: int, figure: Figure, leads: bool) -> None:
        self.rowconfigure(row, minsize=px(36))
        words = Wrapped(self, figure.label, bootstyle="@card")
        words.grid(row=row, column=0, sticky="we", padx=(0, px(INSIDE)))
        value: dict[str, Any] = {"font": fonts.SECTION, "bootstyle": "@card primary"}
        ttk.Label(self, text=figure.value, **value).grid(row=row, column=1, sticky="e", padx=(0, px(HALF)))
        if leads:
            link = ttk.Button(self, text=_("See"), command=lambda: self._go(row), bootstyle="@card primary ghost")
            link.grid(row=row, column=2, sticky="e")
            self.links.append(link)

    def _go(self, row: int) -> None:
        act = self._acts[row]
        if act is not None:
            act()
