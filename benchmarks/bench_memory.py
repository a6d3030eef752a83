"""Memory of the whole process with 10,000 photos in the archive, after looking through them from first to last.

The rows are 10,000; their small files are six under many names, which Tk must hold like any others.
"""

from __future__ import annotations

from pathlib import Path

from benchmarks import windows
from benchmarks.archive import write_media
from benchmarks.measuring import Row, medians, show, workplace
from benchmarks.photos import camera_photos, shrunk
from desktop_app.core.demo import found_sample
from desktop_app.core.home import Home
from desktop_app.core.jobs import Progress
from desktop_app.core.media.renditions import LARGE, SMALL

PHOTOS, FILES = 10_000, 6


def main() -> None:
    with workplace() as work:
        home = str(archive(work).root)
        ours, theirs = medians(
            lambda _: windows.ours(home, "photos").megabytes, lambda _: windows.empty().megabytes, warm=False
        )
        path = f"memory, {PHOTOS:,} photos looked through"
        show(Row(path, "an empty ttkbootstrap window", ours, theirs, limit=150, unit="MB"))


def archive(work: Path) -> Home:
    """The sample school's home with ``PHOTOS`` more photos."""
    home, card = Home(work / "home"), camera_photos(work / "card", FILES)
    renditions = {size: shrunk(card, work / str(size), size) for size in (SMALL, LARGE)}
    with home.opened():
        found_sample(home, Progress())
        write_media(home, PHOTOS, renditions)
    return home


if __name__ == "__main__":
    main()
