"""A bundle that opens only for who knows its words: one ZIP with AES-256, as 7-Zip and WinZip open it."""

from __future__ import annotations

import hashlib
import os
import secrets
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from db.text import fold
from desktop_app.core.bundle.errors import VerifyFailed
from desktop_app.core.bundle.reading import digest_on_disk
from desktop_app.core.bundle.target import UNFINISHED, refuse_bad_target, unfinished
from desktop_app.core.bundle.writing import free_place
from desktop_app.core.files import BLOCK, sync_folder
from desktop_app.core.i18n import _
from desktop_app.core.jobs import Progress
from desktop_app.core.manuscripts.syllables import RIMES_OF

if TYPE_CHECKING:
    from pyzipper import AESZipFile

WORDS = 6
SHORT = range(2, 5)
"""Letters of a syllable that is easily said on the telephone and typed without accents."""


def new_words() -> str:
    """Six syllables by chance, more than sixty bits: said on the telephone, never written on the stick."""
    return " ".join(secrets.choice(syllables()) for _word in range(WORDS))


@cache
def syllables() -> tuple[str, ...]:
    """What the words are made of: short syllables without accents."""
    whole = {fold(beginning + rime) for beginning, rimes in RIMES_OF.items() for rime in rimes}
    return tuple(sorted(word for word in whole if len(word) in SHORT))


def lock_bundle(bundle: Path, target: Path, words: str, progress: Progress) -> Path:
    """Write all of ``bundle`` into one locked file in ``target``, read it back with the words and compare every byte.

    Returns NAME.zip; an earlier one of this name stays. Until it is proved it is called NAME.zip.partial. Raises
    TargetMissing, TargetFull, FileTooBig, TargetPulled, TargetReadOnly, VerifyFailed, Cancelled.
    """
    files = sorted(file for file in bundle.rglob("*") if file.is_file())
    total = sum(file.stat().st_size for file in files)
    name = f"{bundle.name}.zip"
    refuse_bad_target(target, {name: total})
    with unfinished(target / f"{name}{UNFINISHED}") as aside:
        told = _Told(progress, 2 * total or 1)
        digests = _write(aside, bundle, files, words, told)
        _prove(aside, digests, words, told)
        path = free_place(target / name)
        aside.rename(path)
        sync_folder(target)
    return path


class _Told:
    """The bytes behind and ahead."""

    def __init__(self, progress: Progress, total: int) -> None:
        self._progress, self._total, self._done = progress, total, 0

    def step(self, size: int, text: str) -> None:
        self._done += size
        self._progress.step(min(self._done, self._total), self._total, text)


def _write(aside: Path, bundle: Path, files: list[Path], words: str, told: _Told) -> dict[str, str]:
    digests = {}
    with aside.open("wb") as out:
        with _zip(out, words, "w") as locked:
            for file in files:
                place = f"{bundle.name}/{file.relative_to(bundle).as_posix()}"
                digests[place] = _put_in(locked, file, place, told)
        out.flush()
        os.fsync(out.fileno())
    return digests


def _zip(file: object, words: str, mode: str) -> AESZipFile:
    import pyzipper  # a second cipher library that only locked bundles pay

    locked = pyzipper.AESZipFile(file, mode, compression=pyzipper.ZIP_STORED, encryption=pyzipper.WZ_AES)
    locked.setpassword(words.encode())
    return locked


def _put_in(locked: AESZipFile, file: Path, place: str, told: _Told) -> str:
    digest, text = hashlib.sha256(), _("Locking {file}").format(file=file.name)
    with file.open("rb") as source, locked.open(place, "w", force_zip64=True) as out:
        while block := source.read(BLOCK):
            digest.update(block)
            out.write(block)
            told.step(len(block), text)
    return digest.hexdigest()


def _prove(aside: Path, digests: Mapping[str, str], words: str, told: _Told) -> None:
    """The bytes come from the stick first, then through the lock; each file must be what went in."""
    digest_on_disk(aside, lambda size: told.step(0, _("Checking {file}").format(file=aside.name)))
    with aside.open("rb") as file, _zip(file, words, "r") as locked:
        if set(locked.namelist()) != set(digests):
            raise VerifyFailed(file=aside.name)
        for place, digest in digests.items():
            if _digest_in(locked, place, told) != digest:
                raise VerifyFailed(file=place)


def _digest_in(locked: AESZipFile, place: str, told: _Told) -> str:
    from pyzipper import BadZipFile  # see _zip

    digest, text = hashlib.sha256(), _("Checking {file}").format(file=place)
    try:
        with locked.open(place) as source:
            while block := source.read(BLOCK):
                digest.update(block)
                told.step(len(block), text)
    except (BadZipFile, RuntimeError, EOFError):  # a byte that changed breaks the lock's own check
        return ""
    return digest.hexdigest()
