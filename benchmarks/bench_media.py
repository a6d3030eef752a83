"""Photos against tools that do nothing else: small pictures against djpeg and vips, an import against cp and vips."""

from __future__ import annotations

import shutil
import statistics
import subprocess
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from PIL import Image, ImageChops

from desktop_app.core.drawing import draw_scene
from desktop_app.core.home import Home
from desktop_app.core.jobs import Progress
from desktop_app.core.media.importing import WORKERS, import_media
from desktop_app.core.media.pictures import opened, upright
from desktop_app.core.media.renditions import LARGE, SMALL, as_jpeg

PHOTOS = 16
TWELVE_MEGAPIXELS = (4000, 3000)
ROUNDS = 5


class Row(NamedTuple):
    """One line of the table; seconds are medians, ``goal`` is the largest ratio that is good."""

    path: str
    against: str
    ours: float
    theirs: float
    goal: float

    def __str__(self) -> str:
        ratio = self.ours / self.theirs
        return f"| {self.path} | {self.against} | {self.ours:.2f} s | {self.theirs:.2f} s | {ratio:.2f} | {self.goal} |"


def rows() -> list[Row]:
    """Every comparison whose other side is installed here."""
    with TemporaryDirectory(prefix="bench-") as folder:
        work = Path(folder)
        photos = camera_photos(work / "card")
        found = []
        if shutil.which("djpeg"):
            sides = medians(lambda: shrink_all(photos, work), lambda: djpeg(photos))
            found.append(Row("256 px of a 12 MP JPEG, two threads", "djpeg -scale 1/8, one core", *sides, 0.7))
        if shutil.which("vipsthumbnail"):
            sides = medians(lambda: shrink_all(photos, work), lambda: vips(photos, SMALL, work))
            found.append(Row("256 px of a 12 MP JPEG, two threads", "vipsthumbnail", *sides, 0.5))
            sides = medians(lambda: take_in(photos, work), lambda: copy_by_tools(photos, work))
            found.append(Row("import a photo", "cp + vipsthumbnail x2 + sha256sum + sync", *sides, 0.5))
        return found


def camera_photos(folder: Path) -> list[Path]:
    """Photos as a camera of 12 megapixels writes them: about 4 MB each, with the grain of its sensor."""
    folder.mkdir()
    grain = Image.effect_noise(TWELVE_MEGAPIXELS, 14).convert("RGB")
    for number in range(PHOTOS):
        file = folder / f"DSC_{number:04d}.jpg"
        draw_scene(file, seed=number, taken_at=datetime(2024, 5, 7, 8, number))  # noqa: DTZ001  # no camera knows its zone
        with Image.open(file) as scene:
            notes = scene.getexif()
            photo = ImageChops.add(scene.resize(TWELVE_MEGAPIXELS), grain, offset=-128)
        photo.save(file, quality=88, exif=notes)
    return sorted(folder.iterdir())


def medians(ours: Callable[[], object], theirs: Callable[[], object]) -> tuple[float, float]:
    """Seconds of both sides, taken in turn so that a busy moment of the PC meets both; the first round warms up."""
    taken = [(seconds(ours), seconds(theirs)) for _ in range(ROUNDS + 1)][1:]
    return statistics.median(one for one, _ in taken), statistics.median(other for _, other in taken)


def seconds(act: Callable[[], object]) -> float:
    began = time.perf_counter()
    act()
    return time.perf_counter() - began


def shrink_all(photos: Sequence[Path], work: Path) -> None:
    def shrink(photo: Path) -> None:
        with opened(photo) as picture:
            (work / f"{photo.stem}.small.jpg").write_bytes(as_jpeg(upright(picture, SMALL)))

    with ThreadPoolExecutor(WORKERS) as pool:
        list(pool.map(shrink, photos))


def djpeg(photos: Sequence[Path]) -> None:
    for photo in photos:
        subprocess.run(["djpeg", "-scale", "1/8", "-outfile", "/dev/null", photo], check=True)


def vips(photos: Sequence[Path], size: int, work: Path) -> None:
    named = work / f"%s.{size}.jpg"
    subprocess.run(["vipsthumbnail", "--size", str(size), "-o", f"{named}[Q=82,strip]", *photos], check=True)


def take_in(photos: Sequence[Path], work: Path) -> None:
    with TemporaryDirectory(dir=work) as folder:
        home = Home(Path(folder))
        with home.opened():
            result = import_media(home, photos, Progress())
    assert result.imported + result.similar == len(photos)


def copy_by_tools(photos: Sequence[Path], work: Path) -> None:
    with TemporaryDirectory(dir=work) as folder:
        target = Path(folder)
        subprocess.run(["cp", *photos, target], check=True)
        for size in (SMALL, LARGE):
            vips(photos, size, target)
        subprocess.run(["sha256sum", *photos], check=True, stdout=subprocess.DEVNULL)
        subprocess.run(["sync"], check=True)


if __name__ == "__main__":
    print(*rows(), sep="\n")
