"""Photos to work on, made on the spot: what a camera of 12 megapixels writes, and what the archive shows of it."""

from __future__ import annotations

import random
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from pathlib import Path

from PIL import Image, ImageChops

from desktop_app.core.drawing import draw_scene
from desktop_app.core.media.pictures import opened, upright
from desktop_app.core.media.renditions import as_jpeg

TWELVE_MEGAPIXELS = (4000, 3000)
SCENES = 4
GRAIN = 14
"""Standard deviation of the sensor's noise, of 255: what makes a photo's file about 4 MB."""


def camera_photos(folder: Path, count: int) -> list[Path]:
    """``count`` JPEGs of 12 megapixels and about 4 MB, no two the same."""
    folder.mkdir(parents=True)
    scenes = [_scene(folder / "scene.jpg", seed) for seed in range(min(count, SCENES))]
    grain = Image.effect_noise(TWELVE_MEGAPIXELS, GRAIN).convert("RGB")

    def shoot(number: int) -> Path:
        chance = random.Random(number)
        moved = ImageChops.offset(grain, chance.randrange(4000), chance.randrange(3000))
        file = folder / f"DSC_{number:04d}.jpg"
        scene, notes = scenes[number % len(scenes)]
        ImageChops.add(scene, moved, offset=-128).save(file, quality=88, exif=notes)
        return file

    with ThreadPoolExecutor(2) as pool:
        return list(pool.map(shoot, range(count)))


def _scene(file: Path, seed: int) -> tuple[Image.Image, Image.Exif]:
    draw_scene(file, seed=seed, taken_at=datetime(2024, 5, 7, 8, seed))  # noqa: DTZ001  # no camera knows its zone
    with Image.open(file) as picture:
        notes, scene = picture.getexif(), picture.resize(TWELVE_MEGAPIXELS)
    file.unlink()
    return scene, notes


def shrunk(photos: Sequence[Path], folder: Path, long_edge: int) -> list[Path]:
    """A rendition of each photo, as an import keeps it."""
    folder.mkdir(parents=True)
    return [shrink(photo, folder, long_edge) for photo in photos]


def shrink(photo: Path, folder: Path, long_edge: int) -> Path:
    """One rendition, ``long_edge`` pixels long."""
    small = folder / f"{photo.stem}.{long_edge}.jpg"
    with opened(photo) as picture:
        small.write_bytes(as_jpeg(upright(picture, long_edge)))
    return small
