"""Which paper one works on: its kind and its period, chosen on top of the room."""

from __future__ import annotations

import tkinter
from collections.abc import Callable
from datetime import date

import ttkbootstrap as ttk

from db.queries.plans import PlanRow
from desktop_app.core.i18n import _
from desktop_app.core.periods import Month
from desktop_app.core.reports.kinds import KINDS, MONTH, Period, kind_named
from desktop_app.core.spans import span_called
from desktop_app.ui.theme import INSIDE, px

SPARE = 1000
"""Room that is left over goes beside the boxes."""


class PaperChoice(ttk.Frame):
    """Options: ``changed()`` after a choice of the user. ``kind`` and ``period`` are names of the records."""

    def __init__(self, parent: tkinter.Misc, changed: Callable[[], object]) -> None:
        super().__init__(parent)
        self._changed = changed
        self._plan: PlanRow | None = None
        self._month = Month.of(date.today())
        self._periods: list[Period] = []
        self._wanted: dict[str, str] = {}
        self.kind = KINDS[0].name
        self.kinds = self._box(0, 21, self._kind_chosen)
        self.kinds.configure(values=[_(kind.label) for kind in KINDS])
        self.kinds.set(_(KINDS[0].label))
        self.periods = self._box(1, 25, self._period_chosen)
        self.columnconfigure(2, weight=SPARE)

    def _box(self, column: int, width: int, chosen: Callable[[], object]) -> ttk.Combobox:
        """In a narrow room both boxes give way."""
        box = ttk.Combobox(self, state="readonly", width=width)
        box.bind("<<ComboboxSelected>>", lambda event: chosen())
        box.grid(row=0, column=column, sticky="we", padx=(0, px(INSIDE)))
        self.columnconfigure(column, weight=1)
        return box

    @property
    def period(self) -> str:
        """The period chosen, "" where the plan has none for this kind."""
        known = [period.key for period in self._periods]
        if self.kind == MONTH:
            return str(self._month) if str(self._month) in known else ""
        wanted = self._wanted.get(self.kind, "")
        return wanted if wanted in known else self._usual()

    def _usual(self) -> str:
        """The shortest period that holds the window's month, else the last one."""
        holding = [one for one in self._periods if self._month in span_called(one.key).months()]
        shortest = sorted(holding, key=lambda one: len(span_called(one.key).months()))
        return next((one.key for one in [*shortest, *self._periods[-1:]]), "")

    @property
    def picked(self) -> str:
        """What the list of periods shows, which for a month the window has yet to turn to."""
        return self._periods[self.periods.current()].key if self._periods else ""

    @property
    def title(self) -> str:
        """The kind alone, where the period stands beside it."""
        return _(kind_named(self.kind).label)

    @property
    def label(self) -> str:
        """The kind and the period as a title: “Báo cáo tháng 5/2024”, “Sơ kết học kỳ: học kỳ I, 2023-2024”."""
        if self.kind == MONTH:
            return _("Report of {month}").format(month=self._month.label())
        words = next((period.label for period in self._periods if period.key == self.period), "")
        return _("{kind}: {period}").format(kind=_(kind_named(self.kind).label), period=words)

    def show(self, plan: PlanRow | None, month: Month) -> None:
        """Offer the periods of a plan; the month's report follows the window's ``month``."""
        if self._month != month:
            self._wanted = {}  # the window was turned: each kind's period is the one around that month
        self._plan, self._month = plan, month
        self._offer()

    def choose(self, kind: str, period: str = "") -> None:
        """Another paper, without telling anybody."""
        self.kind = kind
        self.kinds.set(_(kind_named(kind).label))
        if period:
            self._wanted[kind] = period
        self._offer()

    def _offer(self) -> None:
        self._periods = kind_named(self.kind).periods(self._plan.id) if self._plan else []
        self.periods.configure(values=[period.label for period in self._periods])
        self.periods.set(next((period.label for period in self._periods if period.key == self.period), ""))

    def _kind_chosen(self) -> None:
        self.kind = KINDS[self.kinds.current()].name
        self._offer()
        self._changed()

    def _period_chosen(self) -> None:
        self._wanted[self.kind] = self._periods[self.periods.current()].key
        self._changed()
