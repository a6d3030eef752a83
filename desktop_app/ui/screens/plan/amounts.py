"""What a plan asks, line by line to be corrected: at least how much, of what, by whom, how often."""

from __future__ import annotations

import tkinter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

import ttkbootstrap as ttk

from desktop_app.core.i18n import _
from desktop_app.core.plans.draft import QuotaDraft
from desktop_app.ui import fonts
from desktop_app.ui.screens.plan.words import PERIODS, PRODUCTS, SCOPES
from desktop_app.ui.theme import HALF, INSIDE, px
from desktop_app.ui.widgets.wrapped import Wrapped

MOST = 999

K = TypeVar("K", bound=str)


class QuotaRows(ttk.Frame):
    """``show(quotas)``, ``get()``; ``problem()`` is a sentence while a number is wrong. New lines by a button."""

    def __init__(self, parent: tkinter.Misc) -> None:
        super().__init__(parent, bootstyle="@card")
        self.rows: list[QuotaRow] = []
        self.lines = ttk.Frame(self, bootstyle="@card")
        self.lines.pack(fill="x")
        self.adding = ttk.Button(
            self, text=_("Add an amount"), command=self.add, icon="plus-lg", bootstyle="@card ghost"
        )
        self.adding.pack(anchor="w")

    def show(self, quotas: Sequence[QuotaDraft]) -> None:
        """Show these lines."""
        for row in self.rows:
            row.destroy()
        self.rows = []
        for quota in quotas:
            self._add(quota)

    def get(self) -> tuple[QuotaDraft, ...]:
        """The lines as they are filled in; only while there is no problem."""
        return tuple(row.get() for row in self.rows)

    def problem(self) -> str | None:
        """What is wrong, or None."""
        wrong = any(row.number() is None for row in self.rows)
        return _("An amount is a whole number from 1 to {most}.").format(most=MOST) if wrong else None

    def add(self) -> None:
        """One more line."""
        self._add(QuotaDraft("school", "tin_bai", 1))
        self.rows[-1].amount.focus_set()

    def _add(self, quota: QuotaDraft) -> None:
        row = QuotaRow(self.lines, quota, remove=self._remove)
        row.pack(fill="x", pady=(0, px(INSIDE)))
        self.rows.append(row)

    def _remove(self, row: QuotaRow) -> None:
        self.rows.remove(row)
        row.destroy()


class QuotaRow(ttk.Frame):
    """ "Ít nhất 1 tin bài · toàn trường · mỗi tháng", and below it what the paper says."""

    def __init__(self, parent: tkinter.Misc, quota: QuotaDraft, *, remove: Callable[[QuotaRow], object]) -> None:
        super().__init__(parent, bootstyle="@card")
        self._quota = quota
        line = ttk.Frame(self, bootstyle="@card")
        line.pack(fill="x")
        gone = ttk.Button(line, icon="x-lg", icon_only=True, icon_size=12, bootstyle="@card ghost")
        gone.configure(command=lambda: remove(self))
        ttk.ToolTip(gone, text=_("Take this line out"), delay=500)
        gone.pack(side="right", padx=(px(HALF), 0))
        ttk.Label(line, text=_("At least"), bootstyle="@card").pack(side="left", padx=(0, px(INSIDE)))
        self.amount = ttk.Entry(line, width=4, justify="right")
        self.amount.insert(0, str(quota.minimum))
        self.amount.pack(side="left")
        self.product = _choice(line, PRODUCTS, quota.product, 11)
        self.scope = _choice(line, SCOPES, quota.scope, 11)
        self.per = _choice(line, PERIODS, quota.per, 9)
        if quota.text:
            Wrapped(self, f"“{quota.text}”", font=fonts.NOTE, bootstyle="@card secondary").pack(fill="x")

    def number(self) -> int | None:
        """The amount, or None where it is no whole number above nothing."""
        text = self.amount.get().strip()
        return int(text) if text.isdecimal() and 1 <= int(text) <= MOST else None

    def get(self) -> QuotaDraft:
        """The line as it is filled in."""
        return replace(
            self._quota,
            minimum=self.number() or self._quota.minimum,
            product=_chosen(self.product, PRODUCTS),
            scope=_chosen(self.scope, SCOPES),
            per=_chosen(self.per, PERIODS),
        )


def _choice(parent: ttk.Frame, words: Mapping[K, str], value: K, width: int) -> ttk.Combobox:
    box = ttk.Combobox(parent, values=[_(word) for word in words.values()], state="readonly", width=width)
    box.set(_(words[value]))
    box.pack(side="left", fill="x", expand=True, padx=(px(HALF), 0))
    return box


def _chosen(box: ttk.Combobox, words: Mapping[K, str]) -> K:
    return list(words)[box.current()]
