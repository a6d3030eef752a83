"""Zip files from outside (.docx, .odt, .xlsx): opened only when they hold what they claim and no more."""

from __future__ import annotations

import zipfile
import zlib
from pathlib import Path, PurePosixPath
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from desktop_app.core.errors import UserError
from desktop_app.core.i18n import N_

MOST_ENTRIES = 5_000
MOST_UNPACKED = 300 << 20
"""Bytes. A long report with fifty photos inside stays below 200 MB."""
MOST_RATIO = 200
"""Unpacked to packed. Real text packs 10 to 40 times; a table of a thousand like rows about 100 times."""
RATIO_COUNTS_FROM = 8 << 20
"""Bytes unpacked below which a high ratio does no harm (an empty sheet packs 1,000 times)."""

_ENCRYPTED = 0x1


class ArchiveIsBomb(UserError):
    message = N_("The file {file} would unpack to far more than a document can hold and was not opened.")
    hint = N_("Such files are made to stop a computer. Ask the sender for a new copy, and do not pass it on.")


class ArchiveIsDamaged(UserError):
    message = N_("The file {file} is damaged and cannot be read.")
    hint = N_("Open it in the program that made it, save it anew, or ask the sender for a new copy.")


class ArchiveIsLocked(UserError):
    message = N_("The file {file} is locked with a password.")
    hint = N_("Open it with its password, save it without one, then bring it here again.")


class ArchiveNamesAreUnsafe(UserError):
    message = N_("The file {file} names parts outside itself and was not opened.")
    hint = N_("A document never does that. Ask the sender for a new copy, and do not pass it on.")


def open_archive(path: Path) -> ZipFile:
    """The zip file at ``path``, checked: few entries, true sizes, plain names, sums that agree.

    Sizes are first believed and limited, then proved by unpacking every entry once in small blocks, so
    whoever reads an entry afterwards gets at most what was allowed. Close it, or use it in ``with``.
    Raises ArchiveIsBomb, ArchiveIsDamaged, ArchiveIsLocked, ArchiveNamesAreUnsafe; OSError as it comes.
    """
    try:
        archive = ZipFile(path)
    except (BadZipFile, ValueError, NotImplementedError) as error:
        raise ArchiveIsDamaged(file=path.name) from error
    try:
        _refuse_bad_entries(archive, path)
        _prove_contents(archive, path)
    except BaseException:
        archive.close()
        raise
    return archive


def _refuse_bad_entries(archive: ZipFile, path: Path) -> None:
    entries = archive.infolist()
    if any(_is_unsafe(entry.filename) for entry in entries):
        raise ArchiveNamesAreUnsafe(file=path.name)
    if any(entry.flag_bits & _ENCRYPTED for entry in entries):
        raise ArchiveIsLocked(file=path.name)
    if len({entry.filename for entry in entries}) < len(entries):
        raise ArchiveIsDamaged(file=path.name)  # two parts of one name: readers would not agree on which
    if _is_bomb(entries, path.stat().st_size):
        raise ArchiveIsBomb(file=path.name)


def _is_unsafe(name: str) -> bool:
    plain = name.replace("\\", "/")
    return plain.startswith("/") or ".." in PurePosixPath(plain).parts or ":" in plain.split("/")[0]


def _is_bomb(entries: list[ZipInfo], file_size: int) -> bool:
    unpacked = sum(entry.file_size for entry in entries)
    packed = sum(entry.compress_size for entry in entries)
    too_dense = any(
        entry.file_size > RATIO_COUNTS_FROM and entry.file_size > MOST_RATIO * entry.compress_size for entry in entries
    )
    overlapping = packed > file_size  # entries that share their bytes: a bomb without a high ratio
    return len(entries) > MOST_ENTRIES or unpacked > MOST_UNPACKED or too_dense or overlapping


def _prove_contents(archive: ZipFile, path: Path) -> None:
    # Other methods (bzip2, LZMA) unpack without a limit in Python, and no office program writes them.
    if any(entry.compress_type not in (ZIP_STORED, ZIP_DEFLATED) for entry in archive.infolist()):
        raise ArchiveIsDamaged(file=path.name)
    try:
        broken = archive.testzip()
    except (BadZipFile, zlib.error, EOFError, zipfile.LargeZipFile, ValueError, RuntimeError) as error:
        raise ArchiveIsDamaged(file=path.name) from error
    if broken is not None:
        raise ArchiveIsDamaged(file=path.name)
