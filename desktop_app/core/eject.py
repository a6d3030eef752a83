"""A stick let go of by the system, so that it may be pulled: said only once the system itself says so."""

from __future__ import annotations

import ctypes
import shutil
import subprocess
import sys
from pathlib import Path

import psutil

from desktop_app.core.errors import UserError
from desktop_app.core.i18n import N_
from desktop_app.core.usb import Drive

LOCK_VOLUME, DISMOUNT_VOLUME, EJECT_MEDIA = 0x00090018, 0x00090020, 0x002D4808  # winioctl.h
READ_WRITE, SHARED, OPEN_EXISTING, NO_HANDLE = 0xC0000000, 3, 3, ctypes.c_void_p(-1).value
PATIENCE = 60
"""Seconds: a slow stick may still be writing when it is asked to go."""


class StickBusy(UserError):
    message = N_("{name} cannot be ejected yet: something on it is still open.")
    hint = N_("Close the files and windows that show it, then eject it again. Do not pull it out before.")


def eject(drive: Drive) -> None:
    """Write what is waiting, let the stick go, and see that it is gone. Raises StickBusy; it is then as it was."""
    done = _eject_on_windows(drive.place) if sys.platform == "win32" else _unmounted(drive.place)
    if not done or is_there(drive.place):
        raise StickBusy(name=drive.name)


def is_there(place: Path) -> bool:
    """Whether the system still has something plugged in at ``place``."""
    return _device_at(place) is not None


def _device_at(place: Path) -> str | None:
    return next((one.device for one in psutil.disk_partitions(all=True) if Path(one.mountpoint) == place), None)


def _unmounted(place: Path) -> bool:
    device = _device_at(place) or ""
    desktop = shutil.which("udisksctl") if device.startswith("/dev/") else None
    if desktop is None:
        return _ran(["umount", str(place)])
    if not _ran([desktop, "unmount", "--block-device", device, "--no-user-interaction"]):
        return False
    _ran([desktop, "power-off", "--block-device", device, "--no-user-interaction"])  # a card reader keeps its power
    return True


def _ran(command: list[str]) -> bool:
    try:
        return subprocess.run(command, capture_output=True, timeout=PATIENCE, check=False).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def _eject_on_windows(place: Path) -> bool:
    """Lock, dismount, eject (Microsoft KB 165721); the lock alone proves that nothing on it is open."""
    if sys.platform == "win32":
        kernel = ctypes.windll.kernel32
        kernel.CreateFileW.restype = ctypes.c_void_p
        volume = f"\\\\.\\{place.drive}"
        handle = ctypes.c_void_p(kernel.CreateFileW(volume, READ_WRITE, SHARED, None, OPEN_EXISTING, 0, None))
        if handle.value in (None, NO_HANDLE):
            return False
        answered = ctypes.c_ulong()
        try:
            return all(
                kernel.DeviceIoControl(handle, order, None, 0, None, 0, ctypes.byref(answered), None)
                for order in (LOCK_VOLUME, DISMOUNT_VOLUME, EJECT_MEDIA)
            )
        finally:
            kernel.CloseHandle(handle)
    return False
