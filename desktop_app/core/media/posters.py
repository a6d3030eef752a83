"""The picture that stands for a video: a frame of it, where the extra [video] (PyAV) is installed.

Decoders of videos are large and meet any bytes a stick may hold, so the frame is taken in a process of its own, which
may crash or hang without harm: ``python -m desktop_app.core.media.posters FILE`` writes one JPEG to its output.
"""

from __future__ import annotations

import io
import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL import Image

PATIENCE = 20
"""Seconds after which a video gets no poster."""
SKIPPED = 1.0
"""Seconds from the start: the first frames of phones are often black or shaken."""
MOST_FRAMES = 60
MOST_PIXELS = 8192 * 4320
LONG_EDGE = 1600


def poster_of(video: Path) -> Image.Image | None:
    """A frame of ``video``, upright, at most 1600 pixels long; None where none can be had."""
    from PIL import Image  # 60 ms that only rooms with pictures pay

    if find_spec("av") is None:
        return None
    try:
        child = subprocess.run(  # our own program, and a file as its one word
            [sys.executable, "-m", __name__, str(video)],
            capture_output=True,
            timeout=PATIENCE,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
            check=True,
        )
        picture = Image.open(io.BytesIO(child.stdout), formats=("JPEG",))
        picture.load()
    except (subprocess.SubprocessError, OSError):
        return None
    return picture


def _frame(video: Path) -> bytes:
    """The first frame after the skipped start that can be decoded, as a JPEG. Raises ValueError, OSError."""
    import av  # 30 MB of decoders, in this process alone

    with av.open(str(video)) as container:
        stream = container.streams.video[0]
        if stream.width * stream.height > MOST_PIXELS:
            raise ValueError("too large")
        last = None
        for number, frame in enumerate(container.decode(stream)):
            last = frame
            if (frame.time or 0) >= SKIPPED or number >= MOST_FRAMES:
                break
        if last is None:
            raise ValueError("no frame")
        picture = last.to_image().rotate(last.rotation, expand=True)
    picture.thumbnail((LONG_EDGE, LONG_EDGE))
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=88)
    return out.getvalue()


if __name__ == "__main__":
    sys.stdout.buffer.write(_frame(Path(sys.argv[1])))
