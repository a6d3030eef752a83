"""Whether the line in use is paid for by what passes (a phone's hotspot): the system knows, no stranger is asked."""

from __future__ import annotations

import contextlib
import ctypes
import subprocess
import sys
from typing import Any

TELLING = 3.0
"""Seconds the system may take to tell."""
NETWORK_LIST = "{DCB00C01-570F-4A9B-8D69-199FDBA5723B}"
COST_MANAGER = "{DCB00008-570F-4A9B-8D69-199FDBA5723B}"
"""INetworkCostManager of Windows 8 and later; GetCost is its first own word, after the three of IUnknown."""
RELEASE, GET_COST = 2, 3
ANY_PLACE = 23
PAID_FOR = 0x2 | 0x4 | 0x10000 | 0x40000
"""NLM_CONNECTION_COST: fixed, variable, over the limit, roaming."""


def is_metered() -> bool | None:
    """Whether what passes is paid for; None where the system does not tell. Takes a moment: not for the window."""
    return _by_windows() if sys.platform == "win32" else _by_network_manager()


def _by_network_manager() -> bool | None:
    """What NetworkManager knows or guesses of the devices in use, such as "yes (guessed)"; macOS has none."""
    command = ["nmcli", "-g", "GENERAL.STATE,GENERAL.METERED", "device", "show"]
    try:
        told = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=TELLING, check=True).stdout
    except (OSError, subprocess.SubprocessError):
        return None
    states = [block.split("\n") for block in told.strip().split("\n\n")]
    words = [block[1] for block in states if len(block) > 1 and block[0].startswith("100")]
    if any(word.startswith("yes") for word in words):
        return True
    return False if any(word.startswith("no") for word in words) else None


def _by_windows() -> bool | None:
    try:
        cost = _cost()
    except OSError:
        return None
    return bool(cost & PAID_FOR) if cost else None


def _cost() -> int:
    """NLM_CONNECTION_COST of the line Windows would take, 0 for unknown. Raises OSError."""
    cost = ctypes.c_uint32()
    if sys.platform == "win32":
        ole, manager = ctypes.OleDLL("ole32"), ctypes.c_void_p()
        with contextlib.suppress(OSError):  # this thread speaks COM already, in its own way
            ole.CoInitializeEx(None, 0)
        ole.CoCreateInstance(_guid(NETWORK_LIST), None, ANY_PLACE, _guid(COST_MANAGER), ctypes.byref(manager))
        words = ctypes.cast(manager, ctypes.POINTER(ctypes.POINTER(ctypes.c_void_p))).contents
        get_cost = ctypes.WINFUNCTYPE(ctypes.HRESULT, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p)
        release = ctypes.WINFUNCTYPE(ctypes.c_uint32, ctypes.c_void_p)
        try:
            get_cost(words[GET_COST])(manager, ctypes.byref(cost), None)
        finally:
            release(words[RELEASE])(manager)
    return cost.value


def _guid(told: str) -> Any:
    guid = ctypes.create_string_buffer(16)
    if sys.platform == "win32":
        ctypes.OleDLL("ole32").CLSIDFromString(told, guid)
    return guid
