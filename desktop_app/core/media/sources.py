"""Where an import looks: the files and folders somebody chose, without what systems leave lying about."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from desktop_app.core.media.errors import NothingThere
from desktop_app.core.media.kinds import looks_like_media

SYSTEM_FOLDERS = ("$recycle.bin", "system volume information", "__macosx", "@eadir", "lost+found")


def media_files(paths: Sequence[Path], home: Path) -> list[Path]:
    """Every photo and video among ``paths`` and inside their folders, each once, in order of name.

    Inside a folder a file counts when its name or its first bytes say photo or video: a README, a camera's
    index, hidden files and system folders are none of ours and are not counted; nor is the ``home`` folder
    itself. A file or folder that cannot be looked into counts, so that it is named as failed. A file chosen by
    itself always counts: whoever chose it wants an answer, even of one that is gone. Raises NothingThere when all are.
    """
    if paths and not any(path.exists() for path in paths):
        raise NothingThere(path=paths[0])
    found = [file for path in paths for file in _files_at(path, home.resolve())]
    return list({file.absolute(): file for file in found}.values())


def _files_at(path: Path, home: Path) -> Iterator[Path]:
    if path.is_dir():
        yield from _files_in(path, home)
    else:
        yield path


def _files_in(folder: Path, home: Path) -> Iterator[Path]:
    unreadable: list[Path] = []
    for place, folders, names in os.walk(folder, onerror=lambda error: unreadable.append(Path(error.filename))):
        here = Path(place)
        folders[:] = sorted(name for name in folders if not _is_systems(name) and (here / name).resolve() != home)
        yield from (here / name for name in sorted(names) if not name.startswith(".") and _counts(here / name))
    yield from unreadable


def _is_systems(name: str) -> bool:
    return name.startswith(".") or name.casefold() in SYSTEM_FOLDERS


def _counts(file: Path) -> bool:
    try:
        return file.is_file() and looks_like_media(file)
    except OSError:
        return True
