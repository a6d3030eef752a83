"""Where new photos may lie: cards and sticks that are plugged in, a phone, the folders chat programs save into."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote

from desktop_app.core.usb import drives

CARD, STICK, PHONE, CHAT, DOWNLOADS, PICTURES = "card", "stick", "phone", "chat", "downloads", "pictures"
CAMERA_FOLDER = "DCIM"
"""Where every camera and phone keeps what it takes (JEITA CP-3461, DCF 2.0)."""

_ON_THIS_PC = (
    (CHAT, ("Documents/Zalo Received Files", "Downloads/Zalo Received Files", "Zalo Received Files")),
    (DOWNLOADS, ("Downloads", "Tải xuống")),
    (PICTURES, ("Pictures", "Hình ảnh")),
)


class PlaceToLook(NamedTuple):
    """A place that may hold new photos; ``size`` is the bytes of a drive, 0 for a folder."""

    place: Path
    name: str
    kind: str
    size: int = 0


def places_to_look(person: Path | None = None) -> list[PlaceToLook]:
    """What is plugged in now, cards first, then folders of ``person`` on this PC. Asks the disks: may take a second."""
    plugged = sorted((_drive(one.place, one.name, one.size) for one in drives()), key=lambda one: one.kind != CARD)
    return [*plugged, *_phones(), *_folders(person or Path.home())]


def _drive(place: Path, name: str, size: int) -> PlaceToLook:
    camera = place / CAMERA_FOLDER
    return PlaceToLook(camera, name, CARD, size) if camera.is_dir() else PlaceToLook(place, name, STICK, size)


def _phones() -> Iterator[PlaceToLook]:
    """Phones that the desktop of Linux shows as folders; Windows gives them no place in the file system."""
    shown = Path(os.environ.get("XDG_RUNTIME_DIR", "/run/user/0")) / "gvfs"
    try:
        mounts = sorted(shown.iterdir())
    except OSError:
        return
    for mount in mounts:
        if mount.name.startswith(("mtp:", "gphoto2:")):
            yield PlaceToLook(mount, unquote(mount.name.partition("host=")[2]).replace("_", " "), PHONE)


def _folders(person: Path) -> Iterator[PlaceToLook]:
    for kind, names in _ON_THIS_PC:
        folder = next((person / name for name in names if (person / name).is_dir()), None)
        if folder is not None:
            yield PlaceToLook(folder, folder.name, kind)
