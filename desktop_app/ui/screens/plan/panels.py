"""The other tabs of the plan: its clauses, its channels, its open questions, its own words."""

from __future__ import annotations

import tkinter
from collections.abc import Sequence

import ttkbootstrap as ttk

from db.queries import plans
from db.queries.plans import ClauseRow
from desktop_app.core.channels import KIND_WORDS
from desktop_app.core.i18n import _
from desktop_app.core.plans.display import Corrections, corrected
from desktop_app.ui import fonts
from desktop_app.ui.screens.plan import words as plan_words
from desktop_app.ui.screens.plan.questions import Answered, QuestionList
from desktop_app.ui.screens.plan.reading import Passage, Reading
from desktop_app.ui.theme import BETWEEN, INSIDE, px
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.ellipsis import shortened
from desktop_app.ui.widgets.scrolled import Scrolled
from desktop_app.ui.widgets.table import Column, DataTable
from desktop_app.ui.widgets.wrapped import Wrapped

URL_WIDTH = 300


class ClausesPanel(Card):
    """The purposes, requirements and duties under their printed headings."""

    def __init__(self, parent: tkinter.Misc) -> None:
        super().__init__(parent)
        self.page = Reading(self.body)
        self.page.pack(fill="both", expand=True)

    def show(self, clauses: Sequence[ClauseRow], corrections: Corrections) -> None:
        """Show all of them."""
        passages: list[Passage] = []
        for group in plan_words.clause_groups(clauses, corrections):
            passages.append(Passage(group.heading, "heading"))
            passages += [Passage(text) for text in group.texts]
        self.page.show(passages or [Passage(_("The plan has no clauses besides its topics."), "note")])


class ChannelsPanel(Card):
    """The ways to the public the plan names."""

    def __init__(self, parent: tkinter.Misc) -> None:
        super().__init__(parent, padding=INSIDE)
        self._rows: list[plans.ChannelRow] = []
        self.table = DataTable(
            self.body,
            [
                Column("name", _("Channel"), 360, stretch=True),
                Column("kind", _("Kind"), 280, say=lambda kind: _(KIND_WORDS.get(kind, kind))),
                Column("is_official", _("Official"), 110, say=lambda yes: _("Yes") if yes else "–"),
                Column("url", _("Address"), URL_WIDTH, say=lambda url: shortened(url, px(URL_WIDTH - BETWEEN))),
            ],
            page=lambda offset, limit: self._rows[offset : offset + limit],
            count=lambda: len(self._rows),
            empty=_("The plan names no channel."),
        )
        self.table.pack(fill="both", expand=True)

    def show(self, rows: Sequence[plans.ChannelRow], corrections: Corrections) -> None:
        """Show all of them."""
        self._rows = [row._replace(name=corrected(row.name, corrections)) for row in rows]
        self.table.refresh()


class QuestionsPanel(Card):
    """The open questions; an answer is kept at once."""

    def __init__(self, parent: tkinter.Misc, *, answered: Answered) -> None:
        super().__init__(parent)
        words = _("The paper leaves these open. Answer what you know; each answer is kept at once and may be changed.")
        Wrapped(self.body, words, bootstyle="@card secondary").pack(fill="x", pady=(0, px(BETWEEN)))
        self.room = Scrolled(self.body, card=True)
        self.room.pack(fill="both", expand=True)
        self.list = QuestionList(self.room.inside, answered=answered)
        self.list.pack(fill="both", expand=True)

    def show(self, rows: Sequence[plans.QuestionRow]) -> None:
        """Show all of them."""
        questions = [plan_words.question_of(row) for row in rows]
        self.list.show(questions, {row.place: row.answer for row in rows})


class SourcePanel(Card):
    """The text as it was read, letter for letter."""

    def __init__(self, parent: tkinter.Misc) -> None:
        super().__init__(parent)
        words = _("As it was read, letter for letter, slips of the pen included. It never changes.")
        line = ttk.Label(self.body, text=words, font=fonts.NOTE, bootstyle="@card secondary")
        line.pack(anchor="w", pady=(0, px(INSIDE)))
        self.page = Reading(self.body, widest=0)
        self.page.pack(fill="both", expand=True)

    def show(self, text: str) -> None:
        """Show the text."""
        self.page.show([Passage(text, "source")])
