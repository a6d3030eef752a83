"""A picture from the clipboard laid aside as a file, so that it is taken in as every other one."""

from __future__ import annotations

import shutil
import tempfile
from datetime import datetime
from pathlib import Path

from desktop_app.core.media.errors import NO_PICTURE, NotTaken
from desktop_app.core.media.kinds import HEAD, ending_of


def lay_aside(picture: bytes, now: datetime) -> Path:
    """Write the bytes into a folder of their own, named by the minute. Raises NotTaken for what is no picture."""
    ending = ending_of(picture[:HEAD])
    if ending is None:
        raise NotTaken(NO_PICTURE)
    file = Path(tempfile.mkdtemp(prefix="loa-")) / f"clipboard {now:%Y-%m-%d %H%M%S}{ending}"
    file.write_bytes(picture)
    return file


def clear_away(file: Path) -> None:
    """Remove what was laid aside, and its folder."""
    shutil.rmtree(file.parent, ignore_errors=True)
