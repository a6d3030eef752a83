"""What a store says of a finished bundle: its files in order, under a name that proves the list itself.

It lies at schools/<school>/bundles/<period>/<kind>.<edition>.<what>.<sha>.json (docs/sync-format.md) and is put there
after the last of its files, so that half a bundle is never taken for one. Until then <kind>.<edition>.<what>.coming
says the same: what is on its way, and what to take back if it never arrives.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable
from datetime import datetime
from pathlib import PurePosixPath
from typing import NamedTuple

from desktop_app.core.bundle.names import is_portable, is_portable_place
from desktop_app.core.bundle.target import UNFINISHED
from desktop_app.core.sync.file_list import SHA256

FORMAT = 1
LARGEST = 8 << 20
"""Bytes of a list; a month has a few hundred files of a hundred bytes each."""
MOST_FILES = 10_000
MOST_BYTES = 1 << 40
_KEY = re.compile(
    r"schools/([0-9a-f-]{36})/bundles/([A-Za-z0-9-]{1,40})/"
    r"([a-z]{1,20})\.([1-9]\d{0,3})\.([0-9a-f]{16})\.(?:([0-9a-f]{16})\.json|coming)"
)


class ListNewer(ValueError):
    """Written by a newer program: not wrong, but not ours to read."""


class BundleName(NamedTuple):
    """Where a list lies: whose, on which paper; ``what`` it was made of; ``sha`` of the list, "" while it is coming."""

    school: str
    period: str
    kind: str
    edition: int
    what: str
    sha: str = ""

    @classmethod
    def of(cls, key: str) -> BundleName | None:
        """The name in a store's key, or None for any other file."""
        found = _KEY.fullmatch(key)
        return cls(found[1], found[2], found[3], int(found[4]), found[5], found[6] or "") if found else None

    @property
    def key(self) -> str:
        ending = f"{self.sha}.json" if self.sha else "coming"
        return f"{folder_of(self.school, self.period)}{self.kind}.{self.edition}.{self.what}.{ending}"

    @property
    def paper(self) -> tuple[str, str]:
        """Which paper it is an edition of."""
        return self.kind, self.period

    @property
    def is_whole(self) -> bool:
        """Whether everything of it was in the store when its list was put there."""
        return bool(self.sha)

    def coming(self) -> BundleName:
        """Its name before everything has arrived."""
        return self._replace(sha="")

    def of_list(self, content: bytes) -> BundleName:
        """Its name once everything has arrived and ``content`` lists it."""
        return self._replace(sha=_sha(content))


class ListedFile(NamedTuple):
    """A file of a bundle: its place in it, what it hashes to, its bytes."""

    path: str
    sha256: str
    size: int


class BundleList(NamedTuple):
    """``bundle`` is what its folder is called; ``made`` is when it was, in UTC."""

    bundle: str
    made: datetime
    files: tuple[ListedFile, ...]

    @property
    def size(self) -> int:
        """Bytes of all files."""
        return sum(file.size for file in self.files)


def folder_of(school: str, period: str = "") -> str:
    """Where a school's bundles lie, or those of one period (a key as 2024-05, its / written as -)."""
    return f"schools/{school}/bundles/" + (f"{period}/" if period else "")


def written(name: BundleName, told: BundleList) -> bytes:
    """The list as it lies in a store."""
    facts = {
        "format": FORMAT,
        **{fact: getattr(name, fact) for fact in ("school", "period", "kind", "edition", "what")},
        "bundle": told.bundle,
        "made": told.made.isoformat(timespec="seconds"),
        "files": [file._asdict() for file in told.files],
    }
    return json.dumps(facts, ensure_ascii=False, separators=(",", ":")).encode()


def read(name: BundleName, content: bytes) -> BundleList:
    """A list as somebody wrote it. Raises ValueError for one that cannot be true, ListNewer for a later format."""
    if len(content) > LARGEST or (name.is_whole and _sha(content) != name.sha):
        raise ValueError
    try:
        facts = json.loads(content)
        if int(facts["format"]) > FORMAT:
            raise ListNewer
        said = tuple(facts[fact] for fact in ("school", "period", "kind", "edition", "what"))
        bundle, made = str(facts["bundle"]), datetime.fromisoformat(str(facts["made"]))
        files = tuple(ListedFile(str(one["path"]), str(one["sha256"]), int(one["size"])) for one in facts["files"])
    except (KeyError, TypeError, AttributeError, RecursionError, OverflowError) as error:
        raise ValueError from error
    if said != name[:5] or made.tzinfo is None or not is_portable(bundle) or bundle.endswith(UNFINISHED):
        raise ValueError
    _refuse_odd(files)
    return BundleList(bundle, made, files)


def _refuse_odd(files: tuple[ListedFile, ...]) -> None:
    """Raises ValueError for places that lead outside or that no folder holds together, and for sizes out of reason."""
    if not 0 < len(files) <= MOST_FILES or not all(SHA256.fullmatch(file.sha256) for file in files):
        raise ValueError
    if any(file.size < 0 for file in files) or sum(file.size for file in files) > MOST_BYTES:
        raise ValueError
    if not all(is_portable_place(file.path) for file in files):
        raise ValueError
    places = {file.path.casefold() for file in files}
    if len(places) < len(files) or places & set(_folders(places)):
        raise ValueError


def _folders(places: Iterable[str]) -> Iterable[str]:
    for place in places:
        yield from (str(above) for above in PurePosixPath(place).parents if above.name)


def _sha(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:16]
