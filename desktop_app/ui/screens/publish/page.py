"""One article in the room of publications: its approved text, its words and photos to take along, its channels."""

from __future__ import annotations

import tkinter
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import ttkbootstrap as ttk

from db.queries.distributions import ArticleOut, ChannelRow, PlaceRow
from desktop_app.core.distributions import pictures_kept_back
from desktop_app.core.i18n import _
from desktop_app.ui import fonts
from desktop_app.ui.screens.publish import words
from desktop_app.ui.screens.publish.acts import PublishActs
from desktop_app.ui.screens.publish.channel_rows import ChannelLine, Line, head_of, lines_of
from desktop_app.ui.screens.publish.website import WebsiteActs
from desktop_app.ui.theme import BETWEEN, INSIDE, px
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.drop_menu import DropMenu
from desktop_app.ui.widgets.popup_menu import Item
from desktop_app.ui.widgets.scrolled import Scrolled
from desktop_app.ui.widgets.wrapped import Wrapped

NARROW = 620
"""Plain pixels below which the evidence stands below the days."""


class ArticlePage(ttk.Frame):
    """Options: ``copies()`` the lines of the copy menu, ``photos()`` exports, ``read(id)`` opens the article itself."""

    def __init__(
        self,
        parent: tkinter.Misc,
        *,
        acts: PublishActs,
        root: Path,
        website: WebsiteActs,
        copies: Callable[[], Sequence[Item]],
        photos: Callable[[], object],
        read: Callable[[str], object],
    ) -> None:
        super().__init__(parent)
        self._acts, self._website, self._folder = acts, website, root
        self.article: ArticleOut | None = None
        self.rows: list[ChannelLine] = []
        self._narrow: bool | None = None
        self.room = Scrolled(self)
        self.room.pack(fill="both", expand=True)
        self.card = Card(self.room.inside)
        self.card.pack(fill="both", expand=True)
        self._top(copies, photos, read)
        self.table = ttk.Frame(self.card.body, bootstyle="@card")
        self.table.pack(fill="x")
        self.table.bind("<Configure>", lambda event: self._lay(event.width < px(NARROW)))

    def _top(
        self, copies: Callable[[], Sequence[Item]], photos: Callable[[], object], read: Callable[[str], object]
    ) -> None:
        body = self.card.body
        self.title = Wrapped(body, font=fonts.SECTION, bootstyle="@card")
        self.title.pack(fill="x")
        self.approval = Wrapped(body, bootstyle="@card secondary")
        self.approval.pack(fill="x")
        self.warning = Wrapped(body, bootstyle="@card danger")
        self.tools = ttk.Frame(body, bootstyle="@card")
        self.tools.pack(fill="x", pady=(px(INSIDE), px(BETWEEN)))
        self.copy = DropMenu(self.tools, copies, text=_("Copy the text") + " ▾", icon="clipboard", bootstyle="@card")
        self.photos = ttk.Button(self.tools, text=_("Export small photos, without GPS"), icon="images", command=photos)
        self.photos.configure(bootstyle="@card")
        self.read = ttk.Button(self.tools, text=_("Open the article"), bootstyle="@card ghost")
        self.read.configure(command=lambda: read(self.article.id) if self.article else None)
        self._lay_tools(narrow=False)

    def _lay_tools(self, *, narrow: bool) -> None:
        below = {"row": 1, "column": 0, "columnspan": 3, "pady": (px(INSIDE), 0)}
        self.copy.grid(row=0, column=0, sticky="w", padx=(0, px(INSIDE)))
        self.read.grid(row=0, column=1 if narrow else 2, sticky="w")
        self.photos.grid(**(below if narrow else {"row": 0, "column": 1, "columnspan": 1, "pady": 0}), sticky="w")
        self.photos.grid_configure(padx=(0, px(INSIDE)))

    def show(self, article: ArticleOut, channels: Sequence[ChannelRow], places: Sequence[PlaceRow]) -> None:
        """Show an article with all its channels."""
        if self.article is None or article.id != self.article.id:
            self.room.to_top()
        self.article = article
        self.title.say(article.title)
        self.approval.say(words.approval_line(article))
        self._warn(" ".join(part for part in (words.state_line(article), words.newer_line(article)) if part))
        self.copy.configure(state="normal" if article.revision else "disabled")
        self.photos.configure(state="normal" if article.photos and article.revision else "disabled")
        may_go = bool(article.revision) and article.state not in ("taken_down", "cancelled")
        lines = lines_of(channels, places, may_go=may_go)
        self._fill(article, _with_kept_back(article, lines), may_go)

    def _warn(self, warning: str) -> None:
        self.warning.say(warning)
        if warning:
            self.warning.pack(fill="x", before=self.tools)
        else:
            self.warning.pack_forget()

    def _fill(self, article: ArticleOut, lines: Sequence[Line], may_go: bool) -> None:
        for child in self.table.winfo_children():
            child.destroy()
        self.rows = []
        official = [line for line in lines if line.channel.is_official]
        others = [line for line in lines if not line.channel.is_official]
        self.head = head_of(self.table)
        self._lines(article, official)
        if others or may_go:
            text = _("Groups and personal pages (not official)")
            label = ttk.Label(self.table, text=text, font=fonts.STRONG, bootstyle="@card secondary")
            label.pack(anchor="w", pady=(px(BETWEEN), 0))
            self._lines(article, others)
            more = ttk.Button(self.table, text=_("Add a group or page…"), icon="plus-lg", bootstyle="@card ghost")
            more.configure(command=self._acts.add_unofficial)
            more.pack(anchor="w")
        self._stress()
        self._narrow = None
        self._lay(self.table.winfo_width() < px(NARROW) and self.table.winfo_width() > 1)

    def _lines(self, article: ArticleOut, lines: Sequence[Line]) -> None:
        for line in lines:
            ttk.Frame(self.table, style="Line.TFrame", height=1).pack(fill="x")
            row = ChannelLine(self.table, article, line, acts=self._acts, website=self._website, root=self._folder)
            row.pack(fill="x")
            self.rows.append(row)

    def _stress(self) -> None:
        """One main button: old words out there, then what is planned or out nowhere yet, then a missing proof."""
        ranked = [(self._urgency(row), number, row) for number, row in enumerate(self.rows) if row.main is not None]
        if ranked:
            button = min(ranked)[2].main
            if button is not None:
                button.configure(bootstyle="@card primary")

    def _urgency(self, row: ChannelLine) -> tuple[int, int]:
        out_nowhere = not any(other.line.is_out for other in self.rows)
        wanted = row.publication is not None and not row.line.is_out
        if row.publication is not None and row.publication.outdated:
            rank = 0
        else:
            rank = 1 if wanted or (out_nowhere and not row.line.is_out) else 2 if row.line.is_out else 3
        return (rank, 0 if row.channel.is_official else 1)

    def _lay(self, narrow: bool) -> None:
        if narrow == self._narrow:
            return
        self._narrow = narrow
        self._lay_tools(narrow=narrow)
        for row in self.rows:
            row.lay(narrow=narrow)
        if narrow:
            self.head.pack_forget()
        else:
            before = next(iter(self.table.pack_slaves()), None)
            self.head.pack(fill="x", **({"before": before} if before not in (None, self.head) else {}))

    def row_for_pasting(self, widget: tkinter.Misc | None) -> ChannelLine | None:
        """The row that takes what is pasted: the one with the focus, else the only one that waits for evidence."""
        waiting = [row for row in self.rows if row.line.waits_for_evidence]
        focused = [row for row in self.rows if widget is not None and f"{widget}.".startswith(f"{row}.")]
        if focused and focused[0].line.is_out:
            return focused[0]
        return waiting[0] if len(waiting) == 1 else None


def _with_kept_back(article: ArticleOut, lines: Sequence[Line]) -> list[Line]:
    """Each row with a word on the photos that lack the consent for its kind of channel."""
    if not article.photos:
        return list(lines)
    kinds = {line.channel.kind for line in lines}
    found = {kind: list(pictures_kept_back(article.id, kind, date.today()).values()) for kind in kinds}
    said = {kind: words.kept_back_line(len(whys), whys[0]) if whys else "" for kind, whys in found.items()}
    return [line._replace(kept_back=said[line.channel.kind]) for line in lines]
