"""Names of files in a store: which are fit to be one anywhere, and in what order they come."""

from __future__ import annotations

import getpass
import hashlib
import re
import socket
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache

from desktop_app.core.sync.errors import KeyUnfit
from desktop_app.core.sync.store import Entry

KEY = re.compile(r"[A-Za-z0-9_~=,+() -][A-Za-z0-9._~=,+() -]*(/[A-Za-z0-9_~=,+() -][A-Za-z0-9._~=,+() -]*)*")
"""ASCII parts, none beginning with a dot: no way out of the store, nothing hidden, and any file system takes it."""
ASIDE = ".new"
"""How a file ends that is still being written to a server; Nextcloud refuses any ".part" (its issue 49916)."""
HALVES = (ASIDE, ".part")
"""No key ends so; the second is how halves end in a folder, where cloud programs leave them alone."""
LARGEST = 512 << 20
"""Bytes of the largest file a store is asked to take or give in one go."""


def is_key(key: str) -> bool:
    return bool(KEY.fullmatch(key)) and not key.endswith(HALVES)


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


def aside_of(key: str) -> str:
    """Where ``key`` is written before it takes its place; the same on every try, so that a half is overwritten."""
    return f"{key}.{_writer()}{ASIDE}"


def walked(bare: str, after: str, members: Callable[[str], Mapping[str, int | None]]) -> Iterator[Entry]:
    """Every file at or below ``bare`` after ``after``, in the order of the keys.

    ``members`` tells the names in a folder with their bytes, None for a folder, "" for the file itself.
    """
    found = members(bare)
    if "" in found:
        if bare > after:
            yield Entry(bare, found[""] or 0)
        return
    for name in sorted(f"{name}/" if size is None else name for name, size in found.items()):
        key = f"{bare}/{name}" if bare else name
        inner = key.removesuffix("/")
        if not is_key(inner):
            continue
        if inner == key and key > after:
            yield Entry(key, found[name] or 0)
        elif inner != key and not all_before(inner, after):
            yield from walked(inner, after, members)


def folders_in(bare: str, members: Callable[[str], Mapping[str, int | None]]) -> Iterator[str]:
    """The names of the folders right below ``bare``, in order."""
    return iter(sorted(name for name, size in members(bare).items() if size is None and is_key(name)))


LOW = re.compile(r"[ -.]")
"""Letters that sort before the slash: a folder "a" comes after "a-b" as keys go, but before it as names go."""
UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def safe_start(after: str) -> str:
    """A place at or before ``after`` in the order of the keys and in that of names folder by folder.

    SeaweedFS lists by names. A UUID stays whole: beside it stand others, never a part of it.
    """
    kept: list[str] = []
    for part in after.split("/"):
        low = None if UUID.fullmatch(part) else LOW.search(part)
        kept.append(part[: low.start()] if low else part)
        if low:
            break
    return "/".join(kept)


def in_key_order(entries: Iterable[Entry], folder: str) -> Iterator[Entry]:
    """``entries`` below ``folder`` by their keys, for a server that lists by names; little is held back at a time."""
    held: list[Entry] = []
    first = ""
    for entry in entries:
        part = entry.key.removeprefix(folder).split("/")[0]
        together = part == first or (part.startswith(first) and LOW.match(part, len(first)))
        if held and not together:
            yield from sorted(held)
            held.clear()
        if not held:
            first = part
        held.append(entry)
    yield from sorted(held)


@cache
def _writer() -> str:
    return hashlib.sha256(f"{socket.gethostname()} {getpass.getuser()}".encode()).hexdigest()[:8]
