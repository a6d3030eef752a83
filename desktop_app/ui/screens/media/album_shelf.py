"""The shelf: every album as its first picture with its name, the newest on top."""

from __future__ import annotations

import tkinter
from collections.abc import Callable
from pathlib import Path

from db.queries.albums import AlbumRow, albums
from desktop_app.core.i18n import _
from desktop_app.ui.screens.media.album_words import count_words
from desktop_app.ui.screens.media.words import Cell
from desktop_app.ui.widgets.thumbnail_grid import CELL, ThumbnailGrid

WIDTH = CELL[0] + 28
"""Pixels of a plain screen: one cover and the scrollbar."""


class AlbumShelf(ThumbnailGrid):
    """Options: ``picture(sha256)`` the small file or None, ``shown(album or None)``, ``entered()`` for Enter."""

    def __init__(
        self,
        parent: tkinter.Misc,
        *,
        picture: Callable[[str], Path | None],
        shown: Callable[[AlbumRow | None], object],
        entered: Callable[[], object],
    ) -> None:
        super().__init__(
            parent,
            page=self._cells,
            count=lambda: len(self.rows),
            opened=lambda item: entered(),
            chosen=lambda ids: shown(self.row),
            empty=_("No album yet"),
        )
        self.rows: list[AlbumRow] = []
        self._picture = picture

    @property
    def row(self) -> AlbumRow | None:
        """The album that is open: the one gone to last."""
        return self.rows[self.selection.at] if self.selection.at < len(self.rows) else None

    def look_again(self, album_id: str = "") -> None:
        """Ask anew; ``album_id`` is opened, or the one that was open, or the first."""
        wished = album_id or (self.row.id if self.row else "")
        self.rows = albums()
        place = next((place for place, row in enumerate(self.rows) if row.id == wished), 0)
        self.refresh()
        if self.rows:
            self.go_to(place)
        else:
            self.to_top()
            self._chosen([])

    def _cells(self, offset: int, limit: int) -> list[Cell]:
        rows = self.rows[offset : offset + limit]
        return [
            Cell(row.id, self._picture(row.cover) if row.cover else None, row.title, count_words(row.pictures))
            for row in rows
        ]
