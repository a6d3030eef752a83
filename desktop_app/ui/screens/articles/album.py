"""The photos of the open article: captions, more from the archive or from this PC, one taken out."""

from __future__ import annotations

import tkinter
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from db.queries import articles as rows
from desktop_app.core import articles
from desktop_app.core.handing_in import take_in_photos
from desktop_app.core.i18n import _
from desktop_app.core.jobs import Progress
from desktop_app.core.media.importing import ImportResult
from desktop_app.core.media.renditions import make_renditions
from desktop_app.ui.job_dialog import run_with_dialog
from desktop_app.ui.screens.articles.body import ArticleBody
from desktop_app.ui.screens.articles.photos import ArticlePhotos
from desktop_app.ui.screens.articles.picker import PhotoPicker
from desktop_app.ui.screens.articles.placed_photos import Placed
from desktop_app.ui.screens.desk import Desk


class ArticleAlbum(ArticlePhotos):
    """Options: ``article_id()`` (begins the article where it is new), ``changed()`` after each act, ``sheet`` in which
    the photos may stand.
    """

    def __init__(
        self,
        parent: tkinter.Misc,
        *,
        desk: Desk,
        article_id: Callable[[], str],
        changed: Callable[[], object],
        sheet: ArticleBody,
    ) -> None:
        super().__init__(
            parent,
            home=desk.home,
            captioned=self._caption,
            removed=self.take_out,
            pick=self.pick_photos,
            bring=self.bring_photos,
        )
        self._desk, self._article_id, self._changed = desk, article_id, changed
        self._sheet = sheet
        self._tried: set[str] = set()

    def show_article(self, article_id: str, *, writable: bool) -> None:
        """Show the photos of an article ("" has none); small pictures that are missing are made meanwhile."""
        photos = rows.photos(article_id) if article_id else []
        self.show(photos, writable=writable)
        placed = [Placed(cell.picture, photo.caption) for cell, photo in zip(self.cells, photos, strict=True)]
        self._sheet.show_photos(placed, self.pick_photos)
        lacking = [asset_id for asset_id in self.lacking_thumbnails if asset_id not in self._tried]
        if lacking:
            self._tried.update(lacking)
            self._desk.runner.run_quietly(
                partial(make_renditions, self._desk.home, lacking),
                title=_("Preparing photos"),
                done=lambda made: self._changed() if self.winfo_exists() else None,
                failed=self._desk.dialogs.show_error,
            )

    def pick_photos(self) -> None:
        """Put photos of the archive under the article."""
        placed = {cell.photo.id for cell in self.cells}
        chosen = PhotoPicker(self, self._desk.home, placed).run()
        if isinstance(chosen, list) and chosen:
            articles.place_photos(self._article_id(), chosen)
            self._changed()

    def bring_photos(self) -> None:
        """Take photos in from this PC, into the archive and under the article."""
        kinds = [(_("Photos and videos"), "*.jpg *.jpeg *.png *.heic *.mp4 *.mov")]
        files = self._desk.dialogs.choose_files(_("Photos for the article"), kinds)
        if files:
            run_with_dialog(
                self,
                self._desk.runner,
                partial(_take_in, self._desk, self._article_id(), files),
                title=_("Taking photos in"),
                done=self._brought,
                failed=self._desk.dialogs.show_error,
                cancelled=self._changed,
            )

    def _brought(self, result: ImportResult) -> None:
        self._changed()
        if result.failed:
            files = ", ".join(f"{one.file}: {_(one.reason)}" for one in result.failed[:5])
            self._desk.dialogs.tell(_("{count} files could not be read").format(count=len(result.failed)), files)

    def take_out(self, asset_id: str) -> None:
        """Take a photo out of the article; the archive keeps it, and Undo puts it back."""
        self.keep()
        number = [cell.photo.id for cell in self.cells].index(asset_id) + 1
        self._sheet.sheet.renumber({n: n - (n > number) for n in range(1, len(self.cells) + 1) if n != number})
        articles.remove_photo(self._article_id(), asset_id)
        self._changed()
        self._desk.toast.say(_("The photo was taken out of the article"), undo=partial(self._put_back, asset_id))

    def _put_back(self, asset_id: str) -> None:
        articles.place_photos(self._article_id(), [asset_id])
        self._changed()

    def _caption(self, asset_id: str, caption: str) -> None:
        articles.caption_photo(self._article_id(), asset_id, caption)
        self._changed()


def _take_in(desk: Desk, article_id: str, files: Sequence[Path], progress: Progress) -> ImportResult:
    return take_in_photos(desk.home, article_id, files, progress, by_name=desk.by_name())
