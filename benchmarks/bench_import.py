"""Taking photos in (copied, hashed, both renditions, a row, safe on the disk) against four tools in a row.

Each round begins with an empty archive; photos are in the system's memory for both sides.
"""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.measuring import Row, medians, seconds, show, workplace
from benchmarks.photos import camera_photos
from desktop_app.core.home import Home
from desktop_app.core.jobs import Progress
from desktop_app.core.media.importing import import_media
from desktop_app.core.media.renditions import LARGE, QUALITY, SMALL

PHOTOS = 50
AGAINST = "cp + vipsthumbnail x2 + sha256sum + sync"


def main() -> None:
    has_peer = shutil.which("vipsthumbnail") is not None
    with workplace() as work:
        photos = camera_photos(work / "card", PHOTOS)
        sides = [lambda _: take_in(photos, work), *([lambda _: by_tools(photos, work)] if has_peer else [])]
        taken = medians(*sides, warm=False)  # the photos were just written: they are in memory
        megabytes = sum(photo.stat().st_size for photo in photos) / 1e6
        path = f"import {PHOTOS} photos, {megabytes:.0f} MB"
        show(Row(path, AGAINST, taken[0], taken[1] if has_peer else None, most=0.5, peer="libvips-tools"))


def take_in(photos: Sequence[Path], work: Path) -> float:
    with TemporaryDirectory(dir=work) as folder:
        home = Home(Path(folder))
        with home.opened():
            taken = seconds(lambda: import_media(home, photos, Progress()))
        assert len([*home.renditions.rglob("*.jpg")]) == 2 * len([*home.media.rglob("*.jpg")]) == 2 * PHOTOS
        return taken


def by_tools(photos: Sequence[Path], work: Path) -> float:
    with TemporaryDirectory(dir=work) as folder:
        return seconds(lambda: _by_tools(photos, folder))


def _by_tools(photos: Sequence[Path], folder: str) -> None:
    subprocess.run(["cp", *photos, folder], check=True)
    for size in (SMALL, LARGE):
        named = f"{folder}/%s.{size}.jpg[Q={QUALITY},strip]"
        subprocess.run(["vipsthumbnail", "--size", str(size), "-o", named, *photos], check=True)
    subprocess.run(["sha256sum", *photos], check=True, stdout=subprocess.DEVNULL)
    subprocess.run(["sync"], check=True)


if __name__ == "__main__":
    main()
