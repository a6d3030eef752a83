"""Sample photos drawn on the spot: a mountain school under a changing sky, with a camera's own notes inside."""

from __future__ import annotations

import math
import random
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL import Image, ImageDraw

SIZE = (2400, 1600)
SKIES = (
    ((120, 178, 214), (238, 232, 214)),
    ((96, 148, 190), (250, 214, 190)),
    ((150, 190, 200), (244, 240, 226)),
)
HILLS = ((104, 146, 132), (66, 118, 98), (31, 111, 92))
BAN_FLOWER = (214, 140, 186)
DATE_TIME_ORIGINAL, MAKE, MODEL = 0x9003, 0x010F, 0x0110


def draw_scene(path: Path, *, seed: int, taken_at: datetime) -> None:
    """A 2400x1600 JPEG of hills, a school and ban flowers, different for each ``seed``; EXIF says ``taken_at``."""
    from PIL import Image, ImageDraw  # Pillow costs 60 ms that only the sample needs

    chance = random.Random(seed)
    picture = Image.new("RGB", SIZE)
    pen = ImageDraw.Draw(picture)
    _sky(pen, *SKIES[seed % len(SKIES)])
    for depth, colour in enumerate(HILLS):
        _hill(pen, chance, 700 + 230 * depth, colour)
    _school(pen, 500 + chance.randrange(900), 1010)
    _ban_tree(pen, chance, 250 + chance.randrange(1900), 1380)
    picture.save(path, quality=88, exif=_camera_notes(taken_at))


def _camera_notes(taken_at: datetime) -> Image.Exif:
    from PIL import Image

    notes = Image.Exif()
    notes[MAKE], notes[MODEL] = "Loa", "Sample"
    notes.get_ifd(0x8769)[DATE_TIME_ORIGINAL] = f"{taken_at:%Y:%m:%d %H:%M:%S}"
    return notes


def _sky(pen: ImageDraw.ImageDraw, top: tuple[int, int, int], bottom: tuple[int, int, int]) -> None:
    width, height = SIZE
    for line in range(height):
        share = min(1.0, line / (0.6 * height))
        pen.line(
            [(0, line), (width, line)],
            fill=tuple(round(a + (b - a) * share) for a, b in zip(top, bottom, strict=True)),
        )


def _hill(pen: ImageDraw.ImageDraw, chance: random.Random, base: int, colour: tuple[int, int, int]) -> None:
    width, height = SIZE
    waves = [(chance.uniform(40, 130), chance.uniform(0.0015, 0.005), chance.uniform(0, 6)) for _ in range(3)]
    ridge = [
        (x, base - sum(tall * math.sin(often * x + shift) for tall, often, shift in waves))
        for x in range(0, width + 8, 8)
    ]
    pen.polygon([(0, height), *ridge, (width, height)], fill=colour)


def _school(pen: ImageDraw.ImageDraw, left: int, top: int) -> None:
    pen.polygon([(left - 40, top), (left + 280, top - 130), (left + 600, top)], fill=(168, 62, 52))
    pen.rectangle([left, top, left + 560, top + 210], fill=(246, 232, 190))
    for door in range(4):
        x = left + 50 + 130 * door
        pen.rectangle([x, top + 60, x + 70, top + 210], fill=(56, 104, 130))
    pen.line([(left + 680, top - 200), (left + 680, top + 210)], fill=(90, 90, 90), width=10)
    pen.rectangle([left + 685, top - 200, left + 835, top - 100], fill=(206, 32, 41))
    pen.polygon(_star(left + 760, top - 150, 30), fill=(255, 222, 0))


def _star(x: float, y: float, radius: float) -> list[tuple[float, float]]:
    """The ten corners of a five-pointed star standing upright."""
    inner = radius * math.sin(math.pi / 10) / math.sin(3 * math.pi / 10)
    turns = [(radius if corner % 2 == 0 else inner, math.pi * corner / 5) for corner in range(10)]
    return [(x + far * math.sin(turn), y - far * math.cos(turn)) for far, turn in turns]


def _ban_tree(pen: ImageDraw.ImageDraw, chance: random.Random, x: int, y: int) -> None:
    pen.line([(x, y), (x + 20, y - 300)], fill=(92, 70, 54), width=26)
    for _ in range(90):
        angle, far = chance.uniform(0, 2 * math.pi), 190 * math.sqrt(chance.random())
        cx, cy, r = (
            x + 20 + far * math.cos(angle),
            y - 360 + 0.8 * far * math.sin(angle),
            chance.randint(12, 26),
        )
        pen.ellipse([cx - r, cy - r, cx + r, cy + r], fill=BAN_FLOWER if chance.random() < 0.7 else (240, 200, 224))
