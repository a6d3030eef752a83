"""The small picture of a 12-megapixel photo against the decoder's own limit (djpeg) and against vipsthumbnail.

Every side writes its pictures; all of them read photos that the system still holds in memory.
"""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

from benchmarks.measuring import Row, clocked, medians, show, workplace
from benchmarks.photos import camera_photos, shrink
from desktop_app.core.media.importing import WORKERS
from desktop_app.core.media.renditions import QUALITY, SMALL

PHOTOS = 20


def main() -> None:
    with workplace() as work:
        photos = camera_photos(work / "card", PHOTOS)
        (work / "out").mkdir()
        path = f"{PHOTOS} photos of 12 MP to {SMALL} px"
        one, two, djpeg, vips = medians(
            lambda _: clocked(partial(shrink_all, photos, work / "out", 1)),
            lambda _: clocked(partial(shrink_all, photos, work / "out", WORKERS)),
            lambda _: clocked(partial(by_djpeg, photos, work / "out")),
            lambda _: clocked(partial(by_vips, photos, work / "out")),
        )
        eighth, others = "djpeg -scale 1/8, one core", "vipsthumbnail"
        peer = {"djpeg": "libjpeg-turbo-progs", "vipsthumbnail": "libvips-tools"}
        show(
            Row(f"{path}, one thread", eighth, one, there("djpeg", djpeg), peer=peer["djpeg"]),
            Row(f"{path}, two threads", eighth, two, there("djpeg", djpeg), most=0.7, peer=peer["djpeg"]),
            Row(
                f"{path}, two threads", others, two, there("vipsthumbnail", vips), most=0.5, peer=peer["vipsthumbnail"]
            ),
        )


def there(program: str, taken: float) -> float | None:
    return taken if shutil.which(program) else None


def shrink_all(photos: Sequence[Path], folder: Path, threads: int) -> None:
    with ThreadPoolExecutor(threads) as pool:
        list(pool.map(lambda photo: shrink(photo, folder, SMALL), photos))


def by_djpeg(photos: Sequence[Path], folder: Path) -> None:
    if shutil.which("djpeg"):
        for photo in photos:
            subprocess.run(["djpeg", "-scale", "1/8", "-outfile", folder / "eighth.ppm", photo], check=True)


def by_vips(photos: Sequence[Path], folder: Path) -> None:
    if shutil.which("vipsthumbnail"):
        named = f"{folder}/%s.vips.jpg[Q={QUALITY},strip]"
        subprocess.run(["vipsthumbnail", "--size", str(SMALL), "-o", named, *photos], check=True)


if __name__ == "__main__":
    main()
