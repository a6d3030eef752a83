"""The grid of the photo screen: small pictures with their state; P accepts, X does not; what is missing is made."""

from __future__ import annotations

import tkinter
from collections.abc import Callable

from db.queries.media import MediaRow
from db.queries.media_shown import Shown, shown_count, shown_page, shown_place
from desktop_app.core.home import Home
from desktop_app.core.i18n import _
from desktop_app.ui.dialogs import Dialogs
from desktop_app.ui.runner import Runner
from desktop_app.ui.screens.media.details import MediaDetails
from desktop_app.ui.screens.media.smalls import Smalls
from desktop_app.ui.screens.media.words import Cell, badge, video_words
from desktop_app.ui.widgets.thumbnail_grid import ThumbnailGrid


class MediaGrid(ThumbnailGrid):
    """Options: ``wished()`` says what to show, ``details`` gets what is chosen."""

    def __init__(
        self,
        parent: tkinter.Misc,
        *,
        home: Home,
        runner: Runner,
        dialogs: Dialogs,
        wished: Callable[[], Shown],
        details: MediaDetails,
    ) -> None:
        super().__init__(
            parent,
            page=self._cells,
            count=lambda: shown_count(wished()),
            opened=lambda item: details.fields.caption.focus_set(),
            chosen=details.show,
            empty=_("No photo here. Choose another tab or topic above."),
        )
        self._wished = wished
        self._smalls = Smalls(home, runner, dialogs, self.refresh)
        self.canvas.bind("<Key-p>", lambda event: details.accept())
        self.canvas.bind("<Key-x>", lambda event: details.reject())

    def place_of(self, asset_id: str) -> int | None:
        """Where a picture stands in the grid, counted from 0."""
        return shown_place(self._wished(), asset_id)

    def _cells(self, offset: int, limit: int) -> list[Cell]:
        rows = shown_page(self._wished(), offset, limit)
        self._smalls.prepare(rows)
        return [self._cell_of(row) for row in rows]

    def _cell_of(self, row: MediaRow) -> Cell:
        picture = self._smalls.of(row.sha256)
        caption = row.caption or (row.original_name if row.kind == "video" else "")
        tile = video_words(row.duration_ms) if row.kind == "video" and picture is None else ""
        return Cell(row.id, picture, caption, badge(row), tile)
