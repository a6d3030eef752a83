"""Choosing photos of the archive to put under an article, the latest first."""

from __future__ import annotations

import tkinter
from collections.abc import Container
from pathlib import Path
from typing import NamedTuple

import ttkbootstrap as ttk

from db.queries import articles as rows
from db.queries.articles import PhotoRow
from desktop_app.core.home import Home
from desktop_app.core.i18n import _
from desktop_app.ui import fonts
from desktop_app.ui.modal import Modal
from desktop_app.ui.screens.articles.photos import thumbnail_of
from desktop_app.ui.theme import BETWEEN, INSIDE, px
from desktop_app.ui.widgets.thumbnail_grid import ThumbnailGrid

SIZE = (790, 400)


class Offered(NamedTuple):
    """A cell of the grid."""

    id: str
    picture: Path | None
    caption: str
    badge: str


class PhotoPicker(Modal):
    """Answers the ids of the chosen photos. Options: ``placed``, the ids that are under the article already."""

    def __init__(self, parent: tkinter.Misc, home: Home, placed: Container[str]) -> None:
        super().__init__(parent, _("Photos of the archive"))
        self._home, self._placed = home, placed
        ttk.Label(self.body, text=_("Photos of the archive"), font=fonts.SECTION, bootstyle="@card").pack(anchor="w")
        ttk.Label(
            self.body,
            text=_("Ctrl or Shift with a click chooses several; a double click takes one."),
            bootstyle="@card secondary",
        ).pack(anchor="w", pady=(0, px(INSIDE)))
        room = ttk.Frame(self.body, width=px(SIZE[0]), height=min(px(SIZE[1]), self.winfo_screenheight() * 6 // 10))
        room.pack_propagate(False)
        room.pack()
        self.grid_of_photos = ThumbnailGrid(
            room,
            page=self._page,
            count=rows.archive_photo_count,
            opened=lambda photo: self.close([photo.id]),
            chosen=self._chosen,
            empty=_("The archive has no photo yet. Bring some from this PC."),
        )
        self.grid_of_photos.pack(fill="both", expand=True)
        foot = ttk.Frame(self.body, bootstyle="@card")
        foot.pack(fill="x", pady=(px(BETWEEN), 0))
        self.add = self.button(foot, _("Put into the article"), self._take, "@card primary")
        self.add.configure(state="disabled")
        self.button(foot, _("Cancel"), self.give_up)
        self.count = ttk.Label(foot, bootstyle="@card secondary")
        self.count.pack(side="left")

    def run(self, focus: tkinter.Misc | None = None) -> object:
        """Show the photos and wait for a choice."""
        self.grid_of_photos.refresh()
        return super().run(focus or self.grid_of_photos.canvas)

    def _page(self, offset: int, limit: int) -> list[Offered]:
        return [self._offered(photo) for photo in rows.archive_photos(offset=offset, limit=limit)]

    def _offered(self, photo: PhotoRow) -> Offered:
        badge = _("in the article") if photo.id in self._placed else ""
        return Offered(photo.id, thumbnail_of(self._home, photo), photo.caption, badge)

    def _chosen(self, ids: list[str]) -> None:
        self.add.configure(state="normal" if ids else "disabled")
        self.count["text"] = _("{count} chosen").format(count=len(ids)) if ids else ""

    def _take(self) -> None:
        self.close(self.grid_of_photos.selected)
