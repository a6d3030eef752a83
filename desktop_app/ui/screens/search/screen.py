"""Search: everything that has these words, grouped by what it is; Enter opens it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import ttkbootstrap as ttk

from db.search import Hit, search
from desktop_app.core.i18n import N_, _
from desktop_app.ui.screens.empty import Empty
from desktop_app.ui.screens.screen import Screen, Show
from desktop_app.ui.theme import BETWEEN, INSIDE, ROUND, px
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.heading import Heading
from desktop_app.ui.widgets.table import Column, DataTable

KINDS = {
    "article": N_("Article"),
    "media": N_("Photo or video"),
    "topic": N_("Topic of the plan"),
    "plan": N_("Text of the plan"),
    "opinion": N_("Opinion"),
    "contact": N_("Press contact"),
}
SHOWN = 200


class Found(NamedTuple):
    """A row of the table."""

    id: str
    kind: str
    title: str
    when: str


def room_of(kind: str, record_id: str) -> tuple[str, dict[str, Any]]:
    """Where a thing found is opened."""
    if kind == "article":
        return "articles", {"article_id": record_id}
    if kind == "media":
        return "media", {"asset_id": record_id}
    return ("plan", {"topic_id": record_id} if kind == "topic" else {})


class SearchScreen(Screen):
    """One list of everything found; the box stands in the bar above."""

    follows_month = False

    def __init__(self, parent: ttk.Frame, *, show: Show) -> None:
        super().__init__(parent)
        self.configure(padding=(px(ROUND), px(INSIDE), px(ROUND), px(ROUND)))
        self._show = show
        self._text = ""
        self._hits: Sequence[Hit] = ()
        self.heading = Heading(self, _("Search"))
        self.heading.pack(fill="x", pady=(0, px(BETWEEN)))
        self.hint = Empty(
            self,
            "search",
            _("Type any word in the box above (F3)"),
            _("No accents needed: “dien bien” finds “Điện Biên” in articles, captions and the plan."),
        )
        self.card = Card(self, padding=INSIDE)
        self.table = self._table(self.card.body)
        self.table.pack(fill="both", expand=True)

    def _table(self, parent: ttk.Frame) -> DataTable:
        columns = [
            Column("title", _("Found"), 520, stretch=True, sorts=False),
            Column("kind", _("What it is"), 170, sorts=False, say=lambda kind: _(KINDS[kind])),
            Column("when", _("Day"), 110, sorts=False),
        ]
        return DataTable(
            parent, columns, page=self._page, count=lambda: len(self._hits), opened=self._open, empty=_("Nothing found")
        )

    def _page(self, offset: int, limit: int) -> list[Found]:
        rows = self._hits[offset : offset + limit]
        return [Found(hit.id, hit.kind, hit.title or _("Untitled"), _day_words(hit.when)) for hit in rows]

    def _open(self, row: Found) -> None:
        room, wishes = room_of(row.kind, row.id)
        self._show(room, **wishes)

    def open(self, **wishes: Any) -> None:
        self._text = wishes.get("text", self._text)

    def refresh(self) -> None:
        found = search(self._text, SHOWN)
        self._hits = found.hits
        wished = bool(self._text.strip())
        self.heading.say(_("{total} found").format(total=found.total) if wished else "")
        (self.hint if wished else self.card).pack_forget()
        (self.card if wished else self.hint).pack(fill="both", expand=True)
        self.table.refresh()


def _day_words(when: str) -> str:
    return f"{when[8:10]}/{when[5:7]}/{when[:4]}" if len(when) >= 10 else ""
