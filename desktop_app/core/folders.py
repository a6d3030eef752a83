"""Folders written for others: they appear whole under a name nothing had before, or not at all."""

from __future__ import annotations

import errno
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from desktop_app.core.bundle.names import free_name
from desktop_app.core.files import sync_folder


class NewFolder(NamedTuple):
    """``aside`` is where to write now, ``place`` where all of it will lie."""

    aside: Path
    place: Path


@contextmanager
def new_folder(into: Path, name: str) -> Iterator[NewFolder]:
    """A folder below ``into``, called ``name`` or name-2 where that is taken, once the block ends well.

    On any exception nothing of it stays. Raises OSError as the disk or stick answers.
    """
    into.mkdir(parents=True, exist_ok=True)
    place = into / free_name(name, {file.name.casefold() for file in into.iterdir()})
    aside = Path(tempfile.mkdtemp(prefix=".loa-", dir=into))
    disk = aside.stat().st_dev
    try:
        yield NewFolder(aside, place)
        _look_for(aside, disk)
        aside.rename(place)
        sync_folder(into)
    except BaseException:
        shutil.rmtree(aside, ignore_errors=True)
        raise


def _look_for(folder: Path, disk: int) -> None:
    """A pulled stick leaves an empty folder of its name, which takes what is written from then on: that is no stick."""
    if folder.stat().st_dev != disk:
        raise OSError(errno.ENODEV, os.strerror(errno.ENODEV), str(folder))
