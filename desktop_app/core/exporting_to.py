"""One paper to one stick or to several in one go: gathered once, written and proved on each, each with its outcome."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import NamedTuple

from db.queries.reports import PictureRow, pictures_of_article
from desktop_app.core.bundle.preflight import Load
from desktop_app.core.bundle.videos import VideoLimit, over
from desktop_app.core.errors import UserError
from desktop_app.core.exporting import ExportedBundle, Parcel, deliver, month_parcel
from desktop_app.core.exporting_papers import paper_parcel
from desktop_app.core.home import Home
from desktop_app.core.jobs import Cancelled, Progress
from desktop_app.core.month_page import MonthContents, page_of
from desktop_app.core.periods import Month
from desktop_app.core.reports.kinds import MONTH
from desktop_app.core.reports.prints import may_leave

PAPERS = 3_000_000
"""Bytes that papers and pages take beside the pictures, when a month is weighed before it is packed."""
STEPS = 1000


class Outcome(NamedTuple):
    """What became of one target: a proved bundle, or why there is none; neither means it was stopped before."""

    target: Path
    made: ExportedBundle | None = None
    error: UserError | None = None


def export_to(
    home: Home,
    paper: tuple[str, str],
    targets: Sequence[Path],
    progress: Progress,
    *,
    words: str = "",
    by_name: str = "",
    videos: VideoLimit = VideoLimit(),  # noqa: B008 - a value that never changes
) -> list[Outcome]:
    """Write the bundle of ``paper`` (kind, period) into each target, one after the other, and prove each.

    A stick that fails does not keep the others from getting theirs. Raises what gathering raises, and Cancelled where
    nothing had arrived yet; what has arrived is always told.
    """
    shares = len(targets) + 1
    with parcel_of(home, paper, Share(progress, 0, shares), videos) as parcel:
        return _delivered(
            targets,
            lambda number, target: deliver(
                parcel, target, Share(progress, number, shares), words=words, by_name=by_name
            ),
        )


def _delivered(targets: Sequence[Path], act: Callable[[int, Path], ExportedBundle]) -> list[Outcome]:
    outcomes: list[Outcome] = []
    for number, target in enumerate(targets, 1):
        try:
            outcomes.append(Outcome(target, act(number, target)))
        except UserError as error:
            outcomes.append(Outcome(target, error=error))
        except Cancelled:
            if not any(one.made for one in outcomes):
                raise
            return [*outcomes, *map(Outcome, targets[number - 1 :])]
    return outcomes


def parcel_of(
    home: Home, paper: tuple[str, str], progress: Progress, videos: VideoLimit
) -> AbstractContextManager[Parcel]:
    """What leaves of a paper (kind, period), ready to be written anywhere while the block lasts."""
    kind, period = paper
    if kind == MONTH:
        return month_parcel(home, Month.parse(period), progress, videos)
    return paper_parcel(home, kind, period, progress)


def load_of(home: Home, kind: str, period: str, videos: VideoLimit) -> Load:
    """About how much a paper's bundle will weigh, from the originals; a month's alone has pictures."""
    if kind != MONTH:
        return Load(PAPERS)
    pictures = pictures_that_leave(page_of(Month.parse(period)).contents)
    sizes = {picture.original_name: _size(home.root / picture.original_path) for picture in pictures}
    filmed = [picture.original_name for picture in pictures if picture.kind == "video"]
    for place in over([sizes[name] for name in filmed], videos):
        del sizes[filmed[place]]
    largest = max(sizes, key=lambda name: sizes[name], default="")
    return Load(PAPERS + sum(sizes.values()), largest, sizes.get(largest, 0))


def pictures_that_leave(contents: MonthContents) -> list[PictureRow]:
    """The pictures of a month's bundle: its materials and the photos of its articles that may leave today."""
    placed = [picture for article in contents.articles for picture in pictures_of_article(article.id)]
    return may_leave([*contents.materials, *(one for one in placed if one.kind == "photo")])


def _size(file: Path) -> int:
    try:
        return file.stat().st_size
    except OSError:
        return 0


class Share(Progress):
    """A part of a longer job, told to the whole: the ``number``-th of ``shares`` equal ones, from 0."""

    def __init__(self, whole: Progress, number: int, shares: int) -> None:
        super().__init__()
        self._whole, self._number, self._shares = whole, number, shares

    def step(self, done: int, total: int, text: str = "") -> None:
        super().step(done, total, text)
        behind = self._number * STEPS + (STEPS * done // total if total else 0)
        self._whole.step(behind, self._shares * STEPS, text)
