"""Files as cameras, phones and bad luck make them."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from desktop_app.core.drawing import draw_scene

PngMaker = Callable[[Path, int, int], None]


@pytest.fixture
def card(tmp_path: Path) -> Path:
    """A camera's card with three different photos."""
    folder = tmp_path / "card" / "DCIM"
    folder.mkdir(parents=True)
    for seed in range(3):
        draw_scene(folder / f"DSC_000{seed}.jpg", seed=seed, taken_at=datetime(2024, 5, 7, 8, seed))  # noqa: DTZ001  # a camera names no zone
    return folder


def png_that_claims(file: Path, width: int, height: int) -> None:
    """A PNG of a few bytes whose header claims any size."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    packed = zlib.compress(bytes(1000))
    file.write_bytes(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", packed) + chunk(b"IEND", b""))
