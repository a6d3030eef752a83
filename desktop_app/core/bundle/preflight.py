"""What is wrong with a drive before anything is written to it: all of it at once, in words, stopping or not."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from desktop_app.core.bundle.errors import FileTooBig, RarelyRead, SystemDisk, TargetFull, TargetReadOnly
from desktop_app.core.bundle.target import SPARE
from desktop_app.core.errors import UserError
from desktop_app.core.usb import FAT32, LARGEST_ON_FAT32, Drive

READ_EVERYWHERE = frozenset([*FAT32, "exfat", "ntfs", "ntfs3", "fuseblk", ""])
"""File systems that Windows reads; fuseblk is what Linux calls NTFS and exFAT through their drivers."""


class Load(NamedTuple):
    """What is to go: bytes in all, and the largest file by name with its bytes."""

    size: int
    largest: str = ""
    largest_size: int = 0


class Trouble(NamedTuple):
    """Something a person should know about a drive; with ``stops`` nothing can be written to it."""

    why: UserError
    stops: bool = True


def troubles(drive: Drive, load: Load) -> list[Trouble]:
    """All that speaks against a drive, what stops first."""
    return [*map(Trouble, _stopping(drive, load)), *(Trouble(why, stops=False) for why in _hindering(drive))]


def stops(found: list[Trouble]) -> bool:
    """Whether nothing can be written there."""
    return any(trouble.stops for trouble in found)


def _stopping(drive: Drive, load: Load) -> Iterator[UserError]:
    if drive.is_system:
        yield SystemDisk(name=drive.name)
    if drive.is_locked:
        yield TargetReadOnly(folder=drive.name)
    if drive.file_system in FAT32 and load.largest_size > LARGEST_ON_FAT32:
        yield FileTooBig(file=load.largest)
    missing = int(load.size * SPARE) - drive.free
    if missing > 0:
        yield TargetFull(folder=drive.name, missing_mb=-(-missing // 1_000_000))


def _hindering(drive: Drive) -> Iterator[UserError]:
    if drive.is_removable and drive.file_system not in READ_EVERYWHERE:
        yield RarelyRead(name=drive.name, file_system=drive.file_system)
