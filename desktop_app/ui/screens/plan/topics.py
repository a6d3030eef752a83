"""The plan's topics: the table as the paper prints it, and beside it the chosen topic with what was written on it."""

from __future__ import annotations

import tkinter
from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

import ttkbootstrap as ttk

from db.queries import article_list, plans
from db.queries.plans import TopicRow
from desktop_app.core.article_rules import STATE_WORDS
from desktop_app.core.i18n import _
from desktop_app.core.periods import short_date
from desktop_app.core.plans.display import Corrections, corrected
from desktop_app.ui import fonts
from desktop_app.ui.screens.plan import words as plan_words
from desktop_app.ui.screens.plan.reading import Passage, Reading
from desktop_app.ui.screens.screen import Show
from desktop_app.ui.theme import BETWEEN, INSIDE, px
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.checklist import Checklist, Line
from desktop_app.ui.widgets.ellipsis import shortened
from desktop_app.ui.widgets.table import Column, DataTable
from desktop_app.ui.widgets.wrapped import Wrapped

MOST_ARTICLES = 3
DETAIL_WIDTH = 400
NEVER = 3_600_000  # ms: a tip without words would be an empty box


class TopicLine(NamedTuple):
    """A row of the table; ``title`` is shortened to its column, ``whole`` is not."""

    id: str
    number: str
    title: str
    articles: int
    media: int
    last_on: date | None
    whole: str


class TopicsPanel(ttk.Frame):
    """Left the table and the note on its numbers, right the chosen topic."""

    def __init__(self, parent: tkinter.Misc, *, show: Show) -> None:
        super().__init__(parent)
        self._topics: list[TopicRow] = []
        self._corrections: Corrections = ()
        self._width = 0
        self.detail = TopicDetail(self, show=show)
        self.bind("<Configure>", lambda event: self.detail.configure(width=min(px(DETAIL_WIDTH), event.width * 2 // 5)))
        self.detail.pack(side="right", fill="y", padx=(px(BETWEEN), 0))
        card = Card(self, padding=INSIDE)
        card.pack(side="left", fill="both", expand=True)
        self.note = Wrapped(card.body, font=fonts.NOTE, bootstyle="@card secondary")
        self.note.pack(side="bottom", fill="x", padx=px(INSIDE), pady=px(INSIDE))
        self.table = self._table(card.body)
        self.table.pack(fill="both", expand=True)
        self._tip = ttk.ToolTip(self.table.tree, text="", delay=NEVER)
        self.table.tree.bind("<Motion>", self._say_whole_title, "+")
        self.table.tree.bind("<Configure>", lambda event: self.after_idle(self._fit_titles), "+")

    def _table(self, parent: ttk.Frame) -> DataTable:
        columns = [
            Column("number", _("No."), 40, "number"),
            Column("title", _("Topic"), 120, stretch=True),
            Column("articles", _("News"), 44, "number", say=_figure),
            Column("media", _("Photos (short)"), 44, "number", say=_figure),
            Column("last_on", _("Last time"), 118, "number", say=lambda day: short_date(day) or _("not yet")),
        ]
        return DataTable(
            parent,
            columns,
            page=lambda offset, limit: [self._line(topic) for topic in self._topics[offset : offset + limit]],
            count=lambda: len(self._topics),
            chosen=lambda ids: self._choose(ids[-1]) if ids else None,
            opened=lambda row: self.detail.write(),
        )

    def show(self, topics: Sequence[TopicRow], corrections: Corrections) -> None:
        """Fill the table; the chosen topic stays chosen."""
        self._topics, self._corrections = list(topics), corrections
        self.note.say(plan_words.gap_note([topic.printed_no for topic in topics]))
        self.table.refresh()
        chosen = self.table.selected
        if chosen and any(topic.id == chosen[-1] for topic in topics):
            self._choose(chosen[-1])
        elif topics:
            self.table.go_to(0)

    def choose(self, topic_id: str) -> None:
        """Show one topic, as a search result asks."""
        place = next((place for place, topic in enumerate(self._topics) if topic.id == topic_id), None)
        if place is not None:
            self.table.go_to(place)

    def _choose(self, topic_id: str) -> None:
        topic = next((topic for topic in self._topics if topic.id == topic_id), None)
        if topic is not None:
            self.detail.show(topic, self._corrections)

    def _line(self, topic: TopicRow) -> TopicLine:
        whole = plan_words.topic_words(topic, self._corrections)
        number = topic.printed_no or plan_words.NO_NUMBER
        room = self.table.tree.column("title", "width") - px(BETWEEN)
        title = shortened(whole, room)
        return TopicLine(topic.id, number, title, topic.articles, topic.media, topic.last_on, whole)

    def _fit_titles(self) -> None:
        if self.winfo_exists() and (width := self.table.tree.column("title", "width")) != self._width:
            self._width = width
            self.table.refresh()

    def _say_whole_title(self, event: Any) -> None:
        item = self.table.tree.identify_row(event.y)
        row = self.table.rows[self.table.tree.index(item)] if item else None
        words = row.whole if row is not None and row.whole != row.title else ""
        if words != self._tip.cget("text"):
            self._tip.leave()
            self._tip.configure(text=words, delay=500 if words else NEVER)
            self._tip.enter()


class TopicDetail(Card):
    """One topic: its printed lines, the newest articles on it, the button to write another."""

    def __init__(self, parent: tkinter.Misc, *, show: Show) -> None:
        super().__init__(parent)
        self._show = show
        self._topic_id = ""
        self.configure(width=px(DETAIL_WIDTH))
        self.pack_propagate(False)
        row = ttk.Frame(self.body, bootstyle="@card")
        row.pack(side="bottom", fill="x", pady=(px(INSIDE), 0))
        self.start = ttk.Button(row, text=_("Write an article"), command=self.write, icon="plus-lg")
        self.start.configure(bootstyle="@card primary")
        self.start.pack(side="left")
        self.list = Checklist(self.body, go=lambda article_id: show("articles", article_id=article_id))
        self.list.pack(side="bottom", fill="x")
        self.heading = ttk.Label(self.body, font=fonts.STRONG, bootstyle="@card")
        self.heading.pack(side="bottom", anchor="w", pady=(px(INSIDE), 0))
        self.page = Reading(self.body, widest=0)
        self.page.pack(fill="both", expand=True)

    def show(self, topic: TopicRow, corrections: Corrections) -> None:
        """Show ``topic``."""
        self._topic_id = topic.id
        items = [
            Passage(*(("–\t" + words, "item") if item.had_dash else (words, "paragraph")))
            for item in plans.items(topic.id)
            for words in [corrected(item.text, corrections)]
        ]
        self.page.show(
            [
                Passage(_number_words(topic), "note"),
                Passage(plan_words.topic_words(topic, corrections), "title"),
                *items,
            ]
        )
        self._show_articles(topic.id)

    def write(self) -> None:
        """Begin an article on this topic."""
        self._show("articles", new=True, topic_id=self._topic_id)

    def _show_articles(self, topic_id: str) -> None:
        rows = article_list.articles_on(topic_id)
        written = _("Written on it: {count}").format(count=len(rows))
        self.heading["text"] = written if rows else _("Nothing is written on it yet.")
        self.heading.configure(font=fonts.STRONG if rows else fonts.BODY)
        shown = rows[:MOST_ARTICLES]
        lines = [Line(row.title or _("Untitled"), "info", row.id, _state_words(row), _("Open")) for row in shown]
        if len(rows) > MOST_ARTICLES:
            lines.append(Line(_("and {count} more").format(count=len(rows) - MOST_ARTICLES), "info"))
        self.list.show(lines)
        self.list.pack_forget()
        if lines:  # an empty frame would keep the room of the lines before
            self.list.pack(side="bottom", fill="x", before=self.heading)


def _figure(count: int) -> str:
    return str(count) if count else "·"


def _number_words(topic: TopicRow) -> str:
    words = _("Topic {number}").format(number=topic.printed_no) if topic.printed_no else _("Topic without a number")
    until = _("until {day}").format(day=short_date(topic.window_end)) if topic.window_end else ""
    return " · ".join(part for part in (words, until) if part)


def _state_words(row: article_list.ArticleRow) -> str:
    return " · ".join(part for part in (_(STATE_WORDS[row.state]), short_date(row.published_on)) if part)
