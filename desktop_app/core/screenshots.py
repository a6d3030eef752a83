"""A picture from the clipboard kept as evidence: looked at before it is believed, then kept as it is."""

from __future__ import annotations

import tempfile
from datetime import datetime
from pathlib import Path

from desktop_app.core.errors import UserError
from desktop_app.core.home import Home
from desktop_app.core.i18n import N_, _
from desktop_app.core.media.damage import damage_named
from desktop_app.core.media.errors import BROKEN, TOO_LARGE, NotTaken
from desktop_app.core.media.kinds import HEAD, ending_of
from desktop_app.core.media.pictures import opened
from desktop_app.core.papers import KeptPaper, keep_bytes

MOST_BYTES = 40 * 1024 * 1024
"""A screen of 8K as PNG stays below half of it; more is a mistake or an attack on the disk."""


class ScreenshotUnreadable(UserError):
    message = N_("The picture in the clipboard cannot be kept: {why}.")
    hint = N_("Take the screenshot again, or save it as a file and choose that file.")


def keep_screenshot(home: Home, picture: bytes) -> KeptPaper:
    """Keep the bytes of a picture by their hash. Raises ScreenshotUnreadable for what no viewer would open."""
    try:
        _look_at(picture)
    except NotTaken as refused:
        raise ScreenshotUnreadable(why=_(refused.reason).lower()) from refused
    return keep_bytes(home, picture, f"{datetime.now():%Y-%m-%d_%H%M%S}{ending_of(picture[:HEAD])}")


def _look_at(picture: bytes) -> None:
    """Decode it once, under the limits every picture from outside has."""
    if len(picture) > MOST_BYTES:
        raise NotTaken(TOO_LARGE)
    if not picture:
        raise NotTaken(BROKEN)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "screenshot"
        file.write_bytes(picture)
        with opened(file) as seen, damage_named():
            seen.load()
