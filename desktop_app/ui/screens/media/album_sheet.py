"""The open album: its name and what it holds, its acts, its pictures, and words on the chosen one."""

from __future__ import annotations

import tkinter
from collections.abc import Callable, Mapping

import ttkbootstrap as ttk

from db.queries.albums import AlbumCell, AlbumRow, album_page
from desktop_app.core.i18n import _
from desktop_app.ui import fonts
from desktop_app.ui.screens.media.album_grid import AlbumGrid
from desktop_app.ui.screens.media.album_words import album_words, number_words, picture_words
from desktop_app.ui.screens.media.smalls import Smalls
from desktop_app.ui.screens.media.words import Cell
from desktop_app.ui.theme import HALF, INSIDE, px
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.drop_menu import DropMenu
from desktop_app.ui.widgets.popup_menu import Item
from desktop_app.ui.widgets.wrapped import Wrapped


class AlbumSheet(Card):
    """Options: the acts, all without words but ``moved(ids, gap)`` and ``opened(place)``."""

    def __init__(
        self,
        parent: tkinter.Misc,
        *,
        smalls: Smalls,
        choose: Callable[[], object],
        take: Callable[[], object],
        rename: Callable[[], object],
        away: Callable[[], object],
        remove: Callable[[], object],
        caption: Callable[[], object],
        moved: Callable[[list[str], int], object],
        opened: Callable[[int], object],
    ) -> None:
        super().__init__(parent, padding=INSIDE)
        self._smalls, self._rename, self._away, self._remove, self._caption = smalls, rename, away, remove, caption
        self.row: AlbumRow | None = None
        self._kept_back: Mapping[str, str] = {}
        self._acts(choose, take)
        self.name = Wrapped(self.body, font=fonts.SECTION, bootstyle="@card")
        self.name.pack(fill="x")
        self.line = Wrapped(self.body, font=fonts.NOTE, bootstyle="@card secondary")
        self.line.pack(fill="x", pady=(0, px(INSIDE)))
        self.hint = Wrapped(self.body, lines=2, font=fonts.NOTE, bootstyle="@card secondary")
        self.hint.pack(side="bottom", fill="x", pady=(px(HALF), 0))
        self.grid_ = AlbumGrid(
            self.body,
            page=self._page,
            count=lambda: self.row.pictures if self.row else 0,
            moved=moved,
            opened=lambda item: opened(self.grid_.selection.at),
            chosen=self._say,
            empty=_("Still empty. Let the PC propose photos, or put photos in from “Photos, videos”."),
        )
        self.grid_.pack(fill="both", expand=True)

    def _acts(self, choose: Callable[[], object], take: Callable[[], object]) -> None:
        row = ttk.Frame(self.body, bootstyle="@card")
        row.pack(side="top", fill="x", pady=(0, px(INSIDE)))
        self.more = DropMenu(row, self._items, icon="three-dots", icon_only=True, bootstyle="@card ghost")
        self.more.pack(side="right", padx=(px(HALF), 0))
        ttk.ToolTip(self.more, text=_("With this album"), delay=500)
        self.take = ttk.Button(row, text=_("Take along…"), icon="usb-drive", command=take, bootstyle="@card primary")
        self.take.pack(side="right", padx=(px(INSIDE), 0))
        self.choose = ttk.Button(row, text=_("Choose for me…"), icon="stars", command=choose, bootstyle="@card")
        self.choose.pack(side="right")

    def _items(self) -> list[Item]:
        chosen = len(self.grid_.selected)
        out = [Item(_("Take {count} chosen photos out").format(count=chosen), self._remove)] if chosen else []
        words = [Item(_("Caption one by one"), self._caption)] if self.grid_.count else []
        between = [Item("")] if out or words else []
        album = [Item(_("Rename the album…"), self._rename), Item(_("Delete the album"), self._away)]
        return [*out, *words, *between, *album]

    def show(self, row: AlbumRow | None, kept_back: Mapping[str, str]) -> None:
        """Another album, or the same one after a change; then place and choice stay."""
        if row is None or self.row is None or row.id != self.row.id:
            self.grid_.to_top()
        self.row, self._kept_back = row, kept_back
        self.name.say(row.title if row else "")
        line = album_words(row, len(kept_back)) if row else ""
        self.line.say("\n".join(part for part in (line, row.note if row else "") if part))
        self.take.configure(state="normal" if row and row.pictures > len(kept_back) else "disabled")
        inside = {cell.id for cell in self._cells(0, row.pictures)} if row else set()
        self.grid_.selection.chosen = {one: None for one in self.grid_.selection.chosen if one in inside}
        self.grid_.refresh()
        self._say(self.grid_.selected)

    def _cells(self, offset: int, limit: int) -> list[AlbumCell]:
        return album_page(self.row.id, offset, limit) if self.row else []

    def _page(self, offset: int, limit: int) -> list[Cell]:
        cells = self._cells(offset, limit)
        self._smalls.prepare(cells)
        return [
            Cell(
                cell.id,
                self._smalls.of(cell.sha256),
                cell.caption or (cell.original_name if cell.kind == "video" else ""),
                number_words(offset + place, cell, cell.id in self._kept_back),
            )
            for place, cell in enumerate(cells, 1)
        ]

    def _say(self, asset_ids: list[str]) -> None:
        """The chosen picture in words, or how pictures are moved."""
        if len(asset_ids) == 1:
            place = self.grid_.selection.at
            cell = next((one for one in self._cells(place, 1) if one.id == asset_ids[0]), None)
            if cell is not None:
                self.hint.say(picture_words(cell, self._kept_back.get(cell.id, "")))
                return
        keys = _("Drag photos to another place, or press Ctrl and an arrow; Delete takes them out of the album.")
        self.hint.say(keys if self.grid_.count else "")
