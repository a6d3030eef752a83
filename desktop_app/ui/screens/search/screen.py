"""Search: everything that has these words, by what it is, the words marked; Enter opens it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import ttkbootstrap as ttk

from db.queries.media import media
from db.said import asked
from db.search import PAGE, Hit, Totals, first_page, meaning, totals
from desktop_app.core.home import Home
from desktop_app.core.i18n import _
from desktop_app.core.media.renditions import SMALL, rendition_place
from desktop_app.ui import fonts
from desktop_app.ui.later import Later
from desktop_app.ui.screens.empty import Empty
from desktop_app.ui.screens.screen import Screen, Show
from desktop_app.ui.screens.search.hits import HitList
from desktop_app.ui.screens.search.words import ALL, GROUPS, counted, room_of
from desktop_app.ui.theme import BETWEEN, INSIDE, ROUND, px
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.heading import Heading
from desktop_app.ui.widgets.tabs import Tab, Tabs

COUNT_AFTER_MS = 30
"""The first page is painted before anything is counted."""


class SearchScreen(Screen):
    """The box stands in the bar above; here is all it finds. Wish of ``show``: ``text``."""

    follows_month = False

    def __init__(self, parent: ttk.Frame, *, show: Show, home: Home) -> None:
        super().__init__(parent)
        self.configure(padding=(px(ROUND), px(INSIDE), px(ROUND), px(ROUND)))
        self._show, self._home = show, home
        self._text, self._limit = "", PAGE
        self._hits: Sequence[Hit] = ()
        self.found = Totals({}, 0)
        self._counting = Later(self, self._count)
        self.heading = Heading(self, _("Search"))
        self.heading.pack(fill="x", pady=(0, px(BETWEEN)))
        self._faces()

    def _faces(self) -> None:
        """What stands below the heading: how to search, that nothing was found, or what was."""
        self.hint = Empty(
            self,
            "search",
            _("Type any word in the box above (F3)"),
            _("No accents needed: “dien bien” finds “Điện Biên” in articles, captions and the plan."),
        )
        self.nothing = Empty(
            self,
            "search",
            _("Nothing has all these words"),
            _("Try fewer words, the beginning of a word, or another spelling."),
        )
        self.results = ttk.Frame(self)
        self.tabs = Tabs(self.results, self._choose)
        self.tabs.pack(fill="x", pady=(0, px(INSIDE)))
        self.forgiven = ttk.Label(self.results, font=fonts.NOTE, bootstyle="secondary")
        self.card = Card(self.results, padding=INSIDE)
        self.card.pack(fill="both", expand=True)
        self.list = HitList(self.card.body, opened=self._open, picture=self._picture)
        self.more = ttk.Button(self.card.body, text=_("Show more"), command=self._further, bootstyle="@card ghost")
        self.list.pack(fill="both", expand=True)
        self.tabs.show([Tab(ALL, _("Everything"))])

    def open(self, **wishes: Any) -> None:
        if "text" in wishes and wishes["text"] != self._text:
            self._text, self._limit = wishes["text"], PAGE
            self.tabs.show([Tab(ALL, _("Everything"))], chosen=ALL)
            self.found = Totals({}, 0)

    def refresh(self) -> None:
        self._fill()
        self.heading.say("")
        if self._hits or self.tabs.chosen:
            self._counting.start(COUNT_AFTER_MS)
        else:
            self._counting.now()

    def focus_first(self) -> None:
        self.list.focus_set()

    # ------------------------------------------------------------ inside

    def _fill(self) -> None:
        meant = meaning(self._text)
        self._hits = first_page(self._text, self._limit + 1, self.tabs.chosen)
        self.list.show(self._hits[: self._limit], meant)
        self._face(bool(self._text.strip()))
        self._say_forgiven(meant.spoken != asked(self._text).spoken)
        if len(self._hits) > self._limit:
            self.more.pack(side="bottom", pady=(px(INSIDE), 0), before=self.list)
        else:
            self.more.pack_forget()

    def _face(self, wished: bool) -> None:
        face = self.hint if not wished else self.results if self._hits or self.tabs.chosen else self.nothing
        for other in (self.hint, self.nothing, self.results):
            if other is not face:
                other.pack_forget()
        face.pack(fill="both", expand=True)

    def _say_forgiven(self, forgiven: bool) -> None:
        if forgiven and self._hits:
            self.forgiven.configure(text=_("Nothing is written with just these accents; this is without them."))
            self.forgiven.pack(fill="x", pady=(0, px(INSIDE)), before=self.card)
        else:
            self.forgiven.pack_forget()

    def _count(self) -> None:
        """The exact figures, a moment after the first page."""
        self.found = totals(self._text)
        self.heading.say(counted(self.found) if self._text.strip() else "")
        kinds = [Tab(kind, _(GROUPS[kind]), self.found.kinds[kind]) for kind in GROUPS if kind in self.found.kinds]
        chosen = self.tabs.chosen
        self.tabs.show([Tab(ALL, _("Everything"), self.found.total), *kinds], chosen=chosen)

    def _choose(self, kind: str) -> None:
        self._limit = PAGE
        self._fill()

    def _further(self) -> None:
        self._limit += PAGE
        self._fill()

    def _open(self, hit: Hit) -> None:
        room, wishes = room_of(hit, self._text)
        self._show(room, **wishes)

    def _picture(self, hit: Hit) -> Path | None:
        photo = media(hit.id)
        place = rendition_place(self._home, photo.sha256, SMALL) if photo else None
        return place if place and place.exists() else None
