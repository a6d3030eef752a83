"""All articles of the school, a tab for each state: what is being written, what waits, what is out."""

from __future__ import annotations

import tkinter
from collections.abc import Callable
from functools import partial

import ttkbootstrap as ttk

from db.queries import article_list as rows
from db.queries.article_list import TABS, ArticleRow
from desktop_app.core.article_rules import STATE_WORDS
from desktop_app.core.errors import UserError
from desktop_app.core.handing_in import take_in_pasted
from desktop_app.core.i18n import _
from desktop_app.core.intake import Intake, take_in_files
from desktop_app.ui.job_dialog import run_with_dialog
from desktop_app.ui.runner import Runner
from desktop_app.ui.screens.articles import words as article_words
from desktop_app.ui.screens.articles.acts import Desk
from desktop_app.ui.screens.articles.intake import IntakeDialog
from desktop_app.ui.screens.articles.intake_paste import PasteDialog
from desktop_app.ui.screens.empty import Empty
from desktop_app.ui.theme import BETWEEN, INSIDE, px
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.heading import Heading
from desktop_app.ui.widgets.table import Column, DataTable
from desktop_app.ui.widgets.tabs import Tab, Tabs

SHARES = {"title": 0.5, "topic": 0.29, "authors": 0.21}
"""Of the width that state, day and photos leave."""
MANUSCRIPTS = "*.docx *.docm *.doc *.odt *.rtf *.txt *.zip"


class ArticleList(ttk.Frame):
    """Options: ``opened(article_id)`` by Enter or a double click, ``started()`` by the main button."""

    def __init__(
        self,
        parent: tkinter.Misc,
        *,
        desk: Desk,
        runner: Runner,
        opened: Callable[[str], object],
        started: Callable[[], object],
    ) -> None:
        super().__init__(parent)
        self._desk, self._runner, self._opened = desk, runner, opened
        self._sort = "newest"
        self._chosen_by_hand = False
        self.heading = Heading(self, _("Articles"), act=_("Write an article"), command=started, icon="pencil-square")
        self.heading.pack(fill="x", pady=(0, px(BETWEEN)))
        self.word = self.heading.add(_("Import from Word"), self.import_files, icon="file-earmark-word")
        self.zalo = self.heading.add(_("Paste from Zalo"), self.paste_message, icon="clipboard-plus")
        self.empty = Empty(
            self,
            "newspaper",
            _("No article has been written yet"),
            _("Write one here, or take in what teachers hand in as Word files."),
        )
        self.tabs = Tabs(self, changed=self._turn)
        self.card = Card(self, padding=INSIDE)
        self.table = self._table()
        self.table.pack(fill="both", expand=True)
        self.table.tree.bind("<Configure>", lambda event: self._share(event.width), "+")
        self._shared = 0
        self.nothing = ttk.Label(self.card.body, bootstyle="@card secondary")

    def _table(self) -> DataTable:
        columns = [
            Column("title", _("Headline"), 160, stretch=True, say=article_words.row_title),
            Column("topic", _("Topic"), 80, sorts=False),
            Column("authors", _("Authors"), 60, sorts=False),
            Column("state", _("State"), 110, sorts=False, say=lambda state: _(STATE_WORDS[state])),
            Column("event_date", _("Day of the event"), 120, "date"),
            Column("photos", _("Photos"), 60, "number", sorts=False),
        ]
        return DataTable(
            self.card.body,
            columns,
            page=self._page,
            count=lambda: rows.article_counts()[self.tabs.chosen],
            opened=lambda row: self._opened(row.id),
            sorted_by=self._sorted,
            tone=article_words.row_tone,
        )

    def _share(self, width: int) -> None:
        """Words share what the narrow columns leave, so that none is pushed out of a small window."""
        if width == self._shared:
            return
        self._shared = width
        tree = self.table.tree
        left = width - sum(int(tree.column(name, "width")) for name in ("state", "event_date", "photos"))
        for name, share in SHARES.items():
            tree.column(name, width=max(px(48), int(left * share)))
        self.table.refresh()

    def _page(self, offset: int, limit: int) -> list[ArticleRow]:
        return rows.articles(self.tabs.chosen, sort=self._sort, offset=offset, limit=limit)

    def _sorted(self, name: str, descending: bool) -> None:
        self._sort = f"{name}_down" if descending else name

    def _turn(self, tab: str) -> None:
        self._chosen_by_hand = True
        self.table.to_top()
        self.refresh()

    def choose(self, tab: str) -> None:
        """Show a tab, as ``show("articles", tab=…)`` asked."""
        self._show_tabs(rows.article_counts(), tab)
        self._turn(tab)

    def refresh(self) -> None:
        """Count and fill anew; before anyone chose, the first tab that holds something is shown."""
        counts = rows.article_counts()
        first = next((tab for tab in TABS if counts[tab]), TABS[0])
        self._show_tabs(counts, self.tabs.chosen if self._chosen_by_hand else first)
        total = sum(counts.values())
        self.heading.say(_("{count} in all").format(count=total) if total else "")
        self._show_table() if total else self._show_empty()

    def _show_tabs(self, counts: dict[str, int], chosen: str) -> None:
        self.tabs.show([Tab(tab, _(article_words.TAB_WORDS[tab]), counts[tab]) for tab in TABS], chosen=chosen)

    def _show_table(self) -> None:
        self.empty.pack_forget()
        if not self.card.winfo_manager():
            self.tabs.pack(fill="x", pady=(0, px(INSIDE)))
            self.card.pack(fill="both", expand=True)
        self.table.refresh()
        self.nothing["text"] = _(article_words.NOTHING_HERE[self.tabs.chosen])
        if self.table.count:
            self.nothing.place_forget()
        else:
            self.nothing.place(relx=0.5, rely=0.4, anchor="center")

    def _show_empty(self) -> None:
        self.tabs.pack_forget()
        self.card.pack_forget()
        self.empty.pack(fill="both", expand=True)

    def focus_first(self) -> None:
        """The list where there is one, else the main button."""
        widget = self.table.tree if self.card.winfo_manager() else self.heading.main
        if widget is not None:
            widget.focus_set()

    # ------------------------------------------------------------ what teachers hand in

    def import_files(self) -> None:
        """Take in several Word, OpenDocument or text files, each as an article."""
        kinds = [(_("Word and text files"), MANUSCRIPTS)]
        files = self._desk.dialogs.choose_files(_("Files handed in"), kinds)
        if files:
            run_with_dialog(
                self,
                self._runner,
                partial(take_in_files, self._desk.home, files, by_name=self._desk.by_name()),
                title=_("Taking in what was handed in"),
                done=self._taken_in,
                failed=self._desk.dialogs.show_error,
                cancelled=self.refresh,
            )

    def paste_message(self) -> None:
        """Make an article of a message copied from a chat."""
        text = PasteDialog(self).run()
        if isinstance(text, str):
            try:
                taken = take_in_pasted(self._desk.home, text, by_name=self._desk.by_name())
            except UserError as error:
                self._desk.dialogs.show_error(error)
            else:
                self._taken_in(Intake([taken]))

    def _taken_in(self, intake: Intake) -> None:
        self.refresh()
        IntakeDialog(self, intake, self._opened).run()
