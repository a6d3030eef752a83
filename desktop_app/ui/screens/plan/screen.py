"""The plan: what it asks, its topics with what was written on each, its clauses, channels, questions and own words."""

from __future__ import annotations

from typing import Any

import ttkbootstrap as ttk

from db.queries import plans
from db.queries.plans import PlanRow
from desktop_app.core.errors import UserError
from desktop_app.core.i18n import _
from desktop_app.core.plans.display import corrected, corrections_of
from desktop_app.core.plans.saving import SavedPlan
from desktop_app.core.plans.settling import settle
from desktop_app.ui import fonts
from desktop_app.ui.dialogs import Dialogs
from desktop_app.ui.runner import Runner
from desktop_app.ui.screens.empty import Empty
from desktop_app.ui.screens.plan import import_wizard as plan_import
from desktop_app.ui.screens.plan import print as plan_print
from desktop_app.ui.screens.plan import words as plan_words
from desktop_app.ui.screens.plan.panels import ChannelsPanel, ClausesPanel, QuestionsPanel, SourcePanel
from desktop_app.ui.screens.plan.topics import TopicsPanel
from desktop_app.ui.screens.screen import Act, ByName, Screen, Show
from desktop_app.ui.theme import BETWEEN, INSIDE, ROUND, px
from desktop_app.ui.widgets.ellipsis import shortened
from desktop_app.ui.widgets.heading import Heading
from desktop_app.ui.widgets.tabs import Tab, Tabs
from desktop_app.ui.widgets.toast import Toast
from desktop_app.ui.widgets.wrapped import Wrapped


class PlanScreen(Screen):
    """The plan of the month shown, else the newest one; without any, the way to import it."""

    follows_month = False

    def __init__(
        self, parent: ttk.Frame, *, show: Show, runner: Runner, dialogs: Dialogs, toast: Toast, by_name: ByName
    ) -> None:
        super().__init__(parent)
        self.configure(padding=(px(ROUND), px(INSIDE), px(ROUND), px(ROUND)))
        self._runner, self._dialogs, self._toast, self._by_name = runner, dialogs, toast, by_name
        self.plan: PlanRow | None = None
        self._title = _("Plan")
        self.heading = Heading(self, _("Plan"))
        self.heading.line.pack_forget()  # its own line would end where the buttons begin
        self.heading.pack(fill="x")
        self.importing = self.heading.add(_("Import another plan"), self.import_plan, icon="file-earmark-arrow-up")
        self.printing = self.heading.add(_("Print"), self.print, icon="printer")
        self.line = Wrapped(self, bootstyle="secondary")
        self.bind("<Configure>", lambda event: self._fit_title(event.width))
        self.empty = self._offer_import()
        self.room = ttk.Frame(self)
        self._furnish(self.room, show)

    def _offer_import(self) -> Empty:
        return Empty(
            self,
            "journal-plus",
            _("The plan of the school is not here yet"),
            _("Bring the signed plan as Word, PDF or text. Its topics, amounts and duties are read for you to check."),
            act=_("Import the plan"),
            command=self.import_plan,
        )

    def _furnish(self, room: ttk.Frame, show: Show) -> None:
        self.tabs = Tabs(room, changed=self._turn)
        self.tabs.pack(fill="x", pady=(0, px(BETWEEN)))
        self.topics = TopicsPanel(room, show=show)
        self.clauses, self.channels, self.source = ClausesPanel(room), ChannelsPanel(room), SourcePanel(room)
        self.questions = QuestionsPanel(room, answered=self._answer)
        self.panels: dict[str, ttk.Frame] = {
            "topics": self.topics,
            "clauses": self.clauses,
            "channels": self.channels,
            "questions": self.questions,
            "source": self.source,
        }
        self._show_tabs(0, 0)
        self._turn("topics")

    def open(self, *, topic_id: str = "", start_import: bool = False, tab: str = "", **_wishes: Any) -> None:
        """Show a topic, a tab, or begin to import."""
        if topic_id or tab:
            self.refresh()
            self.tabs.choose(tab or "topics")
            self.topics.choose(topic_id)
        if start_import:
            self.after_idle(self.import_plan)

    def refresh(self) -> None:
        self.plan = plans.plan_for(str(self.month)) or plans.newest_plan()
        for part in (self.room, self.empty, self.line):
            part.pack_forget()
        (self.empty if self.plan is None else self.room).pack(fill="both", expand=True)
        for button in (self.importing, self.printing):
            button.pack_forget()
        if self.plan is None:
            self._title = _("Plan")
        else:
            self.importing.pack(side="right", padx=(px(INSIDE), 0))
            self.printing.pack(side="right", padx=(px(INSIDE), 0))
            self._fill(self.plan)
        self._fit_title(self.winfo_width())

    def _fill(self, plan: PlanRow) -> None:
        corrections = corrections_of(plan.corrections)
        topics, questions = plans.topics(plan.id), plans.questions(plan.id)
        self._title = corrected(plan.title, corrections)
        self.line.say(plan_words.plan_line(plan, plans.quotas(plan.id)))
        self.line.pack(fill="x", pady=(0, px(INSIDE)), before=self.room)
        self._show_tabs(len(topics), sum(not question.answer for question in questions))
        self.topics.show(topics, corrections)
        self.clauses.show(plans.clauses(plan.id), corrections)
        self.channels.show(plans.channels(), corrections)
        self.questions.show(questions)
        self.source.show(plans.source_text(plan.id))

    def _show_tabs(self, topics: int, questions: int) -> None:
        self.tabs.show(
            [
                Tab("topics", _("Topics"), topics),
                Tab("clauses", _("Clauses")),
                Tab("channels", _("Channels")),
                Tab("questions", _("Open questions"), questions),
                Tab("source", _("Original text")),
            ]
        )

    def _turn(self, name: str) -> None:
        for panel in self.panels.values():
            panel.pack_forget()
        self.panels[name].pack(fill="both", expand=True)

    def _fit_title(self, width: int) -> None:
        room = width - self.heading.buttons.winfo_reqwidth() - 2 * px(ROUND) - px(BETWEEN)
        if room > 0:
            self.heading.title["text"] = shortened(self._title, room, fonts.MONTH)

    # ------------------------------------------------------------ acts

    def _answer(self, place: int, answer: str) -> None:
        if self.plan is None:
            return
        try:
            settle(self.plan.id, {place: answer}, by_name=self._by_name())
        except UserError as error:
            self._dialogs.show_error(error)
        self.refresh()

    def import_plan(self) -> None:
        """The wizard that takes a plan in."""
        plan_import.run(self, runner=self._runner, dialogs=self._dialogs, done=self._imported, by_name=self._by_name())

    def _imported(self, saved: SavedPlan) -> None:
        known, new = _("This plan was here already; nothing was changed."), _("The plan is taken in")
        self._toast.say(known if saved.known else new)
        self.refresh()

    def print(self) -> None:
        """The plan as a PDF to print and sign."""
        if self.plan is not None:
            plan_print.run(self, self.plan, runner=self._runner, dialogs=self._dialogs, toast=self._toast)

    def acts(self) -> dict[str, Act]:
        return {"print": self.print, "new": self.topics.detail.write}
