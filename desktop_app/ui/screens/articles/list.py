"""All articles of the school, a tab for each state: what is being written, what waits, what is out."""

from __future__ import annotations

import tkinter
from collections.abc import Callable, Sequence
from functools import partial

import ttkbootstrap as ttk

from db.queries import article_list as rows
from db.queries import reviews
from db.queries.article_list import TABS, ArticleRow
from desktop_app.core.article_rules import STATE_WORDS
from desktop_app.core.batches import SUBMIT, TRASH
from desktop_app.core.i18n import N_, _
from desktop_app.ui.screens.articles import words as article_words
from desktop_app.ui.screens.articles.batch import BatchBar
from desktop_app.ui.screens.articles.filter import ArticleFilter
from desktop_app.ui.screens.articles.handing_in import HandingIn
from desktop_app.ui.screens.desk import Desk
from desktop_app.ui.screens.empty import Empty
from desktop_app.ui.theme import BETWEEN, INSIDE, px
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.heading import Heading
from desktop_app.ui.widgets.table import Column, DataTable
from desktop_app.ui.widgets.tabs import Tab, Tabs

SHARES = {"title": 0.5, "topic": 0.29, "authors": 0.21}
"""Of the width that day and photos leave."""
NARROW = ("state", "event_date", "published_on", "photos")


def columns_of(tab: str) -> tuple[str, ...]:
    """A tab shows what differs within it: the state where there are two, the day of publication where there is one."""
    also = {"published": ("published_on",), "put_away": ("state",)}.get(tab, ())
    return ("title", "topic", "authors", *also, "event_date", "photos")


class ArticleList(ttk.Frame):
    """Options: ``opened(article_id)`` by Enter or a double click, ``started()`` by the main button, ``to_queue()`` by
    the button that is there while something waits for approval."""

    def __init__(
        self,
        parent: tkinter.Misc,
        *,
        desk: Desk,
        opened: Callable[[str], object],
        started: Callable[[], object],
        to_queue: Callable[[], object] | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._opened, self._to_queue = desk, opened, to_queue
        self._sort = "newest"
        self._chosen_by_hand = False
        self._counts: dict[str, int] = {}
        self._found: list[str] | None = None  # the ids that are shown, while the list is narrowed
        self.heading = Heading(self, _("Articles"), act=_("Write an article"), command=started, icon="pencil-square")
        self.heading.pack(fill="x", pady=(0, px(BETWEEN)))
        self.intake = HandingIn(self, desk=desk, changed=self.refresh, opened=opened)
        self.word = self.heading.add(_("Import from Word"), self.intake.import_files, icon="file-earmark-word")
        self.zalo = self.heading.add(_("Paste from Zalo"), self.intake.paste_message, icon="clipboard-plus")
        self.queue = self.heading.add(_("{count} to approve").format(count=0), self._go_to_queue, icon="check2-square")
        self.queue.pack_forget()
        self.empty = Empty(
            self,
            "newspaper",
            _("No article has been written yet"),
            _("Write one here, or take in what teachers hand in as Word files."),
        )
        self.tabs = Tabs(self, changed=self._turn)
        self._fill_card()

    def _fill_card(self) -> None:
        self.card = Card(self, padding=INSIDE)
        self.filter = ArticleFilter(self.card.body, self._narrow)
        self.filter.pack(fill="x", pady=(0, px(INSIDE)))
        self.batch = BatchBar(self.card.body, desk=self._desk, changed=self._changed, see=self.see_only)
        self.batch.pack(side="bottom", fill="x", pady=(px(INSIDE), 0))
        self.table = self._table()
        self.table.pack(fill="both", expand=True)
        self.table.tree.bind("<Configure>", lambda event: self._share(event.width), "+")
        self._shared = (0, "")
        self.nothing = ttk.Label(self.card.body, bootstyle="@card secondary")

    def _table(self) -> DataTable:
        columns = [
            Column("title", _("Headline"), 160, stretch=True, say=article_words.row_title),
            Column("topic", _("Topic"), 80, sorts=False),
            Column("authors", _("Authors"), 60, sorts=False),
            Column("state", _("State"), 110, sorts=False, say=lambda state: _(STATE_WORDS[state])),
            Column("published_on", _("Published on"), 120, "date"),
            Column("event_date", _("Day of the event"), 120, "date"),
            Column("photos", _("Photos"), 60, "number", sorts=False),
        ]
        return DataTable(
            self.card.body,
            columns,
            page=self._page,
            count=self._count,
            opened=lambda row: self._opened(row.id),
            chosen=lambda ids: self.batch.show(self.tabs.chosen, ids),
            sorted_by=self._sorted,
            tone=article_words.row_tone,
            ids=self._ids,
        )

    def _share(self, width: int) -> None:
        """Words share what the narrow columns leave, so that none is pushed out of a small window."""
        tab = self.tabs.chosen
        if (width, tab) == self._shared:
            return
        self._shared = (width, tab)
        tree, shown = self.table.tree, columns_of(tab)
        self.table.show_columns(shown)
        left = width - sum(int(tree.column(name, "width")) for name in NARROW if name in shown)
        for name, share in SHARES.items():
            tree.column(name, width=max(px(48), int(left * share)))
        self.table.refresh()

    # ------------------------------------------------------------ what the table asks

    def _count(self) -> int:
        return self._counts.get(self.tabs.chosen, 0) if self._found is None else len(self._found)

    def _page(self, offset: int, limit: int) -> list[ArticleRow]:
        if self._found is not None:
            return rows.rows_of(self._found[offset : offset + limit])
        return rows.articles(self.tabs.chosen, sort=self._sort, offset=offset, limit=limit, of=self._count())

    def _ids(self, offset: int, limit: int) -> list[str]:
        if self._found is not None:
            return self._found[offset : offset + limit]
        return rows.article_ids(self.tabs.chosen, sort=self._sort, offset=offset, limit=limit)

    def _sorted(self, name: str, descending: bool) -> None:
        self._sort = f"{name}_down" if descending else name
        self.table.choose_none()
        self._find()

    def _find(self) -> None:
        """Ask once for all ids the wishes let through, so that rolling through them asks for nothing but rows."""
        wished = self.filter.narrowing()
        narrowed = wished != rows.EVERYTHING
        self._found = rows.article_ids(self.tabs.chosen, wished, sort=self._sort) if narrowed else None

    # ------------------------------------------------------------ what is shown

    def _turn(self, tab: str) -> None:
        self._chosen_by_hand = True
        self.table.to_top()
        self.refresh()
        self.batch.show(tab, self.table.selected)

    def choose(self, tab: str) -> None:
        """Show a whole tab, as ``show("articles", tab=…)`` asked."""
        self.filter.clear()
        self._show_tabs(rows.article_counts(), tab)
        self._turn(tab)

    def see_only(self, ids: Sequence[str]) -> None:
        """Show just these articles, on the first tab that holds one of them."""
        self.filter.only(ids)
        self._narrow()

    def _narrow(self) -> None:
        """Another wish: stay on the tab while it holds something, else turn to the first that does."""
        counts = rows.article_counts(self.filter.narrowing())
        if not counts[self.tabs.chosen]:
            self._show_tabs(counts, next((tab for tab in TABS if counts[tab]), self.tabs.chosen))
        self._turn(self.tabs.chosen)

    def _changed(self) -> None:
        self.table.choose_none()
        self.refresh()

    def refresh(self) -> None:
        """Count and fill anew; before anyone chose, the first tab that holds something is shown."""
        wished = self.filter.narrowing()
        self._counts = rows.article_counts(wished)
        found = sum(self._counts.values())
        total = found if wished == rows.EVERYTHING else sum(rows.article_counts().values())
        first = next((tab for tab in TABS if self._counts[tab]), TABS[0])
        self._show_tabs(self._counts, self.tabs.chosen if self._chosen_by_hand else first)
        self._find()
        self.heading.say(_("{count} in all").format(count=total) if total else "")
        self.filter.say(found, total)
        self._show_queue()
        self._show_table() if total else self._show_empty()

    def _show_queue(self) -> None:
        waiting = reviews.waiting_count() if self._to_queue is not None else 0
        self.queue.configure(text=_("{count} to approve").format(count=waiting))
        if waiting:
            self.queue.pack(side="right", padx=(px(INSIDE), 0))
        else:
            self.queue.pack_forget()

    def _go_to_queue(self) -> None:
        if self._to_queue is not None:
            self._to_queue()

    def _show_tabs(self, counts: dict[str, int], chosen: str) -> None:
        self.tabs.show([Tab(tab, _(article_words.TAB_WORDS[tab]), counts[tab] or None) for tab in TABS], chosen=chosen)

    def _show_table(self) -> None:
        self.empty.pack_forget()
        if not self.card.winfo_manager():
            self.tabs.pack(fill="x", pady=(0, px(INSIDE)))
            self.card.pack(fill="both", expand=True)
        self._share(self.table.tree.winfo_width())
        self.table.refresh()
        self.batch.show(self.tabs.chosen, self.table.selected)
        self._say_nothing_here()

    def _say_nothing_here(self) -> None:
        if self.table.count:
            self.nothing.place_forget()
            return
        narrowed = self._found is not None
        words = N_("Nothing here fits what you look for.") if narrowed else article_words.NOTHING_HERE[self.tabs.chosen]
        self.nothing["text"] = _(words)
        self.nothing.place(relx=0.5, rely=0.45, anchor="center")

    def _show_empty(self) -> None:
        self.tabs.pack_forget()
        self.card.pack_forget()
        self.empty.pack(fill="both", expand=True)

    def acts(self) -> dict[str, Callable[[], object]]:
        """The acts behind the keys while the list is shown."""
        return {
            "delete": partial(self.batch.press, TRASH),
            "undo": self.batch.undo,
            "submit": partial(self.batch.press, SUBMIT),
        }

    def focus_first(self) -> None:
        """The list where there is one, else the main button."""
        widget = self.table.tree if self.card.winfo_manager() else self.heading.main
        if widget is not None:
            widget.focus_set()
