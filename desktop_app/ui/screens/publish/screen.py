"""The room Publish & send: what still goes out on the left, one article with all its channels on the right."""

from __future__ import annotations

import tkinter
from collections.abc import Mapping
from typing import Any

import ttkbootstrap as ttk

from db.queries import distributions as rows
from db.queries.distributions import TABS, OutRow
from db.queries.distributions import Desk as SortedArticles
from desktop_app.core.home import Home
from desktop_app.core.i18n import _
from desktop_app.core.jobs import Progress
from desktop_app.ui.dialogs import Dialogs
from desktop_app.ui.runner import Runner
from desktop_app.ui.screens.desk import Desk
from desktop_app.ui.screens.empty import Empty
from desktop_app.ui.screens.publish import words
from desktop_app.ui.screens.publish.acts import PublishActs
from desktop_app.ui.screens.publish.copying import Copying, Remembers
from desktop_app.ui.screens.publish.page import ArticlePage
from desktop_app.ui.screens.publish.photos import export_photos
from desktop_app.ui.screens.publish.website import WebsiteActs
from desktop_app.ui.screens.screen import Act, ByName, Screen, Show
from desktop_app.ui.theme import BETWEEN, INSIDE, ROUND, px
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.heading import Heading
from desktop_app.ui.widgets.table import Column, DataTable
from desktop_app.ui.widgets.tabs import Tab, Tabs
from desktop_app.ui.widgets.toast import Toast

LIST_WIDTH, LIST_SHARE, TWO_COLUMNS = 320, 0.31, 260
NOTHING = SortedArticles((), (), (), ())


class PublishScreen(Screen):
    """Wishes of ``show``: ``article_id`` opens one article's page, ``tab`` shows a tab."""

    follows_month = False

    def __init__(
        self,
        parent: ttk.Frame,
        *,
        home: Home,
        show: Show,
        runner: Runner,
        dialogs: Dialogs,
        toast: Toast,
        by_name: ByName,
        settings: Remembers,
    ) -> None:
        super().__init__(parent)
        self.configure(padding=(px(ROUND), px(INSIDE), px(ROUND), px(BETWEEN)))
        self._show, self._runner, self._desk = show, runner, Desk(home, runner, dialogs, toast, by_name, show)
        self._sorted = NOTHING
        self._chosen: str | None = None
        self._by_hand = False
        self.doing = PublishActs(self, self._desk, changed=self.refresh)
        self.website = WebsiteActs(self, runner=runner, dialogs=dialogs, by_name=by_name, changed=self.refresh)
        self.copying = Copying(self, dialogs=dialogs, toast=toast, settings=settings)
        self.heading = Heading(self, _("Publish & send"), _("★ marks the school's official channels"))
        self.heading.pack(fill="x", pady=(0, px(INSIDE)))
        self.empty = Empty(
            self,
            "send",
            _("Nothing is approved yet"),
            _("Approved articles come here: copy their words and photos, post them, and keep the proof."),
            act=_("To the articles"),
            command=lambda: show("articles"),
        )
        self.tabs = Tabs(self, changed=self._turn)
        self.columns = ttk.Frame(self)
        self._build_list()
        self._build_page()

    def _build_list(self) -> None:
        self.card = Card(self.columns, padding=INSIDE)
        self.table = DataTable(
            self.card.body,
            [
                Column("title", _("Headline"), 150, stretch=True, sorts=False),
                Column("day", _("Day"), 112, "date", sorts=False),
            ],
            page=self._page_of_rows,
            count=lambda: len(self._sorted.of(self.tabs.chosen)),
            chosen=lambda ids: self._pick(ids[0]) if ids else None,
            opened=lambda row: self._pick(row.id),
            tone=lambda row: "note" if row.state == "taken_down" else "",
        )
        self.table.pack(fill="both", expand=True)
        self.nothing = ttk.Label(self.card.body, justify="center", wraplength=px(220), bootstyle="@card secondary")

    def _build_page(self) -> None:
        self.right = ttk.Frame(self.columns)
        self.page = ArticlePage(
            self.right,
            acts=self.doing,
            root=self._desk.home.root,
            website=self.website,
            copies=lambda: self.copying.items(self._chosen) if self._chosen else [],
            photos=self.export_photos,
            read=lambda article_id: self._show("articles", article_id=article_id),
        )
        self.columns.columnconfigure(1, weight=1)
        self.columns.rowconfigure(0, weight=1)
        self.card.grid(row=0, column=0, sticky="nswe", padx=(0, px(BETWEEN)))
        self.card.grid_propagate(False)
        self.card.pack_propagate(False)
        self.right.grid(row=0, column=1, sticky="nswe")
        self.columns.bind("<Configure>", lambda event: self._share(event.width))

    def _share(self, width: int) -> None:
        """The list takes its share of a narrow window, and no more than it needs of a wide one."""
        narrow = int(width * LIST_SHARE)
        self.card.configure(width=min(px(LIST_WIDTH), narrow))
        self.table.tree.configure(displaycolumns=("title",) if narrow < px(TWO_COLUMNS) else ("title", "day"))

    # ------------------------------------------------------------ for the window

    def open(self, **wishes: Any) -> None:
        if wishes.get("article_id"):
            self._chosen, self._by_hand = wishes["article_id"], False
        elif wishes.get("tab"):
            self._chosen, self._by_hand = None, True
            self._show_tabs(wishes["tab"])

    def refresh(self) -> None:
        """The article at once; the tabs with it, or behind it where very many articles must be looked through."""
        self._show_page()
        if rows.many():
            self._runner.run_quietly(
                _look_through,
                title=_("Sorting the publications"),
                done=lambda found: self._show_sorted(found) if self.winfo_exists() else None,
                failed=self._desk.dialogs.show_error,
            )
        else:
            self._show_sorted(rows.desk())

    def acts(self) -> Mapping[str, Act]:
        return {"export": self.export_photos}

    def focus_first(self) -> None:
        """The list; an article that is in no tab, as one taken down, would lose its page to the first line there."""
        listed = self._chosen is None or self._chosen in self._sorted.of(self.tabs.chosen)
        place = self.table.tree if listed else self.page.read
        (place if self.columns.winfo_manager() else self.empty).focus_set()

    # ------------------------------------------------------------ the list

    def _page_of_rows(self, offset: int, limit: int) -> list[OutRow]:
        return rows.lines(self._sorted.of(self.tabs.chosen)[offset : offset + limit])

    def _show_sorted(self, found: SortedArticles) -> None:
        self._sorted = found
        if not any(found) and self._chosen is None:
            self._swap(self.empty, self.tabs, self.columns)
            return
        self._swap(self.tabs, self.empty)
        self.columns.pack(fill="both", expand=True)
        self._show_tabs(self._tab())
        if self._chosen is None and (first := found.of(self.tabs.chosen)[:1]):
            self._chosen = first[0]
            self._show_page()
        self._fill_list()

    def _swap(self, shown: tkinter.Widget, *hidden: tkinter.Widget) -> None:
        for widget in hidden:
            widget.pack_forget()
        if not shown.winfo_manager():
            room: dict[str, Any] = {"fill": "both", "expand": True} if shown is self.empty else {"fill": "x"}
            shown.pack(**room, pady=(0, 0 if shown is self.empty else px(INSIDE)))

    def _tab(self) -> str:
        """The tab of the article on show, unless someone chose a tab; else the first that holds something."""
        if self._by_hand and self.tabs.chosen:
            return self.tabs.chosen
        of_article = self._sorted.tab_of(self._chosen) if self._chosen else None
        return of_article or next((tab for tab in TABS if self._sorted.of(tab)), TABS[0])

    def _show_tabs(self, chosen: str) -> None:
        tabs = [Tab(tab, _(words.TAB_WORDS[tab]), len(self._sorted.of(tab))) for tab in TABS]
        self.tabs.show(tabs, chosen=chosen)

    def _fill_list(self) -> None:
        self.table.refresh()
        ids = self._sorted.of(self.tabs.chosen)
        if self._chosen in ids:
            self.table.selection.go(ids.index(self._chosen))
            self.table.see(ids.index(self._chosen))
            self.table.mark()
        self.nothing["text"] = _(words.NOTHING_HERE[self.tabs.chosen])
        if ids:
            self.nothing.place_forget()
        else:
            self.nothing.place(relx=0.5, rely=0.4, anchor="center")

    def _turn(self, tab: str) -> None:
        self._by_hand, self._chosen = True, None
        self.table.to_top()
        self.refresh()

    def _pick(self, article_id: str) -> None:
        if article_id != self._chosen:
            self._chosen = article_id
            self._show_page()

    # ------------------------------------------------------------ the page

    def _show_page(self) -> None:
        article = rows.article_out(self._chosen) if self._chosen else None
        if article is None:
            self._chosen = None
            self.page.pack_forget()
            return
        self.page.show(article, rows.channels(), rows.places(article.id))
        self.page.pack(fill="both", expand=True)
        self._hear_pasting(self.page)

    def _hear_pasting(self, widget: tkinter.Misc) -> None:
        """Ctrl+V anywhere on the page is for the row that waits for evidence."""
        widget.bind("<<Paste>>", self._pasted)
        for child in widget.winfo_children():
            self._hear_pasting(child)

    def _pasted(self, event: tkinter.Event) -> str:
        self.paste(event.widget if isinstance(event.widget, tkinter.Misc) else None)
        return "break"

    def paste(self, widget: tkinter.Misc | None = None) -> None:
        """Take what is in the clipboard as evidence of the row with the focus, or of the only one that waits."""
        row = self.page.row_for_pasting(widget)
        if row is not None:
            row.paste()
        elif self.page.rows:
            self._desk.toast.say(_("Choose the line the evidence belongs to, then paste"), icon="info-circle")

    def export_photos(self) -> None:
        """Copies of the photos to post."""
        article, channels = self.page.article, [one for one in rows.channels() if not words.is_closed(one)]
        if self._chosen and article is not None and article.photos and article.revision and channels:
            export_photos(self, article, channels, desk=self._desk)


def _look_through(progress: Progress) -> SortedArticles:
    return rows.desk()
