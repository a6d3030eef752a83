"""A bundle checked by whoever receives it: every byte read again, every file that is wrong named."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from desktop_app.core.bundle.errors import NotABundle, NotFinished
from desktop_app.core.bundle.manifest import (
    DECLARATION,
    LARGEST_LIST,
    MANIFEST,
    TAG_MANIFEST,
    ListDamaged,
    is_payload,
    read_list,
)
from desktop_app.core.bundle.reading import digest_on_disk
from desktop_app.core.bundle.target import UNFINISHED
from desktop_app.core.i18n import N_, _
from desktop_app.core.jobs import Progress

MISSING = N_("missing")
CHANGED = N_("changed")
EXTRA = N_("extra")
UNREADABLE = N_("unreadable")
LIST_DAMAGED = N_("manifest damaged")

# What Windows and macOS leave in a folder that somebody looked into: no part of any bundle, no harm to it.
LITTER = frozenset(["thumbs.db", "desktop.ini", ".ds_store"])


class Wrong(NamedTuple):
    """A file that is not as written; ``why`` is missing, changed, extra, unreadable or manifest damaged."""

    file: str
    why: str


class Verification(NamedTuple):
    """The verdict on a bundle: whole or not, payload files read, what is wrong with which."""

    ok: bool
    files: int
    wrong: list[Wrong]


def verify_bundle(folder: Path, progress: Progress) -> Verification:
    """Re-hash every file of a bundle. Raises NotABundle, or NotFinished for one whose writing was cut off."""
    _refuse_no_bundle(folder)
    payload, damaged = _list(folder, MANIFEST)
    tags, tags_damaged = _list(folder, TAG_MANIFEST)
    expected = {place: digest for place, digest in payload.items() if is_payload(place)}
    present = dict(_files_in(folder))
    wrong = [*damaged, *tags_damaged, *_strangers(present, {**expected, **tags})]
    wrong += _compared(folder, {**tags, **expected}, present, progress)
    return Verification(not wrong, len(expected), _once_each(wrong))


def _refuse_no_bundle(folder: Path) -> None:
    if folder.name.endswith(UNFINISHED):
        raise NotFinished(folder=folder)
    try:
        declaration = (folder / DECLARATION).open("rb").read(200)
    except OSError as error:
        raise NotABundle(folder=folder) from error
    if not declaration.startswith(b"BagIt-Version:"):
        raise NotABundle(folder=folder)


def _list(folder: Path, name: str) -> tuple[dict[str, str], list[Wrong]]:
    """What a list promises, and what is wrong with the list itself."""
    try:
        with (folder / name).open("rb") as file:
            content = file.read(LARGEST_LIST + 1)
        if len(content) > LARGEST_LIST:
            raise ListDamaged(name)
        return read_list(content.decode("utf-8")), []
    except FileNotFoundError:
        return {}, [Wrong(name, MISSING)]
    except OSError:
        return {}, [Wrong(name, UNREADABLE)]
    except ValueError:
        return {}, [Wrong(name, LIST_DAMAGED)]


def _files_in(folder: Path, above: str = "") -> Iterator[tuple[str, int]]:
    """Every file below ``folder`` with its size; links are named, never followed."""
    for entry in sorted(os.scandir(folder), key=lambda each: each.name):
        place = above + entry.name
        if entry.is_dir(follow_symlinks=False):
            yield from _files_in(Path(entry.path), f"{place}/")
        elif entry.name.casefold() not in LITTER:
            yield place, entry.stat(follow_symlinks=False).st_size


def _strangers(present: dict[str, int], expected: dict[str, str]) -> Iterator[Wrong]:
    """Files that no list names."""
    return (Wrong(place, EXTRA) for place in present if place not in expected and place != TAG_MANIFEST)


def _compared(folder: Path, expected: dict[str, str], present: dict[str, int], progress: Progress) -> Iterator[Wrong]:
    """Files whose bytes are not those of their digest. Raises Cancelled between two blocks."""
    done, total = 0, sum(present.get(place, 0) for place in expected) or 1

    def stepped(size: int) -> None:
        nonlocal done
        done += size
        progress.step(min(done, total), total, _("Checking {file}").format(file=place))

    for place, digest in expected.items():
        stepped(0)
        try:
            if not stat.S_ISREG((folder / place).lstat().st_mode):
                yield Wrong(place, UNREADABLE)
            elif digest_on_disk(folder / place, stepped) != digest:
                yield Wrong(place, LIST_DAMAGED if place == MANIFEST else CHANGED)
        except (FileNotFoundError, NotADirectoryError):
            yield Wrong(place, MISSING)
        except OSError:
            yield Wrong(place, UNREADABLE)


def _once_each(wrong: list[Wrong]) -> list[Wrong]:
    """The first thing said about each file, in the order of the lists."""
    return list({each.file: each for each in reversed(wrong)}.values())[::-1]
