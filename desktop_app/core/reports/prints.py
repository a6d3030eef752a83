"""Pictures on their way out: the upright print for the paper, the copy without GPS for the bundle."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from db.queries.reports import PictureRow
from desktop_app.core import consent
from desktop_app.core.home import Home
from desktop_app.core.jobs import Progress
from desktop_app.core.media.exporting import exported_copy
from desktop_app.core.media.renditions import rendition
from desktop_app.core.reports.snapshot import Material, PhotoInReport, VideoInReport

LARGE = 1600
"""Pixels of a print's long edge: sharp on half an A4 page, light enough for a stick."""


@dataclass(frozen=True)
class Prints:
    """Makes prints, and copies too when there is a folder ``copies`` for them."""

    home: Home
    progress: Progress
    copies: Path | None = None

    def photo(self, row: PictureRow) -> PhotoInReport:
        """A photo with its caption; the same one asked for twice is copied once. Raises Cancelled."""
        self._say(row)
        path = rendition(self.home, row.sha256, LARGE)
        return PhotoInReport(path, row.caption, row.credit, row.taken_on, row.topic, self._copy(row, ".jpg"))

    def material(self, row: PictureRow) -> Material:
        """A kept photo, or a video whose file travels in the bundle only."""
        if row.kind == "photo":
            return self.photo(row)
        self._say(row)
        seconds = row.duration_ms / 1000 if row.duration_ms else None
        copy = self._copy(row, Path(row.original_path).suffix)
        return VideoInReport(row.caption, row.credit, row.taken_on, row.topic, seconds, exported=copy)

    def _say(self, row: PictureRow) -> None:
        self.progress.step(self.progress.done, self.progress.total, row.caption or row.original_name)

    def _copy(self, row: PictureRow, ending: str) -> Path | None:
        if self.copies is None:
            return None
        copy = self.copies / f"{row.sha256}{ending}"
        if not copy.exists():
            exported_copy(self.home, row.sha256, copy)
        return copy


def kept_back_of(pictures: Iterable[PictureRow]) -> dict[str, str]:
    """Those that may not leave for the authority today, each with why (a message id): never pupils without consent."""
    return consent.obstacles([picture.id for picture in pictures], "authority", date.today())


def may_leave(pictures: Sequence[PictureRow]) -> list[PictureRow]:
    """Those that may, in their order."""
    kept_back = kept_back_of(pictures)
    return [picture for picture in pictures if picture.id not in kept_back]
