"""The trash and the log: what was put away comes back from here within thirty days; who did what is read beside it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import NamedTuple

import ttkbootstrap as ttk

from db.queries import trash as rows
from desktop_app.core import trash
from desktop_app.core.i18n import N_, _
from desktop_app.ui.dialogs import Dialogs
from desktop_app.ui.screens.articles.words import moment_words, row_title
from desktop_app.ui.screens.empty import Empty
from desktop_app.ui.screens.log import LogCard
from desktop_app.ui.screens.screen import Act, ByName, Screen
from desktop_app.ui.theme import BETWEEN, INSIDE, ROUND, px
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.heading import Heading
from desktop_app.ui.widgets.table import Column, DataTable
from desktop_app.ui.widgets.tabs import Tab, Tabs
from desktop_app.ui.widgets.toast import Toast

TRASH, LOG = "trash", "log"
KINDS = {trash.ARTICLE: N_("Article (one)"), trash.ASSET: N_("Photo or video")}
SOON = 5


class Thing(NamedTuple):
    """A line of the trash; ``days`` are those it still lies there."""

    id: str
    title: str
    table: str
    at: str
    by_name: str
    reason: str
    days: int


def things(offset: int, limit: int) -> list[Thing]:
    """A page of the trash."""
    moment = datetime.now(UTC)
    return [
        Thing(row.id, row.title, row.table, row.at, row.by_name, row.reason, days_left(row.at, moment))
        for row in rows.trash(offset=offset, limit=limit)
    ]


def days_left(at: str, moment: datetime) -> int:
    """How many days something put there ``at`` (ISO, UTC) still lies in the trash."""
    return max(0, trash.KEEP_DAYS - (moment - datetime.fromisoformat(at.replace("Z", "+00:00"))).days)


def days_words(days: int) -> str:
    """“28 days”, or that this is the last."""
    return _("{count} days").format(count=days) if days else _("Last day")


class TrashScreen(Screen):
    """Wishes of ``show``: ``tab`` "log" shows the log."""

    follows_month = False

    def __init__(self, parent: ttk.Frame, *, dialogs: Dialogs, toast: Toast, by_name: ByName) -> None:
        super().__init__(parent)
        self._dialogs, self._toast, self._by_name = dialogs, toast, by_name
        self.configure(padding=(px(ROUND), px(INSIDE), px(ROUND), px(BETWEEN)))
        line = _("What was deleted comes back from here within 30 days")
        self.heading = Heading(self, _("Trash and log"), line)
        self.heading.pack(fill="x", pady=(0, px(BETWEEN)))
        self.tabs = Tabs(self, changed=lambda tab: self.refresh())
        self.tabs.pack(fill="x", pady=(0, px(INSIDE)))
        self.log = LogCard(self)
        self.card = Card(self, padding=INSIDE)
        self.empty = Empty(
            self,
            "trash3",
            _("The trash is empty"),
            _("What is deleted lies here for 30 days and comes back with one press."),
        )
        self._foot()
        self.table = self._table()
        self.table.pack(fill="both", expand=True)

    def _foot(self) -> None:
        foot = ttk.Frame(self.card.body, bootstyle="@card")
        foot.pack(side="bottom", fill="x", pady=(px(INSIDE), 0))
        self.back = ttk.Button(foot, text=_("Put back"), command=self.put_back, bootstyle="@card primary")
        self.back.pack(side="left")
        self.all = ttk.Button(foot, text=_("Put everything back"), command=self.put_all_back, bootstyle="@card")
        self.all.pack(side="left", padx=px(INSIDE))

    def _table(self) -> DataTable:
        columns = [
            Column("title", _("Headline"), 130, stretch=True, sorts=False, say=row_title),
            Column("table", _("What it is"), 85, sorts=False, say=lambda table: _(KINDS[table])),
            Column("at", _("Moved there on"), 145, sorts=False, say=moment_words),
            Column("by_name", _("By"), 110, sorts=False),
            Column("reason", _("Why"), 90, sorts=False),
            Column("days", _("Still there for"), 75, "number", sorts=False, say=days_words),
        ]
        return DataTable(
            self.card.body,
            columns,
            page=things,
            count=rows.trash_count,
            chosen=lambda ids: self.back.configure(state="normal" if ids else "disabled"),
            tone=lambda thing: "soon" if thing.days <= SOON else "",
        )

    def open(self, **wishes: object) -> None:
        if wishes.get("tab") in (TRASH, LOG):
            self._show_tabs()
            self.tabs.choose(str(wishes["tab"]))

    def refresh(self) -> None:
        self._show_tabs()
        faces = {LOG: self.log, TRASH: self.card if rows.trash_count() else self.empty}
        shown = faces[self.tabs.chosen]
        for face in (self.log, self.card, self.empty):
            if face is not shown:
                face.pack_forget()
        shown.pack(fill="both", expand=True)
        if shown is not self.empty:
            (self.log if shown is self.log else self).table.refresh()

    def _show_tabs(self) -> None:
        self.tabs.show([Tab(TRASH, _("Trash"), rows.trash_count() or None), Tab(LOG, _("Log"))])

    def acts(self) -> Mapping[str, Act]:
        return {}

    def focus_first(self) -> None:
        (self.log if self.tabs.chosen == LOG else self).table.tree.focus_set()

    def put_back(self) -> None:
        """Put what is chosen back where it was."""
        self._put_back(self.table.selected)

    def put_all_back(self) -> None:
        """Put everything back, after asking."""
        count = rows.trash_count()
        hint = _("{count} things go back to where they were.").format(count=count)
        if self._dialogs.confirm(_("Put everything back?"), hint, yes=_("Put everything back")):
            self._put_back([thing.id for thing in things(0, count)])

    def _put_back(self, ids: list[str]) -> None:
        if ids:
            count = trash.take_back(ids, by_name=self._by_name())
            self.table.choose_none()
            self.refresh()
            self._toast.say(_("{count} put back").format(count=count))
