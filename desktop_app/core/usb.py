"""Sticks and drives: which are plugged in, what they are called, how much room they have."""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import psutil

# Where desktops of this world put what somebody plugs in.
PLUGGED_IN = ("/media/", "/run/media/", "/Volumes/")
FAT32 = ("vfat", "msdos", "fat", "fat32")
LARGEST_ON_FAT32 = (4 << 30) - 1
"""Bytes of the largest file that FAT32 can hold."""


class Drive(NamedTuple):
    """A drive as a person knows it. ``size`` and ``free`` are bytes."""

    place: Path
    name: str
    size: int
    free: int
    file_system: str
    is_removable: bool
    is_system: bool
    is_locked: bool = False
    """Against writing: by the slide on a card, or by the system."""


def drives() -> list[Drive]:
    """Every stick or card that is plugged in and ready, by name; never the system's own disk."""
    found = [drive for drive in all_drives() if drive.is_removable and not drive.is_system]
    return sorted(found, key=lambda drive: (drive.name.casefold(), str(drive.place)))


def drive_of(path: Path) -> Drive | None:
    """The stick or card on which ``path`` lies, or None for this PC's own disk."""
    holding = [drive for drive in drives() if path.absolute().is_relative_to(drive.place)]
    return max(holding, key=lambda drive: len(drive.place.parts), default=None)


def all_drives() -> Iterator[Drive]:
    """Every drive with room of its own; empty card readers and drives that do not answer are left out."""
    for partition in psutil.disk_partitions(all=True):
        place = Path(partition.mountpoint)
        removable = _is_removable(partition.mountpoint, partition.opts)
        if not removable and not partition.device.startswith("/dev/") and os.name != "nt":
            continue
        try:
            usage = psutil.disk_usage(partition.mountpoint)
        except OSError:
            continue
        name = _label(partition.mountpoint) or place.name or partition.mountpoint
        kind = partition.fstype.casefold()
        locked = "ro" in partition.opts.split(",")
        yield Drive(place, name, usage.total, usage.free, kind, removable, _is_system(place), locked)


def file_system_of(place: Path) -> str:
    """The file system under ``place`` in lower case ("ext4", "vfat", "ntfs"), or "" where nobody knows."""
    mounts = sorted(psutil.disk_partitions(all=True), key=lambda mount: len(mount.mountpoint), reverse=True)
    whole = place.absolute()
    kinds = (mount.fstype for mount in mounts if whole.is_relative_to(mount.mountpoint))
    return next(kinds, "").casefold()


def holds_large_files(place: Path) -> bool:
    """Whether a file of 4 GB and more fits in one piece: not on FAT32."""
    return file_system_of(place) not in FAT32


def _is_removable(mountpoint: str, options: str) -> bool:
    return "removable" in options.split(",") or f"{mountpoint}/".startswith(PLUGGED_IN)


def _is_system(place: Path) -> bool:
    """Whether the system or the person's own folder lies on this drive."""
    if os.name == "nt":
        return str(place)[:2].casefold() == os.environ.get("SYSTEMDRIVE", "C:").casefold()
    return place in (
        Path("/"),
        Path("/boot"),
        Path("/boot/efi"),
        Path("/home"),
    ) or Path.home().is_relative_to(place)


def _label(mountpoint: str) -> str:
    """The name that Windows shows for a drive; elsewhere the folder carries it already."""
    if sys.platform == "win32":
        label = ctypes.create_unicode_buffer(261)
        known = ctypes.windll.kernel32.GetVolumeInformationW
        return label.value if known(mountpoint, label, len(label), None, None, None, None, 0) else ""
    return ""
