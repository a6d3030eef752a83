"""What narrows the list of articles: words, topic, month, author, those without a photo; one press shows all again."""

from __future__ import annotations

import tkinter
from collections.abc import Callable, Sequence

import ttkbootstrap as ttk

from db.queries import article_list, plans
from db.queries.article_list import Narrowing
from desktop_app.core.i18n import _
from desktop_app.core.periods import Month
from desktop_app.ui.screens.articles.words import topic_label
from desktop_app.ui.theme import INSIDE, px
from desktop_app.ui.widgets.search_box import SearchBox


class Picked(ttk.Combobox):
    """A choice of one thing, or of all; what there is to choose is asked for when the list is dropped."""

    def __init__(
        self,
        parent: tkinter.Misc,
        every: str,
        offered: Callable[[], Sequence[tuple[str, str]]],
        chosen: Callable[[], object],
    ) -> None:
        super().__init__(parent, state="readonly", width=8, postcommand=self._offer)
        self._every, self._offered = every, offered
        self._keys: dict[str, str] = {}
        self.set(every)
        self.bind("<<ComboboxSelected>>", lambda event: self._choose(chosen))

    def _choose(self, chosen: Callable[[], object]) -> None:
        if not self.key:
            self.clear()
        chosen()

    @property
    def key(self) -> str:
        """What is chosen, "" for all."""
        return self._keys.get(self.get(), "")

    def clear(self) -> None:
        """Choose all."""
        self.set(self._every)

    def _offer(self) -> None:
        self._keys = {label: key for key, label in self._offered()}
        self.configure(values=[_("All (tab)"), *self._keys])


class ArticleFilter(ttk.Frame):
    """Options: ``changed()`` after a choice of the user."""

    def __init__(self, parent: tkinter.Misc, changed: Callable[[], object]) -> None:
        super().__init__(parent, bootstyle="@card")
        self._changed = changed
        self._only: tuple[str, ...] = ()
        self._without = tkinter.BooleanVar(self, False)
        self.search = SearchBox(self, _("Find in headlines…"), lambda text: changed(), width=12, card=True)
        self.topic = Picked(self, _("Topic"), topic_choices, changed)
        self.month = Picked(self, _("Month"), _months, changed)
        self.author = Picked(self, _("Author"), _authors, changed)
        for column, box in enumerate((self.search, self.topic, self.month, self.author)):
            box.grid(row=0, column=column, sticky="we", padx=(0, px(INSIDE)))
            self.columnconfigure(column, weight=3 if column != 2 else 2, uniform="boxes")
        self.without = ttk.Checkbutton(
            self, text=_("No photo yet"), variable=self._without, command=changed, bootstyle="@card primary"
        )
        self.without.grid(row=0, column=4, padx=(0, px(INSIDE)))
        self._found_line()

    def _found_line(self) -> None:
        """How many are shown and the way back to all; there only while the list is narrowed."""
        self.line = ttk.Frame(self, bootstyle="@card")
        self.found = ttk.Label(self.line, bootstyle="@card secondary")
        self.found.pack(side="left")
        self.off = ttk.Button(
            self.line, text=_("Show all again"), command=self.show_all, bootstyle="@card primary ghost"
        )
        self.off.pack(side="left", padx=px(INSIDE))

    def narrowing(self) -> Narrowing:
        """What is asked for now."""
        return Narrowing(
            self.search.get(), self.topic.key, self.author.key, self.month.key, self._without.get(), self._only
        )

    def only(self, ids: Sequence[str]) -> None:
        """Narrow the list to these articles, without telling anyone."""
        self.clear()
        self._only = tuple(ids)

    def clear(self) -> None:
        """Ask for nothing, without telling anyone."""
        self.search.set("")
        for box in (self.topic, self.month, self.author):
            box.clear()
        self._without.set(False)
        self._only = ()

    def show_all(self) -> None:
        """Take every wish back."""
        self.clear()
        self._changed()

    def say(self, found: int, total: int) -> None:
        """How many of all are shown."""
        if self.narrowing() == article_list.EVERYTHING:
            self.line.grid_forget()
            return
        self.found["text"] = _("{found} of {total} articles").format(found=found, total=total)
        self.line.grid(row=1, column=0, columnspan=5, sticky="w", pady=(px(INSIDE), 0))


def topic_choices() -> list[tuple[str, str]]:
    """The topics of the plan, as (id, words)."""
    plan = plans.newest_plan()
    return [(topic.id, topic_label(topic)) for topic in plans.topics(plan.id)] if plan else []


def _months() -> list[tuple[str, str]]:
    return [(month, _("Month {month}").format(month=Month.parse(month).label())) for month in article_list.months()]


def _authors() -> list[tuple[str, str]]:
    return [(name, name) for name in article_list.authors()]
