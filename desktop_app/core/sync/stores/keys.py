"""Names of files in a store: which are fit to be one anywhere, and in what order they come."""

from __future__ import annotations

import re

from desktop_app.core.sync.errors import KeyUnfit

KEY = re.compile(r"[A-Za-z0-9_~=,+() -][A-Za-z0-9._~=,+() -]*(/[A-Za-z0-9_~=,+() -][A-Za-z0-9._~=,+() -]*)*")
"""ASCII parts, none beginning with a dot: no way out of the store, nothing hidden, and any file system takes it."""
PART = ".part"
"""How a file ends that is still being written; no key does."""
LARGEST = 512 << 20
"""Bytes of the largest file a store is asked to take or give in one go."""


def is_key(key: str) -> bool:
    return bool(KEY.fullmatch(key)) and not key.endswith(PART)


def checked(key: str) -> str:
    """``key`` itself. Raises KeyUnfit for one that could lead out of the store."""
    if not is_key(key):
        raise KeyUnfit(key=key)
    return key


def checked_prefix(prefix: str) -> str:
    """``prefix`` without a slash at its end: "" for the whole store, a folder's key or a file's. Raises KeyUnfit."""
    bare = prefix.removesuffix("/")
    return checked(bare) if bare else ""


def all_before(folder: str, after: str) -> bool:
    """Whether every key below ``folder`` sorts at or before ``after``, so that none needs a look."""
    inside = f"{folder}/"
    return inside < after and not after.startswith(inside)
