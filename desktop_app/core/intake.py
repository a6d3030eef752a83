"""Many files handed in at once, packed folders among them: one that cannot be read does not stop the others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from desktop_app.core.errors import UserError
from desktop_app.core.handing_in import TakenIn, take_in
from desktop_app.core.home import Home
from desktop_app.core.jobs import Progress
from desktop_app.core.manuscripts.packed import is_packed_folder, unpack

SHARES = 100


class Refused(NamedTuple):
    """A file that could not be read, and why."""

    file: str
    error: UserError


@dataclass
class Intake:
    """What became of the files: the articles they are now, those refused, files of packed folders left aside."""

    taken: list[TakenIn] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)
    left_out: int = 0


class ShareOf(Progress):
    """The progress of one file, told as a share of all files, so that the bar never goes back."""

    def __init__(self, all_files: Progress, place: int, count: int, name: str) -> None:
        super().__init__()
        self._all, self._place, self._count, self._name = all_files, place, count, name

    def step(self, done: int, total: int, text: str = "") -> None:
        """One step inside this file. Raises Cancelled."""
        share = SHARES * done // total if total else 0
        self._all.step(self._place * SHARES + share, self._count * SHARES, self._name)


def take_in_files(
    home: Home, files: Sequence[Path], progress: Progress, *, topic: str | None = None, by_name: str = ""
) -> Intake:
    """Take in every file, those of a .zip one by one. A cancel keeps what is done."""
    intake = Intake()
    with TemporaryDirectory(prefix="loa-") as folder:
        found = [
            document for n, file in enumerate(files) for document in _documents(file, Path(folder, str(n)), intake)
        ]
        for place, file in enumerate(found):
            share = ShareOf(progress, place, len(found), file.name)
            share.step(0, 1)
            try:
                intake.taken.append(take_in(home, file, share, topic=topic, by_name=by_name))
            except UserError as error:
                intake.refused.append(Refused(file.name, error))
    return intake


def _documents(file: Path, folder: Path, intake: Intake) -> Iterator[Path]:
    """The file itself, or what a packed folder holds."""
    if not is_packed_folder(file):
        yield file
        return
    try:
        unpacked = unpack(file, folder)
    except UserError as error:
        intake.refused.append(Refused(file.name, error))
        return
    intake.left_out += unpacked.left_out
    yield from unpacked.documents
