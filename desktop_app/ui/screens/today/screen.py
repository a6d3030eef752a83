"""The first screen: what the month has and owes, what waits today, the checklist, the year at a glance."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import ttkbootstrap as ttk

from db.queries import articles, directives, months, plans, today
from db.queries.plans import PlanRow
from desktop_app.core.directives import mark_read
from desktop_app.core.i18n import _
from desktop_app.core.month_page import checklist_of, ledger_of, year_of
from desktop_app.core.months import Ledger
from desktop_app.core.periods import Month
from desktop_app.ui.later import Later
from desktop_app.ui.screens.empty import Empty
from desktop_app.ui.screens.screen import Act, ByName, Screen, Show
from desktop_app.ui.screens.today import words as today_words
from desktop_app.ui.screens.today.directive import DirectiveDialog
from desktop_app.ui.theme import BETWEEN, INSIDE, ROUND, px
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.checklist import Checklist, Line
from desktop_app.ui.widgets.heading import Heading
from desktop_app.ui.widgets.scrolled import Scrolled
from desktop_app.ui.widgets.tile import MonthTile
from desktop_app.ui.widgets.year_strip import YearStrip

ShowMonth = Callable[[Month], object]
SHOWN_MS = 60
"""A dialog asked for together with the room waits until the room is there."""


class TodayScreen(Screen):
    """The month is the first answer: two tiles, one main button, what waits, what is left to tick."""

    def __init__(
        self,
        parent: ttk.Frame,
        *,
        show: Show,
        show_month: ShowMonth,
        import_plan: Act,
        by_name: ByName = lambda: "",
    ) -> None:
        super().__init__(parent)
        self._show, self._show_month, self._by_name = show, show_month, by_name
        self._to_read = ""
        self._reading = Later(self, self._read_wished)
        self.heading = Heading(self, "", beside=True)
        self.heading.pack(fill="x", padx=px(ROUND), pady=(px(INSIDE), px(BETWEEN)))
        self.without_plan = Empty(
            self,
            "journal-plus",
            _("The plan of the school is not here yet"),
            _("With the plan, this page knows what each month owes and what comes next."),
            act=_("Import the plan"),
            command=import_plan,
        )
        self.room = Scrolled(self, padding=(px(ROUND), 0, px(ROUND), px(ROUND)))
        self._furnish(self.room.inside)

    def _furnish(self, room: ttk.Frame) -> None:
        for column in (0, 1):
            room.columnconfigure(column, weight=1, uniform="half")
        self.articles = MonthTile(room, _("Articles"))
        self.materials = MonthTile(room, _("Materials"))
        self.waiting_card, self.waiting = self._list(room, _("To do today"))
        self.check_card, self.checklist = self._list(room, _("Checklist of the month"))
        self.strip = YearStrip(room, chosen=self._show_month)
        pairs = ((self.articles, self.materials), (self.waiting_card, self.check_card))
        for row, pair in enumerate(pairs):
            for column, widget in enumerate(pair):
                gap = (0, px(INSIDE)) if column == 0 else (px(INSIDE), 0)
                widget.grid(row=row, column=column, sticky="nsew", padx=gap, pady=(0, px(BETWEEN)))
        self.strip.grid(row=2, column=0, columnspan=2, sticky="we")

    def _list(self, room: ttk.Frame, title: str) -> tuple[Card, Checklist]:
        card = Card(room, title)
        lines = Checklist(card.body, go=self._go)
        lines.pack(fill="both", expand=True)
        return card, lines

    def _go(self, target: tuple[str, dict[str, Any]]) -> None:
        room, wishes = target
        self._show(room, **wishes)

    def open(self, **wishes: Any) -> None:
        """A word from the authority may be asked for; it opens once the room is shown."""
        self._to_read = str(wishes.get("directive_id", ""))
        if self._to_read:
            self._reading.start(SHOWN_MS)

    def _read_wished(self) -> None:
        self.read(self._to_read)

    def read(self, directive_id: str) -> None:
        """Open a word from the authority; who says that it was read is remembered."""
        found = directives.directive(directive_id)
        if found is not None and DirectiveDialog(self, found).run():
            mark_read(directive_id, by_name=self._by_name())
            self.refresh()

    def refresh(self) -> None:
        plan = plans.plan_for(str(self.month))
        self.heading.say(title=_("Month {month}").format(month=self.month.label()))
        if plan is None:
            self._fill_without_plan()
        else:
            self._fill(plan, ledger_of(self.month))

    def _fill_without_plan(self) -> None:
        self.room.pack_forget()
        self.heading.say(_("No plan covers this month"))
        self.without_plan.pack(fill="both", expand=True)

    def _fill(self, plan: PlanRow, page: Ledger) -> None:
        self.without_plan.pack_forget()
        self.room.pack(fill="both", expand=True)
        self.heading.say(today_words.days_left_words(page, date.today()))
        titles = [one.title for one in map(articles.article, months.approved_waiting(plan.id)[:1]) if one]
        self._show_tile(self.articles, today_words.article_tile(page, titles))
        self._show_tile(self.materials, today_words.material_tile(page))
        waiting = today_words.waiting_lines(today.waiting(date.today()))
        self.waiting.show(waiting or [Line(_("Nothing waits. A good day to write."), "done")])
        self.checklist.show(today_words.checklist_lines(checklist_of(page)))
        self.strip.show(year_of(plan), self.month)

    def _show_tile(self, tile: MonthTile, words: today_words.Tile) -> None:
        facts = words._asdict()
        target = facts.pop("target")
        tile.show(**facts, command=lambda: self._go(target))
