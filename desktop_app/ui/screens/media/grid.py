"""The grid of the photo screen: small pictures with their state; P accepts, X does not; what is missing is made."""

from __future__ import annotations

import tkinter
from collections.abc import Callable
from functools import partial
from pathlib import Path

from db.queries.media import MediaRow
from db.queries.media_shown import Shown, shown_count, shown_page, shown_place
from desktop_app.core.home import Home
from desktop_app.core.i18n import _
from desktop_app.core.media.renditions import SMALL, make_renditions, rendition_place
from desktop_app.ui.dialogs import Dialogs
from desktop_app.ui.runner import Runner
from desktop_app.ui.screens.media.details import MediaDetails
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
        self._home, self._runner, self._dialogs, self._wished = home, runner, dialogs, wished
        self._prepared: set[str] = set()
        self.canvas.bind("<Key-p>", lambda event: details.accept())
        self.canvas.bind("<Key-x>", lambda event: details.reject())

    def place_of(self, asset_id: str) -> int | None:
        """Where a picture stands in the grid, counted from 0."""
        return shown_place(self._wished(), asset_id)

    def _cells(self, offset: int, limit: int) -> list[Cell]:
        rows = shown_page(self._wished(), offset, limit)
        self._prepare([row for row in rows if not self._small(row).exists()])
        return [self._cell_of(row) for row in rows]

    def _cell_of(self, row: MediaRow) -> Cell:
        place = self._small(row)
        caption = row.caption or (row.original_name if row.kind == "video" else "")
        there = place.exists()
        tile = video_words(row.duration_ms) if row.kind == "video" and not there else ""
        return Cell(row.id, place if there else None, caption, badge(row), tile)

    def _small(self, row: MediaRow) -> Path:
        return rendition_place(self._home, row.sha256, SMALL)

    def _prepare(self, rows: list[MediaRow]) -> None:
        """Make what is missing in the background, once."""
        ids = [row.id for row in rows if row.id not in self._prepared]
        self._prepared.update(ids)
        if ids:
            self._runner.run_quietly(
                partial(make_renditions, self._home, ids),
                title=_("Preparing photos"),
                failed=self._dialogs.show_error,
                done=lambda made: self.refresh() if made else None,
            )
