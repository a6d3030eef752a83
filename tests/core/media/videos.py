"""Real short videos for the tests, written by the encoder that the extra [video] brings."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import av
from PIL import Image

FORMS = {".mp4": "mp4", ".mov": "mov", ".3gp": "3gp", ".avi": "avi", ".m4v": "mp4"}


def film(file: Path, *, seconds: float = 2, taken: str = "", size: tuple[int, int] = (176, 144)) -> Path:
    """A video in the form its name says, from dark green to light; ``taken`` is an instant, "2024-05-07T00:30:12Z"."""
    with av.open(str(file), "w", format=FORMS[file.suffix]) as container:
        if taken:
            container.metadata["creation_time"] = taken
        stream = container.add_stream("mpeg4", rate=Fraction(10))
        stream.width, stream.height, stream.pix_fmt = *size, "yuv420p"
        for number in range(round(seconds * 10)):
            picture = Image.new("RGB", size, (0, min(255, 60 + number * 8), 0))
            container.mux(stream.encode(av.VideoFrame.from_image(picture)))
        container.mux(stream.encode())
    return file
