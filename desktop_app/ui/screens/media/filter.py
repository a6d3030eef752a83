"""What narrows the photos: tabs with counts, the topic, words to look for."""

from __future__ import annotations

import tkinter
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

import ttkbootstrap as ttk

from db.queries.media import MediaFilter
from db.queries.media_shown import Shown, Tally
from desktop_app.core.i18n import _
from desktop_app.core.periods import Month
from desktop_app.ui.screens.media.words import topic_choices
from desktop_app.ui.theme import BETWEEN, px
from desktop_app.ui.widgets.search_box import SearchBox
from desktop_app.ui.widgets.tabs import Tab, Tabs


class MediaNarrowing:
    """The tabs lie on ``page``, topic and search on ``card``. Options: ``changed()`` after a choice of the user."""

    def __init__(self, page: tkinter.Misc, card: tkinter.Misc, changed: Callable[[], object]) -> None:
        self._topics: dict[str, str] = {}
        self._shown: list[Tab] = []
        self.tabs = Tabs(page, changed=lambda name: changed())
        self.find = ttk.Frame(card, bootstyle="@card")
        self.topic = ttk.Combobox(self.find, state="readonly", width=10)
        self.topic.pack(side="left", fill="x", expand=True, padx=(0, px(BETWEEN)))
        self.topic.bind("<<ComboboxSelected>>", lambda event: changed())
        self.search = SearchBox(self.find, _("Find in captions…"), lambda text: changed(), width=12, card=True)
        self.search.pack(side="left", fill="x", expand=True)
        self.show_topics([])
        self.show_tally(Tally(0, 0, 0, 0, 0, 0), Month.of(date.today()))

    def show_topics(self, titles: Sequence[tuple[str, str]]) -> None:
        """Offer the topics of the plan, given as (id, title)."""
        chosen = self._topics.get(self.topic.get(), "")
        self._topics = topic_choices(titles, _("All topics"))
        self.topic.configure(values=list(self._topics))
        self.topic.set(next((title for title, id_ in self._topics.items() if id_ == chosen), _("All topics")))

    def show_tally(self, tally: Tally, month: Month) -> None:
        """The tabs with their counts."""
        self._shown = [
            Tab("all", _("All (tab)"), tally.all),
            Tab("month", _("Month {month}").format(month=month.number), tally.month),
            Tab("uncaptioned", _("Without caption"), tally.uncaptioned),
            Tab("waiting", _("To be checked"), tally.waiting),
            Tab("accepted", _("Accepted"), tally.accepted),
        ]
        if tally.rejected or self.tabs.chosen == "rejected":  # seldom there, and the row is short of room at 150 %
            self._shown.append(Tab("rejected", _("Not accepted"), tally.rejected))
        self.tabs.show(self._shown)

    def narrowed(self) -> MediaFilter:
        """Topic and words alone: what the counts of the tabs are about."""
        return MediaFilter(topic_id=self._topics.get(self.topic.get(), ""), text=self.search.get())

    def wished(self, days: tuple[date, date], also: Sequence[str] = ()) -> Shown:
        """What to show; ``days`` are those of the month, the ids in ``also`` are shown all the same."""
        first, last = days
        by_tab: dict[str, dict[str, Any]] = {
            "month": {"first": first, "last": last},
            "uncaptioned": {"lacking_caption": True},
            "all": {},
        }
        parts = by_tab.get(self.tabs.chosen, {"review": self.tabs.chosen})
        return Shown(self.narrowed()._replace(**parts), tuple(also) if parts else ())

    def clear(self) -> None:
        """No topic, no words, every picture: so that a wished one is sure to be there."""
        self.topic.set(_("All topics"))
        self.search.set("")
        self.choose("all")

    def choose(self, tab: str) -> None:
        """Turn to a tab without telling anyone."""
        self.tabs.show(self._shown, chosen=tab)
